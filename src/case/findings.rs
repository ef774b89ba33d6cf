//! What the Findings screen shows: whom the lists may still write to, which systems disagree, when consent was given,
//! and the rules that fired. Counted from the ledger in one pass, so that it follows whatever the ledger says.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;
use specta::Type;

use crate::audit::rules;
use crate::store::{Ledger, LedgerCell, Person};
use crate::vocabulary::{Class, Severity, System};

use super::consents::{ConsentDates, Dates};
use super::facts::OutcomeFacts;
use super::{Bucket, Case, CaseError};

/// What is wrong, at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// How many people there are.
    pub people: u32,
    /// What may be done with them.
    pub outcome: OutcomeFacts,
    /// Of those who may be kept, how many rest on what somebody declared.
    pub declared: u32,
    /// Rows read.
    pub rows: u32,
    /// Who said no in one system and yes in another.
    pub disagreement: DisagreementMatrix,
    /// When consent was given.
    pub consents: ConsentDates,
    /// The rules that fired, worst first.
    pub rules: Vec<FiredRule>,
    /// How many rules there are.
    pub catalogue: u32,
    /// How many questions would let the controller vouch for more.
    pub questions: u32,
}

/// Which systems say no where others still say yes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DisagreementMatrix {
    /// People about whom any two systems disagree so.
    pub people: u32,
    /// The systems of the case.
    pub systems: Vec<SystemVoice>,
    /// Pairs of systems that disagree about anybody.
    pub pairs: Vec<SystemPair>,
}

/// A system, and whether it can say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SystemVoice {
    /// The system.
    pub system: System,
    /// Whether a refusal would show in its exports. Where it would not, that nobody refused proves nothing.
    pub carries_refusals: bool,
}

/// People who said no in one system and are still a yes in another, or in another row of the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SystemPair {
    /// Where the no stands.
    pub no_in: System,
    /// Where the yes stands.
    pub yes_in: System,
    /// How many people. Never 0.
    pub people: u32,
}

/// A rule that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FiredRule {
    /// The rule's name.
    pub id: String,
    /// The rule book's number.
    pub number: String,
    /// Its worst severity here.
    pub severity: Severity,
    /// Its title.
    pub title: String,
    /// People it is about; 0 where it speaks of files and columns.
    pub people: u32,
    /// Findings.
    pub findings: u32,
}

/// How many systems there are, as places in an array.
const SYSTEMS: usize = System::ALL.len();

impl Case {
    /// What is wrong, at a glance. `None` before the first audit, and when rows have changed since.
    ///
    /// # Errors
    /// When the casefile cannot be read.
    pub fn overview(&self, ledger: &Ledger) -> Result<Option<Overview>, CaseError> {
        let Some(summary) = self.summary()? else { return Ok(None) };
        let mut count = Count::default();
        let mut dates = Dates::default();
        let mut per_rule = [0_u32; 64];
        for person in ledger.people() {
            count.add(person);
            dates.add(person);
            let mut fired = person.cells().fold(0, |bits, cell| bits | cell.rules());
            while fired != 0 {
                per_rule[fired.trailing_zeros() as usize] += 1;
                fired &= fired - 1;
            }
        }
        let mut fired: Vec<FiredRule> = (0..)
            .zip(rules::ALL)
            .filter_map(|(position, rule)| {
                let counted = summary.rules.get(rule.id)?;
                Some(FiredRule {
                    id: rule.id.to_owned(),
                    number: rule.number.to_owned(),
                    severity: severity(&counted.severity)?,
                    title: rule.title.to_owned(),
                    people: per_rule.get(position).copied().unwrap_or_default(),
                    findings: shown(counted.findings),
                })
            })
            .collect();
        fired.sort_by(|a, b| (a.severity, b.people, &a.id).cmp(&(b.severity, a.people, &b.id)));
        Ok(Some(Overview {
            people: shown(ledger.len() as u64),
            outcome: count.outcome,
            declared: count.declared,
            rows: shown(summary.rows),
            disagreement: count.disagreement(self.voices()?),
            consents: dates.finish(self, ledger)?,
            rules: fired,
            catalogue: shown(rules::ALL.len() as u64),
            questions: shown(count.lifting.len() as u64),
        }))
    }

    /// The systems of the case, in their order.
    fn voices(&self) -> Result<Vec<SystemVoice>, CaseError> {
        let mut voices: Vec<SystemVoice> = Vec::new();
        for table in self.store.tables()? {
            let (system, carries_refusals) = (table.recognition.system, table.recognition.carries_refusals);
            match voices.iter_mut().find(|voice| voice.system == system) {
                Some(voice) => voice.carries_refusals |= carries_refusals,
                None => voices.push(SystemVoice { system, carries_refusals }),
            }
        }
        voices.sort_by_key(|voice| voice.system);
        Ok(voices)
    }
}

/// The cell a person rests on: the best documented, the first of equals.
pub fn best_cell(person: Person<'_>) -> LedgerCell<'_> {
    let mut cells = person.cells();
    let first = cells.next().expect("every person has a cell");
    cells.fold(first, |best, cell| if cell.grade() > best.grade() { cell } else { best })
}

/// What becomes of a person: the best of their cells.
pub(super) fn bucket(person: Person<'_>) -> Bucket {
    person.cells().map(|cell| Bucket::of(cell.action())).max().unwrap_or(Bucket::Delete)
}

impl OutcomeFacts {
    pub(super) fn add(&mut self, bucket: Bucket) {
        match bucket {
            Bucket::Keep => self.keep += 1,
            Bucket::Hold => self.hold += 1,
            Bucket::Stop => self.stop += 1,
            Bucket::Delete => self.delete += 1,
        }
    }
}

/// What is counted of everybody.
#[derive(Default)]
struct Count {
    outcome: OutcomeFacts,
    declared: u32,
    disagreeing: u32,
    /// Questions whose answers would lift somebody who cannot be vouched for now.
    lifting: HashSet<u32>,
    last_lifting: Option<u32>,
    /// People by the system that says no and the one that says yes.
    pairs: BTreeMap<(usize, usize), u32>,
}

impl Count {
    fn add(&mut self, person: Person<'_>) {
        let bucket = bucket(person);
        self.outcome.add(bucket);
        let rests_on_a_word = |cell: LedgerCell<'_>| cell.declared() && Bucket::of(cell.action()) == Bucket::Keep;
        self.declared += u32::from(bucket == Bucket::Keep && person.cells().any(rests_on_a_word));

        if bucket != Bucket::Keep {
            for key in person.cells().filter(|cell| cell.class() != Class::N).filter_map(LedgerCell::question) {
                // The neighbours of a list often share a question.
                if self.last_lifting != Some(key) {
                    self.lifting.insert(key);
                    self.last_lifting = Some(key);
                }
            }
        }

        // Most people are of one mind: only for the others is anything kept.
        let mut yes_where_no_in: Option<[u64; SYSTEMS]> = None;
        for cell in person.cells() {
            let (no, yes) = voices_of(cell);
            if no != 0 && yes != 0 {
                let found = yes_where_no_in.get_or_insert([0; SYSTEMS]);
                ones(no).for_each(|no_in| found[no_in] |= yes);
            }
        }
        let Some(yes_where_no_in) = yes_where_no_in else { return };
        self.disagreeing += 1;
        for (no_in, found) in yes_where_no_in.into_iter().enumerate() {
            ones(found).for_each(|yes_in| *self.pairs.entry((no_in, yes_in)).or_default() += 1);
        }
    }

    fn disagreement(&self, systems: Vec<SystemVoice>) -> DisagreementMatrix {
        let pair = |(&(no_in, yes_in), &people): (&(usize, usize), &u32)| SystemPair {
            no_in: System::ALL[no_in],
            yes_in: System::ALL[yes_in],
            people,
        };
        let pairs = self.pairs.iter().map(pair).collect();
        DisagreementMatrix { people: self.disagreeing, systems, pairs }
    }
}

/// The systems that say no and those that say yes in a cell, as bits by their place.
fn voices_of(cell: LedgerCell<'_>) -> (u64, u64) {
    cell.states().iter().fold((0, 0), |(no, yes), state| {
        let bit = 1_u64 << state.system as usize;
        (if state.status.is_refusal() { no | bit } else { no }, if state.says_yes { yes | bit } else { yes })
    })
}

/// The places of the bits that are set.
fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = bits.trailing_zeros() as usize;
        bits &= bits.checked_sub(1)?;
        Some(at)
    })
}

fn severity(word: &str) -> Option<Severity> {
    Severity::ALL.into_iter().find(|severity| severity.word() == word)
}

/// A count as the window gets it.
pub(super) fn shown(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::time::Instant;

    use super::*;
    use crate::audit::{Ask, CountryCode, Question};
    use crate::case::{Settings, Summary};
    use crate::store::{Casefile, CellLine, PersonLine, StateLine};
    use crate::vocabulary::{Action, Channel, ConsentStatus, Grade};

    /// `cargo nextest run --workspace --run-ignored only a_million --no-capture` prints what each view takes.
    #[test]
    #[ignore = "measures"]
    fn a_million_people_are_counted_in_the_blink_of_an_eye() {
        let asked = |number: u32| Question {
            ask: Ask::Wording,
            system: System::Mailchimp,
            batch: format!("form {number}"),
            now: Grade::E2,
            then: Grade::E4,
        };
        let mut summary = Summary { people: 1_000_000, ..Summary::default() };
        summary.questions = (0..50).map(|number| (asked(number), 1)).collect();
        let keys: Vec<u32> = (0..50).map(|number| asked(number).key()).collect();
        let mut ledger = Ledger::default();
        for person in 0..1_000_000_u32 {
            let cell = |channel: Channel| CellLine {
                channel,
                grade: Grade::ALL[person as usize % Grade::ALL.len()],
                class: Class::D,
                action: Action::ALL[person as usize % Action::ALL.len()],
                rules: 1 << (person % 30) | 1 << (person % 7),
                states: [System::Mailchimp, System::HubSpot, System::Shopify]
                    .into_iter()
                    .zip([ConsentStatus::Withdrawn, ConsentStatus::Given, ConsentStatus::Given])
                    .map(|(system, status)| StateLine { system, status, says_yes: status == ConsentStatus::Given })
                    .collect(),
                consent_at: Some(1_300_000_000 + i64::from(person.wrapping_mul(7919) % 400_000_000)),
                in_batch: person.is_multiple_of(50),
                declared: false,
                question: Some(keys[person as usize % keys.len()]),
            };
            let line = PersonLine {
                person,
                email: Some(format!("{person}@example.org")),
                phone: None,
                name: None,
                company: None,
                country: CountryCode::UNKNOWN,
                rows: 1,
                cells: vec![cell(Channel::Email), cell(Channel::Sms)],
            };
            ledger.push(&line);
        }
        let case = Case::new(Casefile::throwaway().unwrap());
        case.keep_settings(&Settings { today: "2026-11-01".to_owned(), ..Settings::default() }).unwrap();
        case.keep_summary(&summary).unwrap();
        let timed = |what: &str, work: &dyn Fn()| {
            let start = Instant::now();
            work();
            let taken = start.elapsed();
            eprintln!("{what}: {} ms for a million people with two cells each", taken.as_millis());
            assert!(cfg!(debug_assertions) || taken.as_millis() < 200, "{what} takes {taken:?}");
        };
        timed("overview", &|| assert!(case.overview(&ledger).unwrap().is_some()));
        timed("proof", &|| assert_eq!(case.proof(&ledger).unwrap().unwrap().questions.len(), 50));
    }
}
