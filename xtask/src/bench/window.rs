//! What a person waits for in the real window, over the case that was just audited.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};

use super::PASSPHRASE;
use crate::command::{run, shown};
use crate::window::Display;
use crate::{machine, pages, workspace};

/// The command line and the window as they are released, but for the hooks that let a test drive the window: they are
/// compiled with debug assertions only, and so is that one package here.
pub(super) struct Programs {
    pub(super) bonafide: PathBuf,
    window: PathBuf,
}

impl Programs {
    /// Builds both.
    pub(super) fn build() -> anyhow::Result<Self> {
        machine::have(machine::WINDOW)?;
        pages::build()?;
        let hooks = "profile.release.package.bonafide-window.debug-assertions=true";
        let selection = ["--package=bonafide-cli", "--package=bonafide-window", "--bins"];
        run(workspace::cargo().args(["build", "--locked", "--release", "--config", hooks]).args(selection))?;
        let release = workspace::target()?.join("release");
        Ok(Self { bonafide: release.join("bonafide"), window: release.join("bonafide-window") })
    }

    /// Opens the case in the window and prints a Markdown table of what took how long.
    pub(super) fn measure(&self, case: &Path, people: u32) -> anyhow::Result<()> {
        let mut tests = Display::Virtual.command(Path::new("npm"));
        tests.args(["run", "--silent", "window"]).current_dir(pages::folder());
        tests.env("BONAFIDE", &self.bonafide).env("BONAFIDE_WINDOW", &self.window);
        tests.env("BONAFIDE_LARGE_CASE", case).env("BONAFIDE_LARGE_PEOPLE", people.to_string());
        tests.env("BONAFIDE_PASSPHRASE", PASSPHRASE);
        println!("$ {}", shown(&tests));
        let status = tests.status().context("the window could not be measured")?;
        ensure!(status.success(), "the measures of the window ended with {status}; what was missed stands above");
        Ok(())
    }
}
