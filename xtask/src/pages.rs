//! What the window shows: the pages of `ui/`, built and tested with Node.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::command::run;
use crate::workspace::root;

/// The folder of the pages.
pub(crate) fn folder() -> PathBuf {
    root().join("ui")
}

/// npm, to be run in the folder of the pages.
pub(crate) fn npm() -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(folder()).stdin(Stdio::null());
    npm
}

/// Installs exactly what the lock file names, without running anyone's install scripts, unless it is there already.
///
/// # Errors
/// When npm cannot install it.
pub(crate) fn install() -> anyhow::Result<()> {
    let modified = |path: PathBuf| path.metadata().and_then(|about| about.modified()).ok();
    let asked = modified(folder().join("package-lock.json"));
    let there = modified(folder().join("node_modules/.package-lock.json"));
    if there.is_some() && there >= asked {
        return Ok(());
    }
    run(npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

/// Builds the pages of the window.
///
/// # Errors
/// When they cannot be built.
pub(crate) fn build() -> anyhow::Result<()> {
    install()?;
    run(npm().args(["run", "--silent", "build"]))
}
