//! Damaged, foreign and unfinished files are told apart, and left alone.

use super::*;

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
        (file("book.xlsx", b"PK\x03\x04rest"), "a ZIP archive or a workbook"),
        (sqlite, "a plain SQLite database"),
        (folder.path().to_owned(), "a folder"),
    ] {
        let before = path.is_file().then(|| fs::read(&path).unwrap());
        let refused = open(&path).unwrap_err();
        assert!(refused.to_string().contains(&format!("this is not a Bonafide case but {found}")), "{refused}");
        assert!(refused.to_string().contains(path.to_str().unwrap()));
        assert_eq!(before, path.is_file().then(|| fs::read(&path).unwrap()));
    }
    assert_eq!(names_in(&folder), ["book.xlsx", "empty", "list.csv", "noise", "plain.db"]);
}

#[test]
fn a_case_cut_short_anywhere_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = filled(&folder);
    let whole = fs::read(&path).unwrap();
    let page = 16 * 1024;
    for length in [8, 100, 512, 4096, 4608, page - 1, page, page + 1, 2 * page - 1, 2 * page, 3 * page, whole.len() - 1]
    {
        fs::write(&path, &whole[..length]).unwrap();
        let refused = open(&path).unwrap_err();
        assert!(matches!(refused, VaultError::Damaged { .. }), "{length} bytes: {refused}");
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
    assert!(matches!(with(20_000..20_001), Err(VaultError::Damaged { .. })));
    // A later page shows when it is read.
    let vault = with(100_000..100_001).unwrap();
    let error = vault.connection().query_row("SELECT sum(length(text)) FROM note", [], |_| Ok(())).unwrap_err();
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
    assert!(refused.to_string().contains("its creation was interrupted"), "{refused}");
}

#[test]
fn the_front_of_another_case_does_not_open_this_one() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (path, _) = filled(&one);
    let (other, _) = filled(&two);
    let mixed = [&fs::read(other).unwrap()[..16 * 1024], &fs::read(&path).unwrap()[16 * 1024..]].concat();
    fs::write(&path, mixed).unwrap();
    assert!(matches!(open(&path), Err(VaultError::Damaged { .. })));
}
