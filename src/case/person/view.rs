//! One person as faces show them.

use serde::Serialize;
use specta::Type;

use super::{Event, Quoted, Said, SideRow};
use crate::case::Bucket;
use crate::vocabulary::{Action, Channel, Class, Confidence, Field, Grade, Severity, System};

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
