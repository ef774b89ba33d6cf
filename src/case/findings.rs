//! What the Findings screen shows: whom the lists may still write to, which systems disagree, when consent was given,
//! and the rules that fired. Counted when people are judged and when somebody decides, and kept: a case opens on it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::rules;
use crate::store::{Ledger, LedgerCell, Person};
use crate::vocabulary::{Severity, Voice, VoiceId, Voices};

use super::consents::ConsentDates;
use super::facts::OutcomeFacts;
use super::glance::Glance;
use super::{ActionCounts, Bucket, Case, CaseError, Summary};

/// What is wrong, at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// How many people there are.
    pub people: u32,
    /// What may be done with them.
    pub outcome: OutcomeFacts,
    /// The same by action, each person once. Nothing where it was counted by an earlier edition.
    #[serde(default)]
    pub actions: Option<ActionCounts>,
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

/// Which systems say no where others still say yes. Every list of no system speaks for itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DisagreementMatrix {
    /// People about whom any two systems disagree so, or two rows of one.
    pub people: u32,
    /// Of these, those about whom only rows of one system do.
    #[serde(default)]
    pub within_one: u32,
    /// The voices of the case, in their order.
    pub systems: Vec<SystemVoice>,
    /// Pairs of them that disagree about anybody.
    pub pairs: Vec<SystemPair>,
}

/// A voice, and whether it can say no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SystemVoice {
    /// The system, or the list.
    pub voice: Voice,
    /// Whether a refusal would show in its exports. Where it would not, that nobody refused proves nothing.
    pub carries_refusals: bool,
}

/// People who said no in one system and are still a yes in another, or in another row of the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SystemPair {
    /// Where the no stands.
    pub no_in: Voice,
    /// Where the yes stands.
    pub yes_in: Voice,
    /// How many people. Never 0.
    pub people: u32,
}

/// A rule that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
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

impl Case {
    /// What is wrong, at a glance, as it was counted when it last changed. `None` before the first audit, when rows
    /// have changed since, and after a decision until [`Case::overview`] has counted anew.
    ///
    /// # Errors
    /// When the casefile cannot be read.
    pub fn counted_overview(&self) -> Result<Option<Overview>, CaseError> {
        Ok(self.kept_counts()?.and_then(|kept| kept.overview).map(Overview::in_words_of_today))
    }

    /// What is wrong, at a glance. `None` before the first audit, and when rows have changed since.
    ///
    /// # Errors
    /// When the casefile cannot be read, or not be written: what was counted is kept.
    pub fn overview(&self, ledger: &Ledger) -> Result<Option<Overview>, CaseError> {
        let Some(kept) = self.kept_counts()? else { return Ok(None) };
        if let Some(overview) = kept.overview {
            return Ok(Some(overview.in_words_of_today()));
        }
        let overview = self.seen_at(Glance::at(ledger), ledger.voices(), &kept.summary)?;
        self.keep_counts(&kept.summary, Some(&overview))?;
        Ok(Some(overview))
    }

    /// What a glance comes to.
    pub(super) fn seen_at(&self, glance: Glance, voices: &Voices, summary: &Summary) -> Result<Overview, CaseError> {
        let mut fired: Vec<FiredRule> = (0..)
            .zip(rules::ALL)
            .filter_map(|(position, rule)| {
                let counted = summary.rules.get(rule.id)?;
                Some(FiredRule {
                    id: rule.id.to_owned(),
                    number: rule.number.to_owned(),
                    severity: severity(&counted.severity)?,
                    title: rule.title.to_owned(),
                    people: glance.fired(position),
                    findings: shown(counted.findings),
                })
            })
            .collect();
        fired.sort_by(|a, b| (a.severity, b.people, &a.id).cmp(&(b.severity, a.people, &b.id)));
        let Glance { people, outcome, actions, declared, dates, .. } = glance;
        Ok(Overview {
            people,
            outcome,
            actions: Some(actions),
            declared,
            rows: shown(summary.rows),
            disagreement: DisagreementMatrix {
                people: glance.disagreeing,
                within_one: glance.within_one,
                systems: self.heard()?,
                pairs: pairs(&glance.pairs, voices),
            },
            consents: dates.finish(self)?,
            rules: fired,
            catalogue: shown(rules::ALL.len() as u64),
            questions: shown(glance.lifting.len() as u64),
        })
    }
}

impl Overview {
    /// With the titles of this edition of the rules: what was counted may be older.
    fn in_words_of_today(mut self) -> Self {
        for fired in &mut self.rules {
            if let Some(rule) = rules::ALL.iter().find(|rule| rule.id == fired.id) {
                rule.number.clone_into(&mut fired.number);
                rule.title.clone_into(&mut fired.title);
            }
        }
        self
    }
}

/// The pairs of voices that disagree, from their places.
fn pairs(counted: &BTreeMap<(VoiceId, VoiceId), u32>, voices: &Voices) -> Vec<SystemPair> {
    let pair = |(&(no_in, yes_in), &people): (&(VoiceId, VoiceId), &u32)| {
        let (no_in, yes_in) = (voices.get(no_in)?.clone(), voices.get(yes_in)?.clone());
        Some(SystemPair { no_in, yes_in, people })
    };
    counted.iter().filter_map(pair).collect()
}

/// The cell a person rests on: the best documented, the first of equals.
pub fn best_cell(person: Person<'_>) -> LedgerCell<'_> {
    let mut cells = person.cells();
    let first = cells.next().expect("every person has a cell");
    cells.fold(first, |best, cell| if cell.grade() > best.grade() { cell } else { best })
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

    pub(super) fn join(&mut self, other: Self) {
        self.keep += other.keep;
        self.hold += other.hold;
        self.stop += other.stop;
        self.delete += other.delete;
    }
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
    use crate::vocabulary::{Action, Channel, Class, ConsentStatus, Grade, System};

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
        let systems = [System::Mailchimp, System::HubSpot, System::Shopify];
        let voices = Voices::of(systems.map(Voice::from));
        let mut ledger = Ledger::with(voices.clone());
        for person in 0..1_000_000_u32 {
            let cell = |channel: Channel| CellLine {
                channel,
                grade: Grade::ALL[person as usize % Grade::ALL.len()],
                class: Class::D,
                action: Action::ALL[person as usize % Action::ALL.len()],
                rules: 1 << (person % 30) | 1 << (person % 7),
                states: systems
                    .into_iter()
                    .zip([ConsentStatus::Withdrawn, ConsentStatus::Given, ConsentStatus::Given])
                    .map(|(system, status)| {
                        let voice = voices.place(&system.into());
                        StateLine { voice, status, says_yes: status == ConsentStatus::Given }
                    })
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
        case.keep_counts(&summary, None).unwrap();
        let timed = |what: &str, work: &dyn Fn()| {
            let start = Instant::now();
            work();
            let taken = start.elapsed();
            eprintln!("{what}: {} ms for a million people with two cells each", taken.as_millis());
            assert!(cfg!(debug_assertions) || taken.as_millis() < 200, "{what} takes {taken:?}");
        };
        timed("overview", &|| {
            assert_eq!(case.seen_at(Glance::at(&ledger), &voices, &summary).unwrap().people, 1_000_000)
        });
        timed("proof", &|| assert_eq!(case.proof(&ledger).unwrap().unwrap().questions.len(), 50));
    }
}
