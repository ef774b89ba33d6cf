//! Who opens a case, and that it is one file.

use super::*;

#[test]
fn a_case_is_one_file_when_closed() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    assert_eq!(names_in(&folder), ["case.bonafide"]);
    let vault = open(&path).unwrap();
    insert(&vault, 500..501);
    assert_eq!(names_in(&folder), ["case.bonafide", "case.bonafide-lock", "case.bonafide-wal"]);
    drop(vault);
    assert_eq!(names_in(&folder), ["case.bonafide"]);
    assert_sound(&open(&path).unwrap());
}

#[test]
fn both_secrets_open_a_case_and_others_are_refused_each_in_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recovery) = filled(&folder);
    open(&path).unwrap().close().unwrap();
    Vault::open(&path, Unlock::Recovery(&recovery)).unwrap().close().unwrap();

    let wrong = Vault::open(&path, Unlock::Passphrase(&by("three small goats"))).unwrap_err();
    assert!(matches!(wrong, VaultError::WrongPassphrase { .. }), "{wrong}");
    let other = tempfile::tempdir().unwrap();
    let (.., others) = new_case(&other);
    let wrong = Vault::open(&path, Unlock::Recovery(&others)).unwrap_err();
    assert!(matches!(wrong, VaultError::WrongRecoveryKey { .. }), "{wrong}");
}

#[test]
fn a_printed_recovery_key_opens_the_case_when_typed_in() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recovery) = filled(&folder);
    let typed: RecoveryKey = recovery.to_string().to_lowercase().replace('-', " ").parse().unwrap();
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

    assert!(matches!(open(&path), Err(VaultError::WrongPassphrase { .. })));
    Vault::open(&path, Unlock::Recovery(&recovery)).unwrap().close().unwrap();
    let vault = Vault::open(&path, Unlock::Passphrase(&by("a lighthouse"))).unwrap();
    assert_sound(&vault);
}

#[test]
fn an_empty_passphrase_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refused = Vault::create(&folder.path().join("a.bonafide"), &by(""), COST).unwrap_err();
    assert!(matches!(refused, VaultError::EmptyPassphrase));
    let (_, mut vault, _) = new_case(&folder);
    assert!(matches!(vault.change_passphrase(&by(""), COST), Err(VaultError::EmptyPassphrase)));
}

#[test]
fn a_second_writer_is_told_that_the_case_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let (path, vault, _) = new_case(&folder);
    vault.connection().execute_batch("CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT)").unwrap();
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
fn a_missing_file_or_folder_is_not_found_and_not_created() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("none").join("a.bonafide");
    assert!(matches!(open(&nowhere), Err(VaultError::NotFound { .. })));
    assert!(matches!(open(&folder.path().join("a.bonafide")), Err(VaultError::NotFound { .. })));
    assert!(matches!(Vault::create(&nowhere, &boats(), COST), Err(VaultError::NotFound { .. })));
    assert_eq!(names_in(&folder), [""; 0]);
}

#[test]
fn nothing_is_ever_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let before = fs::read(&path).unwrap();
    assert!(matches!(Vault::create(&path, &boats(), COST), Err(VaultError::Exists { .. })));
    assert!(matches!(Vault::create(folder.path(), &boats(), COST), Err(VaultError::Exists { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);

    let remains = folder.path().join("deleted.bonafide-wal");
    fs::write(&remains, "remains").unwrap();
    let refused = Vault::create(&folder.path().join("deleted.bonafide"), &boats(), COST).unwrap_err();
    assert!(refused.to_string().contains("deleted.bonafide-wal"), "{refused}");
    assert_eq!(names_in(&folder), ["case.bonafide", "deleted.bonafide-wal"]);
}

#[test]
#[cfg(unix)]
fn a_case_that_may_not_be_written_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
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
fn a_desktop_that_looks_at_first_bytes_knows_a_case() {
    let told = include_str!("../../../src-tauri/linux/bonafide.xml");
    let (_, magic) = told.split_once("<match type=\"string\" offset=\"0\" value=\"").unwrap();
    let (magic, _) = magic.split_once('"').unwrap();
    let folder = TempDir::new().unwrap();
    let (path, vault, _) = new_case(&folder);
    vault.close().unwrap();
    assert!(magic.len() >= 8 && fs::read(path).unwrap().starts_with(magic.as_bytes()));
}
