//! Killed at any moment, a case has what it acknowledged, and nothing by halves.
#![cfg(unix)]
#![allow(clippy::unwrap_used, missing_docs)]

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use bonafide_vault::{KdfCost, SecretString, Unlock, Vault, VaultError};

const CASE: &str = "VAULT_TEST_KILLED_CASE";
const ROWS: i64 = 200;

fn number(n: u64) -> SecretString {
    format!("passphrase {n}").into()
}

/// Starts this test binary's `role` on a case, kills it after a while, and returns the last number it acknowledged.
fn run_and_kill(role: &str, case: &Path, after: Duration) -> Option<u64> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", role, "--ignored", "--nocapture"])
        .env(CASE, case)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    // The time counts from the first sign of life: unlocking takes longer than the rest.
    assert!(lines.by_ref().any(|line| line.ends_with("ready")), "the child opened the case");
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    // What was acknowledged is in the pipe, whole lines first.
    lines.filter_map(|line| line.strip_prefix("done ")?.strip_suffix('.')?.parse().ok()).last()
}

fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").unwrap();
    out.flush().unwrap();
}

fn given_case() -> Option<PathBuf> {
    env::var_os(CASE).map(PathBuf::from)
}

/// A child: commits transactions of [`ROWS`] rows and a deletion, acknowledging each.
#[test]
#[ignore = "the child process of another test"]
fn child_commits() {
    let Some(case) = given_case() else { return };
    let mut vault = Vault::open(&case, Unlock::Passphrase(&number(0))).unwrap();
    let database = vault.connection_mut();
    // A small log, so that kills hit checkpoints too.
    database.execute_batch("PRAGMA wal_autocheckpoint = 20").unwrap();
    let last: i64 = database.query_row("SELECT ifnull(max(import), 0) FROM row", [], |row| row.get(0)).unwrap();
    say("\nready");
    for import in last + 1.. {
        let change = database.transaction().unwrap();
        change.execute("DELETE FROM row WHERE import = ?1 - 5", [import]).unwrap();
        for n in 0..ROWS {
            change.execute("INSERT INTO row VALUES (?1, ?2, hex(randomblob(100)))", [import, n]).unwrap();
        }
        change.execute("UPDATE total SET imports = ?1", [import]).unwrap();
        change.commit().unwrap();
        say(&format!("done {import}."));
    }
}

#[test]
fn a_killed_writer_loses_nothing_acknowledged_and_leaves_nothing_by_halves() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case.bonafide");
    let (vault, _) = Vault::create(&case, &number(0), KdfCost::FLOOR).unwrap();
    vault
        .connection()
        .execute_batch(
            "CREATE TABLE row (import INTEGER, n INTEGER, text TEXT, PRIMARY KEY (import, n));
             CREATE INDEX by_text ON row (text);
             CREATE TABLE total (imports INTEGER);
             INSERT INTO total VALUES (0);",
        )
        .unwrap();
    vault.close().unwrap();

    let mut random = fastrand::Rng::with_seed(11);
    let kills = env::var("VAULT_TEST_KILLS").map_or(30, |n| n.parse().unwrap());
    let (mut acknowledged, mut recovered) = (0, 0);
    for kill in 0..kills {
        let last = run_and_kill("child_commits", &case, Duration::from_micros(random.u64(0..90_000)));
        acknowledged = last.unwrap_or(acknowledged).max(acknowledged);
        recovered += u32::from(folder.path().join("case.bonafide-wal").exists());

        let vault = Vault::open(&case, Unlock::Passphrase(&number(0))).unwrap();
        let ask = |sql: &str| vault.connection().query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        let present = ask("SELECT imports FROM total") as u64;
        // One more may be there: committed, but killed before saying so.
        assert!(present == acknowledged || present == acknowledged + 1, "kill {kill}: {present} of {acknowledged}");
        assert_eq!(ask("SELECT ifnull(max(import), 0) FROM row") as u64, present);
        assert_eq!(ask("SELECT count(*) FROM row"), ROWS * i64::min(present as i64, 5));
        let sound: String = vault.connection().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(sound, "ok", "kill {kill}");
        let mut check = vault.connection().prepare("PRAGMA cipher_integrity_check").unwrap();
        assert!(check.query([]).unwrap().next().unwrap().is_none(), "kill {kill}");
        acknowledged = present;
    }
    assert!(acknowledged > 30 && recovered > 0, "the kills hit work: {acknowledged} imports, {recovered} logs");
}

/// A child: changes the passphrase again and again, acknowledging each.
#[test]
#[ignore = "the child process of another test"]
fn child_changes_passphrase() {
    let Some(case) = given_case() else { return };
    let last = (0..).find(|n| Vault::open(&case, Unlock::Passphrase(&number(*n))).is_ok()).unwrap();
    let mut vault = Vault::open(&case, Unlock::Passphrase(&number(last))).unwrap();
    say("\nready");
    for n in last + 1.. {
        vault.change_passphrase(&number(n), KdfCost::FLOOR).unwrap();
        say(&format!("done {n}."));
    }
}

#[test]
fn a_case_killed_while_its_passphrase_changes_opens_with_the_old_or_the_new() {
    let folder = tempfile::tempdir().unwrap();
    let mut random = fastrand::Rng::with_seed(12);
    for kill in 0..8 {
        let case = folder.path().join(format!("case{kill}.bonafide"));
        let (vault, recovery) = Vault::create(&case, &number(0), KdfCost::FLOOR).unwrap();
        vault.close().unwrap();
        let last = run_and_kill("child_changes_passphrase", &case, Duration::from_micros(random.u64(0..200_000)));
        let last = last.unwrap_or(0);
        match Vault::open(&case, Unlock::Passphrase(&number(last))) {
            Ok(_) => {}
            Err(VaultError::WrongPassphrase { .. }) => {
                Vault::open(&case, Unlock::Passphrase(&number(last + 1))).unwrap();
            }
            Err(error) => panic!("kill {kill}: {error}"),
        }
        Vault::open(&case, Unlock::Recovery(&recovery)).unwrap();
    }
}

#[test]
fn a_case_killed_while_being_created_is_no_case_and_no_surprise() {
    let folder = tempfile::tempdir().unwrap();
    let mut random = fastrand::Rng::with_seed(13);
    for kill in 0..10 {
        let case = folder.path().join(format!("new{kill}.bonafide"));
        run_and_kill("child_creates", &case, Duration::from_micros(random.u64(20_000..80_000)));
        match Vault::open(&case, Unlock::Passphrase(&number(0))) {
            Ok(_) => {}
            Err(VaultError::NotFound { .. } | VaultError::NotACase { .. } | VaultError::Damaged { .. }) => {}
            Err(error) => panic!("kill {kill}: {error}"),
        }
    }
}

/// A child: creates the case and waits.
#[test]
#[ignore = "the child process of another test"]
fn child_creates() {
    let Some(case) = given_case() else { return };
    say("\nready");
    let _vault = Vault::create(&case, &number(0), KdfCost::FLOOR).unwrap();
    loop {
        std::thread::park();
    }
}
