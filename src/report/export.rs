//! Lists on their way out of the window: what somebody asked for, where they want it, and what was written.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::case::{Case, CaseError, Pace, PlanError, Station, Watch};
use crate::vocabulary::Action;

use super::faces::Faces;
use super::fixes::Fixes;
use super::lists::{each_verdict, write_all, write_list};
use super::table::{Held, unwritable};

/// What is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ExportWhat {
    /// Every list, into a folder.
    Everything,
    /// The people of one action, into a file.
    List(Action),
    /// Per system, who must be set to unsubscribed there, into a folder.
    Fixes,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// The folder or the file.
    pub place: String,
    /// The files, in the order of writing.
    pub files: Vec<ExportedFile>,
    /// Cells that begin like a formula and got an apostrophe in front, so that no spreadsheet runs them.
    pub guarded: u32,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportedFile {
    /// Its name below the place.
    pub name: String,
    /// Lines below the header; `None` for a file that is no table.
    pub lines: Option<u32>,
    /// People, in lists of people.
    pub people: Option<u32>,
}

/// Writes what was asked for. Files appear when they are whole: one that fails takes all of its export with it.
///
/// # Errors
/// Before the audit, when a file cannot be written, and when it was cancelled; nothing is written then.
pub fn export(to: &Path, case: &Case, what: ExportWhat, faces: Faces, watch: Watch<'_>) -> Result<Exported, CaseError> {
    let summary = case.summary()?.ok_or(PlanError::NotAudited)?;
    let mut pace = Pace::begin(watch, Station::Export, summary.people)?;
    match what {
        ExportWhat::List(action) => {
            let held = write_list(to, case, action, faces, &mut pace)?;
            let name = to.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok(told(to, vec![(name, Some(held))], |_| true))
        }
        ExportWhat::Everything => {
            let policy = case.policy_of_lists()?;
            let written = beside(to, |folder| write_all(folder, case, &policy, &summary, faces, &mut pace))?;
            Ok(told(to, written, |name| name.starts_with("lists/") || name == "people.csv"))
        }
        ExportWhat::Fixes => {
            let written = beside(to, |folder| {
                let mut fixes = Fixes::new(folder);
                each_verdict(case, &mut pace, |verdict| {
                    verdict.cells.iter().try_for_each(|cell| fixes.add(verdict, cell))
                })?;
                Ok(fixes.finish()?.into_iter().map(|(name, held)| (name, Some(held))).collect())
            })?;
            // Every line of a fix file is about a person.
            Ok(told(to, written, |_| true))
        }
    }
}

fn told(to: &Path, written: Vec<(String, Option<Held>)>, lists_people: impl Fn(&str) -> bool) -> Exported {
    let guarded = written.iter().filter_map(|(_, held)| held.as_ref()).map(|held| held.guarded).sum();
    let files = written.into_iter().map(|(name, held)| ExportedFile {
        lines: held.map(|held| held.lines),
        people: held.filter(|_| lists_people(&name)).map(|held| held.people),
        name,
    });
    Exported { place: to.display().to_string(), files: files.collect(), guarded }
}

/// Writes into a folder of its own within the one that was chosen, and moves the files over when all of them are whole.
fn beside(
    folder: &Path,
    write: impl FnOnce(&Path) -> Result<Vec<(String, Option<Held>)>, CaseError>,
) -> Result<Vec<(String, Option<Held>)>, CaseError> {
    fs::create_dir_all(folder).map_err(|source| unwritable(folder, source))?;
    let own = Unfinished::within(folder)?;
    let written = write(&own.0)?;
    for (name, _) in &written {
        let place = folder.join(name);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(|source| unwritable(parent, source))?;
        }
        fs::rename(own.0.join(name), &place).map_err(|source| unwritable(&place, source))?;
    }
    Ok(written)
}

/// A folder that is gone when the work is, whatever came of it.
struct Unfinished(PathBuf);

impl Unfinished {
    fn within(folder: &Path) -> Result<Self, CaseError> {
        let own = folder.join(".bonafide-unfinished");
        if own.exists() {
            fs::remove_dir_all(&own).map_err(|source| unwritable(&own, source))?;
        }
        fs::create_dir(&own).map_err(|source| unwritable(folder, source))?;
        Ok(Self(own))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // What cannot be removed is named so that anybody knows it for what it is.
        let _ = fs::remove_dir_all(&self.0);
    }
}
