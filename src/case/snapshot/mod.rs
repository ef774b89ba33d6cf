//! Later exports of one thing. The newest counts; of the older ones nothing counts but a no.
//!
//! A rule decides, and a person may say otherwise. The rule is slow to believe: two tables are exports of one thing only
//! if their system, their kind, their names and half of their people agree. In doubt they are two sources, and both count.

mod ids;
mod kin;
mod name;
mod said;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::matching::Keys;
use crate::store::{ImportWriter, Newer, SnapshotPair};
use crate::vocabulary::TableId;

use super::{Case, CaseError, Watch};

pub(super) use ids::{Ids, number_alike};
pub(super) use kin::{Candidate, Kin, Traits, latest};
pub use said::SnapshotError;

/// That a table is set aside, and for which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Superseded {
    /// The number of the newest file of the series.
    pub file: u32,
    /// Its name.
    pub name: String,
    /// What says that it is the newer.
    pub why: Newer,
}

/// What is kept of the tables of a case as exports of one thing.
#[derive(Debug, Default)]
pub(super) struct Series {
    pairs: Vec<SnapshotPair>,
    /// The tables that are set aside.
    older: BTreeSet<TableId>,
    /// The tables of which a person said that they are sources of their own.
    apart: BTreeSet<TableId>,
}

impl Case {
    /// The tables that are set aside because a later export of the same thing is in the case.
    pub fn older_tables(&self) -> Result<BTreeSet<TableId>, CaseError> {
        Ok(older(&self.store.snapshots()?))
    }

    /// Why each table that is set aside is, and for which file.
    pub fn superseded(&self) -> Result<BTreeMap<TableId, Superseded>, CaseError> {
        let Series { pairs, older, .. } = self.series()?;
        let files: BTreeMap<i64, String> = self.store.files()?.into_iter().map(|file| (file.id, file.name)).collect();
        let file_of: BTreeMap<TableId, i64> =
            self.store.table_names()?.into_iter().map(|(table, file, _)| (table, file)).collect();
        let mut told = BTreeMap::new();
        for (table, (newest, why)) in newest_of(&pairs, &older) {
            let Some(file) = file_of.get(&newest) else { continue };
            let name = files.get(file).cloned().unwrap_or_default();
            let file = u32::try_from(*file).unwrap_or_default();
            told.insert(table, Superseded { file, name, why });
        }
        Ok(told)
    }

    /// Of each table that is set aside the newest of its series.
    pub(super) fn newest_of_series(&self) -> Result<BTreeMap<TableId, TableId>, CaseError> {
        let Series { pairs, older, .. } = self.series()?;
        Ok(newest_of(&pairs, &older).into_iter().map(|(table, (newest, _))| (table, newest)).collect())
    }

    pub(super) fn series(&self) -> Result<Series, CaseError> {
        Ok(Series::of(self.store.snapshots()?))
    }

    /// Keeps which of a new table and its candidates is the newer, where they are exports of one thing. True if any is.
    pub(super) fn relate(
        writer: &mut ImportWriter<'_>,
        table: TableId,
        keys: &[Keys],
        candidates: &[Candidate],
        newest: Option<i64>,
    ) -> Result<bool, CaseError> {
        let mut related = false;
        if candidates.is_empty() {
            return Ok(related);
        }
        let traits = Traits::of_keys(keys, newest);
        for pair in candidates.iter().filter_map(|candidate| candidate.pair(table, &traits)) {
            writer.relate(&pair)?;
            related = true;
        }
        Ok(related)
    }

    /// Compares new tables, which are exports of none of the newest, with the older ones: what they are may have changed
    /// too much since. True if any is.
    pub(super) fn relate_to_older(
        &mut self,
        tables: &[TableId],
        series: &Series,
        today: i64,
    ) -> Result<bool, CaseError> {
        let may = |other: TableId| series.older.contains(&other) && !series.apart.contains(&other);
        let mut pairs = Vec::new();
        for table in tables {
            // The import is done by now: what cancels it comes too late.
            pairs.extend(self.pairs_of(*table, &may, today, &mut |_| ControlFlow::Continue(()))?);
        }
        if pairs.is_empty() {
            return Ok(false);
        }
        let mut writer = self.store.begin_import()?;
        for pair in &pairs {
            writer.relate(pair)?;
        }
        writer.commit()?;
        Ok(true)
    }

    /// The pairs that join the tables which `before` set aside and nothing does any more, now that some are `gone`: they
    /// are compared with each other and with the newest of their series, one after the other as they were imported.
    pub(super) fn rejoined(
        &self,
        before: &Series,
        left: Vec<SnapshotPair>,
        gone: &BTreeSet<TableId>,
        watch: Watch<'_>,
    ) -> Result<Vec<SnapshotPair>, CaseError> {
        let mut now = Series::of(left);
        let tables = self.store.table_names()?;
        let mut waiting: BTreeSet<TableId> = tables
            .iter()
            .map(|(table, ..)| *table)
            .filter(|table| before.older.contains(table) && !now.older.contains(table) && !gone.contains(table))
            .collect();
        let days = self.store.files()?.into_iter().map(|file| super::import::day(&file.imported_on));
        let today = days.max().unwrap_or(i64::MAX);
        let mut found = Vec::new();
        while let Some(table) = waiting.pop_first() {
            if before.apart.contains(&table) {
                continue;
            }
            let may = |other: TableId| {
                !waiting.contains(&other)
                    && !gone.contains(&other)
                    && !now.older.contains(&other)
                    && !before.apart.contains(&other)
            };
            let pairs = self.pairs_of(table, &may, today, watch)?;
            if !pairs.is_empty() {
                found.extend_from_slice(&pairs);
                let all = std::mem::take(&mut now.pairs).into_iter().chain(pairs).collect();
                now = Series::of(all);
            }
        }
        Ok(found)
    }
}

impl Series {
    fn of(pairs: Vec<SnapshotPair>) -> Self {
        let apart = pairs.iter().filter(|pair| !pair.stands).flat_map(|pair| [pair.older, pair.newer]).collect();
        Self { older: older(&pairs), apart, pairs }
    }

    /// The pairs that are left without these tables.
    pub fn without(&self, gone: &BTreeSet<TableId>) -> Vec<SnapshotPair> {
        let is_left = |pair: &&SnapshotPair| !gone.contains(&pair.older) && !gone.contains(&pair.newer);
        self.pairs.iter().filter(is_left).copied().collect()
    }

    /// Whether the next export is compared with a table: with the newest of each series, unless a person said that it is
    /// a source of its own.
    pub fn is_open(&self, table: TableId) -> bool {
        !self.older.contains(&table) && !self.apart.contains(&table)
    }
}

/// The tables that have a newer one. Should pairs ever run in a circle, the last import of it counts: a list is never
/// without a newest.
fn older(pairs: &[SnapshotPair]) -> BTreeSet<TableId> {
    let mut older = BTreeSet::new();
    let mut beside: BTreeMap<TableId, Vec<TableId>> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| pair.stands) {
        older.insert(pair.older);
        beside.entry(pair.older).or_default().push(pair.newer);
        beside.entry(pair.newer).or_default().push(pair.older);
    }
    let mut seen: BTreeSet<TableId> = BTreeSet::new();
    for start in beside.keys() {
        if !seen.insert(*start) {
            continue;
        }
        let mut series = vec![*start];
        let mut at = 0;
        while let Some(table) = series.get(at) {
            let next: Vec<TableId> = beside[table].iter().copied().filter(|other| seen.insert(*other)).collect();
            series.extend(next);
            at += 1;
        }
        if series.iter().all(|table| older.contains(table))
            && let Some(last) = series.iter().max()
        {
            older.remove(last);
        }
    }
    older
}

/// Of each table that is set aside the newest of its series, which counts in its place, and the least sure of what says
/// so on the way there.
fn newest_of(pairs: &[SnapshotPair], older: &BTreeSet<TableId>) -> BTreeMap<TableId, (TableId, Newer)> {
    let mut next: BTreeMap<TableId, (TableId, Newer)> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| pair.stands && older.contains(&pair.older)) {
        // The shortest way: one that counts itself comes before one that is set aside, too.
        let known = next.get(&pair.older);
        if known.is_none_or(|(newer, _)| older.contains(newer)) {
            next.insert(pair.older, (pair.newer, pair.why));
        }
    }
    let mut found: BTreeMap<TableId, (TableId, Newer)> = BTreeMap::new();
    for start in next.keys() {
        let mut way: Vec<(TableId, Newer)> = Vec::new();
        let mut at = *start;
        let end = loop {
            if let Some(known) = found.get(&at) {
                break Some(*known);
            }
            match next.get(&at) {
                Some((newer, why)) if way.len() <= next.len() => {
                    way.push((at, *why));
                    at = *newer;
                }
                Some(_) => break None,
                None => break Some((at, Newer::FileDate)),
            }
        };
        let Some((newest, mut least)) = end else { continue };
        for (table, why) in way.into_iter().rev() {
            least = least.max(why);
            found.insert(table, (newest, least));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(u32, u32)]) -> Vec<SnapshotPair> {
        let pair = |(older, newer): &(u32, u32)| SnapshotPair {
            older: TableId(*older),
            newer: TableId(*newer),
            why: Newer::FileDate,
            stands: true,
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn who_is_set_aside_is_so_for_the_newest_of_the_series_and_by_the_least_sure_reason() {
        let mut of = pairs(&[(0, 1), (1, 2), (4, 3), (3, 2), (5, 6), (6, 7), (7, 5)]);
        of[1].why = Newer::CopyNumber;
        let newest: Vec<(u32, u32, Newer)> =
            newest_of(&of, &older(&of)).into_iter().map(|(table, (newest, why))| (table.0, newest.0, why)).collect();
        assert_eq!(newest[..2], [(0, 2, Newer::CopyNumber), (1, 2, Newer::CopyNumber)]);
        assert_eq!(newest[2..4], [(3, 2, Newer::FileDate), (4, 2, Newer::FileDate)]);
        assert_eq!(newest[4..], [(5, 7, Newer::FileDate), (6, 7, Newer::FileDate)], "a circle");
    }

    #[test]
    fn every_series_keeps_a_newest() {
        let set_aside = |of: &[(u32, u32)]| older(&pairs(of)).into_iter().map(|table| table.0).collect::<Vec<_>>();
        assert_eq!(set_aside(&[(0, 1), (1, 2), (0, 2)]), [0, 1]);
        assert_eq!(set_aside(&[(0, 1), (2, 3)]), [0, 2]);
        assert_eq!(set_aside(&[(0, 1), (1, 2), (2, 0)]), [0, 1], "a circle");
        let mut apart = pairs(&[(0, 1)]);
        apart[0].stands = false;
        assert!(older(&apart).is_empty());
    }
}
