//! Several tables in one text, one below the other.

use bonafide::import::Limits;

use super::opened::{opened, outcome, read, try_open};

/// What phpList writes of one subscriber, with tabs.
const SUBSCRIBER: &str = "\tGeneral Subscriber Info\n\
Email\tConfirmed\tBlacklisted\tOpted in\tBounce count\tEntered\tModified\tHtml email\n\
ada@example.org\t1\t0\t1\t0\t2024-03-14 09:12:31\t2024-04-01 08:00:00\t1\n\
\n\
\tUser History Info\n\
ip address\tSummary\tDate\tDetails\tSystem Information\n\
192.0.2.7\tSubscription\t2024-03-14 09:12:31\tform 1\tFirefox\n\
192.0.2.8\tConfirmation\t2024-03-14 09:20:00\tby link\tFirefox\n\
\n\
\tCampaign Info\n\
Message ID\tEntered\tViewed\tResponse time\n\
12\t2024-04-02 10:00:00\t2024-04-02 10:05:00\t300\n";

#[test]
fn each_of_the_tables_is_one_of_its_own_with_its_title() {
    let opened = opened(SUBSCRIBER);
    let tables: Vec<(&str, u32, usize)> =
        opened.source.tables.iter().map(|table| (table.sheet.as_str(), table.header_row, table.header.len())).collect();
    assert_eq!(tables, [("General Subscriber Info", 2, 8), ("User History Info", 6, 5), ("Campaign Info", 11, 4)]);
    let rows: Vec<Vec<u32>> =
        (0..3).map(|table| read(&opened.source, table).rows.iter().map(|row| row.0).collect()).collect();
    assert_eq!(rows, [vec![3], vec![7, 8], vec![12]]);
    assert_eq!(read(&opened.source, 1).rows[1].1[..2], ["192.0.2.8", "Confirmation"]);
    assert!((0..3).all(|table| read(&opened.source, table).count.rejected == 0));
    assert_eq!(opened.source.tables[2].sample[0][3], "300");
}

#[test]
fn a_stack_is_one_without_blank_lines_with_crlf_with_a_mark_and_in_utf_16() {
    let dense = SUBSCRIBER.replace("\n\n", "\n");
    let marked = format!("\u{FEFF}{}", SUBSCRIBER.replace('\n', "\r\n"));
    let wide: Vec<u8> = SUBSCRIBER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for content in [dense.into_bytes(), marked.into_bytes(), wide] {
        let opened = opened(content);
        let names: Vec<&str> = opened.source.tables.iter().map(|table| table.sheet.as_str()).collect();
        assert_eq!(names, ["General Subscriber Info", "User History Info", "Campaign Info"]);
        let last = read(&opened.source, 2);
        assert_eq!((last.count.accepted, last.rows[0].1[0].as_str()), (1, "12"));
    }
}

#[test]
fn the_same_header_may_come_again_under_another_title() {
    let text = "Subscribed\nEmail,Name,Since\na@example.org,Ada,2024-01-01\n\nUnsubscribed\nEmail,Name,Since\nb@example.org,Bo,2024-01-02\n\nUnsubscribed\nEmail,Name,Since\nc@example.org,Cy,2024-01-02\n";
    let opened = opened(text);
    let names: Vec<&str> = opened.source.tables.iter().map(|table| table.sheet.as_str()).collect();
    assert_eq!(names, ["Subscribed", "Unsubscribed", "Unsubscribed (2)"]);
    assert_eq!(read(&opened.source, 1).rows, [(7, vec!["b@example.org".into(), "Bo".into(), "2024-01-02".into()])]);
}

#[test]
fn a_long_first_table_without_a_title_ends_where_the_next_begins() {
    let mut text = String::from("Email,Name,Since\n");
    for row in 0..1000 {
        text += &format!("p{row}@example.org,Ada,2024-01-01\n");
    }
    text += "\nHistory\nIP,Event,Date,Page\n192.0.2.7,joined,2024-01-01,form\n";
    let opened = opened(text);
    assert_eq!(opened.source.tables.len(), 2);
    assert_eq!(read(&opened.source, 0).count.accepted, 1000);
    assert_eq!(read(&opened.source, 1).rows[0].0, 1005);
}

#[test]
fn the_last_table_of_a_stack_may_be_longer_than_what_is_looked_through() {
    let mut text = String::from("Summary\nCount,Date,By\n40000,2024-01-01,Ada\n\nMembers\nEmail,Name,Since,City\n");
    for row in 0..40_000 {
        text += &format!("p{row}@example.org,Ada,2024-01-01,Rome\n");
    }
    let opened = try_open("l.csv", text.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(opened.source.tables[1].sheet, "Members");
    let outcome = read(&opened.source, 1);
    assert_eq!((outcome.count.accepted, outcome.rows[39_999].0), (40_000, 40_006));
}

#[test]
fn titles_footers_and_short_rows_stack_nothing() {
    for text in [
        "Newsletter report\n\nEmail,Name,Since\na@example.org,Ada,2024-01-01\nb@example.org,Bo,2024-01-01\n",
        "Email,Name,Since\na@example.org,Ada,2024-01-01\n\nTotal\nb@example.org,Bo,2024-01-02\n",
        "Email,Name,Since\na@example.org,Ada,2024-01-01\n\nFilters\nCity,Rome\n",
        "Email,Name,Since\na@example.org,Ada,2024-01-01\n\nConfidential\nDo not distribute\n",
        "Email,Name,Since\na@example.org,Ada,2024-01-01\n\nc@example.org\nb@example.org,Bo,2024-01-02\n",
        "Email,Name,City\na@example.org,Ada,Rome\n\nBo\nb@example.org,Bo,Lund\n",
    ] {
        assert_eq!(opened(text).source.tables.len(), 1, "{text}");
        let outcome = outcome(text);
        assert_eq!(outcome.count.rows, outcome.count.accepted + outcome.count.rejected);
    }
}

/// The names of all tables of a text, with the rows that each has.
fn tables(text: &str) -> Vec<(String, Vec<u32>)> {
    let opened = opened(text);
    let rows = |table: usize| read(&opened.source, table).rows.iter().map(|row| row.0).collect();
    (0..opened.source.tables.len()).map(|at| (opened.source.tables[at].sheet.clone(), rows(at))).collect()
}

#[test]
fn a_title_above_the_table_that_refuses_is_its_name() {
    for (title, name) in [
        ("Unsubscribed members as of 2024-05-01,,\n", "Unsubscribed members as of 2024-05-01"),
        ("Abgemeldete Kontakte,,\n\n", "Abgemeldete Kontakte"),
        ("Segment:,Désabonnés,\nExport:,2024-03-01,\n", "Segment: Désabonnés"),
        ("Customers of May,,\n", ""),
        ("Filter: unsubscribed = no,,\n", "Filter: unsubscribed = no"),
    ] {
        let text =
            format!("{title}Email,Name,Consent date\na@example.org,Ada,2024-01-01\nb@example.org,Bo,2024-01-02\n");
        assert_eq!(opened(text).source.tables[0].sheet, name, "{title}");
    }
}

#[test]
fn a_title_right_above_a_header_that_comes_again_begins_a_table() {
    let header = "Email,Name,Consent date\n";
    let text = format!(
        "{header}a@example.org,Ada,2024-01-01\nb@example.org,Bo,2024-01-01\nUnsubscribed\n{header}c@example.org,Cy,2024-01-01\n"
    );
    assert_eq!(tables(&text), [(String::new(), vec![2, 3]), ("Unsubscribed".to_owned(), vec![6])]);
}

#[test]
fn rows_below_a_line_that_refuses_are_a_table_of_their_own_under_the_same_header() {
    let names = |text: &str| tables(text);
    let text = "Email;Name;Consent date\na@example.org;Ada;2024-01-01\n\nUnsubscribed;;\nc@example.org;Cy;2024-01-01\n\n\
                Subscribed;;\nd@example.org;Di;2024-01-01\n";
    let expected = [(String::new(), vec![2]), ("Unsubscribed".to_owned(), vec![5]), ("Subscribed".to_owned(), vec![8])];
    assert_eq!(names(text), expected);
    let dense = text.replace("\n\n", "\n");
    assert_eq!(
        names(&dense).iter().map(|(name, rows)| (name.as_str(), rows.len())).collect::<Vec<_>>(),
        [("", 1), ("Unsubscribed", 1), ("Subscribed", 1)]
    );
    let opened = opened(text);
    assert_eq!(opened.source.tables[1].header, ["Email", "Name", "Consent date"]);
    // A line alone that says nothing of the kind divides nothing.
    assert_eq!(tables(&text.replace("Unsubscribed", "Stockholm")).len(), 1);
}

#[test]
fn rows_below_a_line_that_refuses_are_rejected_where_it_stands_too_far_down_to_begin_a_table() {
    let mut text = String::from("Email;Name;Consent date\n");
    for row in 0..120_000 {
        text += &format!("p{row}@example.org;Ada;2024-01-01\n");
    }
    text += "Unsubscribed;;\nc@example.org;Cy;2024-01-01\n";
    let outcome = outcome(text);
    assert_eq!(outcome.rejected.iter().map(|row| row.0).collect::<Vec<_>>(), [120_002, 120_003]);
}

#[test]
fn lists_side_by_side_are_a_table_each() {
    let text = "Subscribed,,,Unsubscribed,\nEmail,Name,,Email,Name\na@example.org,Ada,,b@example.org,Bo\n\
                c@example.org,Cy,,d@example.org,Di\ne@example.org,Eve,,,\n";
    let opened = opened(text);
    let names: Vec<&str> = opened.source.tables.iter().map(|table| table.sheet.as_str()).collect();
    assert_eq!(names, ["Subscribed", "Unsubscribed"]);
    assert!(opened.source.tables.iter().all(|table| table.header == ["Email", "Name"]));
    let (left, right) = (read(&opened.source, 0), read(&opened.source, 1));
    assert_eq!(left.rows.iter().map(|row| row.0).collect::<Vec<_>>(), [3, 4, 5]);
    assert_eq!(right.rows[1], (4, vec!["d@example.org".to_owned(), "Di".to_owned()]));
    assert_eq!((right.count.rows, right.count.rejected), (2, 0));
}

#[test]
fn rows_below_another_header_are_a_table_of_their_own_in_any_language() {
    let people = |domain: &str| (0..4).map(|row| format!("p{row}@{domain},P{row},yes\n")).collect::<String>();
    for (first, second) in [
        ("Email,Name,Newsletter", "Email,Name,Unsubscribed"),
        ("Email,Newsletter,SMS", "Email,SMS,Newsletter"),
        ("E-Mail,Name,Angemeldet am", "E-Mail,Name,Abgemeldet am"),
        ("E-mail,Nom,Newsletter", "E-mail,Nom,Désabonné"),
        ("E-post,Namn,Nyhetsbrev", "E-post,Namn,Avregistrerad"),
        ("Sähköposti,Nimi,Uutiskirje", "Sähköposti,Nimi,Peruttu"),
        ("E-mail,Imię,Newsletter", "E-mail,Imię,Wypisano"),
    ] {
        for between in ["", "\n", "Second list\n", "\nSecond list\n"] {
            let text = format!("{first}\n{}{between}{second}\n{}", people("example.org"), people("example.com"));
            let opened = opened(&text);
            let headers: Vec<String> = opened.source.tables.iter().map(|table| table.header.join(",")).collect();
            assert_eq!(headers, [first, second], "{text}");
            for table in 0..2 {
                let read = read(&opened.source, table);
                assert_eq!((read.count.accepted, read.count.rejected), (4, 0), "{text}");
            }
        }
    }
}

#[test]
fn two_headers_over_few_rows_are_two_tables() {
    let text = "Email,Newsletter\na@example.org,yes\nEmail,Unsubscribed\nb@example.org,yes\n";
    assert_eq!(tables(text), [(String::new(), vec![2]), ("from row 3".to_owned(), vec![4])]);
}

#[test]
fn the_same_header_in_other_letters_is_rejected_and_begins_nothing() {
    for second in ["Email,Name,Newsletter", "Email,Name,newsletter", "E-Mail,Name,Newsletter"] {
        let text = format!("Email,Name,Newsletter\na@example.org,A,yes\n{second}\nb@example.org,B,yes\n");
        let outcome = outcome(text);
        assert_eq!(
            (outcome.count.accepted, outcome.rejected[0].1.as_str()),
            (2, "repeats the header, not a row of data")
        );
    }
}

#[test]
fn another_header_too_far_down_to_begin_a_table_rejects_all_below_it() {
    let mut text = String::from("Email,Name,Newsletter\n");
    for row in 0..12_000 {
        text += &format!("p{row}@example.org,P{row},yes\n");
    }
    text += "Email,Name,Unsubscribed\nb@example.org,B,yes\nc@example.org,C,yes\nEmail,Name,Newsletter\nd@example.org,D,no\n";
    let outcome = outcome(text);
    assert_eq!((outcome.count.accepted, outcome.count.rejected), (12_001, 4));
    assert!(outcome.rejected[1].1.starts_with("stands below row 12002, which names other columns"));
}

#[test]
fn a_line_of_one_cell_that_refuses_needs_no_other_signs_where_the_rows_around_it_are_whole() {
    for line in ["Abgemeldet", "--- bitte nicht mehr anschreiben ---", "Unsubscribed", "Désinscrits"] {
        let text = format!("Name,E-Mail,Datum\nA,a@example.org,2024-01-01\n{line}\nB,b@example.org,2024-02-01\n");
        assert_eq!(tables(&text)[1], (line.to_owned(), vec![4]), "{line}");
    }
}
