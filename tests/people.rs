//! The people of a case, as the window shows them: looked at closely, and decided on.
#![allow(clippy::unwrap_used)]

mod support;

#[path = "people/closely.rs"]
mod closely;
#[path = "people/decided.rs"]
mod decided;
#[path = "people/recorded.rs"]
mod recorded;

use std::path::{Path, PathBuf};

use bonafide::case::Settings;
use bonafide::store::Ledger;
use support::{Audited, Setting, TODAY};

/// The sample case judged by its cells alone.
fn sample() -> (Audited, Ledger) {
    sample_with(String::new())
}

/// The sample case as the window opens it, with what its owner declares.
fn declared() -> (Audited, Ledger) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases/norrsken/declarations.toml");
    sample_with(std::fs::read_to_string(path).unwrap())
}

fn sample_with(declarations: String) -> (Audited, Ledger) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases/norrsken");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| ["csv", "zip", "xlsx"].iter().any(|end| path.extension().is_some_and(|found| found == *end)))
        .collect();
    paths.sort();
    let setting = Setting { controller: Some("Norrsken Kaffe AB"), ..Setting::declaring(declarations.clone()) };
    let audited = Audited::of(&paths, &setting);
    audited.case.keep_settings(&Settings { today: TODAY.to_owned(), declarations, ..Settings::default() }).unwrap();
    let ledger = audited.case.store.ledger().unwrap();
    (audited, ledger)
}

/// A case of one list.
fn of(content: &str) -> (Audited, Ledger) {
    let (_folder, paths) = support::folder_of(&[("list.csv", content)]);
    let audited = Audited::of(&paths, &Setting::default());
    audited.case.keep_settings(&Settings { today: TODAY.to_owned(), ..Settings::default() }).unwrap();
    let ledger = audited.case.store.ledger().unwrap();
    (audited, ledger)
}

fn number(ledger: &Ledger, email: &str) -> u32 {
    ledger.people().find(|person| person.email() == Some(email)).unwrap_or_else(|| panic!("nobody is {email}")).number()
}
