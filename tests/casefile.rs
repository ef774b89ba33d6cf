//! The case that is kept: closed and opened again, killed, cancelled, damaged, mistaken for another, thrown away.
#![allow(clippy::unwrap_used)]

mod support;

#[path = "casefile/cancelled.rs"]
mod cancelled;
#[path = "casefile/kept.rs"]
mod kept;
#[path = "casefile/killed.rs"]
mod killed;
#[path = "casefile/opening.rs"]
mod opening;
#[path = "casefile/throwaway.rs"]
mod throwaway;

use std::path::{Path, PathBuf};

use bonafide::case::Case;
use bonafide::store::{Casefile, KdfCost, Unlock, Vault};
use bonafide_vault::SecretString;

use support::{Audited, Lists, Setting};

/// The passphrase of every case here.
fn passphrase() -> SecretString {
    "three small boats".into()
}

fn create(path: &Path) -> Case {
    let (vault, _) = Vault::create(path, &passphrase(), KdfCost::FLOOR).unwrap();
    Case::new(Casefile::open(vault).unwrap())
}

fn reopen(path: &Path) -> Case {
    Case::new(Casefile::open(Vault::open(path, Unlock::Passphrase(&passphrase())).unwrap()).unwrap())
}

/// All there is to know of a case: what was read, what is remembered, and what follows from it.
fn contents(case: Case) -> (Lists, Case) {
    let audited = Audited::again(case, &Setting::default());
    (audited.lists(), audited.case)
}

/// A small list, with somebody in each state.
const SMALL: &str = "email,full_name,country,status,consent_at,unsubscribed_at\n\
    ada@example.org,Ada Falk,SE,subscribed,2025-03-01 10:00,\n\
    bo@example.org,Bo Ek,DE,unsubscribed,,2025-05-05\n\
    cia@example.org,Cia Dahl,,unsubscribed,,\n\
    nobody,,,subscribed,,\n";

/// Another list about some of the same people.
const OTHER: &str = "E-post;Namn;Land;Samtycke;Samtyckesdatum\n\
    bo@example.org;Bo Ek;Tyskland;Ja;2024-01-01\n\
    dan@example.org;Dan Berg;Sverige;Ja;2025-09-09\n\
    ;;;;\n";

/// A list of so many people.
fn large(people: u32) -> String {
    use std::fmt::Write;
    let mut text = String::from("email,full_name,country,status,consent_at\n");
    for n in 0..people {
        let minute = n % 60;
        writeln!(text, "p{n}@example.org,Person{n} Family{n},SE,subscribed,2025-03-01 10:{minute:02}").unwrap();
    }
    text
}

fn written(folder: &Path, name: &str, content: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}
