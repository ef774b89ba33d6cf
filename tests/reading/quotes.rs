//! Quotes that do not stand where quotes stand.

use bonafide::import::{Count, Limits, Repair};

use super::opened::{opened, outcome, read, reasons, try_open};

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
    assert_eq!(outcome.count, Count { rows: 19_998, accepted: 19_998, rejected: 0, repaired: 1 });
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
    assert_eq!(read(&opened.source, 0).count, Count { rows: 39_998, accepted: 39_998, rejected: 0, repaired: 1 });
}

/// A table of three columns around one line.
fn around(line: &str) -> String {
    let rows: String = (0..12).map(|row| format!("p{row}@example.org,\"Ada, {row}\",Rome\n")).collect();
    format!("Email,Name,City\n{line}\n{rows}")
}

#[test]
fn every_mended_quote_is_noted() {
    for (line, name, repair) in [
        ("a@example.org,\"Ada \\\"A\\\", L\",Rome", "Ada \"A\", L", Repair::BackslashQuote),
        ("a@example.org,\"Ada \"A\" L\",Rome", "Ada \"A\" L", Repair::StrayQuote),
        ("a@example.org,\"Ada,Rome", "\"Ada", Repair::StrayQuote),
        ("a@example.org;\"Ada; L\";Rome", "Ada; L", Repair::OtherDelimiter),
    ] {
        let outcome = outcome(around(line));
        assert_eq!(
            outcome.rows[0],
            (2, vec!["a@example.org".to_owned(), name.to_owned(), "Rome".to_owned()]),
            "{line}"
        );
        assert_eq!(outcome.repaired, [(2, repair)], "{line}");
        assert_eq!(outcome.count.accepted, 13, "{line}");
    }
}

#[test]
fn a_cell_of_several_lines_is_whole_though_delimiters_follow_its_row() {
    let outcome = outcome(around("a@example.org,Ada,\"Via Roma 1\nRome\",,"));
    assert_eq!(outcome.rows[0].1, ["a@example.org", "Ada", "Via Roma 1\nRome"]);
    assert_eq!(outcome.repaired, [(2, Repair::SurplusCells)]);
    assert_eq!(outcome.count.rows, 13);
}

#[test]
fn a_table_whose_lines_are_each_one_cell_in_quotes_is_read_from_inside() {
    let text =
        "\"Email;\"\"Name\"\";Newsletter\"\n\"a@example.org;\"\"Ann; jr\"\";yes\"\n\"b@example.org;\"\"Bo\"\";no\"\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n"), text.replace(';', ",")] {
        let opened = opened(&text);
        assert_eq!(opened.source.tables[0].header, ["Email", "Name", "Newsletter"]);
        let outcome = read(&opened.source, 0);
        let name = if text.contains(';') { "Ann; jr" } else { "Ann, jr" };
        assert_eq!(outcome.rows[0], (2, ["a@example.org", name, "yes"].map(str::to_owned).to_vec()));
        assert_eq!((outcome.rows[1].1[2].as_str(), outcome.count.rejected), ("no", 0));
    }
    let list = "\"email\"\n\"a@example.org\"\n\"b@example.org\"\n";
    assert_eq!(opened(list).source.tables[0].header, ["email"], "quotes around one column are only quotes");
}

#[test]
fn a_row_that_a_stray_quote_took_in_is_rejected_with_the_row_that_took_it() {
    let mut text = String::from("Email,Name,City,State\n");
    for row in 0..10 {
        text += &format!("p{row}@example.org,Ada,Rome,subscribed\n");
    }
    text += "p10@example.org,Ada,\"Ro\nnn,Rome,subscribed\np11@example.org,Ann,\"New\nYork\",subscribed\n";
    let outcome = outcome(text);
    let with_a_second_address =
        |row: &&(u32, Vec<String>)| row.1.iter().any(|cell| cell.contains('\n') && cell.contains("@example.org"));
    assert_eq!(outcome.rows.iter().find(with_a_second_address), None);
}
