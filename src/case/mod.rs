//! A case on its way through the stations: what both faces call.
//!
//! Import writes rows; the audit derives contacts from them, joins people, judges them and writes verdicts.
//! Parsing, normalising, judging and compressing run on all cores; only the calling thread writes.

mod answer;
mod audit;
mod consents;
mod decide;
mod error;
mod facts;
mod findings;
mod glance;
mod history;
mod import;
mod judge;
mod line;
mod pace;
pub mod people;
pub mod person;
mod plan;
mod plan_counts;
mod plan_overrides;
mod plan_policy;
mod plan_sign;
mod proof;
mod regroup;
mod rejected;
mod rule_panel;
mod settings;
pub mod snapshot;
pub mod sources;
mod summary;
mod voices;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::audit::TableFacts;
use crate::matching::TableKeys;
use crate::store::Casefile;
use crate::vocabulary::TableId;

pub use answer::{Answer, AnswerError, AnswerPreview, AnswerStart, AttachedProof};
pub use audit::AuditOptions;
pub use consents::{ConsentDates, Quarter, Spike};
pub use decide::{DecisionError, Order};
pub use error::CaseError;
pub use facts::{CaseFacts, OutcomeFacts};
pub use findings::{DisagreementMatrix, FiredRule, Overview, SystemPair, SystemVoice, best_cell};
pub use history::{History, HistoryColumn, HistoryEntry, HistoryTable};
pub use import::{ImportOptions, Imported, recognise_table};
pub(crate) use pace::Pace;
pub use plan::{PlanError, PlanView};
pub use plan_counts::{ActionCounts, ChannelPlan, ListSize, StopReason, Stopped};
pub use plan_overrides::{Override, Overrides};
pub use plan_policy::{FixedStop, KeptPolicy, Manner, OwnPolicy, PolicyNumber, PolicyPreview, PolicyView, StopNote};
pub use plan_sign::{SignOff, Signature, SigningPart};
pub use proof::{BestAnswers, GivenAnswer, OpenQuestion, ProofView};
pub use rule_panel::{RuleCase, RuleCell, RuleCitation, RuleExample, RulePanel};
pub use settings::{Settings, SettingsError};
pub use snapshot::{SnapshotError, Superseded};
pub use summary::{Bucket, Outcome, RuleCount, Summary};

/// An open case.
#[derive(Debug)]
pub struct Case {
    /// Where it is kept.
    pub store: Casefile,
    /// Match keys of tables imported since the case was opened; others are derived again when needed.
    keys: BTreeMap<TableId, TableKeys>,
    /// What is asked about each table, once somebody wanted to know.
    asked: RefCell<BTreeMap<TableId, Vec<sources::Question>>>,
    /// What was declared before each change of it since the case was opened, the last one last.
    declared: Vec<String>,
}

/// How far a piece of work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The station at work.
    pub station: Station,
    /// Done so far.
    pub done: u64,
    /// Of how much: bytes for the import, rows and people for the rest.
    pub total: u64,
}

/// The stations whose work takes time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Station {
    /// Reading and normalising files, writing rows.
    Import,
    /// Joining contacts into people.
    Matching,
    /// Bringing each person's rows together, and counting over whole lists.
    Regroup,
    /// Judging people, deciding actions and writing verdicts.
    Audit,
    /// Reading rows of the case once more, as they are understood now.
    Reread,
    /// Writing lists for other programs.
    Export,
}

/// Told of progress now and then; [`ControlFlow::Break`] cancels the work, which then leaves no trace.
pub type Watch<'w> = &'w mut dyn FnMut(Progress) -> ControlFlow<()>;

impl Case {
    /// A case over a casefile.
    pub fn new(store: Casefile) -> Self {
        Self { store, keys: BTreeMap::new(), asked: RefCell::default(), declared: Vec::new() }
    }

    /// The tables in the order in which lists name them: by file and sheet, and of files of one name by what they
    /// hold. The order of imports leaves no trace.
    pub fn tables_by_name(&self) -> Result<Vec<TableId>, CaseError> {
        let files: BTreeMap<i64, (String, [u8; 32])> =
            self.store.files()?.into_iter().map(|file| (file.id, (file.name, file.sha256))).collect();
        let mut tables = self.store.tables()?;
        tables.sort_by(|a, b| {
            let ((a_name, a_hash), (b_name, b_hash)) = (&files[&a.file], &files[&b.file]);
            (a_name, &a.sheet, a_hash, a.id).cmp(&(b_name, &b.sheet, b_hash, b.id))
        });
        Ok(tables.into_iter().map(|table| table.id).collect())
    }

    /// What the audit knows of the tables, in the order of their numbers.
    pub fn table_facts(&self) -> Result<Vec<TableFacts>, CaseError> {
        let names: BTreeMap<i64, String> = self.store.files()?.into_iter().map(|file| (file.id, file.name)).collect();
        let tables = self.store.tables()?;
        let older = self.older_tables()?;
        let speaking = self.speaking()?;
        Ok(tables
            .into_iter()
            .map(|table| (names.get(&table.file).cloned().unwrap_or_default(), table))
            .map(|(file, table)| TableFacts {
                older: older.contains(&table.id),
                voice: speaking.in_table(table.id),
                id: table.id,
                numbered_as: file.clone(),
                file,
                sheet: table.sheet,
                header_row: table.header_row,
                recognition: table.recognition,
            })
            .collect())
    }
}

/// How many threads derive and judge beside the writing one.
fn workers() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
}

/// Starts a thread with a name, so that a profile tells the stations apart.
fn spawn<'scope, T: Send + 'scope>(
    scope: &'scope std::thread::Scope<'scope, '_>,
    name: &str,
    work: impl FnOnce() -> T + Send + 'scope,
) -> std::thread::ScopedJoinHandle<'scope, T> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn_scoped(scope, work)
        .expect("the system has a thread to give")
}
