//! `cargo xtask local`: nothing leaves the machine, shown by looking.
//!
//! The sample audit runs in a network namespace that looks online and leads nowhere, with every socket call written
//! down: once with Bonafide's own filter left out, so that an attempt would show, and once with it. Beside it run two
//! controls that do try to reach out. If they are not seen, the run proves nothing and fails.

mod trace;
mod window;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail, ensure};

use crate::command::{shown, succeeds};
use crate::workspace::{Profile, SAMPLE, SAMPLE_TODAY};
use crate::{machine, workspace};
use trace::Trace;

const NAMESPACE: &str = include_str!("namespace.sh");

/// What to look at.
#[derive(clap::Args, Default)]
pub(crate) struct Arguments {
    /// Look at this program instead of the sample audit. It may not try to reach the internet either.
    #[arg(trailing_var_arg = true, value_name = "PROGRAM")]
    program: Vec<String>,
}

/// What came of the proof.
pub(crate) enum Proof {
    /// The controls were seen and nothing else tried.
    Held,
    /// This machine cannot show it, for the reason given.
    Skipped(String),
}

/// Runs the proof and says what came of it.
///
/// # Errors
/// When something tried to reach the internet, a control was not seen, or a program did not run.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    match prove(arguments)? {
        Proof::Held => println!("\nNothing tried to reach the internet, and the controls were seen."),
        Proof::Skipped(why) => println!("\nSkipped, and so nothing is shown: {why}."),
    }
    Ok(())
}

/// As [`run`], for other tasks.
///
/// # Errors
/// As [`run`].
pub(crate) fn prove(arguments: &Arguments) -> anyhow::Result<Proof> {
    if !cfg!(target_os = "linux") {
        return Ok(Proof::Skipped("network namespaces are known on Linux only".into()));
    }
    if let Err(missing) = machine::have(machine::PROOF) {
        return Ok(Proof::Skipped(format!("{missing:#}")));
    }
    let Some(unshare) = unshare() else {
        return Ok(Proof::Skipped("this user may not make a network namespace; run it as root".into()));
    };
    let folder = workspace::target()?.join("local");
    fresh(&folder)?;

    if !arguments.program.is_empty() {
        let mut program = Command::new(&arguments.program[0]);
        program.args(&arguments.program[1..]);
        let look = look(&unshare, &folder.join("program"), &program)?;
        none_tried(&look, &shown(&program))?;
        ensure!(look.status == Some(0), "`{}` ended with {:?}", shown(&program), look.status);
        return Ok(Proof::Held);
    }

    let bonafide = workspace::build_bonafide(Profile::Debug)?;
    let open = audit(&unshare, &bonafide, &folder.join("without-filter"), true)?;
    ensure!(!open.trace.filter_installed, "the filter was on in the run meant to show attempts, so it shows nothing");
    let filtered = audit(&unshare, &bonafide, &folder.join("with-filter"), false)?;
    ensure!(filtered.trace.filter_installed, "Bonafide did not install its filter against internet sockets");
    same(&folder.join("without-filter/out"), &folder.join("with-filter/out"))?;
    // What is shown of the command line alone is not the whole proof.
    Ok(window::walk(&unshare, &folder)?.map_or(Proof::Held, Proof::Skipped))
}

/// What was seen of one program.
struct Look {
    controls: [Trace; 2],
    trace: Trace,
    status: Option<i32>,
}

/// Audits the sample in the namespace.
fn audit(unshare: &[&str], bonafide: &Path, folder: &Path, without_filter: bool) -> anyhow::Result<Look> {
    let mut audit = Command::new(bonafide);
    audit.args(["audit", SAMPLE, "--today", SAMPLE_TODAY, "--quiet", "--out"]).arg(folder.join("out"));
    audit.env("BONAFIDE_TEST_NO_FILTER", if without_filter { "1" } else { "0" });
    println!("$ {}   (filter {})", shown(&audit), if without_filter { "left out" } else { "on" });
    let look = look(unshare, folder, &audit)?;
    none_tried(&look, "the sample audit")?;
    ensure!(
        matches!(look.status, Some(0 | 1)),
        "the sample audit could not run there (it ended with {:?})",
        look.status
    );
    Ok(look)
}

/// Runs a program in the namespace, beside the controls.
fn look(unshare: &[&str], folder: &Path, program: &Command) -> anyhow::Result<Look> {
    fresh(folder)?;
    let mut inside = Command::new(unshare[0]);
    inside.args(&unshare[1..]).args(["bash", "-c", NAMESPACE, "namespace"]).arg(folder);
    inside.arg(program.get_program()).args(program.get_args());
    inside.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let status =
        inside.current_dir(workspace::root()).stdin(Stdio::null()).status().context("unshare could not be started")?;
    let read = |name: &str| {
        let path = folder.join(name).with_extension("trace");
        std::fs::read_to_string(&path)
            .map(|written| Trace::read(&written))
            .with_context(|| format!("the namespace was not set up: {} is missing", path.display()))
    };
    Ok(Look { controls: [read("name")?, read("address")?], trace: read("command")?, status: status.code() })
}

/// Judges a look: the controls must be seen, and nothing else.
fn none_tried(look: &Look, what: &str) -> anyhow::Result<()> {
    let [name, address] = look.controls.each_ref().map(|control| control.attempts.len());
    println!(
        "  controls: {name} internet sockets for a name, {address} for an address; {what}: {}",
        look.trace.attempts.len()
    );
    ensure!(name > 0 && address > 0, "the run is void: a control that does reach out was not seen");
    if !look.trace.attempts.is_empty() {
        bail!("{what} tried to reach the internet:\n  {}", look.trace.attempts.join("\n  "));
    }
    Ok(())
}

/// The command that makes the namespace: as root, or as root of a user namespace of one's own.
fn unshare() -> Option<Vec<&'static str>> {
    let ways: [&[&str]; 2] = [&["--net", "--mount"], &["--map-root-user", "--net", "--mount"]];
    // A veth pair is what an almost permitted namespace refuses.
    let trial = ["ip", "link", "add", "trial0", "type", "veth", "peer", "name", "trial1"];
    let way = ways.into_iter().find(|way| succeeds(Command::new("unshare").args(*way).args(trial)))?;
    Some(std::iter::once("unshare").chain(way.iter().copied()).collect())
}

/// An empty folder.
fn fresh(folder: &Path) -> anyhow::Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("{} could not be emptied", folder.display()))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("{} could not be made", folder.display()))
}

/// Both runs must have written the same: the filter changes nothing but the sockets.
fn same(one: &Path, other: &Path) -> anyhow::Result<()> {
    let names = |folder: &Path| -> anyhow::Result<Vec<PathBuf>> {
        let entries = std::fs::read_dir(folder).with_context(|| format!("{} was not written", folder.display()))?;
        let mut names = entries.map(|entry| Ok(entry?.file_name().into())).collect::<anyhow::Result<Vec<PathBuf>>>()?;
        names.sort();
        Ok(names)
    };
    let written = names(one)?;
    ensure!(!written.is_empty() && written == names(other)?, "the two runs did not write the same files");
    for name in written.iter().filter(|name| one.join(name).is_file()) {
        let equal = std::fs::read(one.join(name))? == std::fs::read(other.join(name))?;
        ensure!(equal, "{} differs between the run with the filter and the one without", name.display());
    }
    Ok(())
}
