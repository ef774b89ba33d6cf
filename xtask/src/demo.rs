//! `cargo xtask demo`: the sample case, in the window or, without a display, in the terminal.

use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};

use crate::command::{run as call, shown};
use crate::window::Display;
use crate::workspace::{Profile, SAMPLE, SAMPLE_CONTROLLER, SAMPLE_TODAY};
use crate::{machine, pages, window, workspace};

/// Opens the window on the sample case. Where nothing can be shown, audits the sample case in the terminal and says so.
///
/// # Errors
/// When something is missing, the build fails, or the program could not run.
pub(crate) fn run() -> anyhow::Result<()> {
    machine::have(machine::BUILD)?;
    machine::have(machine::WINDOW)?;
    pages::build()?;
    println!("Building Bonafide. The first time takes about fifteen minutes, most of it the encrypted database.");
    match Display::here() {
        Some(display) => {
            let mut shown = display.command(&window::build()?);
            println!("\nThe window opens on the sample case: an invented café and web shop. Close it to end.");
            call(shown.arg("--sample"))
        }
        None => {
            println!("There is no display here, so the sample case is audited in the terminal.");
            in_the_terminal()
        }
    }
}

/// Audits the sample case, first by its cells alone, then with its declarations.
fn in_the_terminal() -> anyhow::Result<()> {
    let bonafide = workspace::build_bonafide(Profile::Debug)?;
    let audit = || {
        let mut audit = Command::new(&bonafide);
        audit.current_dir(workspace::root()).stdin(Stdio::null());
        audit.args(["audit", SAMPLE, "--today", SAMPLE_TODAY, "--controller", SAMPLE_CONTROLLER]);
        audit
    };
    println!("\nThe sample case: an invented café and web shop, by what its files show alone.\n");
    show(&mut audit())?;
    println!("\nThe same, with what its owner declares.\n");
    show(audit().args(["--declare", &format!("{SAMPLE}/declarations.toml")]))?;
    println!("\nTry your own: {} audit YOUR-EXPORTS…", bonafide.display());
    Ok(())
}

/// Runs an audit; findings are no failure.
fn show(audit: &mut Command) -> anyhow::Result<()> {
    println!("$ {}", shown(audit));
    let status = audit.status().context("Bonafide could not be started")?;
    ensure!(matches!(status.code(), Some(0 | 1)), "`{}` could not run ({status})", shown(audit));
    Ok(())
}
