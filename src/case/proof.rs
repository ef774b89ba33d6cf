//! What would let the controller vouch for more: the questions whose answers lift the most people, and the answers
//! given so far.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;
use specta::Type;

use crate::audit::declaration_file::{self, Given};
use crate::audit::{Ask, Question};
use crate::store::Ledger;
use crate::vocabulary::{Channel, Class, DAY, Grade, System};

use super::facts::OutcomeFacts;
use super::findings::shown;
use super::{Bucket, Case, CaseError, Summary};

/// What is asked, and what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProofView {
    /// How many people there are.
    pub people: u32,
    /// What may be done with them now.
    pub outcome: OutcomeFacts,
    /// What the best few answers would do together.
    pub best: BestAnswers,
    /// The questions, most people first.
    pub questions: Vec<OpenQuestion>,
    /// The answers, in the order of the file.
    pub answers: Vec<GivenAnswer>,
    /// The controller a text has to name.
    pub controller: Option<String>,
    /// The day the audit speaks of.
    pub today: String,
}

/// What a few answers would do: everybody is counted once, whichever answers would lift them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BestAnswers {
    /// The questions, by their keys.
    pub questions: Vec<u32>,
    /// People who cannot be vouched for now and would reach a grade that can.
    pub people: u32,
}

/// A question, and whom its answer would lift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenQuestion {
    /// What tells it from the others.
    pub key: u32,
    /// What is missing.
    pub ask: Ask,
    /// The system the batch comes from.
    pub system: System,
    /// What the batch shares. Written by strangers.
    pub batch: String,
    /// People of whom a cell rests on it.
    pub people: u32,
    /// Of these, people who cannot be vouched for now.
    pub lifted: u32,
    /// What most of them are worth now.
    pub now: Grade,
    /// What they would be worth.
    pub then: Grade,
    /// The channels their cells are about.
    pub channels: Vec<Channel>,
    /// The day of the first consent, as `YYYY-MM-DD`.
    pub from_day: Option<String>,
    /// The day of the last.
    pub to_day: Option<String>,
}

/// What somebody declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GivenAnswer {
    /// Its name in the file.
    pub id: String,
    /// Who says so; empty for a text nobody signed.
    pub by: String,
    /// When it was said.
    pub on: String,
    /// The proof attached to it.
    pub proof: Option<String>,
    /// The system it speaks of, by its word.
    pub system: Option<String>,
    /// The batch it speaks of; empty for all of a system. Written by strangers.
    pub batch: String,
    /// The first day it covers.
    pub from: Option<String>,
    /// The last day it covers.
    pub until: Option<String>,
    /// The act it names.
    pub method: Option<String>,
    /// The text it supplies.
    pub text: Option<String>,
    /// The channels the text asks for.
    pub channels: Vec<Channel>,
    /// The purposes it asks for.
    pub purposes: Vec<String>,
    /// People who may be written to and rest on it; `None` for a text that the export names itself.
    pub people: Option<u32>,
}

/// Questions the heading speaks of.
const FEW: usize = 3;

impl Case {
    /// What is asked, and what was answered. `None` before the first audit, and when rows have changed since.
    ///
    /// # Errors
    /// When the casefile or the declarations of the case cannot be read.
    pub fn proof(&self, ledger: &Ledger) -> Result<Option<ProofView>, CaseError> {
        let Some(summary) = self.summary()? else { return Ok(None) };
        let settings = self.settings()?;
        let counted = Lifted::of(ledger);
        let mut questions: Vec<OpenQuestion> =
            by_key(&summary).into_iter().map(|(key, question)| counted.question(key, &question)).collect();
        // What lifts nobody is not worth a person's time.
        questions.retain(|question| question.lifted > 0);
        questions.sort_by(|a, b| (b.lifted, b.people, &a.batch, a.key).cmp(&(a.lifted, a.people, &b.batch, b.key)));
        let answers = declaration_file::given(&settings.declarations)?;
        Ok(Some(ProofView {
            people: shown(ledger.len() as u64),
            outcome: counted.outcome,
            best: counted.best(),
            questions,
            answers: answers.into_iter().map(|answer| given(answer, &summary)).collect(),
            controller: settings.controller.filter(|controller| !controller.trim().is_empty()),
            today: settings.today,
        }))
    }

    /// The question with a key.
    pub(super) fn asked(&self, key: u32) -> Result<Option<Question>, CaseError> {
        Ok(self.summary()?.and_then(|summary| by_key(&summary).remove(&key)))
    }
}

/// One question per key: where the records of a batch are worth different things, what most of them are worth.
fn by_key(summary: &Summary) -> BTreeMap<u32, Question> {
    let mut questions = BTreeMap::new();
    // They come with most people first.
    for (question, _) in &summary.questions {
        questions.entry(question.key()).or_insert_with(|| question.clone());
    }
    questions
}

/// What the ledger says of the questions.
#[derive(Default)]
struct Lifted {
    outcome: OutcomeFacts,
    by_key: HashMap<u32, Batch>,
    /// People who cannot be vouched for now, by the questions that would lift them.
    unvouched: HashMap<Vec<u32>, u32>,
}

#[derive(Default)]
struct Batch {
    people: u32,
    lifted: u32,
    channels: u8,
    days: Option<(i64, i64)>,
}

impl Lifted {
    fn of(ledger: &Ledger) -> Self {
        let mut lifted = Self::default();
        let (mut keys, mut lifting): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for person in ledger.people() {
            let bucket = Bucket::of_person(person);
            lifted.outcome.add(bucket);
            keys.clear();
            lifting.clear();
            for cell in person.cells() {
                let Some(key) = cell.question() else { continue };
                let batch = lifted.by_key.entry(key).or_default();
                batch.channels |= 1 << cell.channel() as u8;
                if let Some(day) = cell.consent_at().map(|at| at.div_euclid(DAY)) {
                    let (from, to) = batch.days.unwrap_or((day, day));
                    batch.days = Some((from.min(day), to.max(day)));
                }
                if !keys.contains(&key) {
                    keys.push(key);
                    batch.people += 1;
                }
                // No answer lets anybody write to a bought address or a child.
                if bucket != Bucket::Keep && cell.class() != Class::N && !lifting.contains(&key) {
                    lifting.push(key);
                    batch.lifted += 1;
                }
            }
            if !lifting.is_empty() {
                lifting.sort_unstable();
                match lifted.unvouched.get_mut(lifting.as_slice()) {
                    Some(people) => *people += 1,
                    None => {
                        lifted.unvouched.insert(lifting.clone(), 1);
                    }
                }
            }
        }
        lifted
    }

    fn question(&self, key: u32, question: &Question) -> OpenQuestion {
        let nobody = Batch::default();
        let batch = self.by_key.get(&key).unwrap_or(&nobody);
        let day = |day: i64| {
            let days = TimeDelta::try_days(day)?;
            Some(NaiveDate::default().checked_add_signed(days)?.to_string())
        };
        OpenQuestion {
            key,
            ask: question.ask,
            system: question.system,
            batch: question.batch.clone(),
            people: batch.people,
            lifted: batch.lifted,
            now: question.now,
            then: question.then,
            channels: Channel::ALL.into_iter().filter(|channel| batch.channels & 1 << *channel as u8 != 0).collect(),
            from_day: batch.days.and_then(|(from, _)| day(from)),
            to_day: batch.days.and_then(|(_, to)| day(to)),
        }
    }

    /// The few questions that lift most, each chosen for what it adds to those before it.
    fn best(&self) -> BestAnswers {
        let mut best = BestAnswers::default();
        let mut left: Vec<(&[u32], u32)> =
            self.unvouched.iter().map(|(keys, people)| (keys.as_slice(), *people)).collect();
        while best.questions.len() < FEW {
            let mut adds: BTreeMap<u32, u32> = BTreeMap::new();
            for (keys, people) in &left {
                keys.iter().for_each(|key| *adds.entry(*key).or_default() += people);
            }
            let Some((key, people)) = adds.into_iter().max_by_key(|(key, people)| (*people, std::cmp::Reverse(*key)))
            else {
                break;
            };
            best.questions.push(key);
            best.people += people;
            left.retain(|(keys, _)| !keys.contains(&key));
        }
        best
    }
}

fn given(answer: Given, summary: &Summary) -> GivenAnswer {
    let people = summary.declared.get(&answer.id).copied().unwrap_or_default();
    let batch = answer.batch;
    let about = [batch.source, batch.form, batch.url, batch.list, batch.file];
    GivenAnswer {
        people: (!answer.is_wording).then(|| shown(people)),
        batch: if answer.is_wording {
            answer.id.clone()
        } else {
            about.into_iter().flatten().find(|text| !text.is_empty()).unwrap_or_default()
        },
        id: answer.id,
        by: answer.by,
        on: answer.on,
        proof: answer.proof,
        system: batch.system,
        from: batch.from.or_else(|| answer.wording.as_ref()?.released.map(|day| day.to_string())),
        until: batch.until,
        method: answer.supplies.method,
        channels: answer.wording.as_ref().map(|wording| wording.channels.clone()).unwrap_or_default(),
        purposes: answer.wording.as_ref().map(|wording| wording.purposes.clone()).unwrap_or_default(),
        text: answer.wording.map(|wording| wording.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_promised_twice() {
        let unvouched = HashMap::from([(vec![1], 10), (vec![1, 2], 30), (vec![2], 15), (vec![3], 20), (vec![4], 1)]);
        let best = Lifted { unvouched, ..Lifted::default() }.best();
        assert_eq!(best, BestAnswers { questions: vec![2, 3, 1], people: 75 });
    }
}
