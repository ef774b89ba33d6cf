//! What the whole audit comes to, in numbers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::audit::{Question, rules};
use crate::plan::{FindingRecord, Verdict};
use crate::store::{Ledger, Person, StoreError};
use crate::vocabulary::{Action, Severity};

use super::{Case, CaseError, Overview};

/// What the audit comes to. Every number can be counted again in the lists.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Files read.
    pub files: u64,
    /// Tables set aside for a later export of the same thing; only their refusals count.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub older_tables: u64,
    /// Rows read: accepted + rejected.
    pub rows: u64,
    /// Rows that became contacts.
    pub accepted: u64,
    /// Rows that were refused, each with its reason.
    pub rejected: u64,
    /// People.
    pub people: u64,
    /// People × channel × purpose.
    pub cells: u64,
    /// People by the best that may be done with any of their cells.
    pub outcome: Outcome,
    /// Cells by grade.
    pub grades: BTreeMap<String, u64>,
    /// Cells by class.
    pub classes: BTreeMap<String, u64>,
    /// Cells by action.
    pub actions: BTreeMap<String, u64>,
    /// Findings by severity.
    pub severities: BTreeMap<String, u64>,
    /// By rule: findings, and people they are about (0 for findings about a file or column).
    pub rules: BTreeMap<String, RuleCount>,
    /// People by system.
    pub systems: BTreeMap<String, u64>,
    /// Groups of rows that share an address, number or id and were left apart for review.
    pub ambiguities: u64,
    /// People whose verdict rests on a declaration, by declaration.
    pub declared: BTreeMap<String, u64>,
    /// What to declare, most people first.
    #[serde(skip)]
    pub questions: Vec<(Question, u64)>,
    /// What was found about whole files and columns, in the order of tables and of the catalogue.
    #[serde(skip)]
    pub about_tables: Vec<FindingRecord>,
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// People by the best that may be done with any of their cells. The four add up to everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// May be written to.
    pub keep: u64,
    /// Not while proof is sought.
    pub hold: u64,
    /// Said no, bounced, or must not be relied on.
    pub stop: u64,
    /// Nothing to stand on.
    pub delete: u64,
}

/// What becomes of a cell, in four words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "lowercase")]
pub enum Bucket {
    /// Nothing to stand on.
    Delete,
    /// Said no, bounced, or must not be relied on.
    Stop,
    /// Not while proof is sought.
    Hold,
    /// May be written to.
    Keep,
}

impl Bucket {
    /// Every bucket, best first.
    pub const ALL: [Self; 4] = [Self::Keep, Self::Hold, Self::Stop, Self::Delete];

    /// The bucket of an action.
    pub fn of(action: Action) -> Self {
        match action {
            Action::Keep | Action::ReConsent | Action::Review | Action::FixData => Self::Keep,
            Action::Hold => Self::Hold,
            Action::Suppress | Action::Restrict => Self::Stop,
            Action::Delete => Self::Delete,
        }
    }

    /// What becomes of a person: the best that may be done with any of their cells.
    pub fn of_person(person: Person<'_>) -> Self {
        person.cells().map(|cell| Self::of(cell.action())).max().unwrap_or(Self::Delete)
    }

    /// The action a person decides on who chooses the bucket.
    pub fn action(self) -> Action {
        match self {
            Self::Keep => Action::Keep,
            Self::Hold => Action::Hold,
            Self::Stop => Action::Suppress,
            Self::Delete => Action::Delete,
        }
    }

    /// The word of the window.
    pub fn word(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Hold => "hold",
            Self::Stop => "stop",
            Self::Delete => "delete",
        }
    }
}

impl Outcome {
    fn count(&mut self, best: Bucket) {
        match best {
            Bucket::Keep => self.keep += 1,
            Bucket::Hold => self.hold += 1,
            Bucket::Stop => self.stop += 1,
            Bucket::Delete => self.delete += 1,
        }
    }
}

/// How often a rule fired.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleCount {
    /// The rule book's number.
    pub number: String,
    /// Its worst severity here.
    pub severity: String,
    /// Findings.
    pub findings: u64,
    /// People.
    pub people: u64,
}

/// The summary as a case keeps it: with the questions and the findings about tables, which lists of their own
/// (`questions.csv`, `findings.csv`) tell otherwise.
#[derive(Serialize, Deserialize)]
struct Written {
    summary: Summary,
    questions: Vec<(Question, u64)>,
    #[serde(default)]
    about_tables: Vec<FindingRecord>,
    #[serde(default)]
    overview: Option<Overview>,
}

/// What was counted of the verdicts.
pub(super) struct Counts {
    pub(super) summary: Summary,
    /// `None` after a decision, until it is counted anew.
    pub(super) overview: Option<Overview>,
}

/// The name under which a case keeps the summary of its verdicts.
const NOTE: &str = "summary";

impl Case {
    /// What the verdicts of the case come to; `None` before the first audit, and when rows or their meaning have
    /// changed since.
    pub fn summary(&self) -> Result<Option<Summary>, CaseError> {
        Ok(self.kept_counts()?.map(|kept| kept.summary))
    }

    pub(super) fn kept_counts(&self) -> Result<Option<Counts>, CaseError> {
        let Some(kept) = self.store.noted(NOTE)? else { return Ok(None) };
        let Written { mut summary, questions, about_tables, overview } =
            serde_json::from_str(&kept).map_err(|_| StoreError::Damaged)?;
        summary.questions = questions;
        summary.about_tables = about_tables;
        Ok(Some(Counts { summary, overview }))
    }

    pub(super) fn keep_counts(&self, summary: &Summary, overview: Option<&Overview>) -> Result<(), CaseError> {
        let written = Written {
            summary: summary.clone(),
            questions: summary.questions.clone(),
            about_tables: summary.about_tables.clone(),
            overview: overview.cloned(),
        };
        let written = serde_json::to_string(&written).expect("plain data always encodes");
        Ok(self.store.note(NOTE, &written)?)
    }
}

/// Counts verdicts. Several can count side by side and be joined.
#[derive(Debug, Default)]
pub struct Tally {
    summary: Summary,
    rules: BTreeMap<u16, (Severity, u64, u64)>,
}

impl Tally {
    /// Counts one person.
    pub fn add(&mut self, verdict: &Verdict) {
        let summary = &mut self.summary;
        summary.people += 1;
        summary.cells += verdict.cells.len() as u64;
        if let Some(best) = verdict.cells.iter().map(|cell| Bucket::of(cell.action)).max() {
            summary.outcome.count(best);
        }
        for cell in &verdict.cells {
            bump(&mut summary.grades, cell.grade.word(), 1);
            bump(&mut summary.classes, cell.class.word(), 1);
            bump(&mut summary.actions, cell.action.word(), 1);
        }
        for (position, state) in verdict.cells[0].states.iter().enumerate() {
            if verdict.cells[0].states[..position].iter().all(|other| other.system != state.system) {
                bump(&mut summary.systems, state.system.word(), 1);
            }
        }
        if let Some(declared) = &verdict.declared {
            bump(&mut summary.declared, declared, 1);
        }
        let mut last = None;
        for finding in &verdict.findings {
            self.count(finding.rule, finding.severity, u64::from(last.replace(finding.rule) != Some(finding.rule)));
        }
    }

    /// Counts a finding of a rule about so many people.
    pub fn count(&mut self, rule: u16, severity: Severity, people: u64) {
        bump(&mut self.summary.severities, severity.word(), 1);
        let counted = self.rules.entry(rule).or_insert((severity, 0, 0));
        *counted = (counted.0.min(severity), counted.1 + 1, counted.2 + people);
    }

    /// Joins what another has counted.
    pub fn join(&mut self, other: Self) {
        let (mine, theirs) = (&mut self.summary, other.summary);
        mine.people += theirs.people;
        mine.cells += theirs.cells;
        mine.outcome.keep += theirs.outcome.keep;
        mine.outcome.hold += theirs.outcome.hold;
        mine.outcome.stop += theirs.outcome.stop;
        mine.outcome.delete += theirs.outcome.delete;
        for (mine, theirs) in [
            (&mut mine.grades, theirs.grades),
            (&mut mine.classes, theirs.classes),
            (&mut mine.actions, theirs.actions),
            (&mut mine.severities, theirs.severities),
            (&mut mine.systems, theirs.systems),
            (&mut mine.declared, theirs.declared),
        ] {
            for (word, count) in theirs {
                bump(mine, &word, count);
            }
        }
        for (rule, (severity, findings, people)) in other.rules {
            let counted = self.rules.entry(rule).or_insert((severity, 0, 0));
            *counted = (counted.0.min(severity), counted.1 + findings, counted.2 + people);
        }
    }

    /// The counts as a summary.
    pub fn finish(self) -> Summary {
        let mut summary = self.summary;
        for (rule, (severity, findings, people)) in self.rules {
            let rule = rules::ALL[usize::from(rule)];
            let count =
                RuleCount { number: rule.number.to_owned(), severity: severity.word().to_owned(), findings, people };
            summary.rules.insert(rule.id.to_owned(), count);
        }
        summary
    }
}

impl Summary {
    /// Counts anew what is done with people and cells, after somebody decided otherwise than the rules.
    pub(super) fn recount(&mut self, ledger: &Ledger) {
        (self.outcome, self.actions) = (Outcome::default(), BTreeMap::new());
        for person in ledger.people() {
            self.outcome.count(Bucket::of_person(person));
            for cell in person.cells() {
                bump(&mut self.actions, cell.action().word(), 1);
            }
        }
    }

    /// The worst severity found, if anything was.
    pub fn worst(&self) -> Option<Severity> {
        Severity::ALL.into_iter().find(|severity| self.severities.contains_key(severity.word()))
    }
}

fn bump(counts: &mut BTreeMap<String, u64>, word: &str, by: u64) {
    match counts.get_mut(word) {
        Some(count) => *count += by,
        None => {
            counts.insert(word.to_owned(), by);
        }
    }
}
