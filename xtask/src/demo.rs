//! `cargo xtask demo`: the sample case, audited in the terminal.

use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};

use crate::command::shown;
use crate::workspace::{Profile, SAMPLE, SAMPLE_CONTROLLER, SAMPLE_TODAY};
use crate::{machine, workspace};

/// Builds Bonafide and audits the sample case, first by its cells alone, then with its declarations.
///
/// # Errors
/// When something is missing, the build fails, or an audit could not run.
pub(crate) fn run() -> anyhow::Result<()> {
    machine::have(machine::BUILD)?;
    println!("Building Bonafide. The first time takes about ten minutes, most of it the encrypted database.");
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
