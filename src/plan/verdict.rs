//! What follows for one person: one action per cell, and why.

use serde::{Deserialize, Serialize};

use crate::audit::{CountryCode, Dossier, Finding, Policy, class};
use crate::vocabulary::{
    Action, Channel, Class, Confidence, ConsentStatus, Field, Grade, Place, Severity, System, TableId,
};

use super::decide::decide;
use super::reach::{Reach, others};

/// The verdict on one person. Personal data: kept in the casefile, shown on purpose only.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The person's number.
    pub person: u32,
    /// The address they are written to.
    pub email: Option<String>,
    /// The number they are called on.
    pub phone: Option<String>,
    /// Their other addresses; see [`Self::reached`].
    pub more_emails: Vec<Reach>,
    /// Their other numbers.
    pub more_phones: Vec<Reach>,
    /// Where they live.
    pub country: CountryCode,
    /// Every row that is theirs: table and row.
    pub rows: Vec<(TableId, u32)>,
    /// For each row after the first: what joins it, by [`MatchKey`](crate::matching::MatchKey), and to which cells.
    pub links: Vec<(u8, Place, Place)>,
    /// One per cell, in the order of channel and purpose.
    pub cells: Vec<CellVerdict>,
    /// What was found, in the order of the catalogue.
    pub findings: Vec<FindingRecord>,
    /// The declaration some cell that may be written to rests on, by its id.
    pub declared: Option<String>,
}

/// The verdict on one cell.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct CellVerdict {
    /// The channel.
    pub channel: Channel,
    /// The purpose as exports name it; empty if none does.
    pub purpose: String,
    /// What each system says, in the order of systems.
    pub states: Vec<SystemState>,
    /// The grade.
    pub grade: Grade,
    /// Who may be asked again.
    pub class: Class,
    /// The one label.
    pub action: Action,
    /// What the rules ask for where a person decided, whose word is then the label. Laid over when a verdict is
    /// read and never kept with it.
    #[serde(skip)]
    pub by_rules: Option<Action>,
}

/// What one system says of a cell.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct SystemState {
    /// The system.
    pub system: System,
    /// The strictest state any of its rows asserts.
    pub status: ConsentStatus,
    /// Whether some row of it says yes.
    pub says_yes: bool,
    /// The system's own ids of the person, in rows that say yes; kept only where the system has to be mended.
    pub ids: Vec<OwnId>,
}

/// A system's own id of a person, and the address that stands beside it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnId {
    /// The id.
    pub id: String,
    /// The address.
    pub email: Option<String>,
}

/// A finding as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingRecord {
    /// The rule, by its place in the catalogue.
    pub rule: u16,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// The cell it is about, by its place in [`Verdict::cells`]; `None` for the whole person.
    pub cell: Option<u16>,
    /// Why.
    pub because: String,
    /// The cells it follows from.
    pub evidence: Vec<Place>,
}

impl CellVerdict {
    /// What the rules ask for, whatever a person decided.
    pub fn asked_for(&self) -> Action {
        self.by_rules.unwrap_or(self.action)
    }
}

impl Verdict {
    /// Decides on one person.
    pub fn on(dossier: &Dossier<'_>, findings: Vec<Finding>, policy: &Policy) -> Self {
        let subject = dossier.subject;
        let cells: Vec<CellVerdict> = dossier
            .cells
            .iter()
            .enumerate()
            .map(|(position, cell)| {
                let class = class(dossier, cell, &findings, policy);
                let action = decide(dossier, position, &findings, class, policy);
                CellVerdict {
                    channel: cell.channel,
                    purpose: cell.purpose.clone(),
                    states: states(cell),
                    grade: cell.grade,
                    class,
                    action,
                    by_rules: None,
                }
            })
            .collect();
        let declared = declared(dossier, &cells, policy);
        let (email, phone) = (address(dossier), subject.phone());
        Self {
            person: subject.id.0,
            email: email.map(str::to_owned),
            phone: phone.map(str::to_owned),
            more_emails: others(subject, Field::Email, email),
            more_phones: others(subject, Field::Phone, phone),
            country: dossier.country,
            rows: subject.contacts.iter().map(|contact| (contact.table, contact.row)).collect(),
            links: subject
                .links(|one, other| policy.is_one_numbering(one, other))
                .into_iter()
                .map(|link| (link.key as u8, link.from, link.to))
                .collect(),
            cells,
            findings: findings.into_iter().map(FindingRecord::from).collect(),
            declared,
        }
    }

    /// The person as lists name them.
    pub fn name(&self) -> String {
        person_name(self.person)
    }

    /// The rules that touch a cell: those about it and those about the person, without repeats.
    pub fn rules_on(&self, cell: usize) -> impl Iterator<Item = u16> + '_ {
        let mut last = None;
        self.findings
            .iter()
            .filter(move |finding| finding.cell.is_none_or(|about| usize::from(about) == cell))
            .map(|finding| finding.rule)
            .filter(move |rule| last.replace(*rule) != Some(*rule))
    }
}

/// The address the person is written to: the first that did not bounce, else the first.
fn address<'s>(dossier: &Dossier<'s>) -> Option<&'s str> {
    let bounced = |email: &str| {
        dossier.subject.contacts.iter().any(|contact| {
            contact.text(Field::Email) == Some(email)
                && contact.claims().iter().any(|claim| claim.status == ConsentStatus::Bounced)
        })
    };
    let mut addresses = dossier.subject.contacts.iter().filter_map(|contact| contact.text(Field::Email));
    addresses.find(|email| !bounced(email)).or_else(|| dossier.subject.email())
}

/// How lists name a person: a number in the order of addresses, of a fixed width so that it sorts.
pub fn person_name(person: u32) -> String {
    format!("P{:08}", u64::from(person) + 1)
}

/// The declaration that some cell which may be written to rests on.
fn declared(dossier: &Dossier<'_>, verdicts: &[CellVerdict], policy: &Policy) -> Option<String> {
    let position = dossier
        .cells
        .iter()
        .zip(verdicts)
        .filter(|(cell, verdict)| cell.grade >= Grade::SoPlus && verdict.action.permits_sending())
        .find_map(|(cell, _)| cell.best().and_then(|record| record.proof.declared))?;
    policy.declarations.declarations.get(usize::from(position)).map(|declaration| declaration.id.clone())
}

fn states(cell: &crate::audit::Cell<'_>) -> Vec<SystemState> {
    let mut states: Vec<SystemState> = Vec::with_capacity(2);
    for record in &cell.records {
        let says_yes = record.status == ConsentStatus::Given;
        let mend = says_yes && cell.grade == Grade::Neg;
        let id = record
            .contact
            .text(Field::ExternalId)
            .filter(|_| mend)
            .map(|id| OwnId { id: id.to_owned(), email: record.contact.text(Field::Email).map(str::to_owned) });
        match states.iter_mut().find(|state| state.system == record.system) {
            Some(state) => {
                if record.status.strictness() < state.status.strictness() {
                    state.status = record.status;
                }
                state.says_yes |= says_yes;
                let new = id.filter(|new| state.ids.iter().all(|known| known.id != new.id));
                state.ids.extend(new);
            }
            None => {
                let (system, status, ids) = (record.system, record.status, id.into_iter().collect());
                states.push(SystemState { system, status, says_yes, ids });
            }
        }
    }
    states.sort_by_key(|state| state.system);
    states
}

impl From<Finding> for FindingRecord {
    fn from(finding: Finding) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity,
            confidence: finding.confidence,
            cell: finding.cell,
            because: finding.because,
            evidence: finding.evidence.into_iter().map(|evidence| evidence.place).collect(),
        }
    }
}

/// An id is personal data: no log shows it.
impl std::fmt::Debug for OwnId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OwnId")
    }
}

impl std::fmt::Debug for CellVerdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CellVerdict({}, {:?}, {:?}, {:?})", self.channel.word(), self.grade, self.class, self.action)
    }
}

impl std::fmt::Debug for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Verdict({}, {} cells, {} findings)", self.name(), self.cells.len(), self.findings.len())
    }
}
