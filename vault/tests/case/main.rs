//! What a case promises: one file, one owner, three different refusals, nothing in plaintext.
#![allow(clippy::unwrap_used, missing_docs)]

mod database;
mod opening;
mod refusals;
mod secrecy;

use std::fs;
use std::path::{Path, PathBuf};

use bonafide_vault::{KdfCost, RecoveryKey, SecretString, Unlock, Vault, VaultError};
use tempfile::TempDir;

const COST: KdfCost = KdfCost::FLOOR;

fn boats() -> SecretString {
    "three small boats".into()
}

fn by(passphrase: &str) -> SecretString {
    passphrase.into()
}

fn new_case(folder: &TempDir) -> (PathBuf, Vault, RecoveryKey) {
    let path = folder.path().join("case.bonafide");
    let (vault, recovery) = Vault::create(&path, &boats(), COST).unwrap();
    (path, vault, recovery)
}

fn open(path: &Path) -> Result<Vault, VaultError> {
    Vault::open(path, Unlock::Passphrase(&boats()))
}

/// A closed case with a few hundred pages.
fn filled(folder: &TempDir) -> (PathBuf, RecoveryKey) {
    let (path, vault, recovery) = new_case(folder);
    vault.connection().execute_batch("CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT)").unwrap();
    insert(&vault, 0..500);
    vault.close().unwrap();
    (path, recovery)
}

fn insert(vault: &Vault, numbers: std::ops::Range<i64>) {
    let database = vault.connection();
    database.execute_batch("BEGIN").unwrap();
    let mut insert = database.prepare("INSERT INTO note VALUES (?1, ?2)").unwrap();
    for number in numbers {
        insert.execute((number, format!("{number:05} ").repeat(1_000))).unwrap();
    }
    database.execute_batch("COMMIT").unwrap();
}

fn pragma<T: rusqlite::types::FromSql>(vault: &Vault, name: &str) -> T {
    vault.connection().query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap()
}

fn assert_sound(vault: &Vault) {
    assert_eq!(pragma::<String>(vault, "integrity_check"), "ok");
    let mut check = vault.connection().prepare("PRAGMA cipher_integrity_check").unwrap();
    assert!(check.query([]).unwrap().next().unwrap().is_none());
}

fn names_in(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
