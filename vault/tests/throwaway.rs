//! A throw-away case works like any other and leaves nothing behind.
#![allow(clippy::unwrap_used, missing_docs)]

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use bonafide_vault::{KdfCost, Vault, VaultError};

const CHILD: &str = "VAULT_TEST_THROWAWAY_CHILD";

fn fill(vault: &mut Vault) {
    let database = vault.connection_mut();
    database.execute_batch("CREATE TABLE note (n INTEGER PRIMARY KEY, text BLOB)").unwrap();
    database.execute_batch("PRAGMA cache_size = 10").unwrap();
    let change = database.transaction().unwrap();
    for n in 0..300 {
        change.execute("INSERT INTO note VALUES (?1, randomblob(20000))", [n]).unwrap();
    }
    change.commit().unwrap();
}

#[test]
fn a_throwaway_case_works_and_rolls_back() {
    let mut vault = Vault::throwaway().unwrap();
    fill(&mut vault);
    let database = vault.connection_mut();
    let change = database.transaction().unwrap();
    change.execute("DELETE FROM note", []).unwrap();
    change.rollback().unwrap();
    let count: i64 = database.query_row("SELECT count(*) FROM note", [], |row| row.get(0)).unwrap();
    assert_eq!(count, 300);
    let sound: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
    assert!(database.prepare("PRAGMA cipher_integrity_check").unwrap().query([]).unwrap().next().unwrap().is_none());
    let page: String = database.query_row("PRAGMA page_size", [], |row| row.get(0)).unwrap();
    assert_eq!(page, "16384");
    let refused = vault.change_passphrase(&"a lighthouse".into(), KdfCost::FLOOR).unwrap_err();
    assert!(matches!(refused, VaultError::Throwaway));
    vault.close().unwrap();
}

#[test]
fn two_throwaway_cases_do_not_meet() {
    let (mut one, mut two) = (Vault::throwaway().unwrap(), Vault::throwaway().unwrap());
    fill(&mut one);
    fill(&mut two);
}

/// Runs only as the child of the test below: fills a throw-away case, says so, and waits to be killed.
#[test]
#[ignore = "the child process of another test"]
fn child() {
    if env::var_os(CHILD).is_none() {
        return;
    }
    let mut vault = Vault::throwaway().unwrap();
    fill(&mut vault);
    std::io::stdout().write_all(b"filled\n").unwrap();
    loop {
        std::thread::park();
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_throwaway_case_is_on_disk_without_a_name_and_gone_when_killed() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture"])
        .env(CHILD, "1")
        .env("TMPDIR", folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said =
        BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok).any(|line| line.ends_with("filled"));
    assert!(said);
    // On disk: 300 blobs of 20 kB are in a deleted file that the child holds open, and none is in plaintext files.
    let open: Vec<_> = fs::read_dir(format!("/proc/{}/fd", child.id()))
        .unwrap()
        .filter_map(|entry| {
            let entry = entry.unwrap().path();
            let target = fs::read_link(&entry).ok()?;
            let length = fs::metadata(&entry).ok()?.len();
            target.starts_with(folder.path()).then(|| (target.to_string_lossy().into_owned(), length))
        })
        .collect();
    assert_eq!(open.len(), 1, "{open:?}");
    assert!(open[0].0.ends_with("(deleted)") && open[0].1 > 4_000_000, "{open:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
#[cfg(unix)]
fn nowhere_to_put_it_is_said() {
    // In a process of its own: the variable is the whole process's.
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored"])
        .env(CHILD, "1")
        .env("TMPDIR", "/nonexistent")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("Unwritable"), "{said}");
    assert!(!output.status.success());
}
