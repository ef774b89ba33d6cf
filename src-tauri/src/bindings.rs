//! The bridge to the pages, with its types: what `ui/src/lib/bindings.ts` is generated from.

use tauri_specta::{ErrorHandlingMode, collect_commands};

use crate::commands::{self, case, import, matching, sources};

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
            sources::sources,
            sources::table,
            sources::questions,
            sources::column_values,
            sources::correct,
            sources::preview_correction,
            sources::undo_correction,
            sources::rejected_rows,
            sources::save_rejected,
            sources::amend_row,
            sources::take_amendment_back,
            sources::save_mapping,
            sources::load_mapping,
            sources::forget_file,
            sources::history,
            sources::say_newer,
            sources::say_own,
            sources::undo_snapshot,
            commands::audit::audit,
            matching::facets,
            matching::people_page,
            matching::place_of_person,
            matching::person,
            matching::decide,
            matching::undo_decision,
            commands::audit::overview,
            commands::audit::rule_panel,
            commands::audit::proof,
            commands::audit::answer_start,
            commands::audit::preview_answer,
            commands::audit::save_answer,
            commands::audit::withdraw_answer,
            commands::audit::undo_answer,
            commands::audit::import_declarations,
            commands::audit::export_declarations,
            commands::audit::attach_proof,
            commands::plan::plan_view,
            commands::plan::preview_policy,
            commands::plan::apply_policy,
            commands::plan::sign_plan,
            commands::plan::take_signature_back,
            commands::plan::export_plan,
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

    const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

    /// The bindings as they have to be. One file alone talks to Tauri: they ask it.
    fn fresh() -> String {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bindings.ts");
        builder().export(Typescript::default(), &file).unwrap();
        std::fs::read_to_string(file).unwrap().replace("\"@tauri-apps/api/core\"", "\"./backend/tauri\"")
    }

    /// The commands of the program, in the order of their names.
    fn commands(bindings: &str) -> Vec<&str> {
        let mut commands: Vec<&str> = bindings
            .split("__TAURI_INVOKE")
            .skip(1)
            .filter_map(|call| call.split_once("(\"")?.1.split_once('"'))
            .map(|(command, _)| command)
            .collect();
        commands.sort_unstable();
        commands.dedup();
        commands
    }

    /// What stands between the pages and the program: it lets these commands through and no other.
    fn isolation(bindings: &str) -> String {
        let mut commands = commands(bindings);
        // By the last, Tauri prints on macOS; elsewhere no capability permits it.
        commands.extend(["plugin:event|listen", "plugin:event|unlisten", "plugin:webview|print"]);
        let listed: String = commands.iter().map(|command| format!("  '{command}',\n")).collect();
        format!(
            "// Generated from the commands of the program; a test keeps it fresh. What is not on the list is refused\n\
             // before it reaches the program.\n\
             const ALLOWED = new Set([\n{listed}]);\n\n\
             window.__TAURI_ISOLATION_HOOK__ = (payload) => {{\n\
             \u{20} if (!ALLOWED.has(payload.cmd)) {{\n\
             \u{20}   payload.cmd = 'refused';\n\
             \u{20}   payload.payload = {{}};\n\
             \u{20} }}\n\
             \u{20} return payload;\n\
             }};\n"
        )
    }

    /// What Tauri itself permits the pages: with a permission of its own for the program's commands, it refuses all that
    /// no capability names.
    fn permission(bindings: &str) -> String {
        let listed: String = commands(bindings).iter().map(|command| format!("  \"{command}\",\n")).collect();
        format!(
            "# Generated from the commands of the program; a test keeps it fresh.\n\
             [[permission]]\n\
             identifier = \"own-commands\"\n\
             description = \"What the pages may ask of the program.\"\n\
             commands.allow = [\n{listed}]\n"
        )
    }

    fn kept(file: &str, fresh: &str) {
        let path = format!("{ROOT}/{file}");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, fresh).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(kept == fresh, "{file} is stale: run UPDATE=1 cargo nextest run --workspace bindings");
    }

    /// `UPDATE=1 cargo nextest run --workspace bindings` rewrites them.
    #[test]
    fn the_bindings_of_the_pages_are_up_to_date() {
        kept("ui/src/lib/bindings.ts", &fresh());
    }

    #[test]
    fn the_pages_may_ask_for_the_commands_of_the_bindings_and_nothing_else() {
        let isolation = isolation(&fresh());
        assert!(isolation.contains("'case_state'") && isolation.contains("'import_files'"));
        kept("ui/isolation/index.js", &isolation);
        kept("src-tauri/permissions/commands.toml", &permission(&fresh()));
    }
}
