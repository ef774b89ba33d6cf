//! From the paths a person gives to the files that are read, and to the folder that is written.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use bonafide::import::is_list;
use bonafide::texts::text;

use crate::terminal;

/// How many names of what is left out are shown.
const NAMES: usize = 6;

/// The files behind the paths: a file for itself, of a folder those that can be lists, by name. `note` is told what
/// a folder holds beside; what is in `known` is read for another purpose and not mentioned.
pub fn collect(paths: &[PathBuf], known: Option<&Path>, note: &mut dyn FnMut(&str)) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let found = of_folder(path, known, note)?;
            if found.is_empty() {
                bail!(text("error-no-files", &[("folder", path.display().to_string().into())]));
            }
            files.extend(found);
        } else {
            there(path)?;
            files.push(path.clone());
        }
    }
    // Of two copies of one file the first stands: which, must not depend on the order they were given in.
    files.sort_by(|a, b| a.file_name().cmp(&b.file_name()).then_with(|| a.cmp(b)));
    Ok(files)
}

/// Refuses a path where nothing is.
pub fn there(path: &Path) -> anyhow::Result<()> {
    match path.try_exists() {
        Ok(true) => Ok(()),
        Ok(false) => bail!(text("error-no-such-file", &[("path", path.display().to_string().into())])),
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// The content of a small text file, such as the declarations.
pub fn content(path: &Path) -> anyhow::Result<String> {
    there(path)?;
    let shown = || path.display().to_string();
    if path.is_dir() {
        bail!(text("error-is-a-folder", &[("path", shown().into())]));
    }
    std::fs::read_to_string(path).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => anyhow!(text("error-not-text", &[("path", shown().into())])),
        _ => unreadable(path, &error),
    })
}

/// Makes a folder, so that a run of an hour does not end with finding out that it cannot be written to.
pub fn make_folder(folder: &Path) -> anyhow::Result<()> {
    let probe = folder.join(".bonafide-probe");
    let made = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&probe, []));
    let _ = std::fs::remove_file(&probe);
    made.map_err(|error| {
        let arguments = [("path", folder.display().to_string().into()), ("reason", terminal::reason(&error).into())];
        anyhow!(text("error-unwritable", &arguments))
    })
}

fn unreadable(path: &Path, error: &io::Error) -> anyhow::Error {
    let arguments = [("path", path.display().to_string().into()), ("reason", terminal::reason(error).into())];
    anyhow!(text("error-unreadable", &arguments))
}

fn of_folder(folder: &Path, known: Option<&Path>, note: &mut dyn FnMut(&str)) -> anyhow::Result<Vec<PathBuf>> {
    let known = known.and_then(|known| known.canonicalize().ok());
    let (mut found, mut others, mut folders, mut nowhere) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        } else if path.is_dir() {
            folders.push(name);
        } else if is_list(&path) {
            // A link may lead nowhere, and what has the name of a list may be a pipe.
            if path.is_file() { found.push(path) } else { nowhere.push(name) }
        } else if known.is_none() || path.canonicalize().ok() != known {
            others.push(name);
        }
    }
    for (key, names) in
        [("terminal-left-out-nowhere", nowhere), ("terminal-left-out", others), ("terminal-left-out-folders", folders)]
    {
        if !names.is_empty() {
            let arguments = [
                ("folder", folder.display().to_string().into()),
                ("count", names.len().into()),
                ("names", listed(names).into()),
            ];
            note(&text(key, &arguments));
        }
    }
    found.sort();
    Ok(found)
}

/// Names in order, and how many more there are than can be read.
fn listed(mut names: Vec<String>) -> String {
    names.sort();
    let more = names.len().saturating_sub(NAMES);
    names.truncate(NAMES);
    if more > 0 {
        names.push(text("terminal-and-more", &[("more", more.into())]));
    }
    names.join(", ")
}
