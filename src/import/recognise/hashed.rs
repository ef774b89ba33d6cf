//! Lists that name people by hashes of their addresses, as suppression lists that are passed on do. Nobody is found by
//! one, so that a no in such a list would be lost in silence.

use super::TableSample;
use super::content::is_placeholder;
use super::header;
use crate::import::ColumnMeaning;
use crate::vocabulary::Field;

/// Words of headers over other long numbers in base sixteen.
const NUMBERS: [&str; 14] = [
    "id",
    "uid",
    "uuid",
    "guid",
    "token",
    "key",
    "session",
    "cookie",
    "leid",
    "euid",
    "etag",
    "device",
    "password",
    "signature",
];
/// Words of headers over hashes of addresses.
const HASHES: [&str; 10] =
    ["md5", "sha", "sha1", "sha256", "hash", "hashed", "hachage", "hachee", "gehasht", "gehashte"];

/// Whether a table names people by hashes and holds no address.
pub(super) fn names_people(table: &TableSample<'_>, columns: &[ColumnMeaning]) -> bool {
    let cells = |at: usize| {
        let cells = table.sample.iter().filter_map(move |row| row.get(at)).map(|cell| cell.trim());
        cells.filter(|cell| !is_placeholder(cell))
    };
    let by_hashes = columns.iter().enumerate().any(|(at, column)| {
        if !matches!(column.field, None | Some(Field::Email | Field::Ignored)) || is_number(&column.header) {
            return false;
        }
        let (filled, hashes) = (cells(at).count(), cells(at).filter(|cell| is_hash(cell)).count());
        hashes > 0 && hashes * 10 >= filled * 8
    });
    by_hashes && !(0..columns.len()).any(|at| cells(at).any(|cell| cell.contains('@')))
}

/// MD5, SHA-1 or SHA-256 in base sixteen.
fn is_hash(cell: &str) -> bool {
    matches!(cell.len(), 32 | 40 | 64)
        && cell.bytes().all(|byte| byte.is_ascii_hexdigit())
        && cell.bytes().any(|byte| byte.is_ascii_digit())
        && cell.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn is_number(written: &str) -> bool {
    let folded = header::fold(written);
    let has = |words: &[&str]| folded.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word));
    has(&NUMBERS) && !has(&HASHES)
}

#[cfg(test)]
mod tests {
    use crate::import::{Corrections, TableSample, ValueWords, recognise};

    fn hashed(header: &[&str], row: &[&str]) -> bool {
        let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        let sample = [row.iter().map(|cell| (*cell).to_owned()).collect()];
        let table = TableSample { file_name: "list.csv", sheet: "", header: &header, sample: &sample, home: None };
        let known = ValueWords { status: &|_| None, country: &|_| false, doubt: &|_| false, message: &|_| false };
        recognise(&table, &Corrections::none(), &known).hashed
    }

    #[test]
    fn people_are_named_by_hashes_where_no_address_stands_beside_them() {
        let (md5, sha1) = ("5658ffccee7f0ebfda2b226238b1eb6e", "4a3d1c2f0b9e8d7c6b5a49382716f5e4d3c2b1a0");
        let sha256 = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b";
        for (header, cell) in [
            ("email_md5", md5),
            ("EMAIL_SHA1", sha1),
            ("Hashed Email", sha256),
            ("email", md5),
            ("E-Mail-Hash", sha256),
            ("", md5),
            ("hash_id", sha1),
        ] {
            assert!(hashed(&[header], &[cell]), "{header}");
            assert!(hashed(&[header, "status"], &[cell, "unsubscribed"]), "{header}");
            assert!(!hashed(&[header, "email"], &[cell, "ada@example.org"]), "{header} beside an address");
        }
        for (header, cell) in [
            ("id", md5),
            ("Customer UUID", md5),
            ("email", "ada@example.org"),
            ("email", "5658ffccee7f0ebfda2b226238b1eb6"),
            ("number", "12345678901234567890123456789012"),
            ("email", ""),
        ] {
            assert!(!hashed(&[header], &[cell]), "{header}");
        }
    }
}
