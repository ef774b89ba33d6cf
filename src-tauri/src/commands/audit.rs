//! The audit, and what it found.

use std::sync::Arc;

use bonafide::case::CaseFacts;
use tauri::ipc::Channel;

use super::{AtDesk, aside};
use crate::desk::tell_of_change;
use crate::progress::{Progress, Teller};
use crate::trouble::Trouble;

/// Joins, judges and decides. The case then holds a verdict on everybody.
#[tauri::command]
#[specta::specta]
pub async fn audit(
    app: tauri::AppHandle,
    desk: AtDesk<'_>,
    on_progress: Channel<Progress>,
) -> Result<CaseFacts, Trouble> {
    let desk = Arc::clone(&desk);
    let facts = aside(move || {
        let mut teller = Teller::new(&desk, on_progress);
        desk.with(|open| {
            let options = open.case.settings()?.audit_options().map_err(bonafide::case::CaseError::from)?;
            open.case.audit(&options, &mut |progress| teller.tell(progress))?;
            open.refresh();
            Ok(open.case.facts()?)
        })
    })
    .await?;
    tell_of_change(&app);
    Ok(facts)
}
