//! Marks, signs that a title explains, and columns that tell who left.

use super::{column, read, read_with};
use crate::import::{ColumnMeaning, Corrections};
use crate::vocabulary::{ConsentStatus, Field};

/// What a column is asked about, if it means nothing yet.
fn asked(column: &ColumnMeaning) -> Option<Field> {
    column.perhaps.filter(|_| column.field.is_none())
}

fn of(header: &str, cells: &[&str]) -> Option<Field> {
    titled("", header, cells)
}

fn titled(title: &str, header: &str, cells: &[&str]) -> Option<Field> {
    let rows: String = (0..).zip(cells).map(|(at, cell)| format!("Ada {at};p{at}@example.org;{cell}\n")).collect();
    let found = read_with("list.csv", title, &format!("Name;E-Mail;{header}\n{rows}"), &Corrections::none());
    asked(column(&found, header))
}

#[test]
fn marks_under_a_header_that_nobody_knows_are_asked_about() {
    for (header, cells) in [
        ("Sommerbrev", ["+", "÷", "", "÷"]),
        ("Weinpost", ["✓", "○", "✓?", ""]),
        ("KM '23", ["+", "−", "o", "+"]),
        ("Blatt", ["x", "–", "x/–", ""]),
    ] {
        assert_eq!(of(header, &cells), Some(Field::OptinEmail), "{header}");
    }
    assert_eq!(of("Ikke send", &["X", "x", "", "(x)"]), Some(Field::DoNotEmail));
    for (header, cells) in
        [("Stimme", ["S", "A", "T", "B"]), ("Zimmer", ["1", "2", "3", "4"]), ("Auto", ["Golf", "Polo", "", ""])]
    {
        assert_eq!(of(header, &cells), None, "{header}");
    }
}

#[test]
fn signs_that_the_line_above_explains_are_asked_about() {
    for (title, cells) in [
        ("Spring flyer: S = send  L = leave be  A = ask", ["S", "L", "", "A"]),
        ("Månadsbladet: m = på mejl, p = bara papper, 0 = inget alls", ["m", "p", "0", "m"]),
        ("Kesäkirje: K tai E, ? = soita", ["K", "E", "?", "K"]),
    ] {
        assert_eq!(titled(title, "Fl.", &cells), Some(Field::Status), "{title}");
        assert_eq!(titled("", "Fl.", &cells), None, "{title}");
    }
}

#[test]
fn a_column_that_tells_who_left_is_asked_about() {
    for header in ["Austr.", "Austritt", "Dimiss.", "Utträdd", "Udm. pr.", "Saída", "Opgezegd per", "Eronnut"] {
        assert_eq!(of(header, &["2024-06-30", "", "31.12.2023", ""]), Some(Field::DoNotEmail), "{header}");
        assert_eq!(of(header, &["ruht seit 4/25", "", "gek. z. 30.6.24", ""]), Some(Field::DoNotEmail), "{header}");
    }
    let guests = "Gast;E-Mail;Anreise;Salida\nAda;ada@example.org;2024-06-01;2024-06-08\nBo;bo@example.org;2024-07-01;2024-07-03\n";
    assert_eq!(asked(column(&read(guests), "Salida")), None, "who arrived goes away again");
}

#[test]
fn crosses_under_the_word_for_mail_are_no_addresses() {
    let found = read(
        "Navn;Adresse e-post;Post;E-post\nAda;ada@example.org;–;X\nBo;bo@example.org;X;–\nEva;eva@example.org;X;X\n",
    );
    assert_eq!(asked(column(&found, "E-post")), Some(Field::OptinEmail));
    assert_eq!(column(&found, "Adresse e-post").field, Some(Field::Email));
}

#[test]
fn a_column_of_remarks_knows_whether_one_speaks_of_messages() {
    let told = |second: &str| {
        let found =
            read(&format!("Name;E-Mail;Bemerkung\nAda;ada@example.org;mag Riesling\nBo;bo@example.org;{second}\n"));
        column(&found, "Bemerkung").tells_of_messages
    };
    assert!(told("Rundmail ja bitte"));
    assert!(!told("nie vor 16 Uhr"));
}

#[test]
fn a_word_cut_short_beside_a_newsletter_refuses_or_makes_a_yes_wait() {
    let rows = "Name;E-Mail;HEADER\nAda;ada@example.org;x\nBo;bo@example.org;\nCy;cy@example.org;ja\n";
    for header in ["Abm. Newsletter", "afgem. nieuwsbrief", "NL abbest.", "canc. newsletter", "cxl newsletter"] {
        let found = read(&rows.replace("HEADER", header));
        assert_eq!(column(&found, header).field, Some(Field::DoNotEmail), "{header}");
    }
    let found = read(&rows.replace("HEADER", "Qz. Newsletter"));
    let column = column(&found, "Qz. Newsletter");
    assert!(column.is_unsure() && column.field == Some(Field::OptinEmail));
    let unknown = |word: &str| {
        let mut values = column.values.iter().filter(|value| value.status == ConsentStatus::Unknown);
        values.any(|value| value.value == word)
    };
    assert!(unknown("x") && unknown("ja"), "{:?}", column.values);
}
