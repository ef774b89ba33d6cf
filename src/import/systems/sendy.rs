//! Sendy: one segment of a list at a time, and no column that says which.

use super::{Known, Layout, remembered};
use crate::vocabulary::{Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[("Last activity", 20), ("Signup date", 15), ("Name", 5), ("Email", 5)],
    names: &[("sendy", 60)],
    columns: COLUMNS,
    carries_refusals: false,
    lacks: "lacks-sendy",
    ..Layout::remembered(System::Sendy, "list export")
}];

const COLUMNS: &[Known] = &[
    remembered("Name", Field::FullName, "Sendy's name for the whole name"),
    remembered("Email", Field::Email, "Sendy's name for the address"),
    remembered("Last activity", Field::LastActivityAt, "Sendy's name for the last activity"),
    remembered("Signup date", Field::CreatedAt, "when the subscriber was added, by a form or by an import")
        .less_sure(0.6),
];
