//! The sample case: an invented café and web shop, the same that the README and the tests use.

use std::path::PathBuf;

use tauri::Manager as _;
use tauri::path::BaseDirectory;

use crate::trouble::Trouble;

/// The day it speaks of.
pub const TODAY: &str = "2026-11-01";
/// Whose lists it holds.
pub const CONTROLLER: &str = "Norrsken Kaffe AB";

/// Its exports, in the order of names, and what its owner declares.
pub fn files(app: &tauri::AppHandle) -> Result<(Vec<PathBuf>, String), Trouble> {
    let missing = |_| Trouble::text("no-sample");
    let folder = folder(app).ok_or_else(|| Trouble::text("no-sample"))?;
    let declarations = std::fs::read_to_string(folder.join("declarations.toml")).map_err(missing)?;
    let mut exports: Vec<PathBuf> = std::fs::read_dir(&folder)
        .map_err(missing)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension().is_some_and(|ending| ["csv", "xlsx", "zip"].iter().any(|known| ending == *known))
        })
        .collect();
    exports.sort();
    Ok((exports, declarations))
}

/// Where it was installed, or beside a program that was only built.
fn folder(app: &tauri::AppHandle) -> Option<PathBuf> {
    let installed = app.path().resolve("sample", BaseDirectory::Resource).ok();
    let built = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join("sample")));
    [installed, built].into_iter().flatten().find(|folder| folder.is_dir())
}
