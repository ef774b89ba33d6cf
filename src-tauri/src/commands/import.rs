//! Files into the case.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bonafide::case::{ImportOptions, Imported as Outcome};
use bonafide::import::{Corrections, Limits, WorkbookParser};
use serde::Serialize;
use specta::Type;
use tauri::State;
use tauri::ipc::Channel;
use tauri_specta::Event as _;

use super::{AtDesk, aside};
use crate::desk::{CaseChanged, OpenCase};
use crate::dialogs::Dialogs;
use crate::progress::{Progress, Teller};
use crate::trouble::Trouble;

/// What became of one file.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportedFile {
    /// Its name without folder.
    pub name: String,
    /// The name under which the same bytes are in the case already, if they are.
    pub already_there: Option<String>,
    /// Why nothing of it was taken over, if nothing was.
    pub refused: Option<Trouble>,
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
) -> Result<Vec<ImportedFile>, Trouble> {
    let desk = Arc::clone(&desk);
    let imported = aside(move || {
        let mut teller = Teller::new(&desk, on_progress);
        let paths: Vec<PathBuf> = paths.into_iter().map(PathBuf::from).collect();
        desk.with(|open| read_all(open, &paths, &mut teller))
    })
    .await;
    let _ = CaseChanged.emit(&app);
    imported
}

/// Reads files into a case.
pub fn read_all(open: &mut OpenCase, paths: &[PathBuf], teller: &mut Teller<'_>) -> Result<Vec<ImportedFile>, Trouble> {
    let options = options(open)?;
    let mut imported = Vec::with_capacity(paths.len());
    for path in paths {
        let name = path.file_name().unwrap_or(Path::new("?").as_os_str()).to_string_lossy().into_owned();
        teller.file = Some(name.clone());
        let outcome = open.case.import(path, &options, &mut |progress| teller.tell(progress)).map_err(Trouble::from);
        let (already_there, refused) = match outcome {
            Ok(Outcome::Added(_)) => {
                open.refresh();
                (None, None)
            }
            Ok(Outcome::AlreadyThere(there)) => (Some(there), None),
            Err(trouble) if trouble.code == "cancelled" => return Err(trouble),
            Err(trouble) => (None, Some(trouble.at(&name))),
        };
        imported.push(ImportedFile { name, already_there, refused });
    }
    Ok(imported)
}

fn options(open: &OpenCase) -> Result<ImportOptions, Trouble> {
    let settings = open.case.settings()?;
    let home = settings.audit_options().map_err(bonafide::case::CaseError::from)?.home;
    Ok(ImportOptions {
        today: settings.today,
        corrections: Corrections::none(),
        home,
        limits: Limits::default(),
        parser: WorkbookParser::default(),
    })
}
