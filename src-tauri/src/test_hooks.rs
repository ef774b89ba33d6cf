//! What a test of the window may do in a person's place. Compiled into debug builds only.

use std::future::ready;
use std::path::PathBuf;
use std::sync::Arc;

use tauri::{AppHandle, Url};

use crate::desk::Dropped;
use crate::dialogs::{Asked, Dialogs};

/// Names a file that answers every dialog: one path a line, empty for a dialog that is closed. Where a file is to be
/// written, a folder answers with the name that the dialog begins with.
const DIALOGS: &str = "BONAFIDE_TEST_DIALOGS";

/// Set while a driver holds the window.
const AUTOMATION: &str = "BONAFIDE_TEST_AUTOMATION";

/// Whether the window is driven by a test. A driver listens on a socket of the web view's own, so that the filter
/// comes only once the page is loaded.
pub fn is_automated() -> bool {
    std::env::var_os(AUTOMATION).is_some_and(|value| value == "1")
}

/// Dialogs that a file answers, if the run has one.
pub fn scripted_dialogs() -> Option<Arc<dyn Dialogs>> {
    std::env::var_os(DIALOGS).map(|file| Arc::new(Scripted(file.into())) as Arc<dyn Dialogs>)
}

struct Scripted(PathBuf);

impl Scripted {
    fn paths(&self) -> Option<Vec<PathBuf>> {
        let answers = std::fs::read_to_string(&self.0).unwrap_or_default();
        let paths: Vec<PathBuf> = answers.lines().filter(|line| !line.is_empty()).map(PathBuf::from).collect();
        Some(paths).filter(|paths| !paths.is_empty())
    }

    fn first(&self) -> Asked<PathBuf> {
        Box::pin(ready(self.paths().and_then(|paths| paths.into_iter().next())))
    }
}

impl Dialogs for Scripted {
    fn exports(&self) -> Asked<Vec<PathBuf>> {
        Box::pin(ready(self.paths()))
    }

    fn file(&self, _: &str, _: &[&str]) -> Asked<PathBuf> {
        self.first()
    }

    fn save(&self, name: &str, _: &str, _: &[&str]) -> Asked<PathBuf> {
        let within = |answer: PathBuf| if answer.is_dir() { answer.join(name) } else { answer };
        Box::pin(ready(self.paths().and_then(|paths| paths.into_iter().next()).map(within)))
    }

    fn folder(&self) -> Asked<PathBuf> {
        self.first()
    }
}

/// Names the scripts that are run in the page once it is loaded, as a `PATH`: a walk through the window without any
/// driver, and so without any socket but the program's own.
const WALK: &str = "BONAFIDE_TEST_WALK";

/// Runs the scripts of this run in the page, if it has any.
pub fn walk(window: &tauri::WebviewWindow) {
    let scripts = std::env::var_os(WALK).unwrap_or_default();
    for script in std::env::split_paths(&scripts).filter_map(|file| std::fs::read_to_string(file).ok()) {
        let _ = window.eval(script);
    }
}

/// Names the file that a walk's report is written to.
const REPORT: &str = "BONAFIDE_TEST_REPORT";

/// Does what a page of a test asks for by going to an address of its own, which is the one way to the program that
/// needs no command: `bonafide-test:drop?path=…` drops files the same way that a hand does, `bonafide-test:end?report=…`
/// writes down what a walk saw and ends the program. Whether it was such an address.
pub fn does(app: &AppHandle, address: &Url) -> bool {
    if address.scheme() != "bonafide-test" {
        return false;
    }
    let values = || address.query_pairs().map(|(_, value)| value.into_owned());
    match address.path() {
        "drop" => Dropped::tell(app, &values().map(PathBuf::from).collect::<Vec<_>>()),
        "end" => {
            if let Some(file) = std::env::var_os(REPORT) {
                let _ = std::fs::write(file, values().collect::<String>());
            }
            app.exit(0);
        }
        _ => {}
    }
    true
}
