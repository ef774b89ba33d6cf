//! The window, walked through without a driver: nothing of it may try to reach the internet either.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, ensure};

use super::{fresh, look, none_tried};
use crate::{machine, pages, window, workspace};

/// The walk: the journey of `tests/window/journey.test.ts`, and every screen.
const WALK: [&str; 2] = ["tests/window/steps.js", "tests/window/walk.js"];
/// The exports that it drops.
const EXPORTS: &str = "fixtures/cases/norrsken";

/// Walks through the window twice: with the filter left out, so that an attempt would show, and with it. Gives back
/// why, if this machine cannot show it.
///
/// # Errors
/// When something tried to reach the internet, the walk did not get to its end, or the filter was not there.
pub(super) fn walk(unshare: &[&str], folder: &Path) -> anyhow::Result<Option<String>> {
    if let Err(missing) = machine::have(machine::WINDOW).and_then(|()| machine::have(machine::SCREENS)) {
        return Ok(Some(format!("{missing:#}")));
    }
    pages::build()?;
    let program = window::build()?;
    // Outside of the namespace: the display is reached by a file, and what it does itself is not looked at.
    let display = Display::start()?;
    for (name, filtered) in [("window-without-filter", false), ("window-with-filter", true)] {
        let folder = folder.join(name);
        let home = folder.with_extension("home");
        fresh(&home)?;
        let report = home.join("report");
        let mut walked = Command::new(&program);
        walked
            .env("DISPLAY", &display.name)
            .env("HOME", &home)
            .env("XDG_RUNTIME_DIR", &home)
            .env("BONAFIDE_TEST_NO_FILTER", if filtered { "0" } else { "1" })
            .env("BONAFIDE_TEST_WALK", scripts(&home)?)
            .env("BONAFIDE_TEST_DIALOGS", answers(&home)?)
            .env("BONAFIDE_TEST_REPORT", &report);
        println!("$ bonafide-window   (filter {})", if filtered { "on" } else { "left out" });
        let look = look(unshare, &folder, &walked)?;
        none_tried(&look, "the walk through the window")?;
        let report = std::fs::read_to_string(&report).context("the window ended before its walk did")?;
        ensure!(report.starts_with("walked"), "the walk through the window stopped short: {report}");
        ensure!(look.trace.filter_installed == filtered, "the filter is not as the run needs it");
        println!("  walked past: {}", report.lines().skip(1).collect::<Vec<_>>().join(" · "));
    }
    Ok(None)
}

/// The scripts of the walk, the first of which names the exports.
fn scripts(home: &Path) -> anyhow::Result<OsString> {
    let mut exports: Vec<PathBuf> = std::fs::read_dir(workspace::root().join(EXPORTS))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    exports
        .retain(|path| path.extension().is_some_and(|ending| ["csv", "xlsx", "zip"].iter().any(|one| ending == *one)));
    exports.sort();
    let named = home.join("exports.js");
    let list = serde_json::to_string(&exports)?;
    std::fs::write(&named, format!("globalThis.EXPORTS = {list};"))?;
    Ok(std::env::join_paths([named].into_iter().chain(WALK.map(|script| workspace::root().join(script))))?)
}

/// Every file that a dialog asks for is written at home.
fn answers(home: &Path) -> anyhow::Result<PathBuf> {
    let answers = home.join("dialogs");
    std::fs::write(&answers, home.as_os_str().as_encoded_bytes())?;
    Ok(answers)
}

/// A display that ends with this.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn start() -> anyhow::Result<Self> {
        let number = 200 + std::process::id() % 1000;
        let name = format!(":{number}");
        let server = Command::new("Xvfb")
            .args([name.as_str(), "-screen", "0", "1400x900x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb could not be started")?;
        let display = Self { server, name };
        let socket = format!("/tmp/.X11-unix/X{number}");
        for _ in 0..100 {
            if Path::new(&socket).exists() {
                return Ok(display);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        anyhow::bail!("Xvfb did not open its display");
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
