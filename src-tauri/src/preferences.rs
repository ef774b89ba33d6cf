//! How a person likes the window, in a file beside the list of recent cases.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager as _};

/// How a person likes the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// The colours.
    pub theme: Theme,
    /// Size of the text in percent, 100 to 200.
    pub text_size: u32,
    /// Minutes without a key or a click after which the case is locked; 0 for never.
    pub idle_minutes: u32,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Paper at night.
    Dark,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { theme: Theme::System, text_size: 100, idle_minutes: 10 }
    }
}

/// What is kept, or the defaults where nothing can be read.
pub fn read(app: &AppHandle) -> Preferences {
    let kept = file(app).and_then(|file| std::fs::read_to_string(file).ok()).unwrap_or_default();
    serde_json::from_str(&kept).unwrap_or_default()
}

/// Keeps them. Without a place to write to, they hold until the window closes.
pub fn keep(app: &AppHandle, preferences: &Preferences) {
    let Some(file) = file(app) else { return };
    let json = serde_json::to_string_pretty(preferences).expect("words and numbers always encode");
    let _ = file.parent().map(std::fs::create_dir_all);
    let _ = std::fs::write(file, json);
}

fn file(app: &AppHandle) -> Option<PathBuf> {
    Some(app.path().app_config_dir().ok()?.join("preferences.json"))
}
