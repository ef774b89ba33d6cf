//! A file as it should be, and one that is none.

use std::ops::ControlFlow;

use bonafide::import::{Count, Limits, WorkbookParser, open};

use super::opened::{cells, opened, read, try_open};

#[test]
fn a_plain_file_gives_its_header_its_rows_and_its_fingerprint() {
    let opened = opened("Email,Name\na@example.org,Ada\nb@example.org,Bo");
    let table = &opened.source.tables[0];
    assert_eq!(opened.source.name, "list.csv");
    assert_eq!(opened.source.bytes, 45);
    let fingerprint: String = opened.source.sha256.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(fingerprint, "91a31c11a5ba86e0c1cdeacf6fe62f0e188837544ba5fb34d93fd54f02526a15");
    assert_eq!(
        (table.sheet.as_str(), table.encoding.as_str(), table.delimiter.as_deref(), table.header_row),
        ("", "UTF-8", Some(","), 1)
    );
    assert_eq!(table.header, ["Email", "Name"]);
    assert_eq!(table.sample, [["a@example.org", "Ada"], ["b@example.org", "Bo"]]);
    let outcome = read(&opened.source, 0);
    assert_eq!(outcome.rows[1], (3, vec!["b@example.org".to_owned(), "Bo".to_owned()]));
    assert_eq!(outcome.count, Count { rows: 2, accepted: 2, ..Count::default() });
}

#[test]
fn an_empty_file_is_refused_and_said_to_be_empty() {
    for content in ["", "\u{FEFF}", "\n", "\r\n\r\n", " \n\t\n", "\u{FEFF};;;\r\n;;;\r\n", "\"\",\"\"\n"] {
        let Err(error) = try_open("list.csv", content.as_bytes(), &Limits::default()) else { panic!("{content:?}") };
        assert_eq!(error.code(), "empty", "{content:?}");
        assert!(error.to_string().starts_with("list.csv is empty. Export it again"), "{error}");
    }
}

#[test]
fn a_file_of_column_names_alone_is_read() {
    let opened = opened("Email,Name\n");
    assert_eq!(opened.source.tables[0].header, ["Email", "Name"]);
    assert_eq!(read(&opened.source, 0).count, Count::default());
}

#[test]
fn rows_have_the_number_a_spreadsheet_shows() {
    let opened = opened("Email,Note,City\na@example.org,\"two\nlines\",Lund\n\n,,\nb@example.org,x,Rome\n");
    let outcome = read(&opened.source, 0);
    assert_eq!(outcome.rows.iter().map(|row| row.0).collect::<Vec<_>>(), [2, 5]);
    assert_eq!(outcome.rejected, [(4, "the row is empty".to_owned(), ",,".to_owned())]);
}

#[test]
fn every_line_ending_ends_a_row() {
    for ending in ["\n", "\r\n", "\r"] {
        let text = ["Email,Name", "a@example.org,Ada", "b@example.org,Bo"].join(ending);
        assert_eq!(cells(&text), [["a@example.org", "Ada"], ["b@example.org", "Bo"]]);
        assert_eq!(cells(text + ending), [["a@example.org", "Ada"], ["b@example.org", "Bo"]]);
    }
    assert_eq!(cells("Email,Name\r\na@example.org,Ada\nb@example.org,Bo\r\n").len(), 2);
}

#[test]
fn a_separator_hint_is_no_row_and_is_not_counted() {
    let opened = opened("sep=;\r\nEmail;Note\r\na@example.org;x,y\r\n");
    let table = &opened.source.tables[0];
    assert_eq!((table.delimiter.as_deref(), table.header_row), (Some(";"), 1));
    assert_eq!(read(&opened.source, 0).rows, [(2, vec!["a@example.org".to_owned(), "x,y".to_owned()])]);
}

#[test]
fn a_sink_that_stops_gets_no_more() {
    let text = (0..20_000).fold(String::from("Email,Name\n"), |text, row| text + &format!("p{row}@example.org,Ada\n"));
    let opened = opened(text);
    let (mut batches, mut last) = (0, 0);
    let count = opened.source.read(0, &mut |batch| {
        batches += 1;
        last = batch.bytes_done;
        ControlFlow::Break(())
    });
    assert_eq!((batches, count.unwrap().accepted), (1, 4096));
    assert!(last > 0 && last <= opened.source.tables[0].bytes);
}

#[test]
fn a_file_that_changes_between_opening_and_reading_is_refused() {
    let opened = opened("Email,Name\na@example.org,Ada\n");
    std::fs::write(&opened.path, "Email,Name\na@example.org,Ada\nb@example.org,Bo\n").unwrap();
    assert_eq!(opened.source.read(0, &mut |_| ControlFlow::Continue(())).unwrap_err().code(), "changed");
}

#[test]
fn what_is_not_there_or_not_a_file_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let parser = WorkbookParser::default();
    let missing = open(&folder.path().join("gone.csv"), &Limits::default(), &parser).unwrap_err();
    assert!(missing.to_string().starts_with("gone.csv could not be read"));
    assert_eq!(open(folder.path(), &Limits::default(), &parser).unwrap_err().code(), "folder");
    assert_eq!(try_open("a.pdf", b"%PDF-1.7 ...", &Limits::default()).unwrap_err().code(), "not-a-table");
}

#[test]
fn no_cell_appears_in_what_a_program_might_log() {
    let opened = opened("Email,Name\nsecret@example.org,Ada,too,many\n");
    let mut shown = format!("{:?} {:?}", opened.source, opened.source.tables[0]);
    let _ = opened.source.read(0, &mut |batch| {
        shown += &format!("{batch:?}");
        ControlFlow::Continue(())
    });
    assert!(!shown.contains("secret"));
}

#[test]
fn a_separator_hint_is_believed_only_where_it_divides_the_text() {
    for text in [
        "sep=,\nEmail;Note;City\na@example.org;x;Lund\nb@example.org;y, z;Rome\n",
        "\u{FEFF}\"sep=;\"\r\nEmail;Note;City\r\na@example.org;x;Lund\r\nb@example.org;y, z;Rome\r\n",
    ] {
        assert_eq!(cells(text), [["a@example.org", "x", "Lund"], ["b@example.org", "y, z", "Rome"]]);
    }
    assert_eq!(cells("sep=\t\nEmail\tNote\na@example.org\tx;y\n"), [["a@example.org", "x;y"]]);
}

#[test]
fn a_clean_table_has_nothing_mended() {
    let text = "Email,Name,Note\na@example.org,Ada,\"x, \"\"y\"\"\"\nb@example.org,\"Bo\nEk\",O'Hara\n";
    let opened = opened(text);
    assert!(opened.source.tables[0].repairs.is_empty());
    assert!(read(&opened.source, 0).repaired.is_empty());
}
