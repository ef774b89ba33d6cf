//! One person, closely: what each system says side by side, what happened when, what was found, why the rows are one
//! person, and what may be decided. Every value leads to its cell.

mod events;
mod quote;
mod said;
mod side;
#[cfg(test)]
mod tests;

use serde::Serialize;
use specta::Type;

use crate::audit::{Policy, rules};
use crate::normalise::{Contact, Normaliser, Options};
use crate::plan::{Decision, Decisions, Verdict, permits, person_key};
use crate::store::Ledger;
use crate::vocabulary::{Action, Channel, Class, Confidence, Field, Grade, Severity, System};

use super::{Bucket, Case, CaseError};

pub use events::{Event, EventKind};
pub use quote::{Quoted, SaidBy};
pub use said::Said;
pub use side::{Doubt, SideCell, SideKind, SideRow, Told};

use quote::Rows;

/// Rows that are laid out; a person of more has been generated, not lived.
const ROWS: usize = 60;
/// Cited cells that are shown of one finding.
const CITED: usize = 12;
/// People shown who share an address or a number.
const NEIGHBOURS: usize = 10;

/// One person, closely. Personal data.
#[derive(Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    /// Their number.
    pub person: u32,
    /// Their name.
    pub name: Option<String>,
    /// The address they are written to.
    pub email: Option<String>,
    /// The number they are called on.
    pub phone: Option<String>,
    /// Where they work.
    pub company: Option<String>,
    /// Where they live, as two letters; empty if nothing says so.
    pub country: String,
    /// The first day on which a row knows them, as `YYYY-MM-DD`.
    pub first_seen: Option<String>,
    /// How many rows are theirs.
    pub rows: u32,
    /// How many of them are laid out below.
    pub rows_shown: u32,
    /// The verdict in sentences.
    pub said: Vec<Said>,
    /// Where the rows come from: the columns of the comparison and the lanes of events.
    pub sources: Vec<Source>,
    /// What they say side by side.
    pub side: Vec<SideRow>,
    /// What happened, by day.
    pub events: Vec<Event>,
    /// The day of the first no on the cell that the verdict speaks of, as `YYYY-MM-DD`.
    pub refused_since: Option<String>,
    /// The day of the audit, as `YYYY-MM-DD`: where the lanes end.
    pub today: String,
    /// What was found.
    pub findings: Vec<FindingView>,
    /// Why the rows are one person: one reason for every row after the first.
    pub links: Vec<LinkView>,
    /// Others who share an address or a number and are somebody else.
    pub neighbours: Vec<Neighbour>,
    /// The cells, each with what may be decided.
    pub cells: Vec<CellView>,
    /// The cell the verdict speaks of, by its place in `cells`.
    pub main: u32,
    /// What was decided, last first.
    pub decisions: Vec<DecisionView>,
}

/// Where rows of a person come from: a system, or one list of no system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The system.
    pub system: System,
    /// File and sheet, for a list of no system.
    pub list: Option<String>,
    /// How many of the rows laid out come from there.
    pub rows: u32,
}

/// A finding with the cells it follows from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// The rule's id.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub because: String,
    /// The provisions it rests on.
    pub law: Vec<LawView>,
    /// The channel it is about; `None` for the whole person.
    pub channel: Option<Channel>,
    /// The cells it follows from.
    pub cited: Vec<Quoted>,
    /// How many more there are.
    pub more: u32,
}

/// A provision as it is cited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LawView {
    /// The instrument.
    pub instrument: String,
    /// The place in it.
    pub provision: String,
    /// Whether its text was checked against the source.
    pub verified: bool,
}

/// Why a row is this person's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    /// What the two rows share.
    pub by: Field,
    /// A cell of a row that was joined before.
    pub from: Quoted,
    /// A cell of the row it joins.
    pub to: Quoted,
}

/// Somebody else who is reached the same way.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Neighbour {
    /// Their number.
    pub person: u32,
    /// Their name.
    pub name: Option<String>,
    /// The address they are written to.
    pub email: Option<String>,
    /// What they share: the e-mail address or the telephone number.
    pub shares: Field,
}

/// A cell of judgement, and what may be decided about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CellView {
    /// The channel.
    pub channel: Channel,
    /// The purpose as exports name it; empty if none does.
    pub purpose: String,
    /// The grade.
    pub grade: Grade,
    /// Who may be asked again.
    pub class: Class,
    /// What is done.
    pub action: Action,
    /// What the rules ask for.
    pub by_rules: Action,
    /// What is done, in four words.
    pub bucket: Bucket,
    /// The decision that stands, by its number.
    pub decision: Option<u32>,
    /// The four choices, each with the reason that rules it out.
    pub choices: Vec<Choice>,
}

/// One thing that may be decided, or may not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// What it comes to.
    pub bucket: Bucket,
    /// The key of the sentence that says why it is impossible.
    pub refused: Option<String>,
}

/// A decision as the history shows it.
#[derive(Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DecisionView {
    /// Its number.
    pub id: u32,
    /// The channel.
    pub channel: Channel,
    /// The purpose.
    pub purpose: String,
    /// What the rules asked for.
    pub from: Action,
    /// What was decided.
    pub to: Action,
    /// Who decided.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The day, as `YYYY-MM-DD`.
    pub on: String,
    /// The day it was taken back, if it was.
    pub withdrawn_on: Option<String>,
    /// Whether it is what is done now. One that does not stand was taken back, followed by another, or is no longer
    /// permitted.
    pub stands: bool,
}

/// The rows of a person, read once more.
struct Closely<'c> {
    case: &'c Case,
    verdict: Verdict,
    policy: Policy,
    /// The rows laid out, in the order of tables and rows.
    rows: Rows,
    contacts: Vec<Contact>,
    /// The source of each contact, by its place among the sources.
    source_of: Vec<u32>,
    sources: Vec<Source>,
}

impl Case {
    /// One person, closely; `None` for a number that nobody has.
    ///
    /// # Errors
    /// When the case cannot be read.
    pub fn person(&self, ledger: &Ledger, number: u32) -> Result<Option<PersonView>, CaseError> {
        let Some(verdict) = self.store.verdict(number)? else { return Ok(None) };
        let Some(line) = ledger.person(number) else { return Ok(None) };
        let closely = self.closely(verdict)?;
        let verdict = &closely.verdict;
        let main = closely.main();
        let refused = closely.refused(main);
        let events = closely.events();
        let first = events.iter().filter(|event| event.kind.is_a_beginning()).map(|event| &event.told.day).min();
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Ok(Some(PersonView {
            person: number,
            name: owned(line.name()),
            email: verdict.email.clone(),
            phone: verdict.phone.clone(),
            company: owned(line.company()),
            country: verdict.country.word().to_owned(),
            first_seen: first.cloned(),
            rows: short(verdict.rows.len()),
            rows_shown: short(closely.contacts.len()),
            said: closely.said(main, &refused),
            side: closely.side(),
            refused_since: refused.since(),
            today: day(closely.policy.today),
            findings: closely.findings()?,
            links: closely.links()?,
            neighbours: closely.neighbours(ledger),
            cells: self.cells(verdict)?,
            main: short(main),
            decisions: self.history(verdict)?,
            events,
            sources: closely.sources,
        }))
    }

    fn closely(&self, verdict: Verdict) -> Result<Closely<'_>, CaseError> {
        let mut policy = Policy::on(self.settings()?.audit_options().map_or(0, |options| options.today));
        policy.tables = self.table_facts()?;
        let homes: std::collections::BTreeMap<_, _> =
            self.store.tables()?.into_iter().map(|table| (table.id, table.home)).collect();
        let wanted = verdict.rows.iter().take(ROWS).copied();
        let (mut rows, mut contacts) = (Rows::default(), Vec::new());
        let mut last: Option<Normaliser> = None;
        let mut read_by = None;
        self.store.each_row(wanted, |table, row| -> Result<(), CaseError> {
            if read_by != Some(table) {
                let home = homes.get(&table).copied().flatten();
                let options = Options { default_country: home.and_then(|home| home.hint()) };
                last = Some(Normaliser::new(table, &policy.table(table).recognition, &options));
                read_by = Some(table);
            }
            rows.keep(table, row);
            // A row of a verdict was a contact when it was judged.
            contacts.extend(last.as_mut().and_then(|normaliser| normaliser.contact(row).ok()));
            Ok(())
        })?;
        let mut sources: Vec<Source> = Vec::new();
        let source = |contact: &Contact| {
            let table = policy.table(contact.table);
            let list = (table.system() == System::List).then(|| match table.sheet.as_str() {
                "" => table.file.clone(),
                sheet => format!("{}, {sheet}", table.file),
            });
            Source { system: table.system(), list, rows: 0 }
        };
        sources.extend(contacts.iter().map(source));
        sources.sort();
        sources.dedup();
        let place = |contact: &Contact| {
            let of = source(contact);
            sources.iter().position(|source| source.system == of.system && source.list == of.list).unwrap_or_default()
        };
        let source_of: Vec<u32> = contacts.iter().map(|contact| short(place(contact))).collect();
        for source in &source_of {
            sources[*source as usize].rows += 1;
        }
        Ok(Closely { case: self, verdict, policy, rows, contacts, source_of, sources })
    }

    fn cells(&self, verdict: &Verdict) -> Result<Vec<CellView>, CaseError> {
        let decisions = Decisions::of(self.store.decisions()?);
        let choices = |position: usize| {
            let choice = |bucket: Bucket| Choice {
                bucket,
                refused: permits(verdict, position, bucket.action()).err().map(|refused| refused.key().to_owned()),
            };
            Bucket::ALL.map(choice).to_vec()
        };
        Ok(verdict
            .cells
            .iter()
            .enumerate()
            .map(|(position, cell)| CellView {
                channel: cell.channel,
                purpose: cell.purpose.clone(),
                grade: cell.grade,
                class: cell.class,
                action: cell.action,
                by_rules: cell.asked_for(),
                bucket: Bucket::of(cell.action),
                decision: decisions.on(verdict, position).map(|decision| decision.id),
                choices: choices(position),
            })
            .collect())
    }

    /// Every decision about a person, last first.
    fn history(&self, verdict: &Verdict) -> Result<Vec<DecisionView>, CaseError> {
        let history = self.store.decisions()?;
        let about = |decision: &Decision| {
            let known = [verdict.email.as_deref(), verdict.phone.as_deref()];
            known.contains(&Some(decision.key.as_str()))
                && (Some(decision.key.as_str()) == person_key(known[0], known[1]) || !decision.to.permits_sending())
        };
        let decisions = Decisions::of(history.clone());
        let standing: Vec<u32> = (0..verdict.cells.len())
            .filter_map(|cell| decisions.on(verdict, cell).map(|decision| decision.id))
            .collect();
        Ok(history
            .into_iter()
            .rev()
            .filter(about)
            .map(|decision| DecisionView {
                stands: standing.contains(&decision.id),
                id: decision.id,
                channel: decision.channel,
                purpose: decision.purpose,
                from: decision.from,
                to: decision.to,
                by: decision.by,
                reason: decision.reason,
                on: decision.on,
                withdrawn_on: decision.withdrawn_on,
            })
            .collect())
    }
}

impl Closely<'_> {
    fn findings(&self) -> Result<Vec<FindingView>, CaseError> {
        let mut findings = Vec::with_capacity(self.verdict.findings.len());
        for finding in &self.verdict.findings {
            let rule = rules::ALL[usize::from(finding.rule)];
            let cited = finding.evidence.iter().take(CITED).map(|place| self.quote(*place));
            findings.push(FindingView {
                rule: rule.id.to_owned(),
                title: rule.title.to_owned(),
                severity: finding.severity,
                confidence: finding.confidence,
                because: finding.because.clone(),
                law: rule
                    .cites
                    .iter()
                    .map(|provision| LawView {
                        instrument: provision.instrument.to_owned(),
                        provision: provision.provision.to_owned(),
                        verified: provision.verified,
                    })
                    .collect(),
                channel: finding.cell.map(|cell| self.verdict.cells[usize::from(cell)].channel),
                cited: cited.collect::<Result<_, CaseError>>()?,
                more: short(finding.evidence.len().saturating_sub(CITED)),
            });
        }
        findings.sort_by_key(|finding| finding.severity);
        Ok(findings)
    }

    fn links(&self) -> Result<Vec<LinkView>, CaseError> {
        let by = |key: u8| match key {
            0 => Field::Email,
            1 => Field::Phone,
            2 => Field::CustomerId,
            _ => Field::ExternalId,
        };
        let links = self.verdict.links.iter().take(ROWS);
        links
            .map(|(key, from, to)| Ok(LinkView { by: by(*key), from: self.quote(*from)?, to: self.quote(*to)? }))
            .collect()
    }

    fn neighbours(&self, ledger: &Ledger) -> Vec<Neighbour> {
        let mine = |field: Field| -> Vec<&str> {
            let mut texts: Vec<&str> = self.contacts.iter().flat_map(|contact| contact.texts(field)).collect();
            texts.sort_unstable();
            texts.dedup();
            texts
        };
        let (emails, phones) = (mine(Field::Email), mine(Field::Phone));
        let has = |texts: &[&str], text: Option<&str>| text.is_some_and(|text| texts.contains(&text));
        ledger
            .people()
            .filter(|other| other.number() != self.verdict.person)
            .filter_map(|other| {
                let shares = if has(&emails, other.email()) {
                    Field::Email
                } else if has(&phones, other.phone()) {
                    Field::Phone
                } else {
                    return None;
                };
                let owned = |text: Option<&str>| text.map(str::to_owned);
                let (person, name, email) = (other.number(), owned(other.name()), owned(other.email()));
                Some(Neighbour { person, name, email, shares })
            })
            .take(NEIGHBOURS)
            .collect()
    }
}

/// A day, counted from 1970-01-01, as `YYYY-MM-DD`.
fn day(days: i64) -> String {
    let date = chrono::TimeDelta::try_days(days).and_then(|days| chrono::NaiveDate::default().checked_add_signed(days));
    date.unwrap_or_default().format("%Y-%m-%d").to_string()
}

fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl std::fmt::Debug for PersonView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PersonView({}, {} rows, {} findings)", self.person, self.rows, self.findings.len())
    }
}

impl std::fmt::Debug for Neighbour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Neighbour({}, {:?})", self.person, self.shares)
    }
}

impl std::fmt::Debug for DecisionView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DecisionView({}, {:?} to {:?})", self.id, self.from, self.to)
    }
}
