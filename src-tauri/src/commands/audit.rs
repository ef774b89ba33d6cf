//! The audit, and what it found.

use std::sync::Arc;

use bonafide::case::{Answer, AnswerPreview, AnswerStart, AttachedProof, CaseFacts, Overview, ProofView, RulePanel};
use tauri::State;
use tauri::ipc::Channel;

use super::{AtDesk, aside, changing, watched, with_case};
use crate::desk::OpenCase;
use crate::dialogs::Dialogs;
use crate::progress::Progress;
use crate::trouble::Trouble;

/// Joins, judges and decides. The case then holds a verdict on everybody.
#[tauri::command]
#[specta::specta]
pub async fn audit(
    app: tauri::AppHandle,
    desk: AtDesk<'_>,
    on_progress: Channel<Progress>,
) -> Result<CaseFacts, Trouble> {
    changing(&app, &desk, on_progress, |open, watch| {
        let options = open.case.settings()?.audit_options().map_err(bonafide::case::CaseError::from)?;
        open.case.audit(&options, watch)?;
        Ok(open.case.facts()?)
    })
    .await
}

/// What is wrong, at a glance. `null` before the first audit.
#[tauri::command]
#[specta::specta]
pub async fn overview(desk: AtDesk<'_>) -> Result<Option<Overview>, Trouble> {
    let overview = with_case(&desk, OpenCase::overview).await?;
    desk.read_ahead();
    Ok(overview)
}

/// A rule, and what it found. `null` for a rule nobody knows.
#[tauri::command]
#[specta::specta]
pub async fn rule_panel(desk: AtDesk<'_>, rule: String) -> Result<Option<RulePanel>, Trouble> {
    with_case(&desk, move |open| {
        let ledger = open.ledger()?;
        Ok(open.case.rule_panel(&ledger, &rule)?)
    })
    .await
}

/// The questions whose answers lift the most people, and the answers given. `null` before the first audit.
#[tauri::command]
#[specta::specta]
pub async fn proof(desk: AtDesk<'_>) -> Result<Option<ProofView>, Trouble> {
    with_case(&desk, |open| {
        let ledger = open.ledger()?;
        Ok(open.case.proof(&ledger)?)
    })
    .await
}

/// What the form of an answer can start from.
#[tauri::command]
#[specta::specta]
pub async fn answer_start(desk: AtDesk<'_>, question: u32) -> Result<AnswerStart, Trouble> {
    with_case(&desk, move |open| {
        let ledger = open.ledger()?;
        Ok(open.case.answer_start(&ledger, question)?)
    })
    .await
}

/// What an answer would change. The case stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn preview_answer(
    desk: AtDesk<'_>,
    answer: Answer,
    on_progress: Channel<Progress>,
) -> Result<AnswerPreview, Trouble> {
    watched(&desk, on_progress, move |open, watch| {
        let ledger = open.ledger()?;
        Ok(open.case.preview_answer(&ledger, &answer, watch)?)
    })
    .await
}

/// Keeps an answer, and judges everybody anew.
#[tauri::command]
#[specta::specta]
pub async fn save_answer(
    app: tauri::AppHandle,
    desk: AtDesk<'_>,
    answer: Answer,
    on_progress: Channel<Progress>,
) -> Result<(), Trouble> {
    changing(&app, &desk, on_progress, move |open, watch| {
        let ledger = open.ledger()?;
        open.case.save_answer(&ledger, &answer, watch)?;
        Ok(())
    })
    .await
}

/// Takes an answer back, and judges everybody anew.
#[tauri::command]
#[specta::specta]
pub async fn withdraw_answer(
    app: tauri::AppHandle,
    desk: AtDesk<'_>,
    id: String,
    on_progress: Channel<Progress>,
) -> Result<(), Trouble> {
    changing(&app, &desk, on_progress, move |open, watch| {
        open.case.withdraw_answer(&id, watch)?;
        Ok(())
    })
    .await
}

/// Takes back what was answered, withdrawn or imported last, and judges everybody anew. Whether there was anything.
#[tauri::command]
#[specta::specta]
pub async fn undo_answer(
    app: tauri::AppHandle,
    desk: AtDesk<'_>,
    on_progress: Channel<Progress>,
) -> Result<bool, Trouble> {
    changing(&app, &desk, on_progress, |open, watch| Ok(open.case.undo_answer(watch)?.is_some())).await
}

/// Asks for a declarations file and adds what it says, then judges everybody anew. `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn import_declarations(
    app: tauri::AppHandle,
    desk: AtDesk<'_>,
    dialogs: State<'_, Arc<dyn Dialogs>>,
    on_progress: Channel<Progress>,
) -> Result<Option<String>, Trouble> {
    let kind = bonafide::texts::text("dialog-declarations", &[]);
    let Some(path) = dialogs.file(&kind, &["toml"]).await else { return Ok(None) };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let place = name.clone();
    changing(&app, &desk, on_progress, move |open, watch| {
        let toml = std::fs::read_to_string(&path).map_err(|_| Trouble::text("declarations-unreadable").at(&place))?;
        let added = open.case.import_declarations(&toml, watch);
        added.map_err(|error| Trouble::from(error).at(&place))?;
        Ok(())
    })
    .await?;
    Ok(Some(name))
}

/// Asks where to, and writes what is declared as a file. `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn export_declarations(
    desk: AtDesk<'_>,
    dialogs: State<'_, Arc<dyn Dialogs>>,
) -> Result<Option<String>, Trouble> {
    let kind = bonafide::texts::text("dialog-declarations", &[]);
    let Some(path) = dialogs.save("declarations.toml", &kind, &["toml"]).await else { return Ok(None) };
    with_case(&desk, move |open| {
        let toml = open.case.declarations_file()?;
        let name = path.display().to_string();
        std::fs::write(&path, toml).map_err(|_| Trouble::text("declarations-unwritable").at(&name))?;
        Ok(Some(name))
    })
    .await
}

/// Asks for a file that proves an answer. It stays where it is. `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn attach_proof(dialogs: State<'_, Arc<dyn Dialogs>>) -> Result<Option<AttachedProof>, Trouble> {
    let kind = bonafide::texts::text("dialog-proof", &[]);
    let Some(path) = dialogs.file(&kind, PROOFS).await else { return Ok(None) };
    aside(move || Ok(Some(AttachedProof::of(&path)?))).await
}

/// What a proof looks like: a picture of the form, a scan, a page, a letter.
const PROOFS: &[&str] =
    &["png", "jpg", "jpeg", "webp", "gif", "pdf", "html", "txt", "eml", "msg", "doc", "docx", "odt", "zip"];
