//! What the program may not do, and a self-test that tries it.

use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, Manager as _};

/// What the program may not do.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LocalProof {
    /// Whether this system can refuse internet sockets to a program (Linux can).
    pub can_filter: bool,
    /// Kinds of sockets, and whether an attempt made just now was refused.
    pub attempts: Vec<Attempt>,
    /// What the one window may ask of the machine.
    pub permissions: Vec<String>,
    /// The content security policy of its pages.
    pub policy: String,
    /// Where the list of recent cases is kept.
    pub settings_folder: Option<String>,
    /// Whether the web view forgets everything when the window closes.
    pub forgets: bool,
}

/// One attempt to open a socket.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Attempt {
    /// `ipv4`, `ipv6` or `packet`.
    pub family: &'static str,
    /// Whether it was refused.
    pub refused: bool,
}

/// The capability of the window, as it was compiled in.
const CAPABILITY: &str = include_str!("../capabilities/main.json");

/// Tries what must not work, and tells what came of it. Nothing is sent: a socket that is opened is closed at once.
pub fn try_now(app: &AppHandle) -> LocalProof {
    let attempts = bonafide_sandbox::try_sockets();
    let capability: serde_json::Value = serde_json::from_str(CAPABILITY).unwrap_or_default();
    let permissions = capability["permissions"].as_array().into_iter().flatten();
    LocalProof {
        can_filter: cfg!(target_os = "linux"),
        attempts: attempts.into_iter().map(|(family, refused)| Attempt { family, refused }).collect(),
        permissions: permissions.filter_map(|one| one.as_str().map(str::to_owned)).collect(),
        policy: app.config().app.security.csp.as_ref().map(ToString::to_string).unwrap_or_default(),
        settings_folder: app.path().app_config_dir().ok().map(|folder| folder.display().to_string()),
        forgets: crate::window::filters_at_start(),
    }
}
