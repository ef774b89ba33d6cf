//! A case in a few numbers: what the frame of every screen shows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::store::TableRecord;
use crate::vocabulary::{Severity, System};

use super::{Case, CaseError, Summary};

/// A case in a few numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseFacts {
    /// How the case is called: by its own name, else by that of its file.
    pub name: String,
    /// Where it is kept; `None` for a case that leaves nothing behind.
    pub path: Option<String>,
    /// The controller whose lists these are.
    pub controller: Option<String>,
    /// The country where people live unless a row says otherwise, as two letters.
    pub home: Option<String>,
    /// The day the audit speaks of, as `YYYY-MM-DD`.
    pub today: String,
    /// Files read.
    pub files: u32,
    /// Rows read: accepted + rejected.
    pub rows: u32,
    /// Rows that became contacts.
    pub accepted: u32,
    /// Rows that were refused, each with its reason.
    pub rejected: u32,
    /// The lists of no system, by file and sheet.
    pub lists: Vec<String>,
    /// Questions about what columns mean that only a person can answer.
    pub open_questions: u32,
    /// People; `None` before the audit, and when rows or their meaning have changed since.
    pub people: Option<u32>,
    /// Whether people were judged before, and rows or their meaning have changed since: they wait to be joined again.
    pub taken_back: bool,
    /// People by the best that may be done with any of their cells. Adds up to everybody.
    pub outcome: Option<OutcomeFacts>,
    /// Rules that found a breach.
    pub breaches: u32,
    /// Rules that found a risk.
    pub risks: u32,
    /// Rules that found something to tidy.
    pub hygiene: u32,
}

/// People by the best that may be done with any of their cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "Outcome")]
pub struct OutcomeFacts {
    /// May be written to.
    pub keep: u32,
    /// Not while proof is sought.
    pub hold: u32,
    /// Said no, bounced, or must not be relied on.
    pub stop: u32,
    /// Nothing to stand on.
    pub delete: u32,
}

impl Case {
    /// How the case is called: by its own name, else by that of its file.
    pub fn name(&self) -> Result<String, CaseError> {
        let own = self.settings()?.name;
        let of_file = || self.store.path().and_then(|path| Some(path.file_stem()?.to_string_lossy().into_owned()));
        Ok(if own.trim().is_empty() { of_file().unwrap_or_default() } else { own })
    }

    /// The case in a few numbers.
    pub fn facts(&self) -> Result<CaseFacts, CaseError> {
        let settings = self.settings()?;
        let summary = self.summary()?;
        let tables = self.store.tables()?;
        let sum = |count: fn(&TableRecord) -> u64| short(tables.iter().map(count).sum());
        let fired = |severity: Severity| {
            let rules = summary.iter().flat_map(|summary| summary.rules.values());
            short(rules.filter(|rule| rule.severity == severity.word()).count() as u64)
        };
        Ok(CaseFacts {
            name: self.name()?,
            path: self.store.path().map(|path| path.display().to_string()),
            controller: settings.controller,
            home: settings.home,
            today: settings.today,
            files: short(self.store.files()?.len() as u64),
            rows: sum(|table| table.rows),
            accepted: sum(|table| table.accepted),
            rejected: sum(|table| table.rejected),
            lists: self.lists(&tables)?,
            open_questions: self.open_questions()?,
            people: summary.as_ref().map(|summary| short(summary.people)),
            taken_back: summary.is_none() && self.store.is_taken_back()?,
            outcome: summary.as_ref().map(OutcomeFacts::of),
            breaches: fired(Severity::Breach),
            risks: fired(Severity::Risk),
            hygiene: fired(Severity::Hygiene),
        })
    }
}

impl Case {
    /// The lists of no system in which anybody was found, as a person's sources name them.
    fn lists(&self, tables: &[TableRecord]) -> Result<Vec<String>, CaseError> {
        let files: BTreeMap<i64, String> = self.store.files()?.into_iter().map(|file| (file.id, file.name)).collect();
        let of_no_system = |table: &&TableRecord| table.recognition.system == System::List && table.accepted > 0;
        let mut lists: Vec<String> =
            tables.iter().filter(of_no_system).map(|table| list_name(&files[&table.file], &table.sheet)).collect();
        lists.sort();
        Ok(lists)
    }
}

/// How a list of no system is told from the others: by its file, and its sheet if it has one.
pub(super) fn list_name(file: &str, sheet: &str) -> String {
    if sheet.is_empty() { file.to_owned() } else { format!("{file}, {sheet}") }
}

impl OutcomeFacts {
    /// As an audit has counted them.
    pub fn of(summary: &Summary) -> Self {
        let outcome = &summary.outcome;
        Self {
            keep: short(outcome.keep),
            hold: short(outcome.hold),
            stop: short(outcome.stop),
            delete: short(outcome.delete),
        }
    }
}

/// A count as screens take it. A case has fewer than 2^32 rows.
fn short(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
