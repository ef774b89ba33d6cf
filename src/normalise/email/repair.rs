//! Addresses that were written for people, or damaged on the way: `ada @example.org`, `ada(at)example.org`,
//! `ada@example.org (abgemeldet)`.
//!
//! The normal form knows none of this. What it refuses is repaired where nothing but one address can be meant; what it
//! takes for an imitation stays one, and its plain form is a second address for a no alone.

use super::{is_suspicious, normalise};
use crate::normalise::{cell, words};

/// How people write the sign and the full stop in brackets.
const AT: &[&str] = &[
    "at",
    "ät",
    "a",
    "arroba",
    "chiocciola",
    "arobase",
    "snabel a",
    "snabela",
    "krøllalfa",
    "alfakrøll",
    "apenstaartje",
    "małpa",
    "malpa",
    "ät merkki",
    "miukumauku",
    "klammeraffe",
];
const DOT: &[&str] = &["dot", "punkt", "point", "punto", "ponto", "punt", "piste", "kropka", "."];

/// The address of a cell in which [`normalise`] finds none, where only one can be meant.
pub fn repaired(cell: &str) -> Option<String> {
    const LONGEST: usize = 320;
    let text = cell::text(cell).filter(|text| text.len() <= LONGEST)?;
    let text = plainly(text);
    let (text, rest) = without_brackets(&text);
    if text.matches('@').count() != 1 {
        return None;
    }
    let (local, domain) = text.split_once('@')?;
    let joined = format!("{}@{}", local.trim_end(), domain.trim_start());
    if let Some(address) = valid(&joined) {
        return Some(address);
    }
    // Words beside an address may belong to it, unless they refuse.
    let is_address = |word: &&str| word.contains('@') && valid(word).is_some();
    let address = text.split_whitespace().find(is_address)?;
    let rest = format!("{}; {rest}", text.replace(address, ";"));
    words::refusal_beside_address(&rest).and_then(|_| valid(address))
}

/// The address without invisible marks and wide letters, where it differs from the normal form of the cell.
pub fn plain_form(cell: &str, normal: &str) -> Option<String> {
    if cell.is_ascii() {
        return None;
    }
    valid(&plainly(cell::text(cell)?)).filter(|plain| plain != normal)
}

fn valid(text: &str) -> Option<String> {
    let address = normalise(text).ok()?;
    (!is_suspicious(&address)).then(|| address.into_owned())
}

/// Without invisible marks, wide letters in ASCII, every space a plain one.
fn plainly(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        '\u{3002}' | '\u{ff61}' => Some('.'),
        '\u{fe6b}' => Some('@'),
        c if cell::is_invisible(c) => None,
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    };
    text.chars().filter_map(plain).collect()
}

/// The text without what stands in brackets, and that; `(at)` and `[dot]` are the signs they name.
fn without_brackets(text: &str) -> (String, String) {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), String::new());
    let mut behind = text;
    while let Some(open) = behind.find(['(', '[', '{']) {
        let Some(length) = behind[open..].find([')', ']', '}']) else { break };
        let inner = behind[open + 1..open + length].trim().to_lowercase();
        let is_one_of = |list: &[&str]| list.contains(&inner.as_str());
        plain.push_str(&behind[..open]);
        behind = &behind[open + length + 1..];
        if inner == "@" || is_one_of(AT) && !text.contains('@') {
            plain.truncate(plain.trim_end().len());
            plain.push('@');
            behind = behind.trim_start();
        } else if is_one_of(DOT) {
            plain.truncate(plain.trim_end().len());
            plain.push('.');
            behind = behind.trim_start();
        } else {
            plain.push(' ');
            rest.push_str(&inner);
            rest.push_str("; ");
        }
    }
    plain.push_str(behind);
    (plain.trim().to_owned(), rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_that_only_a_machine_cannot_read_is_repaired() {
        for cell in [
            "ada @example.org",
            "ada@ example.org",
            "Ada @ Example.org",
            "ada\u{a0}@example.org",
            "ada@\u{2009}example.org",
            "ada(at)example.org",
            "ada [AT] example.org",
            "ada{at}example[dot]org",
            "ada (ät) example (Punkt) org",
            "ada(arroba)example.org",
            "ada(chiocciola)example.org",
            "ada\u{ff20}example\u{ff0e}org",
            "\u{ff41}da\u{ff20}example.org",
            "ada@example.org (privat)",
            "ada@example.org (abgemeldet)",
            "ada@example.org [do not contact]",
            "ada@example.org(wypisana)",
            "KEINE MAILS ada@example.org",
            "ada@example.org - unsubscribed",
            "ada@example.org dado de baja",
        ] {
            let read = normalise(cell).ok().map(std::borrow::Cow::into_owned).or_else(|| repaired(cell));
            assert_eq!(read.as_deref(), Some("ada@example.org"), "{cell}");
        }
    }

    #[test]
    fn what_may_mean_another_address_is_not_repaired() {
        for cell in [
            "ada lovelace@example.org",
            "ada@exam ple.org",
            "ada lovelace @example.org",
            "ada@example",
            "ada (at) home",
            "ada at example.org",
            "ada@@example.org",
            "ada@b@example.org",
            "neu: ada@example.org oder bo",
            "\u{430}da @example.org",
            "",
            "n/a",
        ] {
            assert_eq!(repaired(cell), None, "{cell}");
        }
    }

    #[test]
    fn the_plain_form_of_an_imitation_is_another_address() {
        for cell in
            ["a\u{200b}da@example.org", "ada@exam\u{ad}ple.org", "ad\u{2060}a@example.org", "\u{ff41}da@example.org"]
        {
            let normal = normalise(cell).unwrap_or_default();
            assert_eq!(plain_form(cell, &normal).as_deref(), Some("ada@example.org"), "{cell:?}");
        }
        for cell in ["ada@example.org", "ren\u{e9}@example.org", "\u{430}da@example.org", "mar\u{212a}@example.org"] {
            let normal = normalise(cell).unwrap_or_default();
            assert_eq!(plain_form(cell, &normal), None, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn a_repaired_address_is_a_normal_one(cell in "\\PC{0,30}|[a-z(@) .\\[\\]]{0,30}|[a-z]{1,6} ?(@|\\(at\\)) ?[a-z]{1,6}\\.[a-z]{2,3}( \\([a-z]{2,9}\\))?") {
            if let Some(address) = repaired(&cell) {
                prop_assert_eq!(normalise(&address).map(std::borrow::Cow::into_owned), Ok(address.clone()));
            }
        }
    }
}
