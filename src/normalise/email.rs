//! E-mail addresses made comparable. The form is frozen: keys of suppression lists depend on it.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::cell;

mod repair;
mod role;
mod suspicion;

pub use repair::{plain_form, repaired};
pub use role::is_role;
pub use suspicion::is_suspicious;

/// The version of the normal form. A changed form is a new version beside this one, never this one changed.
///
/// `norm_v1`: surrounding white space, invisible marks, quotes, `<>` and `mailto:` removed; lower case; Unicode NFC;
/// domain in ASCII by UTS-46 (non-transitional), without a final full stop. An address with characters that look
/// like others or cannot be seen is only trimmed and put in ASCII lower case: it is never merged with the address
/// it imitates. Plus tags and dots stay.
pub const NORM_VERSION: &str = "norm_v1";

/// Why a cell gives no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotAnAddress {
    /// Nothing stands there.
    #[error("the cell is empty")]
    Empty,
    /// There is not exactly one `@` with something before and after it.
    #[error("it is not written as name@domain")]
    NoAt,
    /// What stands before the `@` cannot be a mailbox.
    #[error("the part before the @ cannot be a mailbox")]
    BadLocalPart,
    /// What stands after the `@` cannot be a domain.
    #[error("the part after the @ cannot be a domain")]
    BadDomain,
}

/// The normal form of the address in a cell. Of several addresses (`a@example.org; b@example.org`) the first is
/// taken; [`addresses`] gives them all.
pub fn normalise(cell: &str) -> Result<Cow<'_, str>, NotAnAddress> {
    if is_normal(cell.as_bytes()) {
        return Ok(Cow::Borrowed(cell));
    }
    let text = cell::text(cell).ok_or(NotAnAddress::Empty)?;
    let first = addresses(text).next().ok_or(NotAnAddress::NoAt)?;
    if is_normal(first.as_bytes()) {
        return Ok(Cow::Borrowed(first));
    }
    if first.is_ascii() {
        let lower = first.to_ascii_lowercase();
        if is_normal(lower.as_bytes()) {
            return Ok(Cow::Owned(lower));
        }
    }
    slowly(first).map(Cow::Owned)
}

/// Whether a cell may hold more than one address.
#[inline]
pub fn are_several(cell: &str) -> bool {
    memchr::memchr_iter(b'@', cell.as_bytes()).nth(1).is_some()
}

/// The normal form of every address in a cell, as written one after the other; what is none is left out.
pub fn normalise_all(cell: &str) -> impl Iterator<Item = Cow<'_, str>> {
    cell::text(cell).into_iter().flat_map(addresses).filter_map(|address| normalise(address).ok())
}

/// The local part and the domain of an address in normal form.
pub fn parts(address: &str) -> Option<(&str, &str)> {
    address.rsplit_once('@')
}

/// Every address of a cell as written, without what surrounds it. They are separated by `;`, `,`, `|`, `/` or
/// white space.
pub fn addresses(cell: &str) -> impl Iterator<Item = &str> {
    // “Lovelace, Ada <ada@example.org>”: the address is what stands in the brackets.
    let bracketed = cell.contains('<') && cell.contains('>') && cell.find('<') < cell.rfind('>');
    let mut pieces = cell.split(move |c: char| match bracketed {
        true => matches!(c, '<' | '>'),
        false => matches!(c, ';' | ',' | '|' | '/') || c.is_whitespace(),
    });
    let single = (!bracketed && cell.matches('@').count() == 1 && !cell.contains([';', '|', '/', ','])).then_some(cell);
    single
        .into_iter()
        .chain(std::iter::from_fn(move || match single {
            Some(_) => None,
            None => pieces.find(|piece| piece.contains('@')),
        }))
        .map(bare)
}

/// Whether the text is an address in normal form already: plain ASCII in lower case. The common case.
fn is_normal(text: &[u8]) -> bool {
    let mut at = None;
    for (position, byte) in text.iter().enumerate() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {}
            b'@' if at.is_none() => at = Some(position),
            b'+' | b'!' | b'#' | b'$' | b'%' | b'&' | b'*' | b'=' | b'?' | b'^' | b'`' | b'{' | b'}' | b'~'
                if at.is_none() => {}
            _ => return false,
        }
    }
    let Some(at) = at else { return false };
    (1..=64).contains(&at) && is_domain(&text[at + 1..])
}

/// The address without quotes, brackets, `mailto:` and the full stop of a sentence.
fn bare(text: &str) -> &str {
    let surround = |c: char| {
        matches!(
            c,
            '<' | '>' | '"' | '\'' | '(' | ')' | '[' | ']' | '“' | '”' | '‘' | '’' | '«' | '»' | ',' | ';' | ':'
        ) || c.is_whitespace()
            || c.is_control()
            || cell::is_invisible(c)
    };
    let mut text = text.trim_matches(surround);
    if text.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:")) {
        text = text[7..].split('?').next().unwrap_or_default().trim_matches(surround);
    }
    text.trim_end_matches('.')
}

fn slowly(address: &str) -> Result<String, NotAnAddress> {
    let mut halves = address.split('@');
    let (Some(local), Some(domain), None) = (halves.next(), halves.next(), halves.next()) else {
        return Err(NotAnAddress::NoAt);
    };
    if local.is_empty() || domain.is_empty() {
        return Err(NotAnAddress::NoAt);
    }
    let forbidden = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '(' | ')' | '<' | '>' | '[' | ']' | ':' | ';' | ',' | '"' | '\\')
    };
    if local.contains(forbidden) {
        return Err(NotAnAddress::BadLocalPart);
    }
    if domain.contains(forbidden) {
        return Err(NotAnAddress::BadDomain);
    }
    if address.chars().any(suspicion::is_imitation) {
        let kept = address.to_ascii_lowercase();
        let (local, domain) = kept.split_once('@').ok_or(NotAnAddress::NoAt)?;
        return match () {
            () if local.len() > 64 => Err(NotAnAddress::BadLocalPart),
            () if !domain.contains('.') || domain.len() > 253 || domain.split('.').any(str::is_empty) => {
                Err(NotAnAddress::BadDomain)
            }
            () => Ok(kept),
        };
    }
    let local = lower(local);
    if local.len() > 64 {
        return Err(NotAnAddress::BadLocalPart);
    }
    let domain = if domain.is_ascii() {
        domain.to_ascii_lowercase()
    } else {
        idna::domain_to_ascii_cow(domain.as_bytes(), idna::AsciiDenyList::URL)
            .map_err(|_| NotAnAddress::BadDomain)?
            .into_owned()
    };
    if !is_domain(domain.as_bytes()) {
        return Err(NotAnAddress::BadDomain);
    }
    Ok(format!("{local}@{domain}"))
}

/// Lower case and NFC. Lower-casing can undo the composition of rare letters, so both are done until nothing changes.
fn lower(local: &str) -> String {
    if local.is_ascii() {
        return local.to_ascii_lowercase();
    }
    let once = |text: &str| text.nfc().flat_map(char::to_lowercase).nfc().collect::<String>();
    let mut lowered = once(local);
    for _ in 0..3 {
        let again = once(&lowered);
        if again == lowered {
            break;
        }
        lowered = again;
    }
    lowered
}

/// Labels of letters, digits, hyphens and underscores, two at least, the last of them no number.
fn is_domain(domain: &[u8]) -> bool {
    let (mut label, mut dots, mut letters) = (0, 0, 0);
    for byte in domain {
        match byte {
            b'.' if label == 0 => return false,
            b'.' => {
                dots += 1;
                label = 0;
                letters = 0;
            }
            b'a'..=b'z' => {
                label += 1;
                letters += 1;
            }
            b'0'..=b'9' | b'_' => label += 1,
            b'-' if label > 0 => label += 1,
            _ => return false,
        }
        if label > 63 {
            return false;
        }
    }
    dots > 0 && label >= 2 && letters > 0 && domain.len() <= 253
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn normal(cell: &str) -> Result<String, NotAnAddress> {
        normalise(cell).map(Cow::into_owned)
    }

    #[test]
    fn writings_of_one_address_become_one() {
        for cell in [
            "ada@example.org",
            "ADA@Example.ORG",
            " ada@example.org\u{a0}",
            "\u{feff}ada@example.org\u{200b}",
            "<ada@example.org>",
            "Ada Lovelace <Ada@example.org>",
            "\"Lovelace, Ada\" <ada@example.org>",
            "mailto:ada@example.org",
            "MAILTO:ada@example.org?subject=hi",
            "'ada@example.org",
            "'ada@example.org'",
            "\"ada@example.org\"",
            "ada@example.org.",
            "ada@example.org,",
            "(ada@example.org)",
            "ada@example.org; bo@example.org",
            "ada@example.org, bo@example.org",
            "ada@example.org bo@example.org",
            "ada@example.org/bo@example.org",
        ] {
            assert_eq!(normal(cell).as_deref(), Ok("ada@example.org"), "{cell}");
        }
    }

    #[test]
    fn every_address_of_a_cell_is_read() {
        for (cell, expected) in [
            ("ada@example.org; Bo@Example.org", vec!["ada@example.org", "bo@example.org"]),
            ("Ada <ada@example.org>, Bo <bo@example.org>", vec!["ada@example.org", "bo@example.org"]),
            ("ada@ / bo@example.org | cy@example.org", vec!["bo@example.org", "cy@example.org"]),
            ("ada@example.org", vec!["ada@example.org"]),
            ("n/a", vec![]),
        ] {
            assert_eq!(normalise_all(cell).collect::<Vec<_>>(), expected, "{cell}");
            assert_eq!(are_several(cell), cell.matches('@').count() > 1, "{cell}");
        }
    }

    #[test]
    fn a_normal_address_costs_no_copy() {
        assert!(matches!(normalise("ada+news.x@mail.example.org"), Ok(Cow::Borrowed(_))));
        assert!(matches!(normalise(" ada@example.org "), Ok(Cow::Borrowed(_))));
    }

    #[test]
    fn international_addresses_are_composed_and_their_domain_is_ascii() {
        for (cell, expected) in [
            ("ada@münchen.example", "ada@xn--mnchen-3ya.example"),
            ("ada@MU\u{308}NCHEN.example", "ada@xn--mnchen-3ya.example"),
            ("rene\u{301}@example.org", "ren\u{e9}@example.org"),
            ("RENÉ@example.org", "ren\u{e9}@example.org"),
            ("ada@straße.example", "ada@xn--strae-oqa.example"),
            ("ada@XN--MNCHEN-3YA.example", "ada@xn--mnchen-3ya.example"),
        ] {
            assert_eq!(normal(cell).as_deref(), Ok(expected), "{cell}");
        }
    }

    #[test]
    fn tags_and_dots_stay() {
        assert_ne!(normal("ada+shop@example.org"), normal("ada@example.org"));
        assert_ne!(normal("a.da@example.org"), normal("ada@example.org"));
    }

    #[test]
    fn what_is_no_address_gives_none() {
        for cell in [
            "",
            "-",
            "n/a",
            "N/A",
            "NULL",
            "ada",
            "ada@",
            "@example.org",
            "ada@example",
            "ada@@example.org",
            "ada@b@example.org",
            "ada@.org",
            "ada@example..org",
            "ada lovelace@example.org",
            "ada@exam ple.org",
            "ada@192.0.2.1",
            "ada@[192.0.2.1]",
            "ada@example.1",
            "ada@-example.org",
            "no@",
            "ada(at)example.org",
            "ada@example.o",
        ] {
            assert!(normal(cell).is_err(), "{cell}");
        }
        assert_eq!(normal(&format!("{}@example.org", "a".repeat(65))), Err(NotAnAddress::BadLocalPart));
        assert_eq!(normal(&format!("a@{}.org", "b".repeat(64))), Err(NotAnAddress::BadDomain));
        assert!(normal(&format!("{}@example.org", "a".repeat(64))).is_ok());
    }

    #[test]
    fn an_imitation_is_never_merged_with_what_it_imitates_and_is_flagged() {
        for (cell, original) in [
            ("a\u{200b}da@example.org", "ada@example.org"),
            ("ada@exam\u{200b}ple.org", "ada@example.org"),
            ("ada@exam\u{ad}ple.org", "ada@example.org"),
            ("\u{430}da@example.org", "ada@example.org"),
            ("ada@ex\u{430}mple.org", "ada@example.org"),
            ("ada@\u{435}\u{445}\u{430}\u{440}.example", "ada@exap.example"),
            ("mar\u{212a}@example.org", "mark@example.org"),
            ("ma\u{17f}@example.org", "mas@example.org"),
            ("\u{ff41}da@example.org", "ada@example.org"),
            ("ada@example\u{3002}example.org", "ada@example.example.org"),
            ("ada@e\u{ff58}ample.org", "ada@example.org"),
            ("ad\u{202e}a@example.org", "ada@example.org"),
            ("l\u{131}sa@example.org", "lisa@example.org"),
            ("a\u{fe0f}da@example.org", "ada@example.org"),
            ("\u{1d41a}da@example.org", "ada@example.org"),
        ] {
            let normal = normal(cell).unwrap();
            assert_ne!(normal, original, "{cell:?}");
            assert!(is_suspicious(&normal), "{cell:?}");
        }
        for cell in [
            "ada@example.org",
            "ren\u{e9}@example.org",
            "ada@münchen.example",
            "\u{430}\u{43d}\u{43d}\u{430}@example.org",
            "ada@пример.example",
        ] {
            assert!(!is_suspicious(&normal(cell).unwrap()), "{cell}");
        }
    }

    proptest! {
        #[test]
        fn normalising_an_address_is_idempotent_and_never_panics(
            cell in "\\PC{0,40}|\\PC{1,8}@\\PC{1,10}\\.\\PC{2,4}|[ '<\"]{0,2}[A-Za-z0-9.+_-]{1,12}@[A-Za-z0-9.äöß-]{1,12}\\.[a-z]{1,4}[>\"; ]{0,2}"
        ) {
            if let Ok(address) = normalise(&cell) {
                prop_assert_eq!(normal(&address), Ok(address.to_string()));
                is_suspicious(&address);
            }
        }
    }
}
