//! Files on their way to disk.
//!
//! Archives are compared by what they hold: how tightly a library packs the same bytes depends on the processor.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use anyhow::Context as _;
use zip::write::SimpleFileOptions;

/// Content by path below one folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Writes every file whose content is not there yet.
pub fn write(folder: &Path, files: &Files) -> anyhow::Result<()> {
    for (path, content) in files {
        let target = folder.join(path);
        if std::fs::read(&target).is_ok_and(|old| same(&old, content)) {
            continue;
        }
        if let Some(parent) = target.parent() {
            std::fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        }
        std::fs::write(&target, content).with_context(|| target.display().to_string())?;
    }
    Ok(())
}

/// A zip whose entries carry one fixed time, so that the same entries give the same file.
pub fn zip(entries: &[(String, Vec<u8>)]) -> anyhow::Result<Vec<u8>> {
    let written = zip::DateTime::from_date_and_time(2026, 10, 30, 8, 0, 0)?;
    let options = SimpleFileOptions::default().last_modified_time(written).unix_permissions(0o644);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(name, options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn same(old: &[u8], new: &[u8]) -> bool {
    old == new || matches!((unpacked(old), unpacked(new)), (Some(old), Some(new)) if old == new)
}

/// The entries of a zip or workbook; `None` if it is neither.
fn unpacked(content: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(content)).ok()?;
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).ok()?;
            let name = entry.name().ok()?.into_owned();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).ok()?;
            Some((name, bytes))
        })
        .collect()
}

/// Panics with the names of the files that are stale.
#[cfg(test)]
pub fn assert_fresh(folder: &Path, files: &Files) {
    let stale: Vec<&String> = files
        .iter()
        .filter(|(path, content)| !std::fs::read(folder.join(path)).is_ok_and(|old| same(&old, content)))
        .map(|(path, _)| path)
        .collect();
    assert!(stale.is_empty(), "stale below {}: {stale:?}; run `cargo xtask generate --case …`", folder.display());
}
