//! A row once it is understood: facts and claims, each with its column.

use serde::{Deserialize, Serialize};

use crate::vocabulary::{Channel, Column, ConsentStatus, Field, Moment, Place, TableId};

/// One accepted row. Every value knows its cell; what is unknown is absent.
///
/// `Debug` shows counts only: the content is personal data.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    /// The table it was read from.
    pub table: TableId,
    /// Its row as a person sees it in a spreadsheet.
    pub row: u32,
    facts: Vec<Fact>,
    claims: Vec<Claim>,
    open: Vec<Column>,
    text: String,
}

/// Who somebody is, and when and why they said no.
const OF_A_REFUSAL: [Field; 11] = [
    Field::Email,
    Field::Phone,
    Field::FirstName,
    Field::LastName,
    Field::FullName,
    Field::ExternalId,
    Field::CustomerId,
    Field::UnsubscribedAt,
    Field::UnsubscribeReason,
    Field::ComplaintAt,
    Field::ErasedAt,
];

/// What one cell tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is about.
    pub field: Field,
    /// The column it stands in.
    pub column: Column,
    /// The value.
    pub value: Value,
}

/// The value of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// A text; see [`Contact::text_of`].
    Text(Text),
    /// A date.
    Moment(Moment),
    /// A placeholder where a date should be: 1970-01-01, 0000-00-00 and their kin (rule book R016).
    SentinelDate,
    /// Something in a date column that is no date.
    UnreadableDate,
}

/// A part of the contact's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    start: u32,
    length: u32,
}

/// What the row says about one channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The channel.
    pub channel: Channel,
    /// The purpose as named by the export; empty if it names none.
    pub purpose: Text,
    /// The state claimed. Never `Unknown`: what is unknown makes no claim.
    pub status: ConsentStatus,
    /// The column that says so.
    pub column: Column,
    /// When it became so, if the row says.
    pub at: Option<Moment>,
    /// Whether it speaks of every channel ("unsubscribe all", "do not contact", an erasure).
    pub all_channels: bool,
}

impl Contact {
    /// An empty contact of a row.
    pub fn new(table: TableId, row: u32) -> Self {
        Self {
            table,
            row,
            facts: Vec::with_capacity(16),
            claims: Vec::new(),
            open: Vec::new(),
            text: String::with_capacity(128),
        }
    }

    /// Stores a text and gives back where it lies.
    pub fn store(&mut self, text: &str) -> Text {
        let start = self.text.len();
        self.text.push_str(text);
        Text { start: clamp(start), length: clamp(text.len()) }
    }

    /// Adds a text fact.
    pub fn tell_text(&mut self, field: Field, column: Column, text: &str) {
        let text = self.store(text);
        self.facts.push(Fact { field, column, value: Value::Text(text) });
    }

    /// Adds a fact that is no text.
    pub fn tell(&mut self, field: Field, column: Column, value: Value) {
        self.facts.push(Fact { field, column, value });
    }

    /// Tells of a cell that is no yes, in a column or in words that a person is asked about: until they are answered it
    /// may be a no.
    pub fn tell_open(&mut self, column: Column) {
        self.open.push(column);
    }

    /// The columns of [`Self::tell_open`].
    pub fn open_columns(&self) -> &[Column] {
        &self.open
    }

    /// Adds a claim.
    pub fn claim(&mut self, claim: Claim) {
        self.claims.push(claim);
    }

    /// Nothing but who it is and what they said no to; `None` if they said no to nothing.
    pub fn into_refusal(mut self) -> Option<Self> {
        self.claims.retain(|claim| claim.status.is_refusal());
        let claims = &self.claims;
        self.facts.retain(|fact| {
            OF_A_REFUSAL.contains(&fact.field) || claims.iter().any(|claim| claim.column == fact.column)
        });
        self.open.clear();
        (!self.claims.is_empty()).then_some(self)
    }

    /// Every fact, in column order.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// Every claim, in column order.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The first fact of a field.
    pub fn fact(&self, field: Field) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.field == field)
    }

    /// The text of a field, if it has one.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.facts.iter().find_map(|fact| match fact.value {
            Value::Text(text) if fact.field == field => Some(self.text_of(text)),
            _ => None,
        })
    }

    /// Every text of a field: a row may hold two telephone numbers.
    pub fn texts(&self, field: Field) -> impl Iterator<Item = &str> {
        self.facts.iter().filter(move |fact| fact.field == field).filter_map(|fact| match fact.value {
            Value::Text(text) => Some(self.text_of(text)),
            _ => None,
        })
    }

    /// The date of a field, if it has a readable one.
    pub fn moment(&self, field: Field) -> Option<Moment> {
        self.facts.iter().find_map(|fact| match fact.value {
            Value::Moment(moment) if fact.field == field => Some(moment),
            _ => None,
        })
    }

    /// The text a fact or claim points at.
    pub fn text_of(&self, text: Text) -> &str {
        &self.text[text.start as usize..(text.start + text.length) as usize]
    }

    /// The cell of a column.
    pub fn place(&self, column: Column) -> Place {
        Place { table: self.table, row: self.row, column }
    }

    /// The cell a field stands in; the whole row if the row lacks the field.
    pub fn place_of(&self, field: Field) -> Place {
        self.place(self.fact(field).map_or(Column::WHOLE_ROW, |fact| fact.column))
    }
}

impl Text {
    /// The empty text.
    pub const EMPTY: Self = Self { start: 0, length: 0 };
}

/// A row is refused long before 4 GiB (`import`'s limits).
fn clamp(length: usize) -> u32 {
    u32::try_from(length).expect("a record is at most 16 MiB")
}

impl std::fmt::Debug for Contact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Contact(row {}, {} facts, {} claims)", self.row, self.facts.len(), self.claims.len())
    }
}
