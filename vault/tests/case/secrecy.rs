//! Nothing of a case is seen from outside.

use super::*;

#[test]
fn no_word_of_a_case_is_in_any_of_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut vault, recovery) = new_case(&folder);
    let database = vault.connection_mut();
    database.execute_batch("CREATE TABLE canary_table (canary_column TEXT)").unwrap();
    let change = database.transaction().unwrap();
    for n in 0..5_000 {
        change.execute("INSERT INTO canary_table VALUES (?1)", [format!("canary-{n}@example.org")]).unwrap();
    }
    change.commit().unwrap();
    let printed = recovery.to_string();
    let look = || {
        for name in names_in(&folder) {
            let bytes = fs::read(folder.path().join(&name)).unwrap();
            for canary in
                ["canary", "example.org", "SQLite format", "CREATE TABLE", "three small boats", &printed[..15]]
            {
                let found = bytes.windows(canary.len()).any(|window| window == canary.as_bytes());
                assert!(!found, "{canary} in {name}");
            }
        }
    };
    look();
    assert_eq!(names_in(&folder).len(), 3);
    vault.close().unwrap();
    look();
    // The search itself works.
    assert!(fs::read(&path).unwrap().starts_with(b"BONAFIDE"));
}

#[test]
fn no_message_or_debug_output_shows_a_secret() {
    let folder = tempfile::tempdir().unwrap();
    let (path, vault, recovery) = new_case(&folder);
    let printed = recovery.to_string();
    let shown = format!("{vault:?} {:?} {:?}", Unlock::Passphrase(&boats()), Unlock::Recovery(&recovery));
    vault.close().unwrap();
    let wrong = Vault::open(&path, Unlock::Passphrase(&by("three small goats"))).unwrap_err();
    for text in [shown, format!("{wrong} {wrong:?}")] {
        assert!(!text.contains("small") && !text.contains(&printed[..7]), "{text}");
    }
}

/// Runs only as the child of the next test.
#[test]
#[ignore = "the child process of another test"]
fn child_reads_damage() {
    let Some(path) = std::env::var_os("VAULT_TEST_DAMAGED") else {
        return;
    };
    let vault = open(Path::new(&path)).unwrap();
    let database = vault.connection();
    assert!(database.query_row("SELECT sum(length(text)) FROM note", [], |_| Ok(())).is_err());
}

#[test]
fn sqlcipher_prints_nothing_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let mut bytes = fs::read(&path).unwrap();
    bytes[100_000] ^= 1;
    fs::write(&path, bytes).unwrap();
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "secrecy::child_reads_damage", "--ignored", "--nocapture"])
        .env("VAULT_TEST_DAMAGED", &path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("1 passed"), "{said}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
