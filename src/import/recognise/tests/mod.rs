//! Recognition of whole tables: headers and rows as the systems write them, all people invented.

#![allow(clippy::unwrap_used)]

use super::{TableSample, ValueWords, recognise};
use crate::import::{ColumnMeaning, Corrections, Recognition};
use crate::vocabulary::ConsentStatus;

mod addresses;
mod bounds;
mod codes;
mod customers;
mod doubtful;
mod formatting;
mod grouped;
mod index;
mod lists;
mod mail;
mod marks;
mod partly_known;
mod plain_no;
mod remarks;
mod systems;
mod traps;
mod turned;
mod unsure;
mod until;
mod will;

/// Words of doubt, of which another station knows more.
fn doubt(cell: &str) -> bool {
    cell.split_whitespace().any(|word| ["not", "nicht", "non", "harta", "only", "ei"].contains(&word))
}

/// State words of the formats, as another station knows them all.
fn status(word: &str) -> Option<ConsentStatus> {
    Some(match word.trim().to_lowercase().as_str() {
        "subscribed" | "active" | "aktiv" | "iscritto" | "attivo" | "abonné" | "suscrito" | "granted" | "optin"
        | "allow" | "angemeldet" | "prenumerant" | "confirmed" => ConsentStatus::Given,
        "unsubscribed" | "avregistrerad" | "disiscritto" | "abgemeldet" | "désabonné" | "baja" | "optout"
        | "do not allow" => ConsentStatus::Withdrawn,
        "pending" | "väntar" | "double_opt_in_pending" => ConsentStatus::Pending,
        "bounced" | "studsad" | "hard bounce" => ConsentStatus::Bounced,
        "complained" | "spam" => ConsentStatus::Complained,
        "blocklisted" | "spärrad" => ConsentStatus::Suppressed,
        _ => return None,
    })
}

fn country(word: &str) -> bool {
    matches!(
        word,
        "SE" | "IT"
            | "DE"
            | "FR"
            | "ES"
            | "NO"
            | "US"
            | "Sweden"
            | "Sverige"
            | "Italia"
            | "Deutschland"
            | "France"
            | "España"
            | "Österreich"
            | "Francia"
    )
}

/// A table from text: the first line is the header.
fn read_with(file: &str, sheet: &str, text: &str, corrections: &Corrections) -> Recognition {
    let delimiter = if text.lines().next().unwrap().contains(';') { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    let header = rows.next().unwrap();
    let sample: Vec<Vec<String>> = rows.collect();
    let table = TableSample { file_name: file, sheet, header: &header, sample: &sample, home: None };
    recognise(
        &table,
        corrections,
        &ValueWords { status: &status, country: &country, doubt: &doubt, message: &|cell| cell.contains("mail") },
    )
}

fn read(text: &str) -> Recognition {
    read_with("list.csv", "", text, &Corrections::none())
}

/// The fields of all columns, in order; `-` for none.
fn fields(recognition: &Recognition) -> String {
    let words: Vec<&str> =
        recognition.columns.iter().map(|column| column.field.map_or("-", |field| field.word())).collect();
    words.join(" ")
}

fn column<'a>(recognition: &'a Recognition, header: &str) -> &'a ColumnMeaning {
    recognition.columns.iter().find(|column| column.header == header).unwrap()
}
