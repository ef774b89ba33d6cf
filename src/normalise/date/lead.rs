//! Words before a date that add nothing to it: “ja, 04.03.2024”, “yes (since 4 March 2024)”, “ca. 04.03.2024”.

use crate::normalise::fold::fold;
use crate::normalise::words;

/// “about” and “since”, folded.
const WORDS: &[&str] = &[
    "ca",
    "circa",
    "approx",
    "approximately",
    "about",
    "around",
    "etwa",
    "ungefahr",
    "rund",
    "gegen",
    "env",
    "environ",
    "vers",
    "aprox",
    "aproximadamente",
    "hacia",
    "sobre",
    "verso",
    "ongeveer",
    "rond",
    "omstreeks",
    "cerca",
    "cca",
    "ungefar",
    "omkring",
    "omkr",
    "runt",
    "omtrent",
    "noin",
    "okolo",
    "ok",
    "since",
    "from",
    "as",
    "of",
    "on",
    "seit",
    "ab",
    "am",
    "vom",
    "depuis",
    "le",
    "du",
    "desde",
    "el",
    "da",
    "dal",
    "il",
    "sinds",
    "op",
    "vanaf",
    "em",
    "sedan",
    "fran",
    "den",
    "siden",
    "fra",
    "alkaen",
    "od",
    "dnia",
    "per",
    "date",
    "dated",
    "datum",
];

/// Up to this many words stand before a date.
const MOST: usize = 3;

/// What stands behind such words, if it begins with a digit.
pub(super) fn without(text: &str) -> Option<&str> {
    const LONGEST: usize = 80;
    if text.len() > LONGEST {
        return None;
    }
    let aside =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '(' | '[' | '-' | '–' | '—' | '~' | '/');
    let mut rest = text;
    for _ in 0..=MOST {
        rest = rest.trim_start_matches(aside);
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        let end = rest.find(|c: char| !c.is_alphabetic()).filter(|end| *end > 0)?;
        let word = &rest[..end];
        if words::yes_no(word) != Some(true) && !WORDS.contains(&fold(word).as_str()) {
            return None;
        }
        rest = &rest[end..];
    }
    let date = rest.trim_end_matches([')', ']', ' ']);
    (date.len() < text.len() && date.starts_with(|c: char| c.is_ascii_digit()) && text.starts_with(char::is_alphabetic))
        .then_some(date)
}
