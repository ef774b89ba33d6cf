//! Columns of remarks and of names under headers in somebody's own words.

use super::{column, read};
use crate::vocabulary::Field;

#[test]
fn sentences_are_remarks_whatever_the_header_says() {
    let found = read(
        "Gast;E-Mail;Gesprek\nAad Brouwer;aad@example.org;bedankbrief gestuurd, komt terug\n\
         Bea Cuypers;bea@example.org;houdt van oude wijn\nCo Drent;co@example.org;belt in mei\n",
    );
    let (guest, remarks) = (column(&found, "Gast"), column(&found, "Gesprek"));
    assert_eq!((guest.field, remarks.field), (Some(Field::FullName), Some(Field::Notes)));
    assert!(guest.confidence < 0.6 && remarks.confidence < 0.6);
}

#[test]
fn a_word_of_doubt_makes_a_column_one_of_remarks_and_a_repeated_sentence_does_not() {
    let field = |text: &str| read(text).columns[1].field;
    assert_eq!(
        field("E-Mail;Kappe\nada@example.org;rot\nbo@example.org;harta\neve@example.org;gelb\n"),
        Some(Field::Notes)
    );
    assert_eq!(field("E-Mail;Kappe\nada@example.org;rot\nbo@example.org;grün\neve@example.org;gelb\n"), None);
    assert_eq!(field("E-Mail;Satz\nada@example.org;Ich will nicht\nbo@example.org;Ich will nicht\n"), None);
}

#[test]
fn names_and_other_matters_are_no_remarks() {
    let field = |text: &str| read(text).columns[2].field;
    let people = "ada@example.org;Ada Vogt;Non Solo Vino\nbo@example.org;Bo Lind;Haus Am See\n";
    assert_eq!(field(&format!("E-Mail;Name;Lieferant\n{people}")), None);
    let eaten = "ada@example.org;Ada Vogt;kein nicht\nbo@example.org;Bo Lind;gern not\n";
    assert_eq!(field(&format!("E-Mail;Name;Schweinefleisch\n{eaten}")), None);
}

#[test]
fn a_header_may_be_the_programs_own_word() {
    let found = read("email,wording_text\nada@example.org,I agree to the letter by e-mail\n");
    assert_eq!(found.columns[1].field, Some(Field::WordingText));
}
