//! Past 1 GiB, where SQLite's locks lie, a case is as sound as before.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;

use bonafide_vault::{KdfCost, SecretString, Unlock, Vault};

const PAGE: u64 = 16 * 1024;
/// The page that SQLite leaves unused, and the one before it, counted from 1.
const UNUSED: u64 = 0x4000_0000 / PAGE + 1;

fn ask<T: rusqlite::types::FromSql>(vault: &Vault, sql: &str) -> T {
    vault.connection().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
#[ignore = "writes more than 1 GiB; run it after touching src/offset_vfs.rs"]
fn a_case_crosses_the_page_of_the_locks_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.bonafide");
    let passphrase = SecretString::from("three small boats");
    let (mut vault, _) = Vault::create(&path, &passphrase, KdfCost::FLOOR).unwrap();
    vault.connection().execute_batch("CREATE TABLE block (n INTEGER PRIMARY KEY, bytes BLOB)").unwrap();
    // One row a page: 12 kB do not share one.
    let mut rows = 0;
    let mut insert = |vault: &mut Vault, count: u64| {
        let change = vault.connection_mut().transaction().unwrap();
        for _ in 0..count {
            rows += 1;
            change.execute("INSERT INTO block VALUES (?1, randomblob(12000))", [rows as i64]).unwrap();
        }
        change.commit().unwrap();
    };
    insert(&mut vault, UNUSED - 60);
    let mut lengths = Vec::new();
    while ask::<i64>(&vault, "PRAGMA page_count") < UNUSED as i64 + 10 {
        insert(&mut vault, 1);
        let pages = ask::<i64>(&vault, "PRAGMA page_count") as u64;
        if pages > UNUSED - 4 {
            vault.close().unwrap();
            let length = fs::metadata(&path).unwrap().len() / PAGE;
            lengths.push((pages, length));
            vault = Vault::open(&path, Unlock::Passphrase(&passphrase)).unwrap();
            assert_eq!(ask::<i64>(&vault, "PRAGMA page_count") as u64, pages);
            let last: i64 = ask(&vault, "SELECT length(bytes) FROM block ORDER BY n DESC LIMIT 1");
            assert_eq!(last, 12_000);
        }
    }
    // The envelope is one page more; the page before the unused one lies behind it.
    assert!(lengths.contains(&(UNUSED - 1, UNUSED + 1)), "{lengths:?}");
    assert!(lengths.contains(&(UNUSED + 1, UNUSED + 2)), "{lengths:?}");
    let sound = |vault: &Vault| {
        assert_eq!(ask::<String>(vault, "PRAGMA integrity_check"), "ok");
        assert!(
            vault
                .connection()
                .prepare("PRAGMA cipher_integrity_check")
                .unwrap()
                .query([])
                .unwrap()
                .next()
                .unwrap()
                .is_none()
        );
    };
    sound(&vault);
    vault.connection().execute("DELETE FROM block WHERE n % 20 > 0", []).unwrap();
    vault.connection().execute_batch("VACUUM").unwrap();
    sound(&vault);
    vault.close().unwrap();
    assert!(fs::metadata(&path).unwrap().len() < 0x1000_0000);
}
