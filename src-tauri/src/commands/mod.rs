//! What the pages may ask for, one file per station. A command takes arguments, calls the core, maps the error.

pub mod audit;
pub mod case;
pub mod import;
pub mod matching;
pub mod plan;
pub mod sources;

use std::sync::Arc;

use bonafide::case::Watch;
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use crate::desk::{Desk, OpenCase, tell_of_change};
use crate::progress::{Progress, Teller};
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

/// Does something long with the open case. A screen is told how far it is, and may cancel it.
pub async fn watched<T: Send + 'static>(
    desk: &AtDesk<'_>,
    screen: Channel<Progress>,
    work: impl FnOnce(&mut OpenCase, Watch<'_>) -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let desk = Arc::clone(desk);
    aside(move || {
        desk.with(|open| {
            // Only now is it its turn: whoever cancels before means the work that runs.
            let mut teller = Teller::new(&desk, screen);
            work(open, &mut |progress| teller.tell(progress))
        })
    })
    .await
}

/// The same where rows, their meaning or verdicts change: what is in memory no longer holds, and screens load again.
pub async fn changing<T: Send + 'static>(
    app: &AppHandle,
    desk: &AtDesk<'_>,
    screen: Channel<Progress>,
    work: impl FnOnce(&mut OpenCase, Watch<'_>) -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let done = watched(desk, screen, move |open, watch| {
        let done = work(open, watch)?;
        open.refresh();
        Ok(done)
    })
    .await?;
    tell_of_change(app);
    Ok(done)
}

/// Does something on a thread of its own. A panic there is a defect, told as one.
pub async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(Trouble::text("defect")))
}
