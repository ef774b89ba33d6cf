//! Several columns of addresses: whose is whose.

use super::read;
use crate::import::Recognition;
use crate::vocabulary::Field;

/// The headers of the columns of addresses, the surest first.
fn addresses(found: &Recognition) -> Vec<&str> {
    let mut columns: Vec<_> = found.columns.iter().filter(|column| column.field == Some(Field::Email)).collect();
    columns.sort_by(|one, other| other.confidence.total_cmp(&one.confidence));
    columns.into_iter().map(|column| column.header.as_str()).collect()
}

#[test]
fn an_address_beside_three_others_is_somebody_elses() {
    for (theirs, own) in [
        ("Berater E-Mail", "E-Mail"),
        ("shop_email", "kunde_email"),
        ("Sælger email", "Email"),
        ("Opiekun email", "Adres e-mail"),
        ("School email", "Teacher email"),
        ("Zentrale E-Mail", "Ansprechpartner E-Mail"),
        ("Courriel conseiller", "Courriel"),
    ] {
        let rows: String = (0..6).map(|at| format!("adviser{}@example.org;p{at}@example.org\n", at % 2)).collect();
        let found = read(&format!("{theirs};{own}\n{rows}"));
        assert_eq!(addresses(&found), [own], "{theirs}");
        assert!(found.columns[0].why.contains("stands beside 3"), "{}", found.columns[0].why);
        assert!(!found.columns[0].why.contains('@'));
    }
}

#[test]
fn an_address_that_few_share_comes_second() {
    let household = "E-Mail Familie;E-Mail\nf@example.org;a@example.org\nf@example.org;b@example.org\ng@example.org;c@example.org\n";
    assert_eq!(addresses(&read(household)), ["E-Mail", "E-Mail Familie"]);
}

#[test]
fn two_addresses_of_one_person_stay_as_they_are() {
    for text in [
        "E-Mail;E-Mail 2\na@example.org;a2@example.org\nb@example.org;b2@example.org\nc@example.org;\n",
        "E-Mail;E-Mail 2\na@example.org;\nb@example.org;\n",
        "E-Mail;E-Mail 2\na@example.org;a2@example.org\na@example.org;a2@example.org\n",
        "E-Mail;E-Mail 2\na@example.org;a@example.org\nb@example.org;b@example.org\n",
    ] {
        assert_eq!(addresses(&read(text)), ["E-Mail", "E-Mail 2"], "{text}");
    }
}
