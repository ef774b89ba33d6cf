//! A row of sums, which stands in many a list that was kept in a spreadsheet. It is no person.

/// What such a row begins with, in the languages of the lists.
const WORDS: [&str; 44] = [
    "anzahl",
    "antal",
    "antall",
    "aantal",
    "celkem",
    "count",
    "gesamt",
    "gesamtsumme",
    "gesamtzahl",
    "grand total",
    "i alt",
    "in totaal",
    "insgesamt",
    "iš viso",
    "kokku",
    "kopā",
    "liczba",
    "mellansumma",
    "määrä",
    "nombre",
    "ogółem",
    "razem",
    "samtals",
    "sous-total",
    "spolu",
    "subtotal",
    "subtotale",
    "sum",
    "suma",
    "summa",
    "summe",
    "somma",
    "somme",
    "toplam",
    "totaal",
    "total",
    "total général",
    "totale",
    "totali",
    "totals",
    "totalt",
    "yhteensä",
    "zwischensumme",
    "összesen",
];

/// Whether a row is one: a word for it, and beside it nothing but amounts, at least one. Never one that may refuse
/// anything by a 0 or a 1, unless the word stands where the address would (`people`).
#[inline]
pub(crate) fn is_total<'c>(cells: impl Iterator<Item = &'c str>, people: Option<usize>) -> bool {
    let mut filled = cells.enumerate().map(|(at, cell)| (at, cell.trim())).filter(|(_, cell)| !cell.is_empty());
    let Some((at, first)) = filled.next() else { return false };
    let (mut amounts, mut answers) = (0, 0);
    for (_, cell) in filled {
        if !is_amount(cell) {
            return false;
        }
        amounts += 1;
        answers += usize::from(matches!(cell, "0" | "1"));
    }
    if answers > 0 && people != Some(at) || first.len() > 60 {
        return false;
    }
    // “Total: 32” and “Summe (32)” have theirs beside the word.
    let word = first.trim_end_matches(|c: char| !c.is_alphabetic());
    amounts += usize::from(first[word.len()..].bytes().any(|byte| byte.is_ascii_digit()));
    amounts > 0 && WORDS.contains(&word.to_lowercase().as_str())
}

/// A number that counts or is a price, and could not be dialled.
fn is_amount(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let plain = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,'’-%€$£".contains(c);
    digits > 0 && cell.chars().all(plain) && (digits < 7 || !cell.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(row: &str) -> bool {
        is_total(row.split(';'), Some(0))
    }

    #[test]
    fn a_word_for_a_sum_beside_amounts_is_a_total() {
        for row in [
            "Summe;32;;;",
            "TOTAL;32",
            "Totale;;12,50 €",
            "Összesen;1 204",
            "Ogółem:;7",
            "Yhteensä: 32",
            "Summa (32);;",
            ";;Total;1.234.567,00",
            "i alt;4",
            "Celkem;0;1",
        ] {
            assert!(is(row), "{row}");
        }
    }

    #[test]
    fn a_person_is_no_total_and_nor_is_what_may_refuse() {
        for row in [
            "Summe;32;nein;",
            "Total",
            "Gesamt;;;",
            "Sumner;32",
            "Total GmbH;32",
            "ada@example.org;32",
            "Total;+46 70 174 06 05",
            "Total;0701740605",
            ";Summe;32;0",
            ";Ada;32",
            "32;Summe",
            ";;;",
        ] {
            assert!(!is(row), "{row}");
        }
    }
}
