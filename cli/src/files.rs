//! From the paths a person gives to the files that are read.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use bonafide::texts::text;

/// Endings of lists.
const LISTS: [&str; 10] = ["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "zip"];

/// The files behind the paths: a file for itself, of a folder those that can be lists, by name. `left_out` is told
/// of what a folder holds beside.
pub fn collect(paths: &[PathBuf], left_out: &mut dyn FnMut(&str)) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let found = of_folder(path, left_out)?;
            if found.is_empty() {
                bail!(text("error-no-files", &[("folder", path.display().to_string().into())]));
            }
            files.extend(found);
        } else if path.exists() {
            files.push(path.clone());
        } else {
            bail!(text("error-no-such-file", &[("path", path.display().to_string().into())]));
        }
    }
    // Of two copies of one file the first stands: which, must not depend on the order they were given in.
    files.sort_by(|a, b| a.file_name().cmp(&b.file_name()).then_with(|| a.cmp(b)));
    Ok(files)
}

fn of_folder(folder: &Path, left_out: &mut dyn FnMut(&str)) -> anyhow::Result<Vec<PathBuf>> {
    let unreadable = |error: &std::io::Error| {
        text(
            "error-unreadable",
            &[("path", folder.display().to_string().into()), ("reason", error.to_string().into())],
        )
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| anyhow::anyhow!(unreadable(&error)))? {
        let path = entry.with_context(|| folder.display().to_string())?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() || name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        if LISTS.contains(&ending.as_str()) {
            found.push(path);
        } else {
            left_out(&name);
        }
    }
    found.sort();
    Ok(found)
}
