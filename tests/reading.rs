//! Reading files of every bad kind, from outside: what is promised of a table holds for each of them.

#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::ops::ControlFlow;
use std::path::PathBuf;

use bonafide::import::{Count, ImportError, Limits, SourceFile, WorkbookParser, open};
use proptest::prelude::*;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

#[derive(Debug)]
struct Opened {
    _folder: TempDir,
    path: PathBuf,
    source: SourceFile,
}

fn try_open(name: &str, content: &[u8], limits: &Limits) -> Result<Opened, ImportError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    let source = open(&path, limits, &WorkbookParser::default())?;
    Ok(Opened { _folder: folder, path, source })
}

fn opened(content: impl AsRef<[u8]>) -> Opened {
    try_open("list.csv", content.as_ref(), &Limits::default()).unwrap()
}

#[derive(Default)]
struct Outcome {
    rows: Vec<(u32, Vec<String>)>,
    rejected: Vec<(u32, String, String)>,
    count: Count,
}

fn read(source: &SourceFile, table: usize) -> Outcome {
    let mut outcome = Outcome::default();
    let count = source.read(table, &mut |batch| {
        outcome.rows.extend(batch.rows.rows().map(|row| (row.number(), row.cells().map(str::to_owned).collect())));
        outcome.rejected.extend(batch.rejected.into_iter().map(|row| (row.row, row.reason, row.raw)));
        ControlFlow::Continue(())
    });
    outcome.count = count.unwrap();
    assert_eq!(outcome.count.accepted, outcome.rows.len() as u64);
    assert_eq!(outcome.count.rejected, outcome.rejected.len() as u64);
    assert_eq!(outcome.count.rows, outcome.count.accepted + outcome.count.rejected);
    outcome
}

fn cells(content: impl AsRef<[u8]>) -> Vec<Vec<String>> {
    read(&opened(content).source, 0).rows.into_iter().map(|(_, cells)| cells).collect()
}

fn reasons(content: impl AsRef<[u8]>) -> Vec<(u32, String)> {
    read(&opened(content).source, 0).rejected.into_iter().map(|(row, reason, _)| (row, reason)).collect()
}

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
    assert_eq!(outcome.count, Count { rows: 2, accepted: 2, rejected: 0 });
}

#[test]
fn an_empty_file_is_a_table_without_columns_and_rows() {
    for content in ["", "\u{FEFF}", "\n", "\r\n\r\n"] {
        let opened = opened(content);
        assert_eq!(opened.source.tables[0].header.len(), 0);
        assert_eq!(read(&opened.source, 0).count, Count::default());
    }
}

#[test]
fn a_header_alone_is_a_table_without_rows() {
    let opened = opened("Email,Name\r\n");
    assert_eq!(opened.source.tables[0].header, ["Email", "Name"]);
    assert_eq!(read(&opened.source, 0).count, Count::default());
}

#[test]
fn duplicate_headers_are_kept_by_position() {
    let opened = opened("Email,Reason,Reason\na@example.org,x,y\n");
    assert_eq!(opened.source.tables[0].header, ["Email", "Reason", "Reason"]);
    assert_eq!(read(&opened.source, 0).rows[0].1, ["a@example.org", "x", "y"]);
}

#[test]
fn a_file_without_a_header_loses_no_row() {
    let opened = opened("a@example.org,Ada,2024-01-01\nb@example.org,Bo,2024-01-02\n");
    let table = &opened.source.tables[0];
    assert_eq!((table.header_row, &table.header[..]), (0, &[String::new(), String::new(), String::new()][..]));
    assert_eq!(read(&opened.source, 0).rows[0].0, 1);
    assert_eq!(read(&opened.source, 0).count.accepted, 2);
}

#[test]
fn a_separator_hint_is_no_row_and_is_not_counted() {
    let opened = opened("sep=;\r\nEmail;Note\r\na@example.org;x,y\r\n");
    let table = &opened.source.tables[0];
    assert_eq!((table.delimiter.as_deref(), table.header_row), (Some(";"), 1));
    assert_eq!(read(&opened.source, 0).rows, [(2, vec!["a@example.org".to_owned(), "x,y".to_owned()])]);
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
fn short_rows_are_accepted_and_long_rows_only_if_nothing_is_lost() {
    let text = "Email,Name,City\na@example.org,Ada\nb@example.org,Bo,Lund,,\nc@example.org,Doe, Jane,Rome\n";
    assert_eq!(cells(text), [vec!["a@example.org", "Ada"], vec!["b@example.org", "Bo", "Lund"]]);
    assert_eq!(reasons(text), [(4, "the row has 4 cells, the table has 3 columns".to_owned())]);
}

#[test]
fn a_header_that_names_too_few_columns_rejects_nothing() {
    let opened = opened("Email,Name\na@example.org,Ada,Lund\nb@example.org,Bo,Rome\n");
    assert_eq!(opened.source.tables[0].header, ["Email", "Name", ""]);
    assert_eq!(read(&opened.source, 0).count.accepted, 2);
}

#[test]
fn a_row_with_a_nul_is_rejected_with_its_reason() {
    let rejected = reasons("Email,Name\na@example.org,A\0da\nb@example.org,Bo\n");
    assert_eq!(rejected.len(), 1);
    assert_eq!(rejected[0].0, 2);
    assert!(rejected[0].1.contains("NUL"));
}

#[test]
fn lines_above_and_below_the_table_are_rejected_and_not_lost() {
    let mut text = String::from("Newsletter report\n\nId,Email,Opted out,Since\n");
    for row in 0..20 {
        text += &format!("{row},p{row}@example.org,false,2024-01-01\n");
    }
    text += "\n\"Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved.\"\n\"Confidential Information - Do Not Distribute\"\n";
    let opened = opened(text);
    assert_eq!(opened.source.tables[0].header_row, 3);
    let outcome = read(&opened.source, 0);
    assert_eq!(outcome.count, Count { rows: 23, accepted: 20, rejected: 3 });
    assert_eq!(outcome.rejected[0].1, "stands above the table, not a row of it");
    assert_eq!(outcome.rejected[1].1, "looks like a footer, not a row of the table");
    assert_eq!(outcome.rejected[2].0, 26);
}

#[test]
fn a_short_row_in_the_middle_or_with_an_address_is_no_footer() {
    let text = "Id,Email,City,Since\n1,a@example.org,Rome,2024-01-01\nTotal\n2,b@example.org,Lund,2024-01-01\n\nc@example.org\n";
    assert_eq!(cells(text).len(), 4);
}

#[test]
fn a_header_that_comes_again_is_no_person() {
    let rejected = reasons("Email,Name\na@example.org,Ada\nEmail,Name\nb@example.org,Bo\n");
    assert_eq!(rejected, [(3, "repeats the header, not a row of data".to_owned())]);
}

#[test]
fn rows_in_another_encoding_keep_their_letters() {
    let mut text = "Email,Name\na@example.org,Åsa\nb@example.org,Zoë\n".as_bytes().to_vec();
    text.extend(b"c@example.org,Bj\xF6rn\n");
    let read = cells(text);
    assert_eq!(read[0][1], "Åsa");
    assert_eq!(read[2][1], "Björn");
}

#[test]
fn a_row_whose_characters_are_lost_is_rejected_not_patched() {
    let mut text: Vec<u8> =
        "\u{FEFF}Email,Name\r\na@example.org,Åsa\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    text.extend(
        "b@example.org,".encode_utf16().chain([0xD800]).chain("\r\n".encode_utf16()).flat_map(u16::to_le_bytes),
    );
    assert_eq!(reasons(&text), [(3, "the row holds bytes that are no text in UTF-16LE".to_owned())]);
    assert_eq!(cells(&text), [["a@example.org", "Åsa"]]);
}

#[test]
fn a_quote_that_never_closes_costs_its_own_row_only() {
    let mut text = String::from("Email,Name,City\n");
    for row in 0..50 {
        text += &match row {
            10 => format!("p{row}@example.org,\"Ada,Rome\n"),
            20 => format!("p{row}@example.org,\"Ada\n"),
            _ => format!("p{row}@example.org,Ada,\"Rome, IT\"\n"),
        };
    }
    let opened = opened(text);
    let outcome = read(&opened.source, 0);
    assert_eq!(outcome.count.rows, 50);
    assert_eq!(outcome.count.accepted, 50 - outcome.count.rejected);
    assert!(outcome.count.accepted >= 49);
    assert_eq!(outcome.rows[9].1, ["p9@example.org", "Ada", "Rome, IT"]);
    assert!(
        outcome.rows.iter().any(|row| row.0 == 52 && row.1[2] == "Rome, IT") || outcome.rows.last().unwrap().0 == 51
    );
}

#[test]
fn an_unclosed_quote_at_the_end_names_its_row() {
    let rejected = reasons("Email,Name,City\na@example.org,Ada,Rome\nb@example.org,\"Bo\nc@example.org,Cy,Lund\n");
    assert_eq!(rejected, [(3, "a quote opens in row 3 and never closes".to_owned())]);
}

#[test]
fn each_cap_names_its_number_and_spares_the_other_rows() {
    let limits = Limits { field_bytes: 1000, record_bytes: 100_000, ..Limits::default() };
    let long = format!("Email,Note\na@example.org,{}\nb@example.org,x\n", "n".repeat(2000));
    let outcome = read(&try_open("l.csv", long.as_bytes(), &limits).unwrap().source, 0);
    assert_eq!(outcome.rejected[0].1, "column 2 holds 2,000 bytes, and at most 1,000 bytes are read");
    let endless = format!("Email,Note\na@example.org,{}\nb@example.org,x\n", "n".repeat(900_000));
    let outcome = read(&try_open("l.csv", endless.as_bytes(), &limits).unwrap().source, 0);
    assert_eq!(outcome.rejected[0].1, "the row is longer than 100,000 bytes, which is the most that is read");
    assert_eq!(outcome.rows, [(3, vec!["b@example.org".to_owned(), "x".to_owned()])]);
    let wide = vec!["x"; 5000].join(",");
    let error = try_open("l.csv", wide.as_bytes(), &Limits::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "l.csv has 5,000 columns, and at most 4,096 are read. Export only the columns about contacts and consent."
    );
    let limits = Limits { file_bytes: 10, rows: 2, ..Limits::default() };
    assert_eq!(try_open("l.csv", b"Email\na@example.org\n", &limits).unwrap_err().code(), "limit");
    let limits = Limits { rows: 2, ..Limits::default() };
    let many = try_open("l.csv", b"Email,N\na@example.org,1\nb@example.org,2\nc@example.org,3\n", &limits).unwrap();
    assert_eq!(many.source.read(0, &mut |_| ControlFlow::Continue(())).unwrap_err().code(), "limit");
}

#[test]
fn a_quoted_cell_without_end_in_a_large_file_swallows_one_row() {
    let limits = Limits { record_bytes: 64 << 10, ..Limits::default() };
    let mut text = String::from("Email,Name,City\n");
    for row in 2..20_000 {
        text += &if row == 9_000 {
            format!("p{row}@example.org,\"Ada,Rome\n")
        } else {
            format!("p{row}@example.org,Ada,Rome\n")
        };
    }
    let outcome = read(&try_open("l.csv", text.as_bytes(), &limits).unwrap().source, 0);
    assert_eq!(outcome.count, Count { rows: 19_998, accepted: 19_998, rejected: 0 });
    assert_eq!(outcome.rows[8_998], (9_000, vec!["p9000@example.org".into(), "\"Ada".into(), "Rome".into()]));
}

#[test]
fn a_stray_quote_near_the_top_of_a_large_file_hides_nothing() {
    let mut text = String::from("Email,Name,City\n");
    for row in 2..40_000 {
        text += &if row == 3 {
            format!("p{row}@example.org,\"Ada,Rome\n")
        } else {
            format!("p{row}@example.org,Ada,Rome\n")
        };
    }
    let opened = opened(text);
    assert_eq!(opened.source.tables[0].sample.len(), 200);
    assert_eq!(opened.source.tables[0].header, ["Email", "Name", "City"]);
    assert_eq!(read(&opened.source, 0).count, Count { rows: 39_998, accepted: 39_998, rejected: 0 });
}

#[test]
fn one_endless_line_is_one_rejected_row() {
    let opened = opened("x".repeat(2 << 20));
    let outcome = read(&opened.source, 0);
    assert_eq!(outcome.rejected[0].1, "column 1 holds 2,097,152 bytes, and at most 1 MiB are read");
    assert_eq!(outcome.count, Count { rows: 1, accepted: 0, rejected: 1 });
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_end_in_rows_or_in_an_error(content in prop::collection::vec(prop_oneof![
        3 => prop::sample::select(b"ab1@.,;\t|\"'\\\r\n =".to_vec()), 1 => any::<u8>()
    ], 0..400)) {
        if let Ok(opened) = try_open("any.csv", &content, &Limits::default()) {
            for table in 0..opened.source.tables.len() {
                read(&opened.source, table);
            }
        }
    }

    #[test]
    fn a_table_of_any_cells_reads_back_identical(
        rows in prop::collection::vec(("[a-z]{1,8}@example\\.org", "[ -~àéöß東\\n]{0,12}", "[ -~àéöß\\r\\n]{0,12}", "[0-9]{1,5}"), 4..30)
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["Email", "Note", "More", "Score"]).unwrap();
        let expected: Vec<Vec<String>> = rows.into_iter().map(|(a, b, c, d)| vec![a, b, c, d]).collect();
        for row in &expected {
            writer.write_record(row).unwrap();
        }
        let content = writer.into_inner().unwrap();
        prop_assert_eq!(cells(&content), expected);
    }
}

/// The files the fuzzer kept and those it broke something with, read as a dropped file is.
#[test]
fn every_text_and_bundle_the_fuzzer_kept_is_rows_or_a_sentence() {
    let fuzz = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    for folder in ["corpus/text", "corpus/bundle", "crashes/text", "crashes/bundle"] {
        let Ok(files) = std::fs::read_dir(fuzz.join(folder)) else { continue };
        for file in files {
            let content = std::fs::read(file.unwrap().path()).unwrap();
            let Ok(opened) = try_open("kept.csv", &content, &Limits::default()) else { continue };
            for (position, table) in opened.source.tables.iter().enumerate() {
                let recognition =
                    bonafide::case::recognise_table("kept.csv", table, &bonafide::import::Corrections::none());
                assert_eq!(recognition.columns.len(), table.header.len());
                let mut normaliser = bonafide::normalise::Normaliser::new(
                    bonafide::vocabulary::TableId(1),
                    &recognition,
                    &bonafide::normalise::Options::default(),
                );
                let (mut accepted, mut rejected) = (0, 0);
                let count = opened.source.read(position, &mut |batch| {
                    accepted += batch.rows.len() as u64;
                    rejected += batch.rejected.len() as u64;
                    batch.rows.rows().for_each(|row| drop(normaliser.contact(row)));
                    ControlFlow::Continue(())
                });
                if let Ok(count) = count {
                    assert_eq!((count.rows, count.accepted, count.rejected), (accepted + rejected, accepted, rejected));
                }
            }
        }
    }
    assert!(fuzz.join("corpus/text").is_dir() && fuzz.join("corpus/bundle").is_dir());
}

/// What a table is, is decided from a sample: a file of a hundred thousand rows takes no longer than one of a thousand.
#[test]
fn recognition_takes_a_tenth_of_a_second_at_most_whatever_the_size_of_the_file() {
    let of_rows = |rows: usize| {
        let mut text = String::from("E-mail;Namn;Land;Samtycke;Samtyckesdatum;Källa;Status\n");
        for row in 0..rows {
            let (day, month) = (row % 28 + 1, row % 12 + 1);
            text += &format!("p{row}@example.org;Ada {row};Sverige;ja;{day:02}/{month:02}/2024;mässa;active\n");
        }
        opened(text)
    };
    let (small, large) = (of_rows(1_000), of_rows(100_000));
    let recognise = |opened: &Opened| {
        let table = &opened.source.tables[0];
        let start = std::time::Instant::now();
        let found = bonafide::case::recognise_table("list.csv", table, &bonafide::import::Corrections::none());
        (found, start.elapsed())
    };
    recognise(&small);
    let (of_small, _) = recognise(&small);
    let (of_large, took) = recognise(&large);
    assert_eq!(small.source.tables[0].sample, large.source.tables[0].sample, "both see the same sample");
    assert_eq!(of_small, of_large);
    // Unoptimised and on a busy machine there must only be no explosion.
    let limit = if cfg!(debug_assertions) { 2_000 } else { 100 };
    assert!(took.as_millis() < limit, "{took:?}");
}
