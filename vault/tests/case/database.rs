//! The database behind the envelope behaves like any other.

use super::*;

#[test]
fn a_full_disk_says_so_and_undoes_the_step() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let vault = open(&path).unwrap();
    let pages: i64 = pragma(&vault, "page_count");
    pragma::<i64>(&vault, &format!("max_page_count = {}", pages + 2));
    let error = vault.connection().execute("INSERT INTO note VALUES (9999, randomblob(1000000))", []).unwrap_err();
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
    let refused = database.query_row("SELECT load_extension('evil')", [], |_| Ok(())).unwrap_err();
    assert!(refused.to_string().contains("not authorized"), "{refused}");
    database.execute_batch("PRAGMA writable_schema = ON; CREATE TABLE t (a)").unwrap();
    assert!(database.execute("UPDATE sqlite_master SET sql = 'x'", []).is_err());
    database.execute_batch("CREATE VIEW v AS SELECT a FROM t").unwrap();
    assert!(database.query_row("SELECT * FROM v", [], |_| Ok(())).is_err());
}

#[test]
fn a_database_grows_shrinks_and_vacuums_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let full = fs::metadata(&path).unwrap().len();
    let vault = open(&path).unwrap();
    insert(&vault, 500..2_000);
    vault.connection().execute("DELETE FROM note WHERE n % 50 > 0", []).unwrap();
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
fn a_vault_can_move_to_another_thread() {
    let folder = tempfile::tempdir().unwrap();
    let (path, vault, _) = new_case(&folder);
    std::thread::spawn(move || vault.close().unwrap()).join().unwrap();
    open(&path).unwrap();
}
