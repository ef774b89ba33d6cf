//! How far a station is, told step by step.

use super::{CaseError, Progress, Station, Watch};

/// One station at work, whoever watches it.
pub(crate) struct Pace<'w> {
    watch: Watch<'w>,
    so_far: Progress,
}

impl<'w> Pace<'w> {
    /// Tells that a station begins, with so much before it.
    ///
    /// # Errors
    /// When it was cancelled.
    pub(crate) fn begin(watch: Watch<'w>, station: Station, total: u64) -> Result<Self, CaseError> {
        let mut pace = Self { watch, so_far: Progress { station, done: 0, total } };
        pace.step(0)?;
        Ok(pace)
    }

    /// Tells that so much more is done.
    ///
    /// # Errors
    /// When it was cancelled.
    pub(crate) fn step(&mut self, more: u64) -> Result<(), CaseError> {
        self.so_far.done += more;
        if (self.watch)(self.so_far).is_break() { Err(CaseError::Cancelled) } else { Ok(()) }
    }
}
