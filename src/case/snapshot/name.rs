//! What a file name says beside the name of a list: the day of the export, a number, a random part.

use crate::import::{DateOrder, LISTS, LISTS_AT_TIMES};
use crate::normalise::date::{self, Date};

/// A name taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportName {
    /// What is left when the day, copies' marks and, for a system's export, numbers and random parts are taken out.
    pub stem: String,
    /// The moment of the export, in seconds since 1970-01-01, where the name tells it beyond doubt.
    pub at: Option<i64>,
    /// The whole name without the number of a copy.
    pub base: String,
    /// The number that a browser or a file manager put behind a name that was taken, 0 without one. `None` for a name
    /// that says “copy”: what was set apart by hand may as well be the state of before.
    pub copy: Option<u16>,
}

/// How systems call a copy.
const COPIES: [&str; 8] = ["copy", "kopia", "kopie", "kopi", "copia", "copie", "cópia", "kopio"];

impl ExportName {
    /// Takes a name apart. Systems number their exports and add random parts; in a list kept by hand a number is part
    /// of its name (“Fair 2024”), and only a whole day is none.
    pub fn of(name: &str, by_hand: bool) -> Self {
        let lower = without_endings(name.trim().to_lowercase());
        let (lower, number) = without_copy_number(&lower);
        let mut copy = Some(number);
        let mut tokens: Vec<&str> = Vec::new();
        for token in lower.split(|letter: char| !letter.is_alphanumeric()).filter(|token| !token.is_empty()) {
            // “report1714564800000”: a long number at the end of a word is none of its letters.
            let letters = token.trim_end_matches(|letter: char| letter.is_ascii_digit());
            if !letters.is_empty() && token.len() - letters.len() >= 8 && letters.chars().all(char::is_alphabetic) {
                tokens.extend([letters, &token[letters.len()..]]);
            } else {
                tokens.push(token);
            }
        }
        let mut kept: Vec<&str> = Vec::new();
        let mut at = None;
        let mut rest = tokens.as_slice();
        while let Some((first, after)) = rest.split_first() {
            if let Some((moment, taken)) = day(rest) {
                let (clock, more) = clock(&rest[taken..]);
                at = at.or(moment.map(|seconds| seconds + clock));
                rest = &rest[taken + more..];
            } else if !by_hand && is_uuid(rest) {
                rest = &rest[5..];
            } else {
                let is_copy = COPIES.contains(first);
                if is_copy {
                    copy = None;
                }
                let noise = is_copy || (!by_hand && (is_number(first) || is_random(first)));
                if !noise {
                    kept.push(first);
                }
                rest = after;
            }
        }
        Self { stem: kept.join(" "), at, base: lower.to_owned(), copy }
    }

    /// Whether this name is the later of two that differ by nothing but the number of a copy: a number is given to what
    /// comes when the name is taken.
    pub fn is_later_copy(&self, other: &Self) -> Option<bool> {
        let (mine, theirs) = (self.copy?, other.copy?);
        (self.base == other.base && mine != theirs).then_some(mine > theirs)
    }
}

fn without_endings(mut name: String) -> String {
    while let Some((stem, ending)) = name.rsplit_once('.') {
        // How a list is packed says nothing of which list it is.
        if !LISTS.contains(&ending) && !LISTS_AT_TIMES.contains(&ending) && ending != "gz" {
            break;
        }
        name.truncate(stem.len());
    }
    name
}

/// Without the “ (2)” a browser or a file manager adds to a name that is taken, and that number; 0 without one.
fn without_copy_number(name: &str) -> (&str, u16) {
    let taken = name.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    match taken {
        Some((stem, number)) if is_number(number) && number.len() <= 3 => {
            (stem.trim_end(), number.parse().unwrap_or_default())
        }
        _ => (name, 0),
    }
}

fn is_number(token: &str) -> bool {
    !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit())
}

/// A hash or a random key: hexadecimal with digits, or letters and digits mixed at length.
fn is_random(token: &str) -> bool {
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let hex = token.bytes().all(|byte| byte.is_ascii_hexdigit());
    token.is_ascii() && (hex && digits >= 1 && token.len() >= 6 || digits >= 2 && token.len() >= 8)
}

fn is_uuid(tokens: &[&str]) -> bool {
    let hex = |token: &&str| token.bytes().all(|byte| byte.is_ascii_hexdigit());
    tokens.len() >= 5 && tokens.iter().zip([8, 4, 4, 4, 12]).all(|(token, length)| token.len() == length && hex(token))
}

/// A whole day at the beginning of these tokens: its moment, where day and month cannot be mistaken, and how many
/// tokens it takes.
fn day(tokens: &[&str]) -> Option<(Option<i64>, usize)> {
    let first = *tokens.first()?;
    if is_number(first) {
        match first.len() {
            8 | 12 | 14 => {
                let text = format!("{}-{}-{}", &first[..4], &first[4..6], &first[6..8]);
                let days = known(&text, DateOrder::Plain)?;
                let (clock, _) = clock(&[&first[8..]]);
                return Some((Some(days + clock), 1));
            }
            10 | 13 => {
                let seconds: i64 = first[..10].parse().ok()?;
                return (1_000_000_000..2_200_000_000).contains(&seconds).then_some((Some(seconds), 1));
            }
            _ => {}
        }
    }
    // “20240501T101500Z”
    if let Some((date, time)) = first.split_once('t').filter(|(date, _)| is_number(date) && date.len() == 8) {
        let days = known(&format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]), DateOrder::Plain)?;
        return Some((Some(days + clock(&[time.trim_end_matches('z')]).0), 1));
    }
    let [a, b, c] = tokens.get(..3)?.try_into().ok()?;
    let part = |token: &str| is_number(token) && token.len() <= 2;
    let word = |token: &str| token.chars().all(char::is_alphabetic) && token.chars().count() >= 3;
    let text = if is_year(a) && part(b) && part(c) {
        format!("{a}-{b:0>2}-{c:0>2}")
    } else if is_year(c) && part(a) && part(b) {
        format!("{a:0>2}.{b:0>2}.{c}")
    } else if is_year(c) && (part(a) && word(b) || word(a) && part(b)) {
        format!("{a} {b} {c}")
    } else if is_year(a) && word(b) && part(c) {
        format!("{c} {b} {a}")
    } else {
        return None;
    };
    known(&text, DateOrder::DayFirst).or_else(|| known(&text, DateOrder::MonthFirst))?;
    Some((known(&text, DateOrder::Unknown), 3))
}

fn is_year(token: &str) -> bool {
    token.len() == 4 && token.parse().is_ok_and(|year: u16| (1995..=2099).contains(&year))
}

fn known(text: &str, order: DateOrder) -> Option<i64> {
    match date::read(text, order, true) {
        Date::Moment(moment) => Some(moment.seconds).filter(|seconds| *seconds > 788_918_400),
        _ => None,
    }
}

/// The time of day at the beginning of these tokens, in seconds, and how many tokens it takes.
fn clock(tokens: &[&str]) -> (i64, usize) {
    let two = |token: &str, below: i64| -> Option<i64> {
        Some(token).filter(|token| token.len() == 2 && is_number(token))?.parse().ok().filter(|part| *part < below)
    };
    let Some(first) = tokens.first() else { return (0, 0) };
    if is_number(first) && matches!(first.len(), 4 | 6) {
        let parts = [
            two(&first[..2], 24),
            two(&first[2..4], 60),
            first.get(4..).map_or(Some(0), |last| if last.is_empty() { Some(0) } else { two(last, 60) }),
        ];
        return match parts {
            [Some(hours), Some(minutes), Some(seconds)] => (hours * 3600 + minutes * 60 + seconds, 1),
            _ => (0, 0),
        };
    }
    match (two(first, 24), tokens.get(1).and_then(|token| two(token, 60))) {
        (Some(hours), Some(minutes)) => {
            let seconds = tokens.get(2).and_then(|token| two(token, 60));
            (hours * 3600 + minutes * 60 + seconds.unwrap_or(0), if seconds.is_some() { 3 } else { 2 })
        }
        _ => (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn system(name: &str) -> ExportName {
        ExportName::of(name, false)
    }

    fn stem(name: &str) -> String {
        system(name).stem
    }

    #[test]
    fn two_exports_of_one_list_have_one_stem() {
        for (one, other) in [
            ("subscribed_members_export_8f2c1a90b7.csv", "subscribed_members_export_00ab77fe12.csv"),
            ("hubspot-crm-exports-all-contacts-2024-05-01.csv", "hubspot-crm-exports-all-contacts-2025-11-30.csv"),
            ("report1714564800000.csv", "report1735689600000.csv"),
            ("contacts (1).csv", "contacts.csv"),
            ("Kontakte 3. Mai 2024.xlsx", "kontakte-12-Dezember-2025.xlsx"),
            ("export_20240501T101500Z.csv", "export_20250101T000000Z.csv"),
            ("list-1f0e9c2a-77aa-4bcd-9aef-0123456789ab.csv", "list-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee.csv"),
        ] {
            assert_eq!(stem(one), stem(other), "{one}");
            assert!(!stem(one).is_empty(), "{one}");
        }
    }

    #[test]
    fn other_lists_of_one_system_keep_their_names() {
        assert_ne!(stem("hubspot-all-contacts-2024-05-01.csv"), stem("hubspot-newsletter-2024-05-01.csv"));
        assert_ne!(stem("unsubscribed_members_8f2c1a.csv"), stem("subscribed_members_8f2c1a.csv"));
    }

    #[test]
    fn in_a_list_kept_by_hand_only_a_whole_day_is_no_part_of_the_name() {
        let list = |name: &str| ExportName::of(name, true).stem;
        assert_ne!(list("Fair 2024.xlsx"), list("Fair 2025.xlsx"));
        assert_ne!(list("batch 1.csv"), list("batch 2.csv"));
        assert_ne!(list("signups 2024-05.csv"), list("signups 2024-06.csv"));
        assert_eq!(list("Kunder 2024-05-01.xlsx"), list("Kunder 2025-06-02 - copy (2).xlsx"));
    }

    #[test]
    fn the_moment_of_the_export_is_told_only_beyond_doubt() {
        let day = |name: &str| system(name).at.map(|at| (at.div_euclid(86_400), at.rem_euclid(86_400)));
        assert_eq!(day("x-2024-05-01.csv"), Some((19_844, 0)));
        assert_eq!(day("x-2024-05-01-10-15-30.csv"), Some((19_844, 36_930)));
        assert_eq!(day("x_20240501101530.csv"), Some((19_844, 36_930)));
        assert_eq!(day("x 31.05.2024.csv"), Some((19_874, 0)));
        assert_eq!(day("x 03.04.2024.csv"), None, "third of April or fourth of March");
        assert_eq!(day("x 1 May 2024.csv"), Some((19_844, 0)));
        assert_eq!(day("x-12345678.csv"), None);
        assert_eq!(day("x.csv"), None);
    }

    #[test]
    fn the_number_of_a_copy_tells_the_later_of_two_names_that_are_else_the_same() {
        let later = |one: &str, other: &str| ExportName::of(one, true).is_later_copy(&ExportName::of(other, true));
        for (earlier, then) in [
            ("contacts.csv", "contacts (1).csv"),
            ("contacts (2).csv", "contacts (10).csv"),
            ("Kunder 2024-05-01.csv", "Kunder 2024-05-01(1).csv"),
        ] {
            assert_eq!((later(then, earlier), later(earlier, then)), (Some(true), Some(false)), "{then}");
        }
        for (one, other) in [
            ("contacts.csv", "contacts.xlsx"),
            ("Kunder 2024-05-01 (1).csv", "Kunder 2025-05-01.csv"),
            ("Kunder 03.04.2024 (1).csv", "Kunder 05.06.2024.csv"),
            ("contacts - copy (2).csv", "contacts.csv"),
            ("Kopie von contacts.csv", "contacts (1).csv"),
        ] {
            assert_eq!(later(one, other), None, "{one}");
        }
    }

    #[test]
    fn any_name_is_taken_apart() {
        for name in ["", ".", "()", "(1)", "ÅÄÖ t", "2024", "00000000", "99999999999999.csv", "é-1-é", "20241301"]
        {
            let _ = (ExportName::of(name, true), ExportName::of(name, false));
        }
    }
}
