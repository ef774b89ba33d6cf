//! The plan: what will be done, by which policy, who signs it, and the lists that leave the case.

use std::sync::Arc;

use bonafide::case::{OwnPolicy, PlanView, PolicyPreview, SignOff, Signature, SigningPart};
use bonafide::report::{ExportWhat, Exported, Faces, list_name};
use serde::Deserialize;
use specta::Type;
use tauri::State;
use tauri::ipc::Channel;

use super::{AtDesk, changing, watched, with_case};
use crate::desk::tell_of_change;
use crate::dialogs::Dialogs;
use crate::progress::Progress;
use crate::trouble::Trouble;

/// Lists that are to leave the case.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportRequest {
    /// Which.
    pub what: ExportWhat,
    /// Whether addresses and numbers are masked as on the screen.
    pub masked: bool,
}

/// A name to be put under the plan.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Signing {
    /// Under which line.
    pub part: SigningPart,
    /// The name.
    pub name: String,
    /// What they are; may be empty.
    pub role: String,
}

/// What will be done. `null` before the first audit.
#[tauri::command]
#[specta::specta]
pub async fn plan_view(desk: AtDesk<'_>) -> Result<Option<PlanView>, Trouble> {
    with_case(&desk, |open| {
        let ledger = open.ledger()?;
        Ok(open.case.plan(&ledger)?)
    })
    .await
}

/// What another policy would do. The case stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn preview_policy(
    desk: AtDesk<'_>,
    policy: OwnPolicy,
    on_progress: Channel<Progress>,
) -> Result<PolicyPreview, Trouble> {
    watched(&desk, on_progress, move |open, watch| {
        let ledger = open.ledger()?;
        Ok(open.case.preview_policy(&ledger, &policy, watch)?)
    })
    .await
}

/// Judges everybody by another policy and keeps it.
#[tauri::command]
#[specta::specta]
pub async fn apply_policy(
    app: tauri::AppHandle,
    desk: AtDesk<'_>,
    policy: OwnPolicy,
    on_progress: Channel<Progress>,
) -> Result<(), Trouble> {
    changing(&app, &desk, on_progress, move |open, watch| {
        open.case.apply_policy(&policy, &now("%Y-%m-%d"), watch)?;
        Ok(())
    })
    .await
}

/// Signs one line of the plan.
#[tauri::command]
#[specta::specta]
pub async fn sign_plan(app: tauri::AppHandle, desk: AtDesk<'_>, signing: Signing) -> Result<SignOff, Trouble> {
    let signed = with_case(&desk, move |open| {
        let ledger = open.ledger()?;
        let signature = Signature { name: signing.name, role: signing.role, at: now("%Y-%m-%dT%H:%M") };
        Ok(open.case.sign(&ledger, signing.part, &signature)?)
    })
    .await?;
    tell_of_change(&app);
    Ok(signed)
}

/// Takes a signature back.
#[tauri::command]
#[specta::specta]
pub async fn take_signature_back(
    app: tauri::AppHandle,
    desk: AtDesk<'_>,
    part: SigningPart,
) -> Result<SignOff, Trouble> {
    let left = with_case(&desk, move |open| {
        let ledger = open.ledger()?;
        Ok(open.case.take_signature_back(&ledger, part)?)
    })
    .await?;
    tell_of_change(&app);
    Ok(left)
}

/// Asks where to, and writes lists there. `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn export_plan(
    desk: AtDesk<'_>,
    dialogs: State<'_, Arc<dyn Dialogs>>,
    request: ExportRequest,
    on_progress: Channel<Progress>,
) -> Result<Option<Exported>, Trouble> {
    let chosen = match request.what {
        ExportWhat::List(action) => {
            let kind = bonafide::texts::text("dialog-list", &[]);
            dialogs.save(&list_name(action), &kind, &["csv"]).await
        }
        ExportWhat::Everything | ExportWhat::Fixes => dialogs.folder().await,
    };
    let Some(place) = chosen else { return Ok(None) };
    watched(&desk, on_progress, move |open, watch| {
        let faces = if request.masked { Faces::Masked } else { Faces::Shown };
        Ok(bonafide::report::export(&place, &open.case, request.what, faces, watch)?)
    })
    .await
    .map(Some)
}

/// The moment, as this computer has it.
fn now(format: &str) -> String {
    chrono::Local::now().format(format).to_string()
}
