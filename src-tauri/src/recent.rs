//! Cases opened before: where they are and what they came to, in a file beside the program's settings. No person is
//! named in it, and a case that is forgotten here stays where it is.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::Manager as _;

/// How many are remembered.
const MOST: usize = 12;

/// A case opened before.
#[derive(Debug, Clone, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RecentCase {
    /// How it is called.
    pub name: String,
    /// Where it is kept.
    pub path: String,
    /// Whose lists it holds.
    pub controller: Option<String>,
    /// People in it; `None` before its audit.
    pub people: Option<u32>,
    /// People who may be kept.
    pub kept: Option<u32>,
    /// When it was last opened, as `YYYY-MM-DD`.
    pub opened_on: String,
    /// Whether the file is still there.
    #[serde(default)]
    pub is_there: bool,
}

/// The list, latest first. A list that cannot be read is empty: nothing is lost but a convenience.
pub fn list(app: &tauri::AppHandle) -> Vec<RecentCase> {
    let Some(file) = file(app) else { return Vec::new() };
    let kept = std::fs::read_to_string(file).unwrap_or_default();
    let mut cases: Vec<RecentCase> = serde_json::from_str(&kept).unwrap_or_default();
    for case in &mut cases {
        case.is_there = Path::new(&case.path).is_file();
    }
    cases
}

/// Puts a case first.
pub fn remember(app: &tauri::AppHandle, case: RecentCase) {
    let mut cases = list(app);
    cases.retain(|other| other.path != case.path);
    cases.insert(0, case);
    cases.truncate(MOST);
    write(app, &cases);
}

/// Takes a case off the list. The case itself stays.
pub fn forget(app: &tauri::AppHandle, path: &str) {
    let mut cases = list(app);
    cases.retain(|case| case.path != path);
    write(app, &cases);
}

/// Without a place to write to, cases are opened by their file.
fn write(app: &tauri::AppHandle, cases: &[RecentCase]) {
    let Some(file) = file(app) else { return };
    let json = serde_json::to_string_pretty(cases).expect("names and numbers always encode");
    let _ = file.parent().map(std::fs::create_dir_all);
    let _ = std::fs::write(file, json);
}

fn file(app: &tauri::AppHandle) -> Option<PathBuf> {
    Some(app.path().app_config_dir().ok()?.join("recent.json"))
}
