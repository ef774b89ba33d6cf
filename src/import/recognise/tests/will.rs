//! What people answered to a question in its owner's own words.

use super::read;
use crate::import::ColumnMeaning;
use crate::vocabulary::Field;

fn column(header: &str, cells: &[&str]) -> ColumnMeaning {
    let rows: Vec<String> =
        (1..).zip(cells).map(|(number, cell)| format!("P{number};p{number}@example.org;{cell}")).collect();
    let mut found = read(&format!("Name;E-Mail;{header}\n{}\n", rows.join("\n")));
    found.columns.remove(2)
}

#[test]
fn a_polite_answer_does_not_keep_a_question_from_being_asked() {
    for (header, cells) in [
        ("Keep in touch?", ["yes please", "no thanks", "rather not", "if you must"]),
        ("Dürfen wir uns melden?", ["ja", "nein", "eher nein", "ja gern"]),
        ("On la recontacte ?", ["oui", "non merci", "plutôt pas", "oui volontiers"]),
        ("La possiamo avvisare?", ["sì", "no", "per carità no", "sì grazie"]),
        ("¿Le aviso?", ["sí", "no", "mejor no", "sí"]),
        ("Mag ik iets sturen?", ["ja", "nee", "doe maar niet", "ja graag"]),
        ("Posso avisar?", ["sim", "não", "nem pensar", "sim"]),
        ("Hör vi av oss?", ["ja", "nej", "helst inte", "ja tack"]),
        ("Må vi skrive?", ["ja", "nej", "helst ikke", "gerne"]),
        ("Greit å sende e-post?", ["ja", "nei", "helst ikke", "ja"]),
        ("Saako lähettää postia?", ["kyllä", "ei", "mieluummin ei", "joo"]),
        ("Czy możemy się odezwać?", ["tak", "nie", "niekoniecznie", "tak"]),
        ("OK NL", ["✓", "✗", "✓", "✓"]),
        ("Mailing", ["✓", "✗", "✘", "✔"]),
    ] {
        let column = column(header, &cells);
        let asked = column.perhaps.is_some() || column.field == Some(Field::OptinEmail) && column.is_unsure();
        assert!(asked, "{header}: {:?} {:?} {}", column.field, column.perhaps, column.why);
    }
}

#[test]
fn names_remarks_and_flags_are_no_answers() {
    for (header, cells) in [
        ("Bemerkung", ["Nein zu Nüssen", "Stammkunde", "zahlt bar", "Tisch am Fenster"]),
        ("Kind", ["Noah", "Nora", "Tarek", "Janne"]),
        ("Referenz", ["No 12", "No 15", "No 16", "No 17"]),
        ("VIP", ["yes", "no", "yes", "no"]),
    ] {
        let column = column(header, &cells);
        assert_eq!((column.field.filter(|field| *field != Field::Notes), column.perhaps), (None, None), "{header}");
    }
}

#[test]
fn few_words_of_which_some_are_a_state_are_asked_about() {
    let column = column("Stand", &["aktiv", "raus", "ruht", "aktiv"]);
    assert_eq!(column.perhaps, Some(Field::Status), "{}", column.why);
}

#[test]
fn notices_in_italian_are_no_rejections_in_norwegian() {
    for header in ["avvisi mail", "avviso via e-mail", "La possiamo avvisare?"] {
        assert_ne!(column(header, &["sì", "no", "sì"]).field, Some(Field::DoNotEmail), "{header}");
    }
    assert_eq!(column("Avvist nyhetsbrev", &["ja", "nei", "ja"]).field, Some(Field::DoNotEmail));
}

#[test]
fn letters_that_nobody_wants_are_no_mails() {
    for header in ["no enviar cartas", "niente lettere", "geen brieven"] {
        let column = column(header, &["x", "", "x"]);
        assert_ne!(column.field, Some(Field::DoNotEmail), "{header}: {}", column.why);
    }
}

#[test]
fn nobody_is_asked_whether_a_deposit_or_a_picture_is_a_consent() {
    for header in [
        "Deposit paid",
        "Cotisation réglée",
        "Caparra versata",
        "Handpenning betald",
        "Zaliczka wpłacona",
        "Foto ok",
        "Rechnung per Mail",
        "Invoice by e-mail",
        "Fattura via mail",
        "Intolleranze",
        "Replied",
        "Varausmaksu maksettu",
    ] {
        let column = column(header, &["ja", "nein", "ja", "nein"]);
        assert_eq!((column.field, column.perhaps), (None, None), "{header}: {}", column.why);
    }
    for header in ["Newsletter zur Rechnung", "Werbung mit Foto", "Bezahltes Newsletter-Abo"] {
        let column = column(header, &["ja", "nein", "ja", "nein"]);
        assert!(column.field.is_some() || column.perhaps.is_some(), "{header}: {}", column.why);
    }
}

#[test]
fn the_day_on_which_somebody_left_is_told_by_verbs_too() {
    for header in [
        "signed off on",
        "meldete sich ab",
        "s'est retiré le",
        "si è tolto il",
        "se borró el",
        "stapte uit",
        "saiu em",
        "gick ur",
        "meldte fra",
        "meldt seg av",
        "erosi",
        "wypisał się",
    ] {
        let column = column(header, &["2026-01-02", "", "2026-03-04", ""]);
        assert_eq!(column.field, Some(Field::UnsubscribedAt), "{header}: {}", column.why);
    }
}

#[test]
fn the_colours_of_a_traffic_light_may_be_a_state_and_other_colours_are_none() {
    let asked = |cells: &[&str]| column("Farbe", cells).perhaps;
    assert_eq!(asked(&["rot", "grün", "gelb", "grün"]), Some(Field::Status));
    assert_eq!(asked(&["Röd", "grön", "grön"]), Some(Field::Status));
    assert_eq!(asked(&["rot", "blau", "grün"]), None);
    assert_eq!(asked(&["rot", "rot", "gelb"]), None);
}
