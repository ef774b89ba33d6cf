//! Whether an id of a hand-kept list means the same person in the next export of it.
//!
//! A member's number does, and then a no of last year's row counts for whoever bears its number now, whatever their
//! address. The number of a line does not: who moved up a line would inherit a stranger's no. What tells them apart are
//! the people whose address did not change.

use std::collections::{BTreeMap, HashMap};

use crate::audit::Policy;
use crate::matching::Keys;
use crate::store::SnapshotPair;
use crate::vocabulary::TableId;

/// The id of each address or number of a table.
#[derive(Debug, Default)]
pub struct Ids {
    of: HashMap<u64, u64>,
}

impl Ids {
    /// Takes the keys of a row.
    pub fn add(&mut self, keys: &Keys) {
        let reached_at = if keys.email == 0 { keys.phone } else { keys.email };
        if reached_at != 0 && keys.external_id != 0 {
            self.of.insert(reached_at, keys.external_id);
        }
    }

    /// Whether people keep their ids: nine of ten who stand in both tables under one address have one id.
    fn are_kept_in(&self, other: &Self) -> bool {
        let (mut both, mut same) = (0_usize, 0_usize);
        for (reached_at, id) in &self.of {
            if let Some(there) = other.of.get(reached_at) {
                both += 1;
                same += usize::from(there == id);
            }
        }
        same > 0 && same * 10 >= both * 9
    }
}

/// Lets the exports of one list share their ids, where people keep them from one to the next.
pub fn number_alike(policy: &mut Policy, pairs: &[SnapshotPair], ids: &BTreeMap<TableId, Ids>) {
    for pair in pairs.iter().filter(|pair| pair.stands) {
        let (Some(older), Some(newer)) = (ids.get(&pair.older), ids.get(&pair.newer)) else { continue };
        if !older.are_kept_in(newer) {
            continue;
        }
        let (one, other) = (&policy.table(pair.older).numbered_as, &policy.table(pair.newer).numbered_as);
        // The first name of both, so that the order of imports changes nothing.
        let (kept, gone) = if one <= other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) };
        for table in policy.tables.iter_mut().filter(|table| table.numbered_as == gone) {
            table.numbered_as.clone_from(&kept);
        }
    }
}
