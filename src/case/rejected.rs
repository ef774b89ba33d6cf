//! What rejected rows still say: whose address stands in one of them beside a word for no is not written to until
//! somebody has mended the row.

use std::collections::BTreeMap;

use crate::import::stands_below_a_refusal;
use crate::normalise::{email, words};
use crate::vocabulary::{Column, Place};

use super::{Case, CaseError};

impl Case {
    /// The addresses of rejected rows that may be a no, each with the rows it stands in.
    pub(super) fn rejected_refusals(&self) -> Result<BTreeMap<String, Vec<Place>>, CaseError> {
        let mut found: BTreeMap<String, Vec<Place>> = BTreeMap::new();
        self.store.each_rejected(|table, rejected| -> Result<(), CaseError> {
            if !rejected.raw.contains('@') || !(stands_below_a_refusal(&rejected.reason) || may_refuse(&rejected.raw)) {
                return Ok(());
            }
            let place = Place { table, row: rejected.row, column: Column::WHOLE_ROW };
            for address in email::addresses(&rejected.raw).filter_map(|address| email::normalise(address).ok()) {
                found.entry(address.into_owned()).or_default().push(place);
            }
            Ok(())
        })?;
        Ok(found)
    }
}

/// Whether a part of a row, however it is parted, is a word for no or may be one.
fn may_refuse(row: &str) -> bool {
    let parts = || row.split([',', ';', '\t', '|', '"', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let is_no = |part: &str| {
        words::status(part).is_some_and(|status| status.is_refusal()) || words::yes_no(part) == Some(false)
    };
    parts().any(|part| is_no(part) || words::may_refuse(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_for_a_no_in_any_of_its_parts() {
        for row in [
            "b@example.org,Bo,unsubscribed,extra,more",
            "b@example.org;\"nein\";x",
            "Bo\tb@example.org\tkeine Mails mehr",
        ] {
            assert!(may_refuse(row), "{row}");
        }
        for row in ["b@example.org,Bo,subscribed,extra", "", "b@example.org"] {
            assert!(!may_refuse(row), "{row}");
        }
    }
}
