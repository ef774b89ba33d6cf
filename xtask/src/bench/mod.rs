//! `cargo xtask bench`: what a large audit costs, per station and in all.

mod measure;
mod pollock;
mod recognition;
mod table;
mod window;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};

use crate::command::{shown, succeeds};
use crate::workspace::{Profile, SAMPLE_TODAY};
use crate::{generate, machine, workspace};
use measure::{Measured, measure};
use table::Line;

/// The case that is measured, in the folder of measurements, and what opens it.
const CASEFILE: &str = "bench.bonafide";
const PASSPHRASE: &str = "a passphrase for measuring";

/// How large, and against what.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How many people the generated case holds.
    #[arg(long, default_value_t = 100_000)]
    people: u32,
    /// The same seed generates the same case.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Show how the cost grows: 100,000, 300,000 and 1,000,000 people.
    #[arg(long, conflicts_with = "people")]
    scale: bool,
    /// Run the bare cross-check of another tool on the same files, on the same machine.
    #[arg(long)]
    against: Option<Rival>,
    /// Open the case in the real window as well, and measure what a person waits for.
    #[arg(long, conflicts_with_all = ["scale", "program"])]
    window: bool,
    /// Measure instead how long files of several lengths and widths take to be recognised.
    #[arg(long, conflicts_with_all = ["people", "scale", "against", "window"])]
    recognition: bool,
    /// Have the files of the Pollock benchmark read instead, and scored by its own measures.
    #[arg(long, value_name = "CHECKOUT", conflicts_with_all = ["people", "scale", "against", "window", "recognition"])]
    pollock: Option<PathBuf>,
    /// Run this program instead of building one.
    #[arg(long, value_name = "PROGRAM")]
    program: Option<PathBuf>,
}

/// What to measure against.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Rival {
    /// Polars, by `xtask/bench/polars_crosscheck.py`.
    Polars,
}

/// What one size cost.
struct Run {
    people: u32,
    export_bytes: u64,
    case_bytes: u64,
    bonafide: Measured,
    polars: Option<Measured>,
}

/// Measures and prints Markdown tables.
///
/// # Errors
/// When something is missing, or a program did not run.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    machine::have(machine::BUILD)?;
    machine::have(machine::MEASURE)?;
    let folder = workspace::target()?.join("bench");
    std::fs::create_dir_all(&folder).with_context(|| format!("{} could not be made", folder.display()))?;
    let in_window = arguments.window.then(window::Programs::build).transpose()?;
    let bonafide = match (&arguments.program, &in_window) {
        (Some(program), _) => program.clone(),
        (None, Some(programs)) => programs.bonafide.clone(),
        (None, None) => workspace::build_bonafide(Profile::Release)?,
    };
    if arguments.recognition {
        return recognition::run(&bonafide, &folder);
    }
    if let Some(checkout) = &arguments.pollock {
        let libraries = python_libraries(&folder.join("python"), &pollock::LIBRARIES, "multiset, price_parser")?;
        return pollock::run(&bonafide, &folder, &libraries, checkout);
    }
    let polars = match arguments.against {
        Some(Rival::Polars) => Some(python_libraries(&folder.join("python"), &["polars"], "polars")?),
        None => None,
    };
    let sizes = if arguments.scale { vec![100_000, 300_000, 1_000_000] } else { vec![arguments.people] };
    let mut runs = Vec::new();
    for people in sizes {
        let case = generated(&folder, people, arguments.seed)?;
        let casefile = folder.join(CASEFILE);
        let bonafide = audit(&bonafide, &case, &casefile)?;
        let polars = polars.as_ref().map(|libraries| crosscheck(libraries, &case)).transpose()?;
        let (export_bytes, case_bytes) = (bytes(&exports(&case)?), bytes(&[casefile]));
        runs.push(Run { people, export_bytes, case_bytes, bonafide, polars });
    }
    for run in &runs {
        print_run(run);
    }
    if runs.len() > 1 {
        print_growth(&runs);
    }
    if let Some(programs) = in_window {
        programs.measure(&folder.join(CASEFILE), arguments.people)?;
    }
    Ok(())
}

/// The generated case; written once for each size and seed.
fn generated(folder: &Path, people: u32, seed: u64) -> anyhow::Result<PathBuf> {
    let case = folder.join(format!("people-{people}-seed-{seed}"));
    if case.exists() {
        println!("Taking the case that lies in {}", case.display());
        return Ok(case);
    }
    println!("Generating {people} people into {}", case.display());
    // Written aside, so that a generator that was stopped leaves no half case behind.
    let unfinished = case.with_extension("unfinished");
    if unfinished.exists() {
        std::fs::remove_dir_all(&unfinished)?;
    }
    std::fs::create_dir_all(&unfinished)?;
    let out = unfinished.clone();
    generate::run(&generate::GenerateArgs { people: Some(people), seed, out, case: None, sample: false })?;
    std::fs::rename(&unfinished, &case)?;
    Ok(case)
}

/// The exports of a generated case, in any folder of it. What lies beside them as the truth is not for the audit.
fn exports(case: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut exports = Vec::new();
    let mut folders = vec![case.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).with_context(|| format!("{} could not be read", folder.display()))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let kind = path.extension().unwrap_or_default().to_string_lossy();
            if ["truth", "expected"].iter().any(|told| name.starts_with(told)) {
                continue;
            } else if path.is_dir() {
                folders.push(path);
            } else if ["csv", "tsv", "zip", "xlsx"].contains(&kind.as_ref()) {
                exports.push(path);
            }
        }
    }
    exports.sort();
    ensure!(!exports.is_empty(), "there is no export in {}", case.display());
    Ok(exports)
}

/// Audits the case into a fresh encrypted casefile.
fn audit(bonafide: &Path, case: &Path, casefile: &Path) -> anyhow::Result<Measured> {
    for leftover in ["", "-wal", "-shm", "-lock"] {
        let mut path = casefile.as_os_str().to_owned();
        path.push(leftover);
        if Path::new(&path).exists() {
            std::fs::remove_file(&path)?;
        }
    }
    let mut audit = Command::new(bonafide);
    audit.arg("audit").args(exports(case)?).arg("--case").arg(casefile);
    audit.args(["--today", SAMPLE_TODAY, "--timings", "--quiet"]);
    audit.env("BONAFIDE_PASSPHRASE", PASSPHRASE);
    let measured = measure(&audit)?;
    ensure!(
        matches!(measured.code, Some(0 | 1)),
        "`{}` could not run (it ended with {:?})",
        shown(&audit),
        measured.code
    );
    Ok(measured)
}

/// Makes sure that `python3` can import `modules` from a folder, installing `packages` into it, and gives it back.
fn python_libraries(folder: &Path, packages: &[&str], modules: &str) -> anyhow::Result<PathBuf> {
    let mut import = Command::new("python3");
    import.args(["-c", &format!("import {modules}")]).env("PYTHONPATH", folder);
    if !succeeds(&mut import) {
        println!("Installing {} into {}", packages.join(", "), folder.display());
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--target"]).arg(folder).args(packages);
        crate::command::run(&mut pip)
            .with_context(|| format!("install {} for python3 by hand, and try again", packages.join(", ")))?;
    }
    Ok(folder.to_owned())
}

/// Runs the bare cross-check on the same exports.
fn crosscheck(libraries: &Path, case: &Path) -> anyhow::Result<Measured> {
    let mut python = Command::new("python3");
    python.arg(workspace::root().join("xtask/bench/polars_crosscheck.py")).args(exports(case)?);
    python.env("PYTHONPATH", libraries);
    let measured = measure(&python)?;
    ensure!(measured.code == Some(0), "`{}` could not run", shown(&python));
    println!("{}", measured.said.trim_end());
    Ok(measured)
}

fn print_run(run: &Run) {
    let Run { people, export_bytes, case_bytes, bonafide, polars } = run;
    println!("\n### {} people\n", table::thousands(u64::from(*people)));
    println!(
        "{} cores, {} MB of exports, an encrypted casefile of {} MB.\n",
        cores(),
        table::thousands(export_bytes / 1_000_000),
        table::thousands(case_bytes / 1_000_000)
    );
    let mut lines: Vec<Line> = bonafide.stations.iter().map(Line::of_station).collect();
    lines.push(Line::whole("**whole run**", bonafide));
    if let Some(polars) = polars {
        lines.push(Line::whole("Polars, bare cross-check", polars));
    }
    print!("{}", table::stations(&lines));
    if let Some(polars) = polars {
        let times = bonafide.seconds / polars.seconds;
        println!("\nBonafide takes {times:.2} times as long as Polars' bare cross-check of the same files.");
    }
}

fn print_growth(runs: &[Run]) {
    println!("\n### Growth\n");
    print!("{}", table::growth(runs.iter().map(|run| (run.people, &run.bonafide))));
}

/// What these files weigh together; one that is not there weighs nothing.
fn bytes(files: &[PathBuf]) -> u64 {
    files.iter().filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum()
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
