//! `cargo xtask test`: everything that must hold before a change is merged.

use crate::command::{run as call, watch};
use crate::local::Proof;
use crate::steps::{Outcome, Steps};
use crate::tally::Tally;
use crate::{local, machine, pages, window, workspace};

/// Runs every check. Generated files are kept fresh by tests of their own.
///
/// # Errors
/// At the first step that fails.
pub(crate) fn run() -> anyhow::Result<()> {
    let mut steps = Steps::default();
    let mut tally = Tally::default();
    let outcome = walk(&mut steps, &mut tally);
    if outcome.is_ok() {
        steps.list();
    }
    // Stated only where it is the whole truth: not after a stop for another reason than failing tests.
    if outcome.is_ok() || tally.failed > 0 {
        let skipped = tally.skipped + steps.skipped() as u64;
        println!();
        match skipped {
            0 => println!("{} passed, {} failed", tally.passed, tally.failed),
            _ => println!("{} passed, {} failed, {skipped} skipped", tally.passed, tally.failed),
        }
    }
    outcome
}

fn walk(steps: &mut Steps, tally: &mut Tally) -> anyhow::Result<()> {
    steps.take("what tests need", || {
        machine::have(machine::BUILD)?;
        machine::have(machine::WINDOW)?;
        machine::have(machine::SCREENS)?;
        machine::have_tools()?;
        pages::install()?;
        Ok(Outcome::Done)
    })?;
    // The program takes the pages in when it is compiled.
    steps.take("pages", || {
        pages::build()?;
        call(pages::npm().args(["run", "--silent", "check"]))?;
        call(pages::npm().args(["test", "--silent"]))?;
        Ok(Outcome::Done)
    })?;
    steps.take("format", || cargo(&["fmt", "--all", "--check"]))?;
    steps.take("lints", || cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny=warnings"]))?;
    steps.take("fuzz targets", || {
        // They take the stations in from their sources, with a list of libraries of their own.
        call(
            workspace::cargo()
                .args(["check", "--locked", "--manifest-path", "fuzz/Cargo.toml", "--target-dir"])
                .arg(workspace::target()?.join("fuzz"))
                .env("RUSTFLAGS", "--cfg=fuzzing"),
        )?;
        Ok(Outcome::Done)
    })?;
    steps.take("documentation", || {
        call(
            workspace::cargo()
                .args(["doc", "--locked", "--workspace", "--no-deps", "--document-private-items"])
                .env("RUSTDOCFLAGS", "--deny=warnings"),
        )?;
        Ok(Outcome::Done)
    })?;
    steps.take("tests", || counted(&["nextest", "run", "--locked", "--workspace", "--no-fail-fast"], tally))?;
    steps.take("documented examples", || counted(&["test", "--locked", "--workspace", "--doc"], tally))?;
    steps.take("screens", || {
        call(pages::npm().args(["run", "--silent", "screens"]))?;
        Ok(Outcome::Done)
    })?;
    steps.take("window", || {
        window::test()?;
        Ok(Outcome::Done)
    })?;
    steps.take("dependencies", || cargo(&["deny", "check", "bans", "licenses", "sources"]))?;
    steps.take("network proof", || {
        Ok(match local::prove(&local::Arguments::default())? {
            Proof::Held => {
                tally.passed += 1;
                Outcome::Done
            }
            Proof::Skipped(why) => Outcome::Skipped(why),
        })
    })
}

fn cargo(arguments: &[&str]) -> anyhow::Result<Outcome> {
    call(workspace::cargo().args(arguments))?;
    Ok(Outcome::Done)
}

/// Runs tests and counts them.
fn counted(arguments: &[&str], tally: &mut Tally) -> anyhow::Result<Outcome> {
    let passed = watch(workspace::cargo().args(arguments), |line| tally.read(line))?;
    anyhow::ensure!(passed, "`cargo {}` found failing tests; they are named above", arguments.join(" "));
    Ok(Outcome::Done)
}
