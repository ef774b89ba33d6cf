//! Whether a list shows addresses and numbers, or no more of them than tells two apart at a glance.

use std::borrow::Cow;

use crate::import::{DateShape, date_shape};

const DOTS: &str = "•••";

/// Whether personal data is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faces {
    /// As it is.
    Shown,
    /// As the window masks it.
    Masked,
}

impl Faces {
    /// An address: `giulia.rinaldi@example.org` is masked as `g•••i@example.org`.
    pub fn email(self, address: &str) -> Cow<'_, str> {
        if self == Self::Shown || address.is_empty() {
            return Cow::Borrowed(address);
        }
        let Some((local, domain)) = address.rsplit_once('@').filter(|(local, _)| !local.is_empty()) else {
            return Cow::Owned(format!("{}{DOTS}", first(address)));
        };
        let last = local.chars().skip(2).last().map(String::from).unwrap_or_default();
        let domain: String = domain.chars().take(63).collect();
        Cow::Owned(format!("{}{DOTS}{last}@{domain}", first(local)))
    }

    /// A telephone number: `+39041234567` is masked as `+3904 •••`.
    pub fn phone(self, number: &str) -> Cow<'_, str> {
        if self == Self::Shown || number.is_empty() {
            return Cow::Borrowed(number);
        }
        let plus = if number.starts_with('+') { "+" } else { "" };
        let digits: String = number[plus.len()..].chars().take_while(char::is_ascii_digit).take(4).collect();
        Cow::Owned(format!("{plus}{digits} {DOTS}").trim_start().to_owned())
    }

    /// A text that may hold addresses and numbers: `ja (nicht an giulia.rinaldi@example.org)` is masked as
    /// `ja (nicht an g•••i@example.org)`. Days stay.
    pub fn within(self, text: &str) -> Cow<'_, str> {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if self == Self::Shown || !text.contains(['@', '＠']) && digits < FEWEST_DIGITS {
            return Cow::Borrowed(text);
        }
        let mut masked = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let word = rest.find(parts_words).unwrap_or(rest.len());
            if rest[..word].contains(['@', '＠']) {
                masked.push_str(&self.email(&rest[..word].replace('＠', "@")));
                rest = &rest[word..];
                continue;
            }
            let (taken, is_number) = digits_at(rest);
            match is_number {
                true => masked.push_str(&self.phone(&rest[..taken])),
                false => masked.push_str(&rest[..taken.max(next.len_utf8())]),
            }
            rest = &rest[taken.max(next.len_utf8())..];
        }
        Cow::Owned(masked)
    }
}

/// Fewer digits than this are no telephone number.
const FEWEST_DIGITS: usize = 7;

/// What no address goes on over.
fn parts_words(c: char) -> bool {
    c.is_whitespace() || "()<>[]{},;:\"'|/“”„‘’‚«»".contains(c)
}

/// How many bytes the digits at the beginning take, up to or with a day; and whether they are a telephone number.
fn digits_at(text: &str) -> (usize, bool) {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '(') {
        return (0, false);
    }
    let end = text.find(|c: char| !c.is_ascii_digit() && !"+-./() ".contains(c)).unwrap_or(text.len());
    let is_day = |part: &str| {
        let shape = date_shape(part.trim_matches(['(', ')', '.', '/', '-', ' ']));
        matches!(shape, Some(DateShape::Plain | DateShape::Parts { .. })) && !part.starts_with('+')
    };
    let mut taken = 0;
    for part in text[..end].split_inclusive(' ') {
        if is_day(part) {
            taken += if taken == 0 { part.len() } else { 0 };
            break;
        }
        taken += part.len();
    }
    let run = text[..taken].trim_end_matches(['+', '-', '.', '/', '(', ')', ' ']);
    let is_number = run.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS && !is_day(run);
    (if is_number { run.len() } else { taken }, is_number)
}

fn first(text: &str) -> String {
    text.chars().next().map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same values stand in `ui/tests/unit`.
    #[test]
    fn a_masked_list_shows_no_more_than_the_window() {
        let masked = |address| Faces::Masked.email(address).into_owned();
        assert_eq!(masked("giulia.rinaldi@example.org"), "g•••i@example.org");
        assert_eq!(masked("bo@example.org"), "b•••@example.org");
        assert_eq!(masked("no address"), "n•••");
        assert_eq!(Faces::Masked.phone("+39041234567"), "+3904 •••");
        assert_eq!((Faces::Masked.email(""), Faces::Masked.phone("")), ("".into(), "".into()));
        assert_eq!(Faces::Shown.email("bo@example.org"), "bo@example.org");
    }

    /// The same values stand in `ui/tests/unit`.
    #[test]
    fn addresses_and_numbers_within_a_text_are_masked_and_days_are_not() {
        for (text, expected) in [
            ("ja (aber nicht an bo@example.org)", "ja (aber nicht an b•••@example.org)"),
            ("giulia.rinaldi@example.org;bo@example.org", "g•••i@example.org;b•••@example.org"),
            ("<bo@example.org> nei takk", "<b•••@example.org> nei takk"),
            ("ring +46 70 174 06 05 först", "ring +46 ••• först"),
            ("no: 07700 900123, please", "no: 0770 •••, please"),
            ("05.06.2024 0701740605", "05.06.2024 0701 •••"),
            ("soita 0701740605", "soita 0701 •••"),
            ("abgemeldet 05.06.2024", "abgemeldet 05.06.2024"),
            ("sì, 2024-03-14 09:12", "sì, 2024-03-14 09:12"),
            ("kanske 2024", "kanske 2024"),
            ("se avtal", "se avtal"),
            ("", ""),
        ] {
            assert_eq!(Faces::Masked.within(text), expected);
            assert_eq!(Faces::Shown.within(text), text);
        }
    }
}
