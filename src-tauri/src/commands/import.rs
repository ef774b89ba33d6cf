//! Files into the case.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bonafide::case::{ImportOptions, Imported as Done};
use bonafide::import::{Corrections, Limits, WorkbookParser};
use serde::Serialize;
use specta::Type;
use tauri::State;
use tauri::ipc::Channel;

use super::{AtDesk, aside};
use crate::desk::{OpenCase, tell_of_change};
use crate::dialogs::Dialogs;
use crate::progress::{Progress, Teller};
use crate::trouble::Trouble;

/// A file that was to be read.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// Where it is.
    pub path: String,
    /// Its name without folder.
    pub name: String,
    /// What became of it.
    pub outcome: ImportOutcome,
}

/// What became of a file.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ImportOutcome {
    /// Its tables are in the case.
    Added {
        /// Rows read.
        rows: u32,
        /// Rows refused, each with its reason.
        rejected: u32,
    },
    /// The same bytes are there already, under this name.
    AlreadyThere(String),
    /// Nothing of it was taken over.
    Refused(Trouble),
}

/// Asks for exports. `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn choose_files(dialogs: State<'_, Arc<dyn Dialogs>>) -> Result<Option<Vec<String>>, Trouble> {
    let chosen = dialogs.exports().await;
    Ok(chosen.map(|paths| paths.iter().map(|path| path.display().to_string()).collect()))
}

/// Reads files into the case, one after the other. What is wrong with one does not stop the others.
#[tauri::command]
#[specta::specta]
pub async fn import_files(
    app: tauri::AppHandle,
    desk: AtDesk<'_>,
    paths: Vec<String>,
    on_progress: Channel<Progress>,
) -> Result<Vec<Imported>, Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let mut teller = Teller::new(&desk, on_progress);
        let mut imported = Vec::with_capacity(paths.len());
        for path in paths.into_iter().map(PathBuf::from) {
            // Between two files the screens may ask for what is there.
            let read = desk.with(|open| read_all(open, &[path], &mut teller));
            tell_of_change(&app);
            imported.extend(read?);
        }
        Ok(imported)
    })
    .await
}

/// Reads files into a case.
pub fn read_all(open: &mut OpenCase, paths: &[PathBuf], teller: &mut Teller<'_>) -> Result<Vec<Imported>, Trouble> {
    let options = options(open)?;
    let mut imported = Vec::with_capacity(paths.len());
    for path in paths {
        let name = path.file_name().unwrap_or(Path::new("?").as_os_str()).to_string_lossy().into_owned();
        teller.file = Some(name.clone());
        let outcome = open.case.import(path, &options, &mut |progress| teller.tell(progress)).map_err(Trouble::from);
        let outcome = match outcome {
            Ok(Done::Added(tables)) => {
                open.refresh();
                let added = open.case.store.tables()?.into_iter().filter(|table| tables.contains(&table.id));
                let (rows, rejected) = added.fold((0, 0), |sum, table| (sum.0 + table.rows, sum.1 + table.rejected));
                let short = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
                ImportOutcome::Added { rows: short(rows), rejected: short(rejected) }
            }
            Ok(Done::AlreadyThere(there)) => ImportOutcome::AlreadyThere(there),
            Err(trouble) if trouble.code == "cancelled" => return Err(trouble),
            Err(trouble) => ImportOutcome::Refused(trouble.at(&name)),
        };
        imported.push(Imported { path: path.display().to_string(), name, outcome });
    }
    Ok(imported)
}

fn options(open: &OpenCase) -> Result<ImportOptions, Trouble> {
    let settings = open.case.settings()?;
    let home = settings.audit_options().map_err(bonafide::case::CaseError::from)?.home;
    Ok(ImportOptions {
        today: settings.today,
        at: Some(chrono::Utc::now().format("%Y-%m-%dT%H:%M:%SZ").to_string()),
        corrections: Corrections::none(),
        home,
        limits: Limits::default(),
        parser: WorkbookParser::default(),
    })
}
