//! A death in a few letters: “verst. 2024”, “zm. 12.03.2023”, “RIP”, “śp.”. The same letters are other words, so that they
//! tell a death only with its date behind them, or as they are written for the dead alone.

use super::phrases::ABBREVIATED;
use crate::normalise::fold::fold;
use crate::normalise::words::refusal::is_one_of;

/// Whether a text begins with an abbreviation of a death and goes on with its date: “verst. 2024”, “gest. 3/23”, “zm.
/// 12.03.2023”. A day without a year is any day: “gest. 12.3. angerufen”.
pub(super) fn is_dated(text: &str) -> bool {
    let whole = || fold(text) == "verst";
    let dated = text.split([';', ',', '\n', '|', '(', '–', '—']).flat_map(|part| part.split(" - ")).any(|part| {
        let part = part.trim();
        let Some((word, rest)) = part.split_once(['.', ' ']) else { return false };
        let dated = rest.trim_matches(|c: char| !c.is_ascii_digit());
        let between = rest.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
        let is_date = dated.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'/' | b'-' | b' '));
        is_one_of(ABBREVIATED, &fold(word)) && is_date && between.len() <= 4 && holds_year(dated)
    });
    dated || whole()
}

/// Whether a date holds a year: four digits, or the last of two or three numbers behind a stroke.
fn holds_year(date: &str) -> bool {
    let numbers: Vec<&str> = date.split(['.', '/', '-', ' ']).filter(|number| !number.is_empty()).collect();
    let full = |number: &&str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    numbers.iter().any(full) || numbers.len() == 3 || numbers.len() == 2 && date.contains('/')
}

/// Whether a text begins with letters that stand before the name of one who died: “RIP”, “śp.”.
pub(super) fn stand_first(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let rest = || text.chars().any(char::is_lowercase);
    let is_rip =
        matches!(first.trim_matches(|c: char| !c.is_alphanumeric()), "RIP" | "R.I.P" | "QEPD" | "Q.E.P.D") && rest();
    is_rip || matches!(first, "śp." | "Śp." | "ŚP." | "ś.p." | "Ś.P." | "śp" | "Śp")
}
