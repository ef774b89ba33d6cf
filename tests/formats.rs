//! Every recognised fixture: what its tables are, what each column means, and what each row says. The expectations
//! stand beside the files, in `fixtures/systems/*/expected.toml`, written from what is known of each system.
#![allow(clippy::unwrap_used)]

#[path = "formats/expected.rs"]
mod expected;
#[path = "formats/judge.rs"]
mod judge;
#[path = "formats/list.rs"]
mod list;
#[path = "formats/mutations.rs"]
mod mutations;
#[path = "formats/robust.rs"]
mod robust;
#[path = "formats/seen.rs"]
mod seen;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use expected::{ExpectedTable, Folder, folders};
use seen::SeenTable;

/// All that differs between what a table was expected to be and what it was taken for.
fn differences(expected: &ExpectedTable, seen: &SeenTable) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |what: &str, expected: String, seen: String| {
        if expected != seen {
            found.push(format!("{what}: expected {expected}, is {seen}"));
        }
    };
    compare("system", expected.system.clone(), seen.system.clone());
    compare("state of the table", expected.state.clone(), seen.state.clone());
    compare("header row", expected.header_row.to_string(), seen.header_row.to_string());
    compare("rejected rows", format!("{:?}", expected.rejected), format!("{:?}", seen.rejected));
    compare("columns", expected.columns.len().to_string(), seen.columns.len().to_string());
    for (at, (expected, seen)) in expected.columns.iter().zip(&seen.columns).enumerate() {
        compare(
            &format!("column {}", at + 1),
            format!("{expected:?}"),
            format!("{:?}", &seen[..expected.len().max(2).min(seen.len())]),
        );
    }
    let known: BTreeSet<&str> = expected.rows.iter().map(|row| row[0].as_str()).collect();
    assert!(!known.is_empty() || seen.rows.is_empty(), "{}: no row says what it is expected to say", expected.file);
    for row in &expected.rows {
        let is = seen.rows.iter().find(|seen| seen[0] == row[0]);
        compare(&format!("row {}", row[0]), format!("{row:?}"), is.map_or("absent".to_owned(), |is| format!("{is:?}")));
    }
    found
}

fn report(folder: &Folder) -> String {
    let mut report = String::new();
    let expected_files: BTreeSet<&str> = folder.tables.iter().map(|table| table.file.as_str()).collect();
    for file in folder.files.iter().filter(|file| !expected_files.contains(file.as_str())) {
        let _ = writeln!(report, "{}/{file}: no table of it is expected", folder.name);
    }
    for file in expected_files {
        let seen = seen::tables(&folder.path.join(file));
        let expected: Vec<&ExpectedTable> = folder.tables.iter().filter(|table| table.file == file).collect();
        let names = |sheets: Vec<&str>| sheets.join(", ");
        let (asked, there) = (
            names(expected.iter().map(|table| table.sheet.as_str()).collect()),
            names(seen.iter().map(|table| table.sheet.as_str()).collect()),
        );
        if asked != there {
            let _ = writeln!(report, "{}/{file}: expected tables [{asked}], has [{there}]", folder.name);
            continue;
        }
        for (expected, seen) in expected.iter().zip(&seen) {
            for difference in differences(expected, seen) {
                let _ = writeln!(report, "{}/{file} {}: {difference}", folder.name, expected.sheet);
            }
        }
    }
    report
}

#[test]
fn every_fixture_is_read_as_its_system_means_it() {
    let only = std::env::var("BONAFIDE_SYSTEM").ok();
    let folders: Vec<Folder> =
        folders().into_iter().filter(|folder| only.as_ref().is_none_or(|only| *only == folder.name)).collect();
    let reports: Vec<String> = folders.iter().map(report).collect();
    let differing = reports.iter().filter(|report| !report.is_empty()).count();
    assert!(differing == 0, "{differing} of {} systems differ\n{}", folders.len(), reports.concat());
}

#[test]
fn every_known_system_has_a_fixture() {
    let there: BTreeSet<String> = folders().into_iter().map(|folder| folder.name).collect();
    let known: BTreeSet<String> =
        bonafide::vocabulary::System::ALL.into_iter().map(|system| system.word().to_owned()).collect();
    assert_eq!(there, known);
}

/// `docs/systems.md` is written from the layouts: `UPDATE=1 cargo test --workspace --test formats` rewrites it.
#[test]
fn the_list_of_known_systems_is_fresh() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/systems.md");
    let list = list::of_all();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &list).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), list, "run it with UPDATE=1");
}
