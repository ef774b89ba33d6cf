//! Native dialogs, behind a trait: a test answers in a person's place.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;

use bonafide::import::{LISTS, LISTS_AT_TIMES};

/// A dialog that is open.
pub type Asked<T> = Pin<Box<dyn Future<Output = Option<T>> + Send>>;

/// What a person is asked for. `None` is what they answer by closing the dialog.
pub trait Dialogs: Send + Sync {
    /// Exports to read: several files.
    fn exports(&self) -> Asked<Vec<PathBuf>>;
    /// One file to read, by a filter's name and its endings.
    fn file(&self, kind: &str, endings: &[&str]) -> Asked<PathBuf>;
    /// Where to write a file, with a name to begin with.
    fn save(&self, name: &str, kind: &str, endings: &[&str]) -> Asked<PathBuf>;
    /// A folder to write into.
    fn folder(&self) -> Asked<PathBuf>;
}

/// The dialogs of this run: native ones, unless a test answers.
pub fn of_this_run() -> Arc<dyn Dialogs> {
    #[cfg(debug_assertions)]
    if let Some(scripted) = crate::test_hooks::scripted_dialogs() {
        return scripted;
    }
    Arc::new(Native)
}

struct Native;

impl Dialogs for Native {
    fn exports(&self) -> Asked<Vec<PathBuf>> {
        let title = bonafide::texts::text("dialog-exports", &[]);
        Box::pin(async move {
            let picked = rfd::AsyncFileDialog::new()
                .add_filter(title, &[&LISTS[..], &LISTS_AT_TIMES].concat())
                .pick_files()
                .await?;
            Some(picked.into_iter().map(|file| file.path().to_owned()).collect())
        })
    }

    fn file(&self, kind: &str, endings: &[&str]) -> Asked<PathBuf> {
        let dialog = rfd::AsyncFileDialog::new().add_filter(kind, endings);
        Box::pin(async move { Some(dialog.pick_file().await?.path().to_owned()) })
    }

    fn save(&self, name: &str, kind: &str, endings: &[&str]) -> Asked<PathBuf> {
        let dialog = rfd::AsyncFileDialog::new().set_file_name(name).add_filter(kind, endings);
        Box::pin(async move { Some(dialog.save_file().await?.path().to_owned()) })
    }

    fn folder(&self) -> Asked<PathBuf> {
        Box::pin(async move { Some(rfd::AsyncFileDialog::new().pick_folder().await?.path().to_owned()) })
    }
}
