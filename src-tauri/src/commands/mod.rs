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
