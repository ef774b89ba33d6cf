//! What the pages are permitted, held to what is meant: as it was compiled in, not as a file says it.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tauri::ipc::Origin;

const HERE: &str = env!("CARGO_MANIFEST_DIR");

fn read(file: &str) -> String {
    std::fs::read_to_string(format!("{HERE}/{file}")).unwrap()
}

fn parsed(file: &str) -> Value {
    serde_json::from_str(&read(file)).unwrap()
}

/// The capabilities in their folder, by name.
fn capabilities() -> BTreeMap<String, Value> {
    let files = std::fs::read_dir(format!("{HERE}/capabilities")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.map(|name| (name.clone(), parsed(&format!("capabilities/{name}")))).collect()
}

fn words(list: &Value) -> BTreeSet<String> {
    list.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

/// The content security policy is the strict one: no origin but the program's own, nothing inline, nothing evaluated.
#[test]
fn the_pages_load_nothing_but_their_own() {
    let context = crate::context();
    let security = &context.config().app.security;
    let meant = json!({
        "default-src": "'none'",
        "script-src": "'self'",
        // One style that a library of the pages writes, by its hash.
        "style-src": "'self' 'sha256-YEercZJImS+vUX2bz7vkQ0aA4rtBIPLuCEWz+yraQ/g='",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "ipc: http://ipc.localhost",
        "object-src": "'none'",
        "worker-src": "'none'",
        "media-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    });
    assert_eq!(serde_json::to_value(&security.csp).unwrap(), meant);
    assert_eq!(security.dev_csp, None, "another policy while the pages are written would be another program");
    assert_eq!(serde_json::to_value(&security.dangerous_disable_asset_csp_modification).unwrap(), json!(false));
    assert!(!security.asset_protocol.enable, "no page reads files");
    assert!(!context.config().app.with_global_tauri, "no page finds the bridge by name");
    assert_eq!(parsed("tauri.conf.json")["app"]["security"]["pattern"]["use"], "isolation");
}

/// Every capability that lies there is in use, is for the one window, and reaches no other page.
#[test]
fn there_are_two_capabilities_and_both_are_for_the_one_window() {
    let capabilities = capabilities();
    let named = words(&parsed("tauri.conf.json")["app"]["security"]["capabilities"]);
    assert_eq!(
        capabilities.values().map(|one| one["identifier"].as_str().unwrap().to_owned()).collect::<BTreeSet<_>>(),
        named
    );
    for (file, capability) in &capabilities {
        assert_eq!(words(&capability["windows"]), BTreeSet::from(["main".to_owned()]), "{file}");
        assert!(capability.get("remote").is_none() && capability.get("webviews").is_none(), "{file}");
    }
}

/// Each permission is there for something that the pages do, and each thing they do of Tauri's has its permission.
#[test]
fn a_permission_is_there_because_the_pages_use_it() {
    let bridge = read("../ui/src/lib/backend/tauri.ts");
    let mut used = BTreeSet::from(["own-commands".to_owned()]);
    for import in bridge.lines().filter(|line| line.starts_with("import ") && line.contains("'@tauri-apps/")) {
        let (names, from) = import.trim_start_matches("import ").split_once(" from ").unwrap();
        for name in names.trim_matches(['{', '}', ' ']).split(", ") {
            match (name, from.trim_matches(['\'', ';'])) {
                ("Channel" | "invoke", "@tauri-apps/api/core") => {}
                // What is listened to is also listened to no longer.
                ("listen", "@tauri-apps/api/event") => {
                    used.extend(["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned));
                }
                (name, from) => panic!("{name} of {from}: say here which permission it needs"),
            }
        }
    }
    let capabilities = capabilities();
    assert_eq!(words(&capabilities["main.json"]["permissions"]), used);
    let printed = read("../ui/src/stages/case/RecoverySheet.svelte").contains("window.print()");
    let on_macos = if printed { BTreeSet::from(["core:webview:allow-print".to_owned()]) } else { BTreeSet::new() };
    assert_eq!(words(&capabilities["macos.json"]["permissions"]), on_macos);
    assert_eq!(words(&capabilities["macos.json"]["platforms"]), BTreeSet::from(["macOS".to_owned()]));
}

/// Of all commands that are known to Tauri and its plugins, these and no others reach the program.
#[test]
fn a_command_that_no_capability_names_is_refused() {
    let mut context = crate::context();
    let authority = context.runtime_authority_mut();
    let may = |command: &str| authority.resolve_access(command, "main", "main", &Origin::Local).is_some();
    let all = parsed("gen/schemas/acl-manifests.json");
    let mut permitted = BTreeSet::new();
    let mut known = 0;
    for (plugin, manifest) in all.as_object().unwrap() {
        for permission in manifest["permissions"].as_object().unwrap().values() {
            for command in words(&permission["commands"]["allow"]) {
                known += 1;
                let plugin = plugin.trim_start_matches("core:");
                let command = if plugin == "__app-acl__" { command } else { format!("plugin:{plugin}|{command}") };
                if may(&command) {
                    permitted.insert(command);
                }
            }
        }
    }
    assert!(known > 200, "the list of what is known is not the whole list: {known}");
    let mut meant: BTreeSet<String> = read("permissions/commands.toml")
        .lines()
        .filter_map(|line| Some(line.strip_prefix("  \"")?.strip_suffix("\",")?.to_owned()))
        .collect();
    assert!(meant.contains("case_state"));
    meant.extend(["plugin:event|listen", "plugin:event|unlisten"].map(str::to_owned));
    if cfg!(target_os = "macos") {
        meant.insert("plugin:webview|print".to_owned());
    }
    assert_eq!(permitted, meant);
    assert!(!may("test_drop") && !may("plugin:fs|read_file"));
}

/// Another page than the program's own, or another window, may ask for nothing.
#[test]
fn only_the_one_window_with_its_own_page_may_ask() {
    let mut context = crate::context();
    let authority = context.runtime_authority_mut();
    let stranger = Origin::Remote { url: "https://example.org/".parse().unwrap() };
    assert!(authority.resolve_access("case_state", "main", "main", &Origin::Local).is_some());
    assert!(authority.resolve_access("case_state", "main", "main", &stranger).is_none());
    assert!(authority.resolve_access("case_state", "second", "second", &Origin::Local).is_none());
}
