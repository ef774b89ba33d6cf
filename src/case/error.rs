//! What can stop the work on a case.

use crate::audit::DeclarationError;
use crate::import::ImportError;
use crate::store::StoreError;

/// Why a step could not be done. The case is as it was before the step.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CaseError {
    /// A file could not be read.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The casefile refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The declarations do not hold together.
    #[error(transparent)]
    Declaration(#[from] DeclarationError),
    /// What the case is about cannot be used.
    #[error(transparent)]
    Settings(#[from] super::SettingsError),
    /// A decision cannot be made.
    #[error(transparent)]
    Decision(#[from] super::DecisionError),
    /// An answer cannot be kept.
    #[error(transparent)]
    Answer(#[from] super::AnswerError),
    /// The plan cannot be changed or signed so.
    #[error(transparent)]
    Plan(#[from] super::PlanError),
    /// A mended row cannot be read.
    #[error(transparent)]
    Amend(#[from] super::sources::AmendError),
    /// A mapping cannot be read, or is for other columns.
    #[error(transparent)]
    Mapping(#[from] crate::import::MappingError),
    /// A file is no newer export of another.
    #[error(transparent)]
    Snapshot(#[from] super::SnapshotError),
    /// A list could not be written.
    #[error("{path} could not be written ({source}). Choose a folder you may write to, with enough space")]
    Write {
        /// The file.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file, table or column that is not in the case any more.
    #[error("that file, table or column is not in the case any more. Look at the sources again; nothing was changed")]
    Gone,
    /// The person stopped it.
    #[error("cancelled. Nothing was changed")]
    Cancelled,
}
