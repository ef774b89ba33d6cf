//! What a table is: which system wrote it, and what every column means and why.

use serde::{Deserialize, Serialize};

use super::recognise::{BY_HAND, speaks_of_state};
use crate::vocabulary::{Category, Channel, ConsentStatus, Field, System};

/// What was recognised of one table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recognition {
    /// The system that wrote the table; [`System::List`] if it could be any.
    pub system: System,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// Which columns or names say so, for a person to read.
    pub why: String,
    /// The state every row has because the file's or sheet's name says so (Mailchimp).
    pub table_status: Option<ConsentStatus>,
    /// Whether the name of a list speaks of a no, and neither it nor a sign of it says whose.
    #[serde(default)]
    pub is_doubted: bool,
    /// The channel a state without a named channel speaks of.
    pub channel: Channel,
    /// Whether a no without a named channel refuses every channel: it stands beside a number, and nothing says which use
    /// of the number it is about.
    #[serde(default)]
    pub refuses_all: bool,
    /// The column, from 1, that names the channel which the other cells of a row speak of.
    #[serde(default)]
    pub channel_column: Option<u32>,
    /// The column, from 1, that lists the channels which a row agreed to (Klaviyo).
    #[serde(default)]
    pub agreed_column: Option<u32>,
    /// The column, from 1, whose labels say what a row permitted: where none speaks of e-mail, no yes to it is proven
    /// (Mailchimp).
    #[serde(default)]
    pub permitted_column: Option<u32>,
    /// Whether naive times of this system are known to be UTC.
    pub writes_utc: bool,
    /// Whether a refusal would show in this table. Where it would not, silence proves nothing at all.
    pub carries_refusals: bool,
    /// Columns, from 1, that a row leaves empty when it goes on with the row above: they hold what that row holds.
    #[serde(default)]
    pub carries_down: Vec<u32>,
    /// Whether it names people by hashes of their addresses, by which nobody is found.
    #[serde(default)]
    pub hashed: bool,
    /// One entry per column, in order.
    pub columns: Vec<ColumnMeaning>,
}

/// What one column means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ColumnMeaning {
    /// Position from 1, as in the contract.
    pub position: u32,
    /// The header as written; empty if there is none.
    pub header: String,
    /// The meaning; `None` if the column means none of the fields and keeps its own name.
    pub field: Option<Field>,
    /// How sure that is, 0 to 1.
    pub confidence: f32,
    /// Why, for a person to read.
    pub why: String,
    /// Which way the words of a yes-or-no column point.
    pub polarity: Polarity,
    /// The channel a state in this column speaks of, where the column names one.
    pub channel: Option<Channel>,
    /// The purpose this column speaks of, where its header names one.
    pub purpose: Option<String>,
    /// How day and month are ordered, for a column of dates.
    pub dates: Option<DateOrder>,
    /// The kind of personal data, for the inventory.
    pub category: Category,
    /// Whether what it refuses is refused for every channel, because its header names none: `Werbesperre`.
    #[serde(default)]
    pub every_channel: bool,
    /// Whether what it refuses is refused for every purpose, whatever the row is about.
    #[serde(default)]
    pub every_purpose: bool,
    /// Of remarks: whether one of them was seen to speak of what is sent to people, or may be a no, so that another may
    /// refuse in words that nobody can read.
    #[serde(default)]
    pub tells_of_messages: bool,
    /// What a column without a field may mean, by its cells: a person is asked, and until then it says nothing.
    #[serde(default)]
    pub perhaps: Option<Field>,
    /// What the words of a state column were taken to mean, most frequent first.
    pub values: Vec<ValueMeaning>,
}

/// Below this a meaning has to be asked about.
const SURE: f32 = 0.6;

impl ColumnMeaning {
    /// Whether the column decides about consent and is too unsure to: a person is asked, and until then it says no
    /// yes and dates none. What it refuses counts.
    pub fn is_unsure(&self) -> bool {
        let decides = self.field.is_some_and(|field| {
            speaks_of_state(field)
                || matches!(field, Field::ConsentAt | Field::ConsentUntil | Field::ConfirmedAt | Field::UnsubscribedAt)
        });
        decides && self.confidence < SURE
    }

    /// Whether a person said what the column means.
    pub(crate) fn is_set_by_hand(&self) -> bool {
        self.why == BY_HAND
    }

    /// Whether the column is read at all. A country decides which law holds; where it is hardly more than a guess, nobody
    /// is asked about it, and it tells nothing.
    pub fn takes_effect(&self) -> bool {
        self.field != Some(Field::Country) || self.confidence >= SURE
    }
}

/// Which way the words of a yes-or-no column point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// Yes is a yes, no is a refusal.
    YesOrRefused,
    /// Yes is a yes; no may as well mean that nobody ever asked (Shopify).
    YesOrUnknown,
    /// Yes is a refusal; no is unknown, never a yes (`HasOptedOutOfEmail`).
    RefusedOrUnknown,
}

/// The order of day and month in a column of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// The year comes first, or the month is a word, or it is a number: nothing to decide.
    Plain,
    /// Day before month, shown by the column or the system.
    DayFirst,
    /// Month before day, shown by the column or the system.
    MonthFirst,
    /// Nothing decides; read as day first and said so.
    Ambiguous,
    /// A person said that nobody knows: a date that can be read both ways proves nothing.
    Unknown,
}

/// What a word in a state column was taken to mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueMeaning {
    /// The word as written.
    pub value: String,
    /// The state it stands for.
    pub status: ConsentStatus,
}
