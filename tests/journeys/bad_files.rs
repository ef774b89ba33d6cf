//! Nothing is lost: every row of every file ends as a contact or as a rejected row with its number and reason.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::norrsken;
use crate::support::{Audited, Lists, Setting, folder_of};

/// What must hold of any import. Gives back rows, accepted and rejected rows of all tables together.
fn nothing_is_lost(lists: &Lists) -> (u64, u64, u64) {
    let (rejected, matched) = (lists.table("rejected.csv"), lists.table("matches.csv"));
    let mut sums = (0, 0, 0);
    for source in lists.table("sources.csv") {
        let number = |column: &str| source[column].parse::<u64>().unwrap();
        let (rows, accepted, refused) = (number("rows"), number("accepted"), number("rejected"));
        assert_eq!(rows, accepted + refused, "{}", source["file"]);
        let of_table =
            |line: &&crate::support::Line| line["file"] == source["file"] && line["sheet"] == source["sheet"];
        let numbers = |lines: &[crate::support::Line]| -> Vec<u64> {
            lines.iter().filter(of_table).map(|line| line["row"].parse().unwrap()).collect()
        };
        let (bad, good) = (numbers(&rejected), numbers(&matched));
        assert_eq!(
            (good.len() as u64, bad.len() as u64),
            (accepted, refused),
            "{} {}",
            source["file"],
            source["sheet"]
        );
        assert!(rejected.iter().filter(of_table).all(|line| !line["reason"].trim().is_empty()));
        let distinct: BTreeSet<u64> = good.iter().chain(&bad).copied().collect();
        assert_eq!(distinct.len() as u64, rows, "no row counts twice: {}", source["file"]);
        assert!(!distinct.contains(&0), "rows are counted from 1");
        sums = (sums.0 + rows, sums.1 + accepted, sums.2 + refused);
    }
    sums
}

fn counts(content: impl AsRef<[u8]>) -> (u64, u64, u64) {
    let (_folder, paths) = folder_of(&[("list.csv", content)]);
    nothing_is_lost(&Audited::of(&paths, &Setting::default()).lists())
}

#[test]
fn rows_that_are_too_long_or_too_short_are_accepted_or_rejected() {
    let text =
        "Email,Name,City\na@example.org,Ada\nb@example.org,Bo,Lund,surplus\nc@example.org\nd@example.org,Dan,Rome,,\n";
    assert_eq!(counts(text), (4, 3, 1));
}

#[test]
fn a_row_with_a_nul_is_rejected_and_its_neighbours_are_not() {
    assert_eq!(counts("Email,Name\na@example.org,A\0da\nb@example.org,Bo\nc@example.org,Cia\n"), (3, 2, 1));
}

#[test]
fn a_last_row_without_a_newline_counts() {
    assert_eq!(counts("Email,Name\na@example.org,Ada\nb@example.org,Bo"), (2, 2, 0));
    assert_eq!(counts("Email,Name\r\na@example.org,Ada\r\nb@example.org,\"Bo\""), (2, 2, 0));
}

#[test]
fn a_file_without_rows_has_none() {
    for content in ["Email,Name\n", "Email,Name", "Email;Status;Consent date\r\n"] {
        assert_eq!(counts(content), (0, 0, 0), "{content:?}");
    }
}

#[test]
fn headers_that_repeat_cost_no_row() {
    let text =
        "Email,Email,Status,Status\na@example.org,a2@example.org,subscribed,unsubscribed\nb@example.org,,,subscribed\n";
    assert_eq!(counts(text), (2, 2, 0));
}

#[test]
fn a_file_without_a_header_loses_no_row() {
    assert_eq!(counts("a@example.org,Ada,2024-01-01\nb@example.org,Bo,2024-01-02\n,,\n"), (3, 2, 1));
}

#[test]
fn rows_of_separators_alone_are_rejected() {
    assert_eq!(counts("Email,Name\n,\na@example.org,Ada\n,\n"), (3, 1, 2));
    assert_eq!(counts("Email;Name\r\n;;\r\n;;\r\n").1, 0);
}

#[test]
fn rows_that_name_nobody_are_rejected_with_a_reason_without_their_content() {
    let text = "Email,Phone,Status\nnot an address,,subscribed\n,070-000,subscribed\n,,subscribed\na@example.org,,subscribed\n";
    let (_folder, paths) = folder_of(&[("list.csv", text)]);
    let lists = Audited::of(&paths, &Setting::default()).lists();
    assert_eq!(nothing_is_lost(&lists), (4, 1, 3));
    let reasons: Vec<String> = lists.table("rejected.csv").into_iter().map(|line| line["reason"].clone()).collect();
    assert!(reasons.iter().all(|reason| !reason.contains("not an address,") && !reason.contains("070")), "{reasons:?}");
    assert_eq!(reasons.iter().collect::<BTreeSet<_>>().len(), 3, "each says what is wrong with it: {reasons:?}");
}

#[test]
fn every_encoding_and_line_ending_keeps_every_row() {
    let text = "Email;Namn;Ort\r\na@example.org;Åsa;Luleå\r\nb@example.org;Göran;Piteå\r\nc@example.org;Märta;Umeå\r\n";
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let wide: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(counts(text), (3, 3, 0));
    assert_eq!(counts(latin), (3, 3, 0));
    assert_eq!(counts(wide), (3, 3, 0));
    assert_eq!(counts(text.replace("\r\n", "\r")), (3, 3, 0));
}

#[test]
fn bad_rows_of_every_kind_in_one_file_are_each_accounted_for() {
    let mut text = String::from("Email,Name,Status,Consent date\n");
    for row in 0..9_000 {
        text += &match row % 9 {
            0 => format!("p{row}@example.org,Ada\n"),
            1 => format!("p{row}@example.org,Ada,subscribed,2024-01-01,surplus\n"),
            2 => format!("p{row}@example.org,A\0,subscribed,2024-01-01\n"),
            3 => ",,,\n".to_owned(),
            4 => "nobody,,,\n".to_owned(),
            5 => format!("p{row}@example.org,\"two\nlines\",subscribed,\n"),
            _ => format!("p{row}@example.org,Ada,subscribed,2024-01-01\n"),
        };
    }
    let (rows, accepted, rejected) = counts(text);
    assert_eq!((rows, accepted, rejected), (9_000, 5_000, 4_000));
}

#[test]
fn workbooks_and_bundles_lose_no_row() {
    let (rows, accepted, rejected) = nothing_is_lost(&norrsken::BY_CELLS);
    assert!(rows > 1_500 && accepted + rejected == rows);
    let systems = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/systems");
    let mut exports: Vec<PathBuf> = Vec::new();
    for system in std::fs::read_dir(systems).unwrap() {
        let files = std::fs::read_dir(system.unwrap().path()).unwrap().map(|file| file.unwrap().path());
        exports.extend(files.filter(|path| path.is_file() && !path.ends_with("README.md")));
    }
    exports.sort();
    assert!(exports.len() >= 15);
    for export in &exports {
        let (rows, ..) = nothing_is_lost(&Audited::of(std::slice::from_ref(export), &Setting::default()).lists());
        assert!(rows > 0, "{}", export.display());
    }
}

#[test]
fn a_no_in_a_rejected_row_holds_whose_address_stands_in_it() {
    let damaged = "Email,Name,Status\na@example.org,Al,subscribed\nb@example.org,Bo,unsubscribed,extra,more\n\
                   c@example.org,Cy,subscribed,extra,more\n";
    let yes = "Email,Status\nb@example.org,subscribed\nc@example.org,subscribed\n";
    let (_folder, paths) = folder_of(&[("damaged.csv", damaged), ("yes.csv", yes)]);
    let lists = Audited::of(&paths, &Setting { home: Some("US"), ..Setting::default() }).lists();
    let findings = lists.table("findings.csv").into_iter();
    let held: Vec<(String, String)> = findings
        .filter(|finding| finding["rule"] == "possible-refusal-unanswered")
        .map(|finding| (finding["file"].clone(), finding["row"].clone()))
        .collect();
    assert_eq!(held, [("damaged.csv".to_owned(), "3".to_owned())]);
    let people = lists.table("people.csv").into_iter();
    let actions: Vec<String> = people.map(|line| format!("{} {}", line["email"], line["action"])).collect();
    assert_eq!(actions, ["a@example.org keep", "b@example.org hold", "c@example.org keep"]);
}
