//! The bridge to the pages, with its types: what `ui/src/lib/bindings.ts` is generated from.

use tauri_specta::{ErrorHandlingMode, collect_commands};

use crate::commands::{self, case, import};

/// Every command and event of the window.
pub fn builder() -> tauri_specta::Builder<tauri::Wry> {
    tauri_specta::Builder::<tauri::Wry>::new()
        .commands(collect_commands![
            case::case_state,
            case::strength,
            case::create_case,
            case::quick_look,
            case::choose_case,
            case::open_case,
            case::open_sample,
            case::lock_case,
            case::unlock_case,
            case::close_case,
            case::forget_recent,
            case::set_case_facts,
            case::local_proof,
            case::cancel,
            case::preferences,
            case::set_preferences,
            import::choose_files,
            import::import_files,
            commands::audit::audit,
            commands::test_drop,
        ])
        .typ::<crate::desk::Dropped>()
        .disable_serde_phases()
        .error_handling(ErrorHandlingMode::Result)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use specta_typescript::Typescript;

    use super::*;

    /// `UPDATE=1 cargo nextest run --workspace bindings` rewrites them.
    #[test]
    fn the_bindings_of_the_pages_are_up_to_date() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/lib");
        let fresh = tempfile::tempdir().unwrap();
        let fresh = fresh.path().join("bindings.ts");
        builder().export(Typescript::default(), &fresh).unwrap();
        // One file alone talks to Tauri: the bindings ask it.
        let fresh = std::fs::read_to_string(fresh).unwrap().replace("\"@tauri-apps/api/core\"", "\"./backend/tauri\"");
        let kept = format!("{folder}/bindings.ts");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(&kept, &fresh).unwrap();
        }
        let kept = std::fs::read_to_string(kept).unwrap_or_default();
        assert!(kept == fresh, "stale: run UPDATE=1 cargo nextest run --workspace bindings");
    }
}
