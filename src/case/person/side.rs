//! What the systems say side by side.

use serde::Serialize;
use specta::Type;

use crate::audit::status_of;
use crate::normalise::{Contact, Fact, Value};
use crate::vocabulary::{Channel, ConsentStatus, Field, Moment, Precision};

use super::quote::Quoted;
use super::{Closely, day, short};

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SideRow {
    /// What is compared; `None` for the state.
    pub field: Option<Field>,
    /// The channel of a state.
    pub channel: Option<Channel>,
    /// The purpose of a state; empty if none is named.
    pub purpose: String,
    /// Whether the sources contradict each other.
    pub differ: bool,
    /// One per source, in their order.
    pub cells: Vec<SideCell>,
}

/// What one source says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SideCell {
    /// Whether it says anything.
    pub kind: SideKind,
    /// The state.
    pub status: Option<ConsentStatus>,
    /// The day.
    pub told: Option<Told>,
    /// The text.
    pub text: Option<String>,
    /// What speaks against a date.
    pub doubt: Option<Doubt>,
    /// The cells that say so, at most three.
    pub quotes: Vec<Quoted>,
    /// How many more cells of this source tell something.
    pub more: u32,
}

/// Whether a source says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SideKind {
    /// It does.
    Value,
    /// It has a column for it, and nothing stands there.
    Empty,
    /// Its export has no such column.
    NotInExport,
}

/// Why a cell in a column of dates gives no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Doubt {
    /// 1970-01-01 and its kin.
    Placeholder,
    /// No date at all.
    Unreadable,
    /// It lies after the day of the audit.
    Future,
}

/// A moment, as exact as it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    /// The day as written, as `YYYY-MM-DD`.
    pub day: String,
    /// The time as written, as `HH:MM` or `HH:MM:SS`; `None` where only the day is known.
    pub time: Option<String>,
}

impl Told {
    /// A moment as its cell has it.
    pub fn at(moment: Moment) -> Self {
        let second = moment.seconds.rem_euclid(crate::vocabulary::DAY);
        let (hours, minutes, seconds) = (second / 3600, second / 60 % 60, second % 60);
        let time = match moment.precision {
            Precision::Day => None,
            Precision::Minute => Some(format!("{hours:02}:{minutes:02}")),
            Precision::Second => Some(format!("{hours:02}:{minutes:02}:{seconds:02}")),
        };
        Self { day: day(moment.days()), time }
    }
}

/// Compared always, and only where some source tells something.
const COMPARED: [(Field, bool); 16] = [
    (Field::ConsentAt, true),
    (Field::ConsentUntil, false),
    (Field::ConfirmedAt, true),
    (Field::ConsentSource, true),
    (Field::ConsentForm, false),
    (Field::ConsentMethod, false),
    (Field::ConsentIp, false),
    (Field::WordingVersion, false),
    (Field::LegalBasis, false),
    (Field::UnsubscribedAt, true),
    (Field::UnsubscribeReason, false),
    (Field::ComplaintAt, false),
    (Field::BouncedAt, false),
    (Field::LastSentAt, true),
    (Field::LastClickAt, false),
    (Field::PurchaseAt, false),
];

impl Closely<'_> {
    /// The comparison: the state of each cell, then the fields.
    pub fn side(&self) -> Vec<SideRow> {
        let mut rows: Vec<SideRow> =
            self.verdict.cells.iter().map(|cell| self.states(cell.channel, &cell.purpose)).collect();
        let disagree = rows.iter().any(|row| row.differ);
        for (field, always) in COMPARED {
            let cells: Vec<SideCell> = (0..self.sources.len()).map(|source| self.compared(field, source)).collect();
            let told = cells.iter().any(|cell| cell.kind == SideKind::Value);
            if told || always {
                let differ = told && disagree && field == Field::UnsubscribedAt;
                rows.push(SideRow { field: Some(field), channel: None, purpose: String::new(), differ, cells });
            }
        }
        rows
    }

    /// The contacts of a source.
    pub fn of_source(&self, source: usize) -> impl Iterator<Item = &Contact> {
        self.contacts
            .iter()
            .zip(&self.source_of)
            .filter(move |(_, of)| **of as usize == source)
            .map(|(contact, _)| contact)
    }

    fn states(&self, channel: Channel, purpose: &str) -> SideRow {
        let cells: Vec<SideCell> = (0..self.sources.len()).map(|source| self.state(channel, purpose, source)).collect();
        let says = |of: fn(ConsentStatus) -> bool| cells.iter().filter_map(|cell| cell.status).any(of);
        let differ = says(ConsentStatus::is_refusal) && says(|status| status == ConsentStatus::Given);
        SideRow { field: None, channel: Some(channel), purpose: purpose.to_owned(), differ, cells }
    }

    fn state(&self, channel: Channel, purpose: &str, source: usize) -> SideCell {
        let mut stated: Vec<_> =
            self.of_source(source).filter_map(|contact| status_of(contact, channel, purpose)).collect();
        // The strictest first: a no is never hidden behind a yes.
        stated.sort_by_key(|(status, _)| status.strictness());
        let has_column = || self.of_source(source).any(|contact| self.states_anything(contact));
        SideCell {
            kind: match stated.is_empty() {
                false => SideKind::Value,
                true if has_column() => SideKind::Empty,
                true => SideKind::NotInExport,
            },
            status: stated.first().map(|(status, _)| *status),
            told: None,
            text: None,
            doubt: None,
            quotes: stated.iter().take(3).map(|(_, place)| self.own_quote(*place)).collect(),
            more: short(stated.len().saturating_sub(3)),
        }
    }

    fn states_anything(&self, contact: &Contact) -> bool {
        use Field::{DoNotCall, DoNotEmail, DoNotPost, DoNotSms, OptinEmail, OptinPhone, OptinPost, OptinSms, Status};
        let table = self.policy.table(contact.table);
        let states = [Status, OptinEmail, OptinSms, OptinPhone, OptinPost, DoNotEmail, DoNotSms, DoNotCall, DoNotPost];
        table.recognition.table_status.is_some() || states.into_iter().any(|field| table.has(field))
    }

    fn compared(&self, field: Field, source: usize) -> SideCell {
        let mut facts: Vec<(&Contact, &Fact)> = self
            .of_source(source)
            .flat_map(|contact| contact.facts().iter().map(move |fact| (contact, fact)))
            .filter(|(_, fact)| fact.field == field)
            .collect();
        // What is last goes by its latest day, everything else by its earliest.
        let latest = matches!(field, Field::LastSentAt | Field::LastClickAt | Field::PurchaseAt);
        facts.sort_by_key(|(_, fact)| match fact.value {
            Value::Moment(moment) if latest => -moment.seconds,
            Value::Moment(moment) => moment.seconds,
            Value::Text(_) => 0,
            Value::SentinelDate | Value::UnreadableDate => i64::MAX,
        });
        let first = facts.first().map(|(contact, fact)| (*contact, fact.value));
        let has_column = || self.of_source(source).any(|contact| self.policy.table(contact.table).has(field));
        SideCell {
            kind: match first {
                Some(_) => SideKind::Value,
                None if has_column() => SideKind::Empty,
                None => SideKind::NotInExport,
            },
            status: None,
            told: first.and_then(|(_, value)| match value {
                Value::Moment(moment) => Some(Told::at(moment)),
                _ => None,
            }),
            text: first.and_then(|(contact, value)| match value {
                Value::Text(text) => {
                    let text = contact.text_of(text);
                    Some(text[..text.floor_char_boundary(400)].to_owned())
                }
                _ => None,
            }),
            doubt: first.and_then(|(_, value)| match value {
                Value::SentinelDate => Some(Doubt::Placeholder),
                Value::UnreadableDate => Some(Doubt::Unreadable),
                // An end may well lie ahead.
                Value::Moment(moment) if field != Field::ConsentUntil && self.policy.is_future(moment) => {
                    Some(Doubt::Future)
                }
                _ => None,
            }),
            quotes: facts.iter().take(3).map(|(contact, fact)| self.own_quote(contact.place(fact.column))).collect(),
            more: short(facts.len().saturating_sub(3)),
        }
    }
}
