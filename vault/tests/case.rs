//! What a case promises: one file, one owner, three different refusals, nothing in plaintext.
#![allow(clippy::unwrap_used, missing_docs)]

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
    vault
        .connection()
        .execute_batch("CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT)")
        .unwrap();
    insert(&vault, 0..500);
    vault.close().unwrap();
    (path, recovery)
}

fn insert(vault: &Vault, numbers: std::ops::Range<i64>) {
    let database = vault.connection();
    database.execute_batch("BEGIN").unwrap();
    let mut insert = database
        .prepare("INSERT INTO note VALUES (?1, ?2)")
        .unwrap();
    for number in numbers {
        insert
            .execute((number, format!("{number:05} ").repeat(1_000)))
            .unwrap();
    }
    database.execute_batch("COMMIT").unwrap();
}

fn pragma<T: rusqlite::types::FromSql>(vault: &Vault, name: &str) -> T {
    vault
        .connection()
        .query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))
        .unwrap()
}

fn assert_sound(vault: &Vault) {
    assert_eq!(pragma::<String>(vault, "integrity_check"), "ok");
    let mut check = vault
        .connection()
        .prepare("PRAGMA cipher_integrity_check")
        .unwrap();
    assert!(check.query([]).unwrap().next().unwrap().is_none());
}

fn names_in(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_case_is_one_file_when_closed() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    assert_eq!(names_in(&folder), ["case.bonafide"]);
    let vault = open(&path).unwrap();
    insert(&vault, 500..501);
    assert_eq!(
        names_in(&folder),
        ["case.bonafide", "case.bonafide-lock", "case.bonafide-wal"]
    );
    drop(vault);
    assert_eq!(names_in(&folder), ["case.bonafide"]);
    assert_sound(&open(&path).unwrap());
}

#[test]
fn both_secrets_open_a_case_and_others_are_refused_each_in_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recovery) = filled(&folder);
    open(&path).unwrap().close().unwrap();
    Vault::open(&path, Unlock::Recovery(&recovery))
        .unwrap()
        .close()
        .unwrap();

    let wrong = Vault::open(&path, Unlock::Passphrase(&by("three small goats"))).unwrap_err();
    assert!(
        matches!(wrong, VaultError::WrongPassphrase { .. }),
        "{wrong}"
    );
    let other = tempfile::tempdir().unwrap();
    let (.., others) = new_case(&other);
    let wrong = Vault::open(&path, Unlock::Recovery(&others)).unwrap_err();
    assert!(
        matches!(wrong, VaultError::WrongRecoveryKey { .. }),
        "{wrong}"
    );
}

#[test]
fn a_printed_recovery_key_opens_the_case_when_typed_in() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recovery) = filled(&folder);
    let typed: RecoveryKey = recovery
        .to_string()
        .to_lowercase()
        .replace('-', " ")
        .parse()
        .unwrap();
    Vault::open(&path, Unlock::Recovery(&typed)).unwrap();
}

#[test]
fn a_new_passphrase_shuts_out_the_old_and_leaves_the_database_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recovery) = filled(&folder);
    let before = fs::read(&path).unwrap();
    let mut vault = Vault::open(&path, Unlock::Recovery(&recovery)).unwrap();
    vault.change_passphrase(&by("a lighthouse"), COST).unwrap();
    vault.close().unwrap();
    let after = fs::read(&path).unwrap();
    assert_ne!(before[..16 * 1024], after[..16 * 1024]);
    assert_eq!(before[16 * 1024..], after[16 * 1024..]);

    assert!(matches!(
        open(&path),
        Err(VaultError::WrongPassphrase { .. })
    ));
    Vault::open(&path, Unlock::Recovery(&recovery))
        .unwrap()
        .close()
        .unwrap();
    let vault = Vault::open(&path, Unlock::Passphrase(&by("a lighthouse"))).unwrap();
    assert_sound(&vault);
}

#[test]
fn an_empty_passphrase_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refused = Vault::create(&folder.path().join("a.bonafide"), &by(""), COST).unwrap_err();
    assert!(matches!(refused, VaultError::EmptyPassphrase));
    let (_, mut vault, _) = new_case(&folder);
    assert!(matches!(
        vault.change_passphrase(&by(""), COST),
        Err(VaultError::EmptyPassphrase)
    ));
}

#[test]
fn nothing_is_ever_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let before = fs::read(&path).unwrap();
    assert!(matches!(
        Vault::create(&path, &boats(), COST),
        Err(VaultError::Exists { .. })
    ));
    assert!(matches!(
        Vault::create(folder.path(), &boats(), COST),
        Err(VaultError::Exists { .. })
    ));
    assert_eq!(fs::read(&path).unwrap(), before);

    let remains = folder.path().join("deleted.bonafide-wal");
    fs::write(&remains, "remains").unwrap();
    let refused =
        Vault::create(&folder.path().join("deleted.bonafide"), &boats(), COST).unwrap_err();
    assert!(
        refused.to_string().contains("deleted.bonafide-wal"),
        "{refused}"
    );
    assert_eq!(names_in(&folder), ["case.bonafide", "deleted.bonafide-wal"]);
}

#[test]
fn what_is_no_case_is_called_what_it_is_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = folder.path().join("plain.db");
    let plain = rusqlite::Connection::open(&sqlite).unwrap();
    plain.execute_batch("CREATE TABLE t (a)").unwrap();
    drop(plain);
    let file = |name: &str, content: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        path
    };
    for (path, found) in [
        (file("empty", b""), "an empty file"),
        (file("list.csv", b"email,status\n"), "another kind of file"),
        (file("noise", &[0xA7; 100_000]), "another kind of file"),
        (
            file("book.xlsx", b"PK\x03\x04rest"),
            "a ZIP archive or a workbook",
        ),
        (sqlite, "a plain SQLite database"),
        (folder.path().to_owned(), "a folder"),
    ] {
        let before = path.is_file().then(|| fs::read(&path).unwrap());
        let refused = open(&path).unwrap_err();
        assert!(
            refused
                .to_string()
                .contains(&format!("this is not a Bonafide case but {found}")),
            "{refused}"
        );
        assert!(refused.to_string().contains(path.to_str().unwrap()));
        assert_eq!(before, path.is_file().then(|| fs::read(&path).unwrap()));
    }
    assert_eq!(
        names_in(&folder),
        ["book.xlsx", "empty", "list.csv", "noise", "plain.db"]
    );
}

#[test]
fn a_missing_file_or_folder_is_not_found_and_not_created() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("none").join("a.bonafide");
    assert!(matches!(open(&nowhere), Err(VaultError::NotFound { .. })));
    assert!(matches!(
        open(&folder.path().join("a.bonafide")),
        Err(VaultError::NotFound { .. })
    ));
    assert!(matches!(
        Vault::create(&nowhere, &boats(), COST),
        Err(VaultError::NotFound { .. })
    ));
    assert_eq!(names_in(&folder), [""; 0]);
}

#[test]
fn a_case_cut_short_anywhere_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let whole = fs::read(&path).unwrap();
    let page = 16 * 1024;
    for length in [
        8,
        100,
        512,
        4096,
        4608,
        page - 1,
        page,
        page + 1,
        2 * page - 1,
        2 * page,
        3 * page,
        whole.len() - 1,
    ] {
        fs::write(&path, &whole[..length]).unwrap();
        let refused = open(&path).unwrap_err();
        assert!(
            matches!(refused, VaultError::Damaged { .. }),
            "{length} bytes: {refused}"
        );
    }
}

#[test]
fn damage_is_damage_also_with_the_right_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let whole = fs::read(&path).unwrap();
    let with = |at: std::ops::Range<usize>| {
        let mut broken = whole.clone();
        broken[at].iter_mut().for_each(|byte| *byte ^= 0x20);
        fs::write(&path, &broken).unwrap();
        open(&path)
    };
    // Both slots.
    assert!(matches!(with(100..4400), Err(VaultError::Damaged { .. })));
    // The whole front.
    fs::write(&path, [&[0; 16 * 1024][..], &whole[16 * 1024..]].concat()).unwrap();
    assert!(matches!(open(&path), Err(VaultError::Damaged { .. })));
    // The first page of the database.
    assert!(matches!(
        with(20_000..20_001),
        Err(VaultError::Damaged { .. })
    ));
    // A later page shows when it is read.
    let vault = with(100_000..100_001).unwrap();
    let error = vault
        .connection()
        .query_row("SELECT sum(length(text)) FROM note", [], |_| Ok(()))
        .unwrap_err();
    let error = VaultError::from_database(vault.path(), error);
    assert!(matches!(error, VaultError::Damaged { .. }), "{error:?}");
}

#[test]
fn a_flipped_bit_in_the_envelope_never_costs_the_case_and_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let whole = fs::read(&path).unwrap();
    let mut random = fastrand::Rng::with_seed(7);
    for slot in [0, 4096] {
        for _ in 0..10 {
            let mut flipped = whole.clone();
            flipped[slot + random.usize(..512)] ^= 1 << random.u8(..8);
            fs::write(&path, &flipped).unwrap();
            open(&path).unwrap().close().unwrap();
            assert!(fs::read(&path).unwrap()[..16 * 1024] == whole[..16 * 1024]);
        }
    }
}

#[test]
fn an_unfinished_creation_is_not_taken_for_an_empty_case() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.bonafide");
    fs::write(&path, [0; 16 * 1024]).unwrap();
    let refused = open(&path).unwrap_err();
    assert!(
        refused.to_string().contains("its creation was interrupted"),
        "{refused}"
    );
}

#[test]
fn the_front_of_another_case_does_not_open_this_one() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (path, _) = filled(&one);
    let (other, _) = filled(&two);
    let mixed = [
        &fs::read(other).unwrap()[..16 * 1024],
        &fs::read(&path).unwrap()[16 * 1024..],
    ]
    .concat();
    fs::write(&path, mixed).unwrap();
    assert!(matches!(open(&path), Err(VaultError::Damaged { .. })));
}

#[test]
fn a_second_writer_is_told_that_the_case_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let (path, vault, _) = new_case(&folder);
    vault
        .connection()
        .execute_batch("CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT)")
        .unwrap();
    let refused = open(&path).unwrap_err();
    assert!(refused.to_string().contains("is already open"), "{refused}");
    // The refusal did not take the first one's locks away.
    insert(&vault, 0..10);
    #[cfg(unix)]
    {
        let link = folder.path().join("link.bonafide");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert!(matches!(open(&link), Err(VaultError::Locked { .. })));
    }
    vault.close().unwrap();
    assert_sound(&open(&path).unwrap());
}

#[test]
#[cfg(unix)]
fn a_case_that_may_not_be_written_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let set =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(&path, 0o400);
    if fs::OpenOptions::new().write(true).open(&path).is_ok() {
        return; // The superuser may write anything.
    }
    assert!(matches!(open(&path), Err(VaultError::Unwritable { .. })));
    set(&path, 0o600);
    set(folder.path(), 0o500);
    let opened = open(&path);
    let created = Vault::create(&folder.path().join("b.bonafide"), &boats(), COST);
    set(folder.path(), 0o700);
    assert!(matches!(opened, Err(VaultError::Unwritable { .. })));
    assert!(matches!(created, Err(VaultError::Unwritable { .. })));
}

#[test]
fn a_full_disk_says_so_and_undoes_the_step() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let vault = open(&path).unwrap();
    let pages: i64 = pragma(&vault, "page_count");
    pragma::<i64>(&vault, &format!("max_page_count = {}", pages + 2));
    let error = vault
        .connection()
        .execute("INSERT INTO note VALUES (9999, randomblob(1000000))", [])
        .unwrap_err();
    let error = VaultError::from_database(vault.path(), error);
    assert!(matches!(error, VaultError::DiskFull { .. }), "{error}");
    assert_sound(&vault);
}

#[test]
fn a_case_is_opened_with_the_settings_it_needs() {
    let folder = tempfile::tempdir().unwrap();
    let (_, vault, _) = new_case(&folder);
    assert_eq!(pragma::<String>(&vault, "journal_mode"), "wal");
    assert_eq!(pragma::<String>(&vault, "page_size"), "16384"); // SQLCipher answers in text
    for (name, value) in [
        ("synchronous", 2),
        ("temp_store", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("busy_timeout", 5_000),
        ("application_id", 0x424F_4E41),
        ("user_version", 0),
    ] {
        assert_eq!(pragma::<i64>(&vault, name), value, "{name}");
    }
    let database = vault.connection();
    let refused = database
        .query_row("SELECT load_extension('evil')", [], |_| Ok(()))
        .unwrap_err();
    assert!(refused.to_string().contains("not authorized"), "{refused}");
    database
        .execute_batch("PRAGMA writable_schema = ON; CREATE TABLE t (a)")
        .unwrap();
    assert!(
        database
            .execute("UPDATE sqlite_master SET sql = 'x'", [])
            .is_err()
    );
    database
        .execute_batch("CREATE VIEW v AS SELECT a FROM t")
        .unwrap();
    assert!(
        database
            .query_row("SELECT * FROM v", [], |_| Ok(()))
            .is_err()
    );
}

#[test]
fn a_database_grows_shrinks_and_vacuums_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let full = fs::metadata(&path).unwrap().len();
    let vault = open(&path).unwrap();
    insert(&vault, 500..2_000);
    vault
        .connection()
        .execute("DELETE FROM note WHERE n % 50 > 0", [])
        .unwrap();
    vault.connection().execute_batch("VACUUM").unwrap();
    assert_sound(&vault);
    let pages = pragma::<i64>(&vault, "page_count") as u64;
    vault.close().unwrap();
    let small = fs::metadata(&path).unwrap().len();
    assert!(small < full / 5, "{small} of {full}");
    assert_eq!(small, (pages + 1) * 16 * 1024);

    let vault = open(&path).unwrap();
    let (count, wrong): (i64, i64) = vault
        .connection()
        .query_row("SELECT count(*), count(*) FILTER (WHERE length(text) != 6000 OR text NOT LIKE printf('%05d ', n) || '%') FROM note", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!((count, wrong), (40, 0));
    insert(&vault, 2_000..2_500);
    assert_sound(&vault);
}

#[test]
fn no_word_of_a_case_is_in_any_of_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut vault, recovery) = new_case(&folder);
    let database = vault.connection_mut();
    database
        .execute_batch("CREATE TABLE canary_table (canary_column TEXT)")
        .unwrap();
    let change = database.transaction().unwrap();
    for n in 0..5_000 {
        change
            .execute(
                "INSERT INTO canary_table VALUES (?1)",
                [format!("canary-{n}@example.org")],
            )
            .unwrap();
    }
    change.commit().unwrap();
    let printed = recovery.to_string();
    let look = || {
        for name in names_in(&folder) {
            let bytes = fs::read(folder.path().join(&name)).unwrap();
            for canary in [
                "canary",
                "example.org",
                "SQLite format",
                "CREATE TABLE",
                "three small boats",
                &printed[..15],
            ] {
                let found = bytes
                    .windows(canary.len())
                    .any(|window| window == canary.as_bytes());
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
    let shown = format!(
        "{vault:?} {:?} {:?}",
        Unlock::Passphrase(&boats()),
        Unlock::Recovery(&recovery)
    );
    vault.close().unwrap();
    let wrong = Vault::open(&path, Unlock::Passphrase(&by("three small goats"))).unwrap_err();
    for text in [shown, format!("{wrong} {wrong:?}")] {
        assert!(
            !text.contains("small") && !text.contains(&printed[..7]),
            "{text}"
        );
    }
}
