//! What to declare: which few answers would make the most people provable.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::normalise::is_generic_source;
use crate::vocabulary::{Field, Grade, System};

use super::dossier::{Cell, Dossier};
use super::merge::State;
use super::policy::Policy;
use super::record::{Record, Told};

/// What is asked about a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Ask {
    /// Which text people saw, and by which act they agreed.
    WordingAndAct,
    /// Which text people saw.
    Wording,
    /// By which act people agreed.
    Act,
    /// Where people agreed, by which act and to which text.
    Everything,
    /// What a wording that the export names by its version says.
    Text,
}

/// The batch a question is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Question {
    /// What is asked.
    pub ask: Ask,
    /// The system the batch comes from.
    pub system: System,
    /// What the batch shares: its source, form, wording version or, failing these, its file.
    pub batch: String,
    /// What its records are worth now.
    pub now: Grade,
    /// What they would be worth once answered.
    pub then: Grade,
}

impl Question {
    /// A number that tells this question from the others of a case. Never 0.
    pub fn key(&self) -> u32 {
        let said = format!("{:?}\u{1f}{}\u{1f}{}", self.ask, self.system.word(), self.batch);
        let hash = xxhash_rust::xxh3::xxh3_64(said.as_bytes());
        u32::try_from(hash >> 32).expect("half of 64 bits is 32").max(1)
    }
}

/// Counts the people each answer would lift.
#[derive(Debug, Default)]
pub struct Questions {
    people: BTreeMap<Question, u64>,
}

impl Questions {
    /// Counts one person.
    pub fn add(&mut self, dossier: &Dossier<'_>, policy: &Policy) {
        let mut seen: Vec<Question> = Vec::new();
        for cell in &dossier.cells {
            if let Some(question) = question(cell, policy)
                && !seen.contains(&question)
            {
                seen.push(question);
            }
        }
        for question in seen {
            *self.people.entry(question).or_default() += 1;
        }
    }

    /// Joins what another has counted.
    pub fn join(&mut self, other: Self) {
        for (question, people) in other.people {
            *self.people.entry(question).or_default() += people;
        }
    }

    /// The questions, most people first.
    pub fn ranked(self) -> Vec<(Question, u64)> {
        let mut ranked: Vec<(Question, u64)> = self.people.into_iter().collect();
        ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        ranked
    }
}

/// The question that would lift a cell, if any would: nothing that is declared gives a consent its date, and
/// nothing overrides a fingerprint.
pub fn question(cell: &Cell<'_>, policy: &Policy) -> Option<Question> {
    if cell.state != State::Granted || cell.grade >= Grade::E4 {
        return None;
    }
    let record = cell.best()?;
    let proof = &record.proof;
    let spoiled = record.ended.is_some()
        || proof.marks.batch > 0
        || proof.marks.import_time
        || proof.marks.ip_is_shared(proof.source);
    let refused = proof.method.is_some_and(|method| method.is_negative());
    if proof.consent_at.is_none() || spoiled || refused {
        return None;
    }
    let act = proof.method.is_some_and(|method| method.is_affirmative());
    let (ask, then) = match proof.told {
        Told::Unregistered => {
            (Ask::Text, if super::grade::confirmed(proof, policy) && act { Grade::E5 } else { Grade::E4 })
        }
        Told::Nothing if proof.source.is_none() => (Ask::Everything, Grade::E4),
        Told::Nothing if act => (Ask::Wording, Grade::E4),
        Told::Nothing => (Ask::WordingAndAct, Grade::E4),
        Told::Registered(_) | Told::Declared(_) if !act => (Ask::Act, Grade::E4),
        Told::Registered(_) | Told::Declared(_) => return None,
    };
    Some(Question { ask, system: record.system, batch: batch(record, ask, policy), now: record.grade, then })
}

fn batch(record: &Record<'_>, ask: Ask, policy: &Policy) -> String {
    let named = |field: Field| record.contact.text(field).filter(|text| !is_generic_source(text));
    let found = match ask {
        Ask::Text => named(Field::WordingVersion),
        Ask::Everything => None,
        _ => named(Field::ConsentSource).or_else(|| named(Field::ConsentForm)).or_else(|| named(Field::ConsentUrl)),
    };
    found.map_or_else(|| policy.table(record.table).file.clone(), str::to_owned)
}
