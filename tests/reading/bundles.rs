//! Tables in a ZIP file.

use std::io::Write;

use bonafide::import::Limits;
use zip::write::SimpleFileOptions;

use super::opened::{read, try_open};

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_zip_file_is_one_bundle_of_tables() {
    let zip = zipped(&[
        ("subscribed_members_export_1.csv", b"Email Address,LEID\na@example.org,1\n"),
        ("unsubscribed_members_export_1.csv", "Email Address,LEID\nb@example.org,2\nc@example.org,3\n".as_bytes()),
        ("__MACOSX/._subscribed_members_export_1.csv", b"\0\0"),
        ("sub/.hidden.csv", b"x"),
        ("picture.png", b"\x89PNG"),
    ]);
    let opened = try_open("audience.zip", &zip, &Limits::default()).unwrap();
    let sheets: Vec<&str> = opened.source.tables.iter().map(|table| table.sheet.as_str()).collect();
    assert_eq!(sheets, ["subscribed_members_export_1.csv", "unsubscribed_members_export_1.csv"]);
    assert_eq!(read(&opened.source, 1).rows[1].1, ["c@example.org", "3"]);
    assert_eq!(std::fs::read_dir(opened.path.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_zip_file_without_tables_or_in_pieces_is_said_so() {
    let code = |content: &[u8]| try_open("a.zip", content, &Limits::default()).unwrap_err().code();
    assert_eq!(code(&zipped(&[("picture.png", b"\x89PNG"), ("inner.zip", b"PK\x03\x04")])), "nothing-inside");
    let whole = zipped(&[("a.csv", b"Email\na@example.org\n")]);
    assert_eq!(code(&whole[..whole.len() - 10]), "damaged-bundle");
}

#[test]
fn a_zip_bomb_is_refused_while_it_unpacks() {
    let limits = Limits { ratio_from: 1 << 20, ..Limits::default() };
    let bomb = zipped(&[("a.csv", &vec![b'a'; 8 << 20])]);
    assert!(bomb.len() < 20_000);
    let error = try_open("bomb.zip", &bomb, &limits).unwrap_err();
    assert_eq!(error.code(), "limit");
    let limits = Limits { inflated_bytes: 1 << 20, ..Limits::default() };
    assert!(try_open("bomb.zip", &bomb, &limits).unwrap_err().to_string().contains("1 MiB"));
    let limits = Limits { entries: 1, ..Limits::default() };
    let two = zipped(&[("a.csv", b"Email\n"), ("b.csv", b"Email\n")]);
    assert_eq!(
        try_open("a.zip", &two, &limits).unwrap_err().to_string(),
        "a.zip has 2 entries, and at most 1 are read. Unpack it, and add the files you need."
    );
}

#[test]
fn two_entries_of_one_name_are_refused() {
    let mut zip = zipped(&[("a.csv", b"Email\na@example.org\n"), ("b.csv", b"Email\nb@example.org\n")]);
    for at in 0..zip.len() - 5 {
        if &zip[at..at + 5] == b"b.csv" {
            zip[at] = b'a';
        }
    }
    assert_eq!(try_open("a.zip", &zip, &Limits::default()).unwrap_err().code(), "duplicate-entries");
}

#[test]
fn an_encrypted_entry_is_said_so() {
    let mut zip = zipped(&[("a.csv", b"Email\na@example.org\n")]);
    let directory = zip.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    zip[6] |= 1;
    zip[directory + 8] |= 1;
    assert_eq!(try_open("a.zip", &zip, &Limits::default()).unwrap_err().code(), "encrypted");
}
