//! What was read, what a person says of it by hand, and forgetting an import.

use std::path::PathBuf;
use std::sync::Arc;

use bonafide::case::sources::{
    Change, MendedRow, Preview, Question, RejectedPage, Sources, TableView, Undone, ValuesView,
};
use bonafide::case::{CaseError, History, Watch};
use bonafide::import::Mapping;
use bonafide::report::write_rejected;
use bonafide::vocabulary::TableId;
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

use super::case::today;
use super::{AtDesk, changing, watched, with_case};
use crate::desk::OpenCase;
use crate::dialogs::Dialogs;
use crate::progress::Progress;
use crate::trouble::Trouble;

/// What was read, by file.
#[tauri::command]
#[specta::specta]
pub async fn sources(desk: AtDesk<'_>) -> Result<Sources, Trouble> {
    with_case(&desk, |open| Ok(open.case.sources()?)).await
}

/// One table: its columns, three of their cells each, and what is asked about it.
#[tauri::command]
#[specta::specta]
pub async fn table(desk: AtDesk<'_>, table: u32) -> Result<TableView, Trouble> {
    with_case(&desk, move |open| Ok(open.case.table(TableId(table))?)).await
}

/// Everything that only a person can answer, in the order of files and columns.
#[tauri::command]
#[specta::specta]
pub async fn questions(desk: AtDesk<'_>) -> Result<Vec<Question>, Trouble> {
    with_case(&desk, |open| Ok(open.case.questions()?)).await
}

/// The words of one column, counted over every contact, and what each stands for.
#[tauri::command]
#[specta::specta]
pub async fn column_values(desk: AtDesk<'_>, table: u32, position: u32) -> Result<ValuesView, Trouble> {
    with_case(&desk, move |open| Ok(open.case.column_values(TableId(table), position)?)).await
}

/// Says something of a column, or answers a question about it. Holds for every table of its layout.
#[tauri::command]
#[specta::specta]
pub async fn correct(
    app: AppHandle,
    desk: AtDesk<'_>,
    table: u32,
    position: u32,
    change: Change,
    on_progress: Channel<Progress>,
) -> Result<(), Trouble> {
    changing(&app, &desk, on_progress, move |open, watch| {
        Ok(open.case.correct(TableId(table), position, &change, watch)?)
    })
    .await
}

/// What a correction would do to the rows, without doing it.
#[tauri::command]
#[specta::specta]
pub async fn preview_correction(
    desk: AtDesk<'_>,
    table: u32,
    position: u32,
    change: Change,
    on_progress: Channel<Progress>,
) -> Result<Preview, Trouble> {
    watched(&desk, on_progress, move |open, watch| {
        Ok(open.case.preview_correction(TableId(table), position, &change, watch)?)
    })
    .await
}

/// Takes the last correction back. `null` if there is none left.
#[tauri::command]
#[specta::specta]
pub async fn undo_correction(
    app: AppHandle,
    desk: AtDesk<'_>,
    on_progress: Channel<Progress>,
) -> Result<Option<Undone>, Trouble> {
    changing(&app, &desk, on_progress, |open, watch| Ok(open.case.undo_correction(watch)?)).await
}

/// Some rejected rows of a table, and the reasons of all.
#[tauri::command]
#[specta::specta]
pub async fn rejected_rows(desk: AtDesk<'_>, table: u32, from: u32, rows: u32) -> Result<RejectedPage, Trouble> {
    with_case(&desk, move |open| Ok(open.case.rejected_rows(TableId(table), from, rows)?)).await
}

/// Writes the rejected rows of a table as CSV where the dialog says. How many; `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn save_rejected(
    desk: AtDesk<'_>,
    dialogs: State<'_, Arc<dyn Dialogs>>,
    table: u32,
) -> Result<Option<u32>, Trouble> {
    let name = with_case(&desk, move |open| Ok(open.case.table(TableId(table))?.name)).await?;
    let name = PathBuf::from(name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let kind = bonafide::texts::text("dialog-list", &[]);
    let name = bonafide::texts::text("dialog-rejected-name", &[("name", name.into())]);
    let Some(path) = dialogs.save(&name, &kind, &["csv"]).await else { return Ok(None) };
    with_case(&desk, move |open| Ok(Some(write_rejected(&path, &open.case, TableId(table))?))).await
}

/// Reads a rejected row as a person mended it.
#[tauri::command]
#[specta::specta]
pub async fn amend_row(
    app: AppHandle,
    desk: AtDesk<'_>,
    table: u32,
    row: u32,
    mended: MendedRow,
    on_progress: Channel<Progress>,
) -> Result<(), Trouble> {
    changing(&app, &desk, on_progress, move |open, _| Ok(open.case.amend_row(TableId(table), row, &mended)?)).await
}

/// Takes a mended row back: it is rejected again.
#[tauri::command]
#[specta::specta]
pub async fn take_amendment_back(
    app: AppHandle,
    desk: AtDesk<'_>,
    table: u32,
    row: u32,
    on_progress: Channel<Progress>,
) -> Result<(), Trouble> {
    changing(&app, &desk, on_progress, move |open, _| Ok(open.case.take_amendment_back(TableId(table), row)?)).await
}

/// Saves the mapping of a table where the dialog says. `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn save_mapping(
    desk: AtDesk<'_>,
    dialogs: State<'_, Arc<dyn Dialogs>>,
    table: u32,
) -> Result<Option<String>, Trouble> {
    let name = with_case(&desk, move |open| Ok(open.case.table(TableId(table))?.name)).await?;
    let stem = PathBuf::from(name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let kind = bonafide::texts::text("dialog-mapping", &[]);
    let name = bonafide::texts::text("dialog-mapping-name", &[("name", stem.into())]);
    let Some(path) = dialogs.save(&name, &kind, &["toml"]).await else { return Ok(None) };
    with_case(&desk, move |open| {
        let mapping = open.case.mapping(TableId(table))?;
        let shown = path.display().to_string();
        std::fs::write(&path, mapping).map_err(|source| CaseError::Write { path: shown.clone(), source })?;
        Ok(Some(shown))
    })
    .await
}

/// Applies a saved mapping to a table. How many columns changed; `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn load_mapping(
    app: AppHandle,
    desk: AtDesk<'_>,
    dialogs: State<'_, Arc<dyn Dialogs>>,
    table: u32,
    on_progress: Channel<Progress>,
) -> Result<Option<u32>, Trouble> {
    let kind = bonafide::texts::text("dialog-mapping", &[]);
    let Some(path) = dialogs.file(&kind, &["toml"]).await else { return Ok(None) };
    let place = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let applied = move |open: &mut OpenCase, watch: Watch<'_>| {
        let mapping = Mapping::read(&path).map_err(CaseError::from)?;
        Ok(Some(open.case.apply_mapping(TableId(table), &mapping, watch)?))
    };
    changing(&app, &desk, on_progress, applied).await.map_err(|trouble| trouble.at(&place))
}

/// Removes a file with everything read from it. Gives back its name.
#[tauri::command]
#[specta::specta]
pub async fn forget_file(
    app: AppHandle,
    desk: AtDesk<'_>,
    file: u32,
    on_progress: Channel<Progress>,
) -> Result<String, Trouble> {
    changing(&app, &desk, on_progress, move |open, watch| Ok(open.case.forget(i64::from(file), &today(), watch)?)).await
}

/// Every import, forgotten ones too.
#[tauri::command]
#[specta::specta]
pub async fn history(desk: AtDesk<'_>) -> Result<History, Trouble> {
    with_case(&desk, |open| Ok(open.case.history()?)).await
}

/// Says that a file is the newest export of what another is an older export of.
#[tauri::command]
#[specta::specta]
pub async fn say_newer(
    app: AppHandle,
    desk: AtDesk<'_>,
    newer: u32,
    older: u32,
    on_progress: Channel<Progress>,
) -> Result<(), Trouble> {
    changing(&app, &desk, on_progress, move |open, _| Ok(open.case.say_newer(i64::from(newer), i64::from(older))?))
        .await
}

/// Says that a file is a source of its own.
#[tauri::command]
#[specta::specta]
pub async fn say_own(
    app: AppHandle,
    desk: AtDesk<'_>,
    file: u32,
    on_progress: Channel<Progress>,
) -> Result<(), Trouble> {
    changing(&app, &desk, on_progress, move |open, watch| Ok(open.case.say_own(i64::from(file), watch)?)).await
}

/// Takes back what was said last of newer and older exports. The file's name; `null` if nothing is left.
#[tauri::command]
#[specta::specta]
pub async fn undo_snapshot(
    app: AppHandle,
    desk: AtDesk<'_>,
    on_progress: Channel<Progress>,
) -> Result<Option<String>, Trouble> {
    changing(&app, &desk, on_progress, |open, _| Ok(open.case.undo_snapshot()?)).await
}
