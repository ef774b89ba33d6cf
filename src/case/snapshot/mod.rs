//! Later exports of one thing. The newest counts; of the older ones nothing counts but a no.
//!
//! A rule decides, and a person may say otherwise. The rule is slow to believe: two tables are exports of one thing only
//! if their system, their kind, their names and half of their people agree. In doubt they are two sources, and both count.

mod kin;
mod name;
mod said;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::matching::Keys;
use crate::store::{ImportWriter, Newer, SnapshotPair};
use crate::vocabulary::TableId;

use super::{Case, CaseError};

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

impl Case {
    /// The tables that are set aside because a later export of the same thing is in the case.
    pub fn older_tables(&self) -> Result<BTreeSet<TableId>, CaseError> {
        Ok(older(&self.store.snapshots()?))
    }

    /// Why each table that is set aside is, and for which file.
    pub fn superseded(&self) -> Result<BTreeMap<TableId, Superseded>, CaseError> {
        let pairs = self.store.snapshots()?;
        let set_aside = older(&pairs);
        let files: BTreeMap<i64, String> = self.store.files()?.into_iter().map(|file| (file.id, file.name)).collect();
        let file_of: BTreeMap<TableId, i64> =
            self.store.tables()?.into_iter().map(|table| (table.id, table.file)).collect();
        let mut told = BTreeMap::new();
        for pair in pairs.iter().filter(|pair| pair.stands && set_aside.contains(&pair.older)) {
            // The newest of the series is told, not a table that is itself set aside.
            if set_aside.contains(&pair.newer) && told.contains_key(&pair.older) {
                continue;
            }
            let Some(file) = file_of.get(&pair.newer) else { continue };
            let name = files.get(file).cloned().unwrap_or_default();
            let file = u32::try_from(*file).unwrap_or_default();
            told.insert(pair.older, Superseded { file, name, why: pair.why });
        }
        Ok(told)
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
        for candidate in candidates.iter().filter(|candidate| candidate.traits.is_of_one_list(&traits)) {
            let (is_newer, why) = candidate.is_superseded_by(&traits);
            let (older, newer) = if is_newer { (candidate.table, table) } else { (table, candidate.table) };
            let (of_older, of_newer) =
                if is_newer { (&candidate.traits, &traits) } else { (&traits, &candidate.traits) };
            if !of_newer.can_stand_for(of_older) {
                continue;
            }
            writer.relate(&SnapshotPair { older, newer, why, stands: true })?;
            related = true;
        }
        Ok(related)
    }
}

/// The tables that have a newer one. Should pairs ever run in a circle, the last import of it counts: a list is never
/// without a newest.
fn older(pairs: &[SnapshotPair]) -> BTreeSet<TableId> {
    let standing = || pairs.iter().filter(|pair| pair.stands);
    let mut older: BTreeSet<TableId> = standing().map(|pair| pair.older).collect();
    let mut seen: BTreeSet<TableId> = BTreeSet::new();
    for start in older.clone() {
        if seen.contains(&start) {
            continue;
        }
        let mut series = BTreeSet::from([start]);
        loop {
            let before = series.len();
            for pair in standing() {
                if series.contains(&pair.older) || series.contains(&pair.newer) {
                    series.extend([pair.older, pair.newer]);
                }
            }
            if series.len() == before {
                break;
            }
        }
        if let (true, Some(last)) = (series.is_subset(&older), series.last()) {
            older.remove(last);
        }
        seen.extend(series);
    }
    older
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
