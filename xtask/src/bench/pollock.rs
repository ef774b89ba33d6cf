//! How the files of the Pollock benchmark (Vitagliano and others, 2023) are read, scored by the benchmark itself.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};

use crate::workspace;

/// What the benchmark's own measures import, as `python3 -m pip` names it.
pub(super) const LIBRARIES: [&str; 6] = ["chardet", "joblib", "multiset", "numpy", "price-parser", "python-dateutil"];

/// Has every polluted file of a checkout read, told nothing of it, and prints the scores of what came out.
///
/// # Errors
/// When this is no checkout of the benchmark with its files, or a program could not be started.
pub(super) fn run(bonafide: &Path, folder: &Path, libraries: &Path, checkout: &Path) -> anyhow::Result<()> {
    let loaded = folder.join("pollock");
    std::fs::create_dir_all(&loaded)?;
    for file in polluted(checkout)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let read = Command::new(bonafide).args(["read", "--quiet"]).arg(&file).output();
        // What cannot be read is an empty table, and loses its points.
        let table = read.with_context(|| format!("{} could not be started", bonafide.display()))?.stdout;
        std::fs::write(loaded.join(format!("{name}_converted.csv")), table)?;
    }
    let mut score = Command::new("python3");
    score.arg(workspace::root().join("xtask/bench/pollock_score.py")).arg(checkout).arg(&loaded);
    crate::command::run(score.env("PYTHONPATH", libraries))
}

/// The files to be read.
fn polluted(checkout: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let folder = checkout.join("polluted_files/csv");
    let entries = std::fs::read_dir(&folder).with_context(|| {
        format!(
            "{} is not there; name a checkout of https://github.com/HPI-Information-Systems/Pollock, with its LFS files",
            folder.display()
        )
    })?;
    let files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<_>>()?;
    ensure!(!files.is_empty(), "{} is empty", folder.display());
    Ok(files)
}
