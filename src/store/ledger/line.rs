//! The lines of the ledger as the casefile keeps them, packed by blocks beside the verdicts.

use serde::{Deserialize, Serialize};

use crate::audit::CountryCode;
use crate::store::{StoreError, pack};
use crate::vocabulary::{Action, Channel, Class, ConsentStatus, Grade, VoiceId};

/// One person, as a list shows them. Personal data. Its texts are owned where it is written, and lie in the opened block
/// where it is read.
#[derive(Clone, Serialize, Deserialize)]
pub struct PersonLine<Text = String> {
    /// The person's number: people are numbered in the order of their addresses.
    pub person: u32,
    /// The address they are written to.
    pub email: Option<Text>,
    /// The number they are called on.
    pub phone: Option<Text>,
    /// Their name, as the first row that has one gives it.
    pub name: Option<Text>,
    /// Where they work, if a row says so.
    pub company: Option<Text>,
    /// Where they live.
    pub country: CountryCode,
    /// How many rows are theirs.
    pub rows: u16,
    /// One per cell, in the order of the verdict. Never empty.
    pub cells: Vec<CellLine>,
}

/// One cell: person × channel × purpose.
#[derive(Clone, Serialize, Deserialize)]
pub struct CellLine {
    /// The channel.
    pub channel: Channel,
    /// The grade.
    pub grade: Grade,
    /// Who may be asked again.
    pub class: Class,
    /// What the rules ask for, before any decision of a person.
    pub action: Action,
    /// The rules that fired on it or on the person: bit n stands for the nth of the catalogue.
    pub rules: u64,
    /// What each voice that knows the person says, in the order of voices.
    pub states: Vec<StateLine>,
    /// When the consent the grade rests on was given, in seconds since 1970-01-01; `None` without a date.
    pub consent_at: Option<i64>,
    /// Whether that consent shares its moment with many others (R012).
    pub in_batch: bool,
    /// Whether the grade rests on what somebody declared.
    pub declared: bool,
    /// The [key](crate::audit::Question::key) of the question whose answer would lift the cell.
    pub question: Option<u32>,
}

/// What one voice says of a cell.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct StateLine {
    /// Who says so.
    pub voice: VoiceId,
    /// The strictest state any of its rows asserts.
    pub status: ConsentStatus,
    /// Whether some row of it says yes.
    pub says_yes: bool,
}

/// Compresses the lines of a block of people. Runs beside the writer.
pub fn pack_lines(lines: &[PersonLine]) -> Vec<u8> {
    pack(&postcard::to_stdvec(lines).expect("lines are plain data and always encode"))
}

/// The lines of an opened block.
pub(super) fn lines(opened: &[u8]) -> Result<Vec<PersonLine<&str>>, StoreError> {
    postcard::from_bytes(opened).map_err(|_| StoreError::Damaged)
}
