//! What the program may not do, and a self-test that tries it.

use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, Manager as _};

/// What the program may not do.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LocalProof {
    /// Whether every attempt made just now was refused. Systems other than Linux cannot refuse sockets to a program.
    pub filter: bool,
    /// The attempts; empty where there is no filter to try.
    pub refused: Vec<Attempt>,
    /// The content security policy of the pages.
    pub csp: String,
    /// What the one window may ask of the machine.
    pub permissions: Vec<String>,
    /// Where the list of recent cases and the preferences are kept.
    pub data_folder: String,
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

/// The capabilities of the window on this system, as they were compiled in.
const CAPABILITIES: &[&str] = &[
    include_str!("../capabilities/main.json"),
    #[cfg(target_os = "macos")]
    include_str!("../capabilities/macos.json"),
];

/// Tries what must not work, and tells what came of it. Nothing is sent: a socket that is opened is closed at once.
pub fn try_now(app: &AppHandle) -> LocalProof {
    let attempts = bonafide_sandbox::try_sockets();
    LocalProof {
        filter: !attempts.is_empty() && attempts.iter().all(|(_, refused)| *refused),
        refused: attempts.into_iter().map(|(family, refused)| Attempt { family, refused }).collect(),
        csp: app.config().app.security.csp.as_ref().map(ToString::to_string).unwrap_or_default(),
        permissions: CAPABILITIES.iter().flat_map(|capability| permissions(capability)).collect(),
        data_folder: app.path().app_config_dir().map(|folder| folder.display().to_string()).unwrap_or_default(),
    }
}

/// What a capability permits.
fn permissions(capability: &str) -> Vec<String> {
    let capability: serde_json::Value = serde_json::from_str(capability).unwrap_or_default();
    let permissions = capability["permissions"].as_array().into_iter().flatten();
    permissions.filter_map(|one| one.as_str().map(str::to_owned)).collect()
}
