//! Names that stand below the name of a group, and columns of remarks.

use super::read;
use crate::vocabulary::Field;

#[test]
fn a_name_that_says_of_itself_what_it_is_means_it_below_any_group() {
    for (header, field) in [
        ("Kunde: Name", Field::FullName),
        ("Cliente: Nombre", Field::FirstName),
        ("Kunde: Navn", Field::FullName),
        ("Post: Bemerkung", Field::Notes),
        ("Autoriza: Notas", Field::Notes),
        ("Werbung: Ort", Field::City),
    ] {
        let text = format!("email;{header}\nada@example.org;Ada Linde\nbob@example.org;Bob Berg\n");
        let column = read(&text).columns.remove(1);
        let fits = column.field == Some(field) || field == Field::FirstName && column.field == Some(Field::FullName);
        assert!(fits, "{header}: {:?} {}", column.field, column.why);
    }
}

#[test]
fn a_channel_below_a_group_stays_of_the_group() {
    for header in ["Werbung: Post", "Kontakt erlaubt: Mail", "Autoriza: SMS"] {
        let text = format!("email;{header}\nada@example.org;ja\nbob@example.org;nein\n");
        let column = read(&text).columns.remove(1);
        assert!(!matches!(column.field, Some(Field::Notes | Field::Address | Field::Email | Field::Phone)), "{header}");
    }
}

#[test]
fn a_column_for_whatever_else_there_is_to_say_holds_remarks() {
    for header in [
        "Obs.",
        "Rq",
        "Hinweis",
        "Opm.",
        "Anm.",
        "Bemærk",
        "Annet",
        "Bijzonderheden",
        "Huom.",
        "Muuta",
        "Inne",
        "varie",
    ] {
        let text = format!("email;{header}\nada@example.org;trinkt Tee\nbob@example.org;wohnt jetzt in Bergen\n");
        let column = read(&text).columns.remove(1);
        assert_eq!(column.field, Some(Field::Notes), "{header}: {}", column.why);
    }
}
