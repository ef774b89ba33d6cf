//! On a full disk a step fails with a sentence and is undone; what was committed stands.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;
use std::{env, fs};

use bonafide_vault::{KdfCost, SecretString, Unlock, Vault, VaultError};

/// Run with `VAULT_TEST_SMALL_DISK` naming an empty file system of 2 MiB, e.g. `mount -t tmpfs -o size=2m tmpfs FOLDER`.
#[test]
#[ignore = "needs a file system of 2 MiB in VAULT_TEST_SMALL_DISK"]
fn wherever_the_disk_runs_full_the_case_keeps_what_was_committed() {
    let disk = env::var_os("VAULT_TEST_SMALL_DISK").expect("VAULT_TEST_SMALL_DISK names a folder");
    let (disk, filler) = (Path::new(&disk), Path::new(&disk).join("filler"));
    let passphrase = SecretString::from("three small boats");
    let full = |error: &VaultError| matches!(error, VaultError::DiskFull { .. });
    let (mut refused_creations, mut refused_commits) = (0, 0);
    // Half the disk at most, so that with the filler gone the log fits into the case.
    for free_kib in (0..1_000).step_by(32) {
        let case = disk.join("case.bonafide");
        fs::write(&filler, vec![0; (2_000 - free_kib) * 1024]).unwrap();
        let created = Vault::create(&case, &passphrase, KdfCost::FLOOR);
        let Ok((vault, _)) = created else {
            let error = created.unwrap_err();
            assert!(full(&error), "{free_kib} KiB: {error:?}");
            assert!(!case.exists());
            refused_creations += 1;
            continue;
        };
        let database = vault.connection();
        let mut committed = 0;
        let error = loop {
            let step = database
                .execute_batch("CREATE TABLE IF NOT EXISTS note (bytes BLOB)")
                .and_then(|()| database.execute("INSERT INTO note VALUES (randomblob(50000))", []));
            match step {
                Ok(_) => committed += 1,
                Err(error) => break VaultError::from_database(&case, error),
            }
        };
        assert!(full(&error), "{free_kib} KiB: {error:?}");
        refused_commits += 1;
        // Closing may find no room either; it must not lose anything.
        let closed = vault.close();
        assert!(closed.as_ref().err().is_none_or(full), "{free_kib} KiB: {closed:?}");
        fs::write(&filler, "").unwrap();
        let vault = Vault::open(&case, Unlock::Passphrase(&passphrase)).unwrap();
        let database = vault.connection();
        let ask = |sql: &str| database.query_row(sql, [], |row| row.get::<_, i64>(0));
        assert_eq!(ask("SELECT count(*) FROM note").unwrap_or(0), committed, "{free_kib} KiB");
        let mut check = database.prepare("PRAGMA cipher_integrity_check").unwrap();
        assert!(check.query([]).unwrap().next().unwrap().is_none());
        drop(check);
        vault.close().unwrap();
        fs::remove_file(&case).unwrap();
    }
    assert!(refused_creations > 0 && refused_commits > 10);
}
