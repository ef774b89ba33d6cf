//! Words that mean two things, and headers that promise what the cells do not hold.

use super::{column, fields, read};
use crate::import::DateOrder;
use crate::vocabulary::{Category, Field};

#[test]
fn words_of_two_meanings_are_decided_by_cells_and_neighbours() {
    for (text, expected) in [
        ("Email;Stato\na@example.org;iscritto\nb@example.org;disiscritto\n", "email status"),
        ("Email;Stato\na@example.org;Italia\nb@example.org;Francia\n", "email country"),
        ("Email;Stato\na@example.org;Lombardia\nb@example.org;Lazio\n", "email -"),
        ("Email;Estado\na@example.org;suscrito\n", "email status"),
        ("Email;Estado\na@example.org;Jalisco\n", "email -"),
        ("Email;State\na@example.org;Nevada\n", "email -"),
        ("Email;State\na@example.org;unsubscribed\n", "email status"),
        ("Vorname;Name;Email\nAda;Klein;a@example.org\n", "first_name last_name email"),
        ("Name;Email\nAda Klein;a@example.org\n", "full_name email"),
        ("Nom;Prénom;Courriel\nPetit;Ada;a@example.org\n", "last_name first_name email"),
        ("Nom;Courriel\nAda Petit;a@example.org\n", "full_name email"),
        ("Nome;Email\nAda Rossi;a@example.org\nBo Bianchi;b@example.org\n", "full_name email"),
        ("Land;E-Mail\nÖsterreich;a@example.org\n", "country email"),
        ("Telefon;E-post;Namn;E-postadress\nja;nej;Ada;a@example.org\n", "optin_phone optin_email full_name email"),
        ("Email;SMS\na@example.org;ja\nb@example.org;nej\n", "email optin_sms"),
        ("Email;SMS\na@example.org;+46 70 174 06 05\n", "email phone"),
        ("Email;Post\na@example.org;ja\n", "email optin_post"),
        ("Email;Phone no;Customer no.\na@example.org;070-174 06 05;12\n", "email phone customer_id"),
        ("id;Email\n1;a@example.org\n", "external_id email"),
        ("Email;Do not email;Do not mail\na@example.org;1;0\n", "email do_not_email do_not_post"),
        ("Email;Do not mail\na@example.org;1\n", "email do_not_email"),
        ("Nº teléfono;Email\n600 100 200;a@example.org\n", "phone email"),
        ("No telefono;Email\n+46 70 174 06 05;a@example.org\n", "phone email"),
        ("CC;Email\nSE;a@example.org\nNO;b@example.org\n", "country email"),
    ] {
        assert_eq!(fields(&read(text)), expected, "{text}");
    }
}

#[test]
fn a_header_that_is_contradicted_by_its_cells_is_doubted() {
    let found = read("Email;Telefon\nyellow;blue\ngreen;red\n");
    assert!(found.columns[0].confidence <= 0.3 && found.columns[0].why.contains("0 of 2"), "{}", found.columns[0].why);
    let found = read("Namn;Adress\nada@example.org;Storgatan 1\nbo@example.org;Storgatan 2\n");
    assert_eq!(found.columns[0].field, Some(Field::Email), "the only addresses of the table");
    let found = read("Email;Samtycke\na@example.org;blå\nb@example.org;röd\n");
    assert!(found.columns[1].confidence <= 0.3);
}

#[test]
fn no_reason_tells_what_a_cell_holds() {
    let found = read("Email;Namn;Kommentar\nzelda@example.org;Zelda;hemligt\n");
    for column in &found.columns {
        for secret in ["zelda", "Zelda", "hemligt"] {
            assert!(!column.why.contains(secret), "{}", column.why);
        }
    }
}

#[test]
fn dates_of_creation_are_never_dates_of_consent() {
    for header in [
        "Created",
        "Created At",
        "Date added",
        "Sign Up",
        "Signup date",
        "Registration date",
        "Registered",
        "Skapad",
        "Registrerad",
        "Registrierungsdatum",
        "Angelegt am",
        "Date de création",
        "Fecha de registro",
        "Data registrazione",
        "ADDED_TIME",
        "Subscriber created at",
        "Customer since",
        "Member since",
        "createdAt",
        "Kund sedan",
        "Contact creation date",
        "Date Created",
    ] {
        let found = read(&format!("Email;{header}\na@example.org;2024-03-14\n"));
        assert_eq!(found.columns[1].field, Some(Field::CreatedAt), "{header}");
    }
}

#[test]
fn states_of_other_things_are_no_subscription() {
    for header in [
        "Lead Status",
        "Order status",
        "Payment status",
        "Marital status",
        "Lifecycle Stage",
        "Deal status",
        "Orderstatus",
        "Stato ordine",
        "Kundenstatus",
        "Contact owner",
        "Created by",
        "Terms accepted",
        "AGB akzeptiert",
        "Email domain",
        "Emails opened",
        "Email valid",
        "email_verified",
        "Photo consent",
        "Parental consent",
        "Zustimmung zur Datenverarbeitung",
        "Consenso al trattamento dei dati personali",
        "Email count",
        "Total orders",
        "Privacy policy accepted",
        "Preferred contact method",
    ] {
        let found = read(&format!("Email;{header}\na@example.org;active\nb@example.org;yes\n"));
        assert_eq!(found.columns[1].field, None, "{header}");
    }
}

#[test]
fn an_owner_is_not_the_person() {
    let found =
        read("Säljare;Kontaktmejl;E-post\nboss@example.org;x;ada@example.org\nboss@example.org;y;bo@example.org\n");
    assert_eq!(column(&found, "E-post").field, Some(Field::Email));
    assert_eq!(column(&found, "Säljare").field, None);
}

#[test]
fn special_categories_are_found_by_header_and_by_cells() {
    for header in [
        "Allergies",
        "Diagnosi",
        "Religion",
        "Konfession",
        "Syndicat",
        "Fackförening",
        "Gewerkschaft",
        "Political opinion",
        "Etnia",
        "Sexual orientation",
        "Orientamento sessuale",
        "Biometric data",
        "Salud",
        "Hälsa",
        "Handicap",
        "Partito politico",
        "health_notes",
        "Trade union member",
        "DNA test",
    ] {
        let found = read(&format!("Email;{header}\na@example.org;something\nb@example.org;other\n"));
        assert_eq!((found.columns[1].field, found.columns[1].category), (None, Category::Special), "{header}");
        assert!(found.columns[1].why.contains("special category"), "{header}");
    }
    let found = read("Email;Gruppo X\na@example.org;diabetico\nb@example.org;celiachia\nc@example.org;\n");
    assert_eq!(found.columns[1].category, Category::Special);
    for harmless in [
        "Health score",
        "Health insurance",
        "Política de privacidad",
        "Race number",
        "Party size",
        "Condition",
        "Gender",
    ] {
        let found = read(&format!("Email;{harmless}\na@example.org;something\nb@example.org;other\n"));
        assert_ne!(found.columns[1].category, Category::Special, "{harmless}");
    }
}

#[test]
fn undecided_dates_follow_the_decided_ones_of_the_table() {
    let found = read("Email;Opt-in date;Created\na@example.org;03/04/2024;14/03/2024\n");
    assert_eq!(column(&found, "Opt-in date").dates, Some(DateOrder::DayFirst));
    let found = read("Email;Opt-in date;Created\na@example.org;03/04/2024;3/14/2024 5:00 PM\n");
    assert_eq!(column(&found, "Opt-in date").dates, Some(DateOrder::MonthFirst));
    let found = read("Email;Opt-in date\na@example.org;03/04/2024\n");
    assert_eq!(column(&found, "Opt-in date").dates, Some(DateOrder::Ambiguous));
}

#[test]
fn odd_tables_are_no_trouble() {
    for text in ["\"\"\n", "a\n", ";;\n;;\n", "Email;Email;Email\na@example.org;b@example.org;\n", "Email\n"] {
        let found = read(text);
        assert_eq!(found.columns.len(), text.lines().next().unwrap().matches(';').count() + 1);
    }
}
