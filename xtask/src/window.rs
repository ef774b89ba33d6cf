//! The real window: the program as it is built, on a display of its own where the machine has none.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};

use crate::workspace;

/// Where a window can be shown.
pub(crate) enum Display {
    /// The person's own.
    Theirs,
    /// A virtual one, of this size, that ends with what is run on it.
    Virtual,
}

impl Display {
    /// The display of this machine, if it has one. A machine of tests has none.
    pub(crate) fn here() -> Option<Self> {
        let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        (cfg!(not(target_os = "linux")) || named("DISPLAY") || named("WAYLAND_DISPLAY")).then_some(Self::Theirs)
    }

    /// A command that shows its windows there.
    pub(crate) fn command(&self, program: &Path) -> Command {
        match self {
            Self::Theirs => Command::new(program),
            Self::Virtual => {
                let mut command = Command::new("xvfb-run");
                command.args(["--auto-servernum", "--server-args=-screen 0 1400x900x24 -nolisten tcp"]).arg(program);
                command
            }
        }
    }
}

/// The debug build of the window, as the tests build it.
///
/// # Errors
/// When it cannot be built.
pub(crate) fn build() -> anyhow::Result<PathBuf> {
    workspace::build("bonafide-window")
}

/// Runs the tests that drive the real window.
///
/// # Errors
/// When one of them fails.
pub(crate) fn test() -> anyhow::Result<()> {
    let window = build()?;
    let mut tests = Display::Virtual.command(Path::new("npm"));
    tests.args(["run", "--silent", "window"]).current_dir(crate::pages::folder());
    tests.env("BONAFIDE", window.with_file_name("bonafide")).env("BONAFIDE_WINDOW", window);
    println!("$ {}", crate::command::shown(&tests));
    let status = tests.status().context("the tests of the window could not be started")?;
    ensure!(status.success(), "the tests of the window ended with {status}; what failed stands above");
    Ok(())
}
