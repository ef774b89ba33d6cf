//! What the pages may ask for, one file per station. A command takes arguments, calls the core, maps the error.

pub mod audit;
pub mod case;
pub mod import;
pub mod matching;
pub mod plan;
pub mod sources;

use std::sync::Arc;

use tauri::State;

use crate::desk::{Desk, OpenCase};
use crate::trouble::Trouble;

/// The desk, as commands get it.
pub type AtDesk<'s> = State<'s, Arc<Desk>>;

/// Does something with the open case on a thread of its own, so that the window never waits.
pub async fn with_case<T: Send + 'static>(
    desk: &AtDesk<'_>,
    work: impl FnOnce(&mut OpenCase) -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let desk = Arc::clone(desk);
    aside(move || desk.with(work)).await
}

/// Does something on a thread of its own. A panic there is a defect, told as one.
pub async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(Trouble::text("defect")))
}

/// Drops files in a test's place: the same way that a hand takes. Refused in a release.
#[tauri::command]
#[specta::specta]
pub fn test_drop(app: tauri::AppHandle, paths: Vec<String>) -> Result<(), Trouble> {
    #[cfg(debug_assertions)]
    {
        let paths: Vec<std::path::PathBuf> = paths.into_iter().map(Into::into).collect();
        crate::desk::Dropped::tell(&app, &paths);
        Ok(())
    }
    #[cfg(not(debug_assertions))]
    {
        let _ = (app, paths);
        Err(Trouble::text("not-in-a-release"))
    }
}

/// Ends a walk through the window: writes down what it saw and closes the program. Refused in a release.
#[tauri::command]
#[specta::specta]
pub fn test_end(app: tauri::AppHandle, report: String) -> Result<(), Trouble> {
    #[cfg(debug_assertions)]
    {
        crate::test_hooks::report(&report);
        app.exit(0);
        Ok(())
    }
    #[cfg(not(debug_assertions))]
    {
        let _ = (app, report);
        Err(Trouble::text("not-in-a-release"))
    }
}
