//! What makes two tables the same kind of table, so that a correction made once is remembered.

use xxhash_rust::xxh3::Xxh3;

use super::formatting::is_formatting;
use super::header::Header;
use crate::vocabulary::System;

/// A key of a layout: tables of one system with the same headers in the same order share it, whatever the case,
/// accents and separators of the headers. Stable over versions; 32 hexadecimal digits.
pub fn layout_key(header: &[String], system: System) -> String {
    let mut hash = Xxh3::new();
    hash.update(system.word().as_bytes());
    // How somebody painted the rows makes no other table of it.
    for column in header.iter().filter(|column| !is_formatting(column)) {
        hash.update(b"\n");
        hash.update(Header::read(column).key.as_bytes());
    }
    format!("{:032x}", hash.digest128())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(header: &[&str], system: System) -> String {
        layout_key(&header.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>(), system)
    }

    #[test]
    fn spelling_does_not_make_another_layout_but_columns_and_their_order_do() {
        let one = key(&["E-Mail", "Förnamn"], System::List);
        assert_eq!(one, key(&["email", "FORNAMN "], System::List));
        assert_ne!(one, key(&["Förnamn", "E-Mail"], System::List));
        assert_ne!(one, key(&["E-Mail", "Förnamn"], System::Brevo));
        assert_ne!(key(&["ab", "c"], System::List), key(&["a", "bc"], System::List));
    }

    #[test]
    fn the_key_stays_the_same_from_version_to_version() {
        assert_eq!(key(&["email"], System::List).len(), 32);
        assert_eq!(key(&["email"], System::List), key(&["email"], System::List));
    }
}
