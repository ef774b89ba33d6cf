//! What an export lacks, and which other export of its system would supply it: a sentence goes as soon as that one is in
//! the case.

use super::{LAYOUTS, LIST, Layout, fingerprint};
use crate::import::Recognition;
use crate::import::recognise::header;
use crate::vocabulary::ConsentStatus;

/// Something an export lacks until another one is beside it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Missing {
    /// How to get it, as a key of the [texts](crate::texts).
    pub(crate) says: &'static str,
    pub(crate) of: Of,
    /// Columns, one of which supplies it in the table itself.
    pub(crate) columns: &'static [&'static str],
    /// What supplies it together.
    pub(crate) supplied_by: &'static [Supply],
}

/// Which tables of a layout lack it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// Every one.
    All,
    /// Those whose name says this state of all their rows.
    State(ConsentStatus),
    /// Those whose name says no state.
    NoState,
}

/// A table that supplies what another lacks.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Supply {
    /// One of these exports of the system.
    Export(&'static [&'static str]),
    /// A table of the system whose rows all have the state.
    State(ConsentStatus),
}

impl Missing {
    /// What any table of the layout lacks until these exports are there.
    pub(crate) const fn until(says: &'static str, supplied_by: &'static [Supply]) -> Self {
        Self { says, of: Of::All, columns: &[], supplied_by }
    }

    /// Whether every table of the layout lacks it.
    pub(crate) fn is_always(&self) -> bool {
        self.of == Of::All && self.columns.is_empty()
    }

    fn is_lacking(&self, recognition: &Recognition, case: &[&Recognition]) -> bool {
        let concerned = match self.of {
            Of::All => true,
            Of::State(status) => recognition.table_status == Some(status),
            Of::NoState => recognition.table_status.is_none(),
        };
        let has = |name: &&str| {
            let key = header::key(name);
            recognition.columns.iter().any(|column| header::key(&column.header) == key)
        };
        let supplied = |supply: &Supply| {
            let mut of_system = case.iter().filter(|other| other.system == recognition.system);
            match supply {
                Supply::Export(exports) => of_system.any(|other| exports.contains(&layout_of(other).export)),
                Supply::State(status) => of_system.any(|other| other.table_status == Some(*status)),
            }
        };
        let is_supplied = !self.supplied_by.is_empty() && self.supplied_by.iter().all(supplied);
        concerned && !self.columns.iter().any(has) && !is_supplied
    }
}

/// What the export of a recognised table lacks and how to get it, as keys of the [texts](crate::texts), what hides a
/// refusal first. `case`: every table there is, for one may supply what another lacks.
pub fn what_is_missing<'a>(
    recognition: &Recognition,
    case: impl IntoIterator<Item = &'a Recognition>,
) -> Vec<&'static str> {
    // Before all else: whoever said no in it is not found.
    if recognition.hashed {
        return vec!["lacks-addresses"];
    }
    let layout = layout_of(recognition);
    let case: Vec<&Recognition> = if layout.lacks_until.is_empty() { Vec::new() } else { case.into_iter().collect() };
    let lacking = layout.lacks_until.iter().filter(|missing| missing.is_lacking(recognition, &case));
    lacking.map(|missing| missing.says).chain((!layout.lacks.is_empty()).then_some(layout.lacks)).collect()
}

/// The layout of its system that the columns of a table fit best.
pub(super) fn layout_of(recognition: &Recognition) -> &'static Layout {
    let headers: Vec<String> = recognition.columns.iter().map(|column| column.header.clone()).collect();
    let of_system = LAYOUTS.iter().copied().flatten().filter(|layout| layout.system == recognition.system);
    of_system.max_by_key(|layout| fingerprint::score_of_headers(layout, &headers)).unwrap_or(LIST)
}
