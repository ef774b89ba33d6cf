//! Bonafide in a window: thin commands over the core.

/// Starts the program.
pub fn main() {
    if let Err(error) = bonafide_sandbox::deny_internet() {
        eprintln!("{error}");
        std::process::exit(2);
    }
    tauri::Builder::default()
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .setup(|app| {
            tauri::WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::App("index.html".into())).title("Bonafide").build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("the window starts");
}
