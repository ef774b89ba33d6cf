//! `cargo xtask demo`: the sample case, in the window or, without a display, in the terminal.

use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};

use crate::command::{run as call, shown};
use crate::window::Display;
use crate::workspace::{SAMPLE, SAMPLE_CONTROLLER, SAMPLE_TODAY};
use crate::{machine, pages, window, workspace};

/// Opens the window on the sample case. Where nothing can be shown, audits the sample case in the terminal and says so.
///
/// # Errors
/// When something is missing, the build fails, or the program could not run.
pub(crate) fn run() -> anyhow::Result<()> {
    let display = Display::here();
    for needs in needed(display.as_ref()) {
        machine::have(needs)?;
    }
    let Some(display) = display else {
        println!("There is no display here, so the sample case is audited in the terminal.");
        return in_the_terminal();
    };
    pages::build()?;
    println!("Building Bonafide. The first time takes about fifteen minutes, most of it the encrypted database.");
    let mut shown = display.command(&window::build()?);
    println!("\nThe window opens on the sample case: an invented café and web shop. Close it to end.");
    call(shown.arg("--sample"))
}

/// What building takes: without a display neither the web view nor Node.
fn needed(display: Option<&Display>) -> Vec<&'static [machine::Need]> {
    match display {
        Some(_) => vec![machine::BUILD, machine::WINDOW],
        None => vec![machine::BUILD],
    }
}

/// Audits the sample case, first by its cells alone, then with its declarations.
fn in_the_terminal() -> anyhow::Result<()> {
    println!("Building Bonafide. The first time takes some minutes, most of it the encrypted database.");
    let bonafide = workspace::build_bonafide_alone()?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_display_nothing_of_the_window_is_asked_for() {
        let packages = |display: Option<&Display>| -> Vec<&str> {
            needed(display).into_iter().flatten().map(machine::Need::package).collect()
        };
        assert!(packages(None).contains(&"perl"));
        assert!(!packages(None).iter().any(|package| package.contains("webkit") || package.contains("node")));
        assert!(packages(Some(&Display::Theirs)).iter().any(|package| package.contains("node")));
    }
}
