//! The verdict in sentences, as keys of texts with what belongs into them.

use serde::Serialize;
use specta::Type;

use crate::audit::{Refusal, refusals};
use crate::normalise::Value;
use crate::vocabulary::{Class, Column, ConsentStatus, Field, Grade};

use super::side::Told;
use super::{Closely, short};

/// One sentence of a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// The key of the sentence.
    pub key: String,
    /// The sources it speaks of, by their places.
    pub sources: Vec<u32>,
    /// The day it speaks of, as `YYYY-MM-DD`.
    pub day: Option<String>,
}

/// The noes that cover a cell, the first first.
pub struct Refused {
    noes: Vec<(u32, Refusal)>,
}

impl Refused {
    /// The day of the first no that has one.
    pub fn since(&self) -> Option<String> {
        self.first_dated().and_then(|(_, no)| no.at).map(|at| Told::at(at).day)
    }

    fn first_dated(&self) -> Option<&(u32, Refusal)> {
        self.noes.iter().find(|(_, no)| no.at.is_some())
    }
}

impl Closely<'_> {
    /// The cell the verdict speaks of: a refused one that somebody still takes for a yes, else a refused one, else the
    /// best proven.
    pub fn main(&self) -> usize {
        let cells = &self.verdict.cells;
        let worth = |position: &usize| {
            let cell = &cells[*position];
            let refused = cell.grade == Grade::Neg;
            let still = refused && cell.states.iter().any(|state| state.says_yes);
            (still, refused, cell.grade, std::cmp::Reverse(*position))
        };
        (0..cells.len()).max_by_key(worth).unwrap_or_default()
    }

    /// The noes of the person's own rows that cover a cell.
    pub fn refused(&self, cell: usize) -> Refused {
        let cell = &self.verdict.cells[cell];
        let mut noes = Vec::new();
        if cell.grade == Grade::Neg {
            for (contact, source) in self.contacts.iter().zip(&self.source_of) {
                let of_row = refusals(contact, cell.channel, &cell.purpose, false, &self.policy);
                noes.extend(of_row.map(|no| (*source, no)));
            }
        }
        // Of two noes of one moment the graver: who reported spam was unsubscribed by it.
        noes.sort_by_key(|(source, no)| (no.at.map_or(i64::MAX, |at| at.seconds), no.status.strictness(), *source));
        Refused { noes }
    }

    /// The verdict on a cell in sentences.
    pub fn said(&self, cell: usize, refused: &Refused) -> Vec<Said> {
        let sentence = |key: &str, sources: Vec<u32>, day: Option<String>| Said { key: key.to_owned(), sources, day };
        let about = &self.verdict.cells[cell];
        let yes = self.with_status(cell, ConsentStatus::Given);
        let given = || self.day_of(Field::ConsentAt, &yes);
        let said = |key: &str| vec![sentence(key, yes.clone(), None)];
        match about.grade {
            Grade::Neg => self.no(cell, refused, yes),
            Grade::Dead => {
                vec![sentence("people-said-undeliverable", self.with_status(cell, ConsentStatus::Bounced), None)]
            }
            _ if about.class == Class::P => {
                let asked = self.with_status(cell, ConsentStatus::Pending);
                let day = self.day_of(Field::ConsentAt, &asked);
                vec![sentence(if day.is_some() { "people-said-asked-on" } else { "people-said-asked" }, asked, day)]
            }
            Grade::E5 | Grade::E4 => match given() {
                Some(day) => vec![sentence("people-said-proven-on", yes.clone(), Some(day))],
                None => said("people-said-proven"),
            },
            Grade::E3 | Grade::E2 | Grade::E1 => match given() {
                Some(day) => vec![sentence("people-said-yes-on", yes.clone(), Some(day))],
                None => said("people-said-yes"),
            },
            Grade::SoPlus => said("people-said-customer"),
            Grade::SoMinus => said("people-said-customer-unshown"),
            Grade::B2b => said("people-said-business"),
            Grade::E0 if yes.is_empty() => said("people-said-nothing"),
            Grade::E0 => said("people-said-yes-worthless"),
        }
    }

    fn no(&self, cell: usize, refused: &Refused, yes: Vec<u32>) -> Vec<Said> {
        let first = refused.first_dated().or_else(|| refused.noes.first());
        let Some((source, no)) = first else {
            return vec![Said { key: "people-said-no-shared".to_owned(), sources: Vec::new(), day: None }];
        };
        let day = no.at.map(|at| Told::at(at).day);
        let key = match (no.status, day.is_some()) {
            (ConsentStatus::Complained, true) => "people-said-complained-on",
            (ConsentStatus::Complained, false) => "people-said-complained",
            (ConsentStatus::Suppressed, _) => "people-said-suppressed",
            (ConsentStatus::Erased, true) => "people-said-erased-on",
            (ConsentStatus::Erased, false) => "people-said-erased",
            (_, true) => "people-said-no-on",
            (_, false) => "people-said-no",
        };
        let mut said = vec![Said { key: key.to_owned(), sources: vec![*source], day }];
        if !yes.is_empty() {
            said.push(Said { key: "people-said-still".to_owned(), sources: yes, day: None });
        }
        said.extend(self.wrote_again(cell, no));
        said
    }

    /// The last message sent on the channel after the no.
    fn wrote_again(&self, cell: usize, no: &Refusal) -> Option<Said> {
        let refused = no.at?;
        if self.verdict.cells[cell].channel != crate::vocabulary::Channel::Email {
            return None;
        }
        let sent = self.contacts.iter().zip(&self.source_of).filter_map(|(contact, source)| {
            let at = contact.moment(Field::LastSentAt).filter(|at| !self.policy.is_future(*at))?;
            at.is_surely_after(refused, contact.table == no.place.table).then_some((at, *source))
        });
        let (at, source) = sent.max_by_key(|(at, source)| (at.seconds, std::cmp::Reverse(*source)))?;
        Some(Said { key: "people-said-wrote-again".to_owned(), sources: vec![source], day: Some(Told::at(at).day) })
    }

    /// The sources of which some row asserts a state of a cell.
    fn with_status(&self, cell: usize, status: ConsentStatus) -> Vec<u32> {
        let cell = &self.verdict.cells[cell];
        let says = |source: &usize| {
            self.of_source(*source).any(|contact| {
                crate::audit::status_of(contact, cell.channel, &cell.purpose).is_some_and(|(said, _)| said == status)
            })
        };
        (0..self.sources.len()).filter(says).map(short).collect()
    }

    /// The earliest day of a field in some sources.
    fn day_of(&self, field: Field, sources: &[u32]) -> Option<String> {
        let facts = self
            .contacts
            .iter()
            .zip(&self.source_of)
            .filter(|(_, source)| sources.contains(source))
            .flat_map(|(contact, _)| contact.facts())
            .filter(|fact| fact.field == field && fact.column != Column::WHOLE_ROW);
        let moments = facts.filter_map(|fact| if let Value::Moment(moment) = fact.value { Some(moment) } else { None });
        moments
            .filter(|moment| !self.policy.is_future(*moment))
            .min_by_key(|moment| moment.seconds)
            .map(|at| Told::at(at).day)
    }
}
