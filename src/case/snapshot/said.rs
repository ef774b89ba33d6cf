//! What a person says of exports: that one is the newer of two, or that it is a source of its own. It can be taken back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::store::{Newer, SnapshotPair, StoreError, TableRecord};
use crate::vocabulary::TableId;

use super::super::{Case, CaseError, Watch};
use super::name::ExportName;

/// Why one file cannot be a newer export of another.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// Another system wrote it.
    #[error(
        "“{newer}” and “{older}” come from different systems, so neither is a newer export of the other. Choose another \
         file; nothing was changed"
    )]
    OtherSystem {
        /// The file that was called newer.
        newer: String,
        /// The file that was called older.
        older: String,
    },
    /// No table of one has its counterpart in the other.
    #[error(
        "no table of “{newer}” is named as one of “{older}”. Choose the file with the same sheets; nothing was changed"
    )]
    NoCounterpart {
        /// The file that was called newer.
        newer: String,
        /// The file that was called older.
        older: String,
    },
}

/// The name under which a case keeps what can be taken back, the last one last.
const NOTE: &str = "snapshots-undo";
/// How many can be taken back.
const STEPS: usize = 50;

/// One thing said: of which file, and what was kept of each pair before.
#[derive(Serialize, Deserialize)]
struct Step {
    file: i64,
    before: Vec<(TableId, TableId, Option<SnapshotPair>)>,
}

impl Case {
    /// Says that a file is the newest export of what an older file is an export of. Verdicts are taken back.
    ///
    /// # Errors
    /// When the files come from different systems or have no table in common, or are not in the case.
    pub fn say_newer(&mut self, newer: i64, older: i64) -> Result<(), CaseError> {
        let (new, old) = (self.file_record(newer)?, self.file_record(older)?);
        let (new_tables, old_tables) = (self.tables_of(newer)?, self.tables_of(older)?);
        let twins = counterparts(&new_tables, &old_tables);
        if newer == older || twins.is_empty() {
            return Err(SnapshotError::NoCounterpart { newer: new.name, older: old.name }.into());
        }
        if twins.iter().any(|(new, old)| new.recognition.system != old.recognition.system) {
            return Err(SnapshotError::OtherSystem { newer: new.name, older: old.name }.into());
        }
        let kept = self.store.snapshots()?;
        let mut after: Vec<SnapshotPair> = Vec::new();
        let mut gone: Vec<(TableId, TableId)> = Vec::new();
        for (new, old) in twins {
            // It becomes the newest of its whole series: what was later than it is now earlier.
            let mut others = later_than(new.id, &kept);
            others.insert(old.id);
            for other in others {
                gone.push((new.id, other));
                after.push(SnapshotPair { older: other, newer: new.id, why: Newer::ByHand, stands: true });
            }
        }
        self.say_of_pairs(newer, &gone, &after)
    }

    /// Says that a file is a source of its own, neither newer nor older than any other. Verdicts are taken back.
    ///
    /// # Errors
    /// When the file is not in the case.
    pub fn say_own(&mut self, file: i64, watch: Watch<'_>) -> Result<(), CaseError> {
        self.file_record(file)?;
        let tables: BTreeSet<TableId> = self.tables_of(file)?.iter().map(|table| table.id).collect();
        let mine = |pair: &SnapshotPair| tables.contains(&pair.older) || tables.contains(&pair.newer);
        let before = self.series()?;
        let (of_file, left): (Vec<SnapshotPair>, Vec<SnapshotPair>) =
            before.pairs.iter().partition(|pair| pair.stands && mine(pair));
        if of_file.is_empty() {
            return Ok(());
        }
        let mut after: Vec<SnapshotPair> =
            of_file.into_iter().map(|pair| SnapshotPair { why: Newer::ByHand, stands: false, ..pair }).collect();
        after.extend(self.rejoined(&before, left, &tables, watch)?);
        self.say_of_pairs(file, &[], &after)
    }

    /// Takes back what was said last of newer and older exports. Gives back the name of the file it was said of; `None`
    /// if nothing is left, and an empty name if the file has been forgotten since.
    pub fn undo_snapshot(&mut self) -> Result<Option<String>, CaseError> {
        let mut steps = self.snapshot_steps()?;
        let Some(step) = steps.pop() else { return Ok(None) };
        let there: BTreeSet<TableId> = self.store.table_names()?.into_iter().map(|(table, ..)| table).collect();
        let mut writer = self.store.begin_import()?;
        for (older, newer, before) in &step.before {
            writer.unrelate(*older, *newer)?;
            let before = before.filter(|pair| there.contains(&pair.older) && there.contains(&pair.newer));
            before.map_or(Ok(()), |pair| writer.relate(&pair))?;
        }
        writer.note(NOTE, &encoded(&steps))?;
        writer.commit()?;
        self.keys.clear();
        Ok(Some(self.file_record(step.file).map(|file| file.name).unwrap_or_default()))
    }

    /// Whether something said of newer and older exports can be taken back.
    pub fn can_undo_snapshot(&self) -> Result<bool, CaseError> {
        Ok(!self.snapshot_steps()?.is_empty())
    }

    fn say_of_pairs(
        &mut self,
        file: i64,
        gone: &[(TableId, TableId)],
        after: &[SnapshotPair],
    ) -> Result<(), CaseError> {
        let kept = self.store.snapshots()?;
        let before = |older, newer| kept.iter().find(|pair| (pair.older, pair.newer) == (older, newer)).copied();
        let touched = gone.iter().copied().chain(after.iter().map(|pair| (pair.older, pair.newer)));
        let before = touched.map(|(older, newer)| (older, newer, before(older, newer))).collect();
        let mut steps = self.snapshot_steps()?;
        steps.push(Step { file, before });
        steps.drain(..steps.len().saturating_sub(STEPS));
        let mut writer = self.store.begin_import()?;
        for (older, newer) in gone {
            writer.unrelate(*older, *newer)?;
        }
        for pair in after {
            writer.relate(pair)?;
        }
        writer.note(NOTE, &encoded(&steps))?;
        writer.commit()?;
        self.keys.clear();
        Ok(())
    }

    fn tables_of(&self, file: i64) -> Result<Vec<TableRecord>, CaseError> {
        Ok(self.store.tables_of(file)?)
    }

    fn snapshot_steps(&self) -> Result<Vec<Step>, CaseError> {
        match self.store.noted(NOTE)? {
            None => Ok(Vec::new()),
            Some(kept) => Ok(serde_json::from_str(&kept).map_err(|_| StoreError::Damaged)?),
        }
    }
}

/// Every table that is later than one, whatever stands between them.
fn later_than(table: TableId, pairs: &[SnapshotPair]) -> BTreeSet<TableId> {
    let mut later = BTreeSet::new();
    let mut ways = vec![table];
    while let Some(at) = ways.pop() {
        for pair in pairs.iter().filter(|pair| pair.stands && pair.older == at && pair.newer != table) {
            if later.insert(pair.newer) {
                ways.push(pair.newer);
            }
        }
    }
    later
}

fn encoded(steps: &[Step]) -> String {
    serde_json::to_string(steps).expect("plain data always encodes")
}

/// Each table of one file with the one of the other that is its counterpart: the only one, or the one of its name.
fn counterparts<'t>(new: &'t [TableRecord], old: &'t [TableRecord]) -> Vec<(&'t TableRecord, &'t TableRecord)> {
    if let ([one], [other]) = (new, old) {
        return vec![(one, other)];
    }
    let stem = |table: &TableRecord| ExportName::of(&table.sheet, false).stem;
    let named = |table: &'t TableRecord, among: &'t [TableRecord]| {
        let mut same = among.iter().filter(move |other| stem(other) == stem(table));
        same.next().filter(|_| same.next().is_none())
    };
    new.iter()
        .filter(|table| named(table, new).is_some())
        .filter_map(|table| Some((table, named(table, old)?)))
        .collect()
}
