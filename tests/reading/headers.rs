//! What names the columns, and what stands above and below the table.

use bonafide::import::Count;

use super::opened::{cells, opened, outcome, read, reasons};

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
fn a_header_that_names_too_few_columns_rejects_nothing() {
    let opened = opened("Email,Name\na@example.org,Ada,Lund\nb@example.org,Bo,Rome\n");
    assert_eq!(opened.source.tables[0].header, ["Email", "Name", ""]);
    assert_eq!(read(&opened.source, 0).count.accepted, 2);
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
    assert_eq!(outcome.count, Count { rows: 23, accepted: 20, rejected: 3, repaired: 0 });
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

fn header(text: &str) -> (u32, String) {
    let opened = opened(text);
    let table = &opened.source.tables[0];
    (table.header_row, table.header.join("|"))
}

#[test]
fn a_row_of_groups_above_the_names_becomes_part_of_them() {
    let rows = "Ada,a@example.org,+46 70 174 06 05,yes,2024-01-01\nBo,b@example.org,+46 70 174 06 06,no,2024-01-02\n";
    let text = format!("Person,,,Consent,\nName,Email,Phone,Newsletter,Date\n{rows}");
    let expected = "Person: Name|Person: Email|Person: Phone|Consent: Newsletter|Consent: Date";
    assert_eq!(header(&text), (2, expected.to_owned()));
    let outcome = outcome(&text);
    assert_eq!((outcome.count.rows, outcome.count.accepted, outcome.rows[0].0), (2, 2, 3));
    let again = format!("Person,Person,Person,Consent,Consent\nName,Email,Phone,Newsletter,Date\n{rows}");
    assert_eq!(header(&again), (2, expected.to_owned()));
    let below_a_title = format!("Members of the club\n\nPerson,,,Consent,\nName,Email,Phone,Newsletter,Date\n{rows}");
    assert_eq!(header(&below_a_title), (4, expected.to_owned()));
}

#[test]
fn a_name_over_both_rows_of_the_header_keeps_its_name() {
    let rows = "1,Ada,a@example.org,yes,2024-01-01\n2,Bo,b@example.org,no,2024-01-02\n";
    let text = format!("Id,Person,,Consent,\n,Name,Email,Newsletter,Date\n{rows}");
    assert_eq!(header(&text), (2, "Id|Person: Name|Person: Email|Consent: Newsletter|Consent: Date".to_owned()));
    assert_eq!(outcome(text).count.accepted, 2);
}

#[test]
fn one_header_under_other_lines_stays_as_it_is() {
    let rows = "Ada,a@example.org,Rome,2024-01-01\nBo,b@example.org,Lund,2024-01-02\n";
    for (above, row) in [
        ("", 1),
        ("Members of the club,,,\n", 2),
        ("Exported by,Ada,,\nExported on,2024-03-01,,\n\n", 4),
        ("From:,,Ada,\n", 2),
        ("Report,,,\nFrom,Ada,,\n", 3),
    ] {
        let text = format!("{above}Name,Email,City,Since\n{rows}");
        assert_eq!(header(&text), (row, "Name|Email|City|Since".to_owned()), "{above}");
        assert_eq!(outcome(&text).count.accepted, 2, "{above}");
    }
}

#[test]
fn a_table_of_words_with_one_header_does_not_lose_its_first_row() {
    let text = "Reason,City,City\nmoved,Rome,Lund\nmoved,Lund,Rome\nleft,Rome,Rome\n";
    assert_eq!(header(text).0, 1);
    assert_eq!(outcome(text).count.accepted, 3);
}

#[test]
fn totals_notes_and_signatures_below_the_table_are_no_people() {
    let mut text = String::from("Id,Email,City,Since\n");
    for row in 0..20 {
        text += &format!("{row},p{row}@example.org,Rome,2024-01-01\n");
    }
    for footer in [
        "Total,20,,\n",
        "\nTotal: 20\n",
        "\nNotes:,,,\nOnly members who did not leave,,,\n",
        "\nNote: without people who left\nGenerated by Ada\n",
        "Gesamt;;;\n",
        "\nFilters: City equals Rome\n",
        "\nSignature:,,,\n",
        "\n\"Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved.\"\nEnd of report\n",
        "Exported on 2024-03-01 by the club\n",
        "Summa,,,20\n",
    ] {
        let outcome = outcome(format!("{text}{footer}"));
        assert_eq!(outcome.count.accepted, 20, "{footer}");
        let reasons = ["looks like a footer, not a row of the table", "a total, not a person"];
        assert!(outcome.rejected.iter().all(|row| reasons.contains(&row.1.as_str())), "{footer}");
        assert!(outcome.count.repaired == 0, "{footer}");
    }
}

#[test]
fn sums_and_greetings_in_the_column_of_names_are_no_people() {
    let rows = "Name;E-Mail;Newsletter;Betrag\nA;a@example.org;ja;12\nB;b@example.org;nein;3\n";
    let foot = "Summe;;2;16\n\nMit freundlichen Grüßen\nHans Müller, Kassenwart, kasse@example.org\n\
                Rückfragen an vorstand@example.org\n";
    let found = outcome(format!("{rows}{foot}"));
    assert_eq!((found.count.accepted, found.count.rejected), (2, 4), "{:?}", found.rejected);
    // Somebody without an address is no foot.
    for person in ["Cy Ek;;ja;7\n", "Summer Ek;;;\n;c@example.org\n", "c@example.org\n"] {
        let found = outcome(format!("{rows}{person}{rows}"));
        assert!(
            found.rejected.iter().all(|row| row.1.starts_with("repeats the header")),
            "{person}: {:?}",
            found.rejected
        );
    }
}

#[test]
fn a_total_is_no_person_wherever_it_stands() {
    let text = "E-Mail;Name;Newsletter\na@example.org;A;ja\nSumme;32;\n;Cy Ek;nein\nTotal;Ek;nein\n";
    let found = outcome(text);
    assert_eq!(found.rejected, [(3, "a total, not a person".to_owned(), "Summe;32;".to_owned())]);
    assert_eq!(found.count.accepted, 3, "a name alone, and whatever says no, stay");
}

#[test]
fn a_second_header_of_codes_or_questions_costs_no_row_below_it() {
    let text = "RecipientEmail,Q1,Q2\nEmail,Name,Newsletter\na@example.org,Ada,yes\nb@example.org,Bo,no\n";
    let found = outcome(text);
    assert_eq!((found.count.accepted, found.count.rejected), (2, 1), "{:?}", found.rejected);
}

#[test]
fn a_line_that_was_commented_out_is_no_person() {
    let found =
        outcome("Email,Name,Newsletter\na@example.org,Ada,yes\n#b@example.org,Bob,yes\n# c@example.org,Cy,yes\n");
    assert_eq!((found.count.accepted, found.count.rejected), (1, 2));
    assert!(found.rejected[0].1.contains("“#”"));
}

#[test]
fn a_sentence_about_somebodys_address_names_no_column() {
    let found = outcome("c@example.org wants no more mail\nd@example.org wrote: please remove me\n");
    assert_eq!(found.count.rows, 2, "the first is no header");
    assert_eq!(header("Your address (as in ann@example.org)\nann@example.org\n").0, 1);
}

#[test]
fn lines_above_that_are_as_wide_as_the_table_name_no_columns() {
    let text = "Report:,Newsletter\nFrom:,2024-03-01\nTo:,2024-03-31\nEmail,Status\na@example.org,Subscribed\n\
                b@example.org,Unsubscribed\n";
    let opened = opened(text);
    assert_eq!(opened.source.tables[0].header, ["Email", "Status"]);
    assert_eq!(read(&opened.source, 0).count.accepted, 2);
}

#[test]
fn pasted_recipients_have_no_header_and_every_one_of_them_is_a_row() {
    let list = "Ann Ek <a@example.org>,\nBo Ek <b@example.org>,\nCy Ek <c@example.org>,\n";
    for text in [list.to_owned(), list.replace(',', ";")] {
        let opened = opened(&text);
        assert_eq!(opened.source.tables[0].header_row, 0, "{text}");
        let outcome = read(&opened.source, 0);
        assert_eq!((outcome.count.accepted, outcome.count.rejected), (3, 0), "{text}");
        assert_eq!(outcome.rows[0].1[0], "Ann Ek <a@example.org>");
    }
}
