//! What the cells of a column are, whatever its header says.

use super::ValueWords;
use super::dates::{DateEvidence, DateShape, date_shape};
use crate::import::header_words::bare_answer;

/// What stands in place of nothing in exports.
const PLACEHOLDERS: [&str; 16] = [
    "[]",
    "-",
    "--",
    "---",
    "----",
    "n/a",
    "null",
    "\\n",
    "none",
    "nan",
    "#n/v",
    "0000-00-00",
    "0000-00-00 00:00:00",
    "00/00/0000",
    "00.00.0000",
    "00-00-0000",
];
/// Columns of more distinct words than this are no yes-or-no or state columns.
const MOST_WORDS: usize = 40;

/// Local telephone numbers have at least these digits.
const SHORTEST_NUMBER: usize = 5;

/// After this many different cells without a known word no more are looked up.
const MANY_MISSES: u32 = 50;

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Email,
    Url,
    Ip,
    Date,
    Phone,
    Number,
    /// A bare yes or no, or the word of a state.
    Answer,
    Country,
    Text,
}

/// The sampled cells of one column, counted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile<'a> {
    /// Cells with content.
    pub(crate) filled: u32,
    /// Different contents.
    pub(crate) distinct: u32,
    pub(crate) emails: u32,
    pub(crate) urls: u32,
    pub(crate) ips: u32,
    /// Dates with a year.
    pub(crate) dates: u32,
    /// Dates without a year, and numbers that could count seconds or days.
    pub(crate) could_be_dates: u32,
    /// Telephone numbers by their signs.
    pub(crate) phones: u32,
    pub(crate) numbers: u32,
    /// Of these, those with as many digits as a telephone number has at least.
    pub(crate) long_numbers: u32,
    /// Single words with a digit, and no date, address or telephone number.
    pub(crate) keys: u32,
    /// Bare yes or no.
    pub(crate) answers: u32,
    /// Words that name a state and are no bare yes or no.
    pub(crate) states: u32,
    pub(crate) countries: u32,
    /// Country names, not codes.
    pub(crate) country_names: u32,
    /// Cells of several words.
    pub(crate) several_words: u32,
    /// Cells that look like the name of a person: a few words with capitals and without digits.
    pub(crate) names: u32,
    /// Cells that may be a no, in whatever words.
    pub(crate) doubts: u32,
    /// Cells that speak of what is sent to people.
    pub(crate) messages: u32,
    /// Cells of three and more words without a digit.
    pub(crate) sentences: u32,
    pub(crate) order: DateEvidence,
    /// Distinct contents with their number, most frequent first; empty if there are too many.
    pub(crate) words: Vec<(&'a str, u32)>,
}

impl<'a> Profile<'a> {
    /// Counts the cells of a column.
    pub(crate) fn of(cells: impl Iterator<Item = &'a str>, known: &ValueWords<'_>) -> Self {
        let mut filled: Vec<&str> = cells.map(str::trim).filter(|cell| !is_placeholder(cell)).collect();
        filled.sort_unstable();
        let mut profile = Self::default();
        for same in filled.chunk_by(|a, b| a == b) {
            let (cell, times) = (same[0], u32::try_from(same.len()).unwrap_or(u32::MAX));
            profile.filled += times;
            profile.distinct += 1;
            profile.count(cell, times, known);
            if profile.words.len() <= MOST_WORDS {
                profile.words.push((cell, times));
            }
        }
        if profile.words.len() > MOST_WORDS {
            profile.words.clear();
        }
        profile.words.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        profile
    }

    /// The part of the filled cells, 0 to 1; 0 of an empty column.
    pub(crate) fn share(&self, count: u32) -> f32 {
        if self.filled == 0 { 0.0 } else { count as f32 / self.filled as f32 }
    }

    /// What at least eight of ten filled cells are.
    pub(crate) fn kind(&self) -> Option<Kind> {
        if self.filled == 0 {
            return None;
        }
        [
            (Kind::Email, self.emails),
            (Kind::Url, self.urls),
            (Kind::Ip, self.ips),
            (Kind::Date, self.dates),
            (Kind::Country, if self.answers + self.states < self.countries { self.countries } else { 0 }),
            (Kind::Answer, self.answers + self.states),
            (Kind::Phone, self.phones),
            (Kind::Number, self.numbers),
        ]
        .into_iter()
        .find(|(_, count)| self.share(*count) >= 0.8)
        .map_or(Some(Kind::Text), |(kind, _)| Some(kind))
    }

    fn count(&mut self, cell: &str, times: u32, known: &ValueWords<'_>) {
        if cell.contains('@') {
            self.emails += if is_email(cell) { times } else { 0 };
            return;
        }
        if is_url(cell) {
            self.urls += times;
            return;
        }
        if is_ip(cell) {
            self.ips += times;
            return;
        }
        let date = date_shape(cell);
        if let Some(shape) = date {
            self.order.add(shape, times);
            match shape {
                DateShape::Plain | DateShape::Parts { year: true, .. } => {
                    self.dates += times;
                    return;
                }
                DateShape::Parts { .. } | DateShape::Number => self.could_be_dates += times,
            }
        }
        if is_phone(cell) {
            self.phones += times;
            return;
        }
        if cell.trim_start_matches('\'').bytes().all(|b| b.is_ascii_digit()) {
            self.numbers += times;
            self.long_numbers += if cell.len() >= SHORTEST_NUMBER { times } else { 0 };
        }
        if cell.bytes().any(|b| b.is_ascii_digit()) && !cell.contains(char::is_whitespace) {
            self.keys += times;
        }
        if cell.len() <= 60 {
            self.count_words(cell, times, known);
        }
        if cell.split_whitespace().nth(1).is_some() {
            self.several_words += times;
        }
        let words = cell.split_whitespace().filter(|word| word.chars().all(|c| !c.is_ascii_digit()));
        if words.take(3).count() == 3 {
            self.sentences += times;
        }
        self.names += if is_name(cell) { times } else { 0 };
        self.doubts += if (known.doubt)(cell) { times } else { 0 };
        self.messages += if (known.message)(cell) { times } else { 0 };
    }

    fn count_words(&mut self, cell: &str, times: u32, known: &ValueWords<'_>) {
        // A column of names: nothing more is looked up where many different cells were no known word.
        if self.distinct > MANY_MISSES && self.answers + self.states + self.countries == 0 {
            return;
        }
        if bare_answer(cell).is_some() {
            self.answers += times;
        } else if (known.status)(cell).is_some() {
            self.states += times;
        }
        // “Bo” and “Al” are people; a code is written in capitals, or all of it small.
        let is_name = matches!(cell.as_bytes(), [b'A'..=b'Z', b'a'..=b'z']);
        if !is_name && (known.country)(cell) {
            self.countries += times;
            self.country_names += if cell.len() > 3 { times } else { 0 };
        }
    }
}

pub(crate) fn is_placeholder(cell: &str) -> bool {
    // Question marks say that nobody knows.
    let unknown = cell.bytes().all(|byte| byte == b'?');
    unknown || (cell.len() <= 19 && PLACEHOLDERS.iter().any(|word| cell.eq_ignore_ascii_case(word)))
}

/// Looks like an address, alone, as `Ada <ada@example.org>` or as `mailto:`.
fn is_email(cell: &str) -> bool {
    let cell = match (cell.rfind('<'), cell.ends_with('>')) {
        (Some(at), true) => &cell[at + 1..cell.len() - 1],
        _ => cell.trim_matches(|c| matches!(c, '\'' | '"' | ';' | ',' | '.')),
    };
    let Some((local, domain)) = cell.rsplit_once('@') else { return false };
    let local = local.strip_prefix("mailto:").unwrap_or(local);
    !local.is_empty()
        && local.len() <= 64
        && !local.chars().any(char::is_whitespace)
        && domain.contains('.')
        && !domain.starts_with('.')
        && domain.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'))
}

fn is_url(cell: &str) -> bool {
    ["http://", "https://", "www."]
        .iter()
        .any(|start| cell.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
}

fn is_ip(cell: &str) -> bool {
    cell.len() >= 3
        && cell.len() <= 45
        && cell.bytes().any(|b| matches!(b, b'.' | b':'))
        && cell.parse::<std::net::IpAddr>().is_ok()
}

/// Two to five words that begin with a capital letter, but for what stands before a family name.
fn is_name(cell: &str) -> bool {
    const BEFORE: [&str; 19] = [
        "de", "da", "do", "dos", "das", "di", "del", "della", "la", "van", "der", "den", "ten", "ter", "von", "zu",
        "af", "av", "y",
    ];
    let plain = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | ',');
    let is_part = |word: &str| {
        BEFORE.contains(&word) || word == "&" || word.starts_with(char::is_uppercase) && word.chars().all(plain)
    };
    cell.len() <= 60 && (2..=5).contains(&cell.split_whitespace().count()) && cell.split_whitespace().all(is_part)
}

/// Six to sixteen digits that look dialled: a plus, a leading zero, or blanks and brackets between them.
fn is_phone(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'');
    let cell = cell.strip_prefix("tel:").or_else(|| cell.strip_prefix("p:")).unwrap_or(cell);
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    if !(6..=16).contains(&digits) || !cell.bytes().all(|b| b.is_ascii_digit() || b"+()-./ ".contains(&b)) {
        return false;
    }
    let separators = cell.bytes().filter(|b| b" ()-/".contains(b)).count();
    cell.starts_with('+') || (cell.starts_with('0') && digits >= 8) || (separators >= 1 && digits >= 7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile<'a>(cells: &[&'a str]) -> Profile<'a> {
        let known = ValueWords {
            status: &|_| None,
            country: &|word| matches!(word, "SE" | "Sweden" | "NO" | "IT"),
            doubt: &|word| word.starts_with("no "),
            message: &|word| word.contains("mail"),
        };
        Profile::of(cells.iter().copied(), &known)
    }

    #[test]
    fn a_name_is_told_from_a_remark() {
        let names = ["Ada Vogt", "Dr. Bo Lind", "Ines de la Cruz", "Fam. Esteves", "O’Brien, Pat", "Łukasz Ząbek-Noll"];
        assert!(names.iter().all(|name| is_name(name)));
        for other in ["Ada", "mag Riesling", "Keine Mails mehr", "Haus 7", "Ada Vogt (mit Hund)", "A. und B.", "5 Uhr"]
        {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn every_kind_of_cell_is_told_from_the_others() {
        for (cells, kind) in [
            (&["ada@example.org", "Bo <bo@example.com>", "", "-"][..], Kind::Email),
            (&["https://shop.example/a", "www.example.org"], Kind::Url),
            (&["192.0.2.1", "2001:db8::1"], Kind::Ip),
            (&["2024-03-14", "14.03.2024"], Kind::Date),
            (&["+46 70 174 06 05", "070-174 06 06", "'+44 7700 900123", "p:+46701740607"], Kind::Phone),
            (&["12", "7210448301122"], Kind::Number),
            (&["ja", "nej", "Ja"], Kind::Answer),
            (&["SE", "IT", "NO"], Kind::Country),
            (&["Ada", "Bo"], Kind::Text),
        ] {
            assert_eq!(profile(cells).kind(), Some(kind), "{cells:?}");
        }
        assert_eq!(profile(&["", " ", "N/A", "NULL"]).kind(), None);
    }

    #[test]
    fn words_are_counted_most_frequent_first() {
        assert_eq!(profile(&["b", "a", "b", "c"]).words, [("b", 2), ("a", 1), ("c", 1)]);
    }
}
