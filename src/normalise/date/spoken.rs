//! Dates with words in them: month names, weekdays, a.m. and p.m., named zones.

use std::sync::LazyLock;

use crate::import::DateOrder;
use crate::normalise::fold::{Lexicon, fold};
use crate::vocabulary::Precision;

use super::calendar::{self, Clock, Day, Stamp};

/// Longer cells are prose.
const LONGEST: usize = 80;

#[derive(Clone, Copy, PartialEq)]
enum Word {
    Month(u32),
    Weekday,
    /// Words between the parts: `14 de marzo`, `den 14 mars`, `um 9 Uhr`.
    Filler,
    /// The hour follows: `14h30`.
    Hours,
    /// Seconds may follow: `14 h 30 min 5 s`.
    Minutes,
    Am,
    Pm,
    /// Seconds east of UTC.
    Zone(i32),
    /// A zone several countries call by the same letters.
    UnclearZone,
}

const MONTHS: [&str; 12] = [
    "january|i|tammi|tammik|tammikuun|jan|gennaio|gen|januari|januar|jänner|jän|janvier|janv|enero|ene|janeiro|tammikuu|tammikuuta|\
        styczeń|stycznia|sty",
    "february|ii|helmi|helmik|helmikuun|feb|febbraio|februari|februar|feber|février|févr|fév|febrero|fevereiro|fev|helmikuu|\
        helmikuuta|luty|lutego|lut",
    "march|iii|maalis|maalisk|maaliskuun|mar|marzo|mars|märz|mär|mrz|maart|mrt|março|marts|maaliskuu|maaliskuuta|marzec|marca",
    "april|iv|huhti|huhtik|huhtikuun|apr|aprile|avril|avr|abril|abr|huhtikuu|huhtikuuta|kwiecień|kwietnia|kwi",
    "may|v|touko|toukok|toukokuun|maggio|mag|maj|mai|mayo|mei|maio|toukokuu|toukokuuta|maja",
    "june|vi|kesä|kesäk|kesäkuun|jun|giugno|giu|juni|juin|junio|junho|kesäkuu|kesäkuuta|czerwiec|czerwca|cze",
    "july|vii|juill|heinä|heinäk|heinäkuun|jul|luglio|lug|juli|juillet|juil|julio|julho|heinäkuu|heinäkuuta|lipiec|lipca|lip",
    "august|viii|elo|elok|elokuun|aug|agosto|ago|augusti|août|aou|augustus|elokuu|elokuuta|sierpień|sierpnia|sie",
    "september|ix|syys|syysk|syyskuun|sep|sept|settembre|set|septembre|septiembre|setiembre|setembro|syyskuu|syyskuuta|wrzesień|\
        września|wrz",
    "october|x|loka|lokak|lokakuun|oct|ottobre|ott|oktober|okt|octobre|octubre|outubro|out|lokakuu|lokakuuta|październik|\
        października|paź",
    "november|xi|marras|marrask|marraskuun|nov|novembre|noviembre|novembro|marraskuu|marraskuuta|listopad|listopada|lis",
    "december|xii|joulu|jouluk|joulukuun|dec|dicembre|dic|dezember|dez|décembre|déc|diciembre|dezembro|desember|des|joulukuu|\
        joulukuuta|grudzień|grudnia|gru",
];

const WEEKDAYS: &str = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|sat|sun|lunedì|\
    martedì|mercoledì|giovedì|venerdì|sabato|domenica|lun|mer|gio|ven|sab|dom|måndag|tisdag|onsdag|torsdag|\
    fredag|lördag|söndag|mån|tis|ons|tors|tor|fre|lör|sön|montag|dienstag|mittwoch|donnerstag|freitag|samstag|\
    sonnabend|sonntag|mo|di|mi|do|fr|sa|so|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jeu|sam|dim|\
    lunes|martes|miércoles|jueves|viernes|sábado|domingo|mié|jue|vie|maandag|dinsdag|woensdag|donderdag|\
    vrijdag|zaterdag|zondag|ma|wo|vr|za|zo|segunda|terça|quarta|quinta|sexta|feira|seg|ter|qua|qui|sex|mandag|\
    tirsdag|lørdag|søndag|man|tirs|tir|lør|søn|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|\
    sunnuntai|maanantaina|tiistaina|keskiviikkona|torstaina|perjantaina|lauantaina|sunnuntaina|ti|ke|to|pe|la|su|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pon|wt|śr|czw|pt|\
    sob|niedz|ndz|nd|pn|cz|sb|weds|thur";

const FILLERS: &str = "t|the|of|at|on|de|del|den|der|le|el|il|al|alle|ore|kl|klo|klokken|um|uhr|a|à|o|om|w|dnia|godz|las|los|st|\
    rd|th|er|ème|º|ª|hrs|r|roku|as|uur|klockan|godzina|e|s|sek|sec|päivä|päivänä";

/// The halves of a day; letters with full stops between them (`a. m.`, `f.m.`) are joined before.
const BEFORE_NOON: &str = "am|fm|vm|ap|vorm|vormittags";
const AFTER_NOON: &str = "pm|em|nm|ip|nachm|nachmittags";

const ZONES: &[(&str, i32)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("west", 1),
    ("cet", 1),
    ("mez", 1),
    ("cest", 2),
    ("mesz", 2),
    ("eet", 2),
    ("eest", 3),
    ("est", -5),
    ("edt", -4),
    ("cdt", -5),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
];

const UNCLEAR_ZONES: &str = "bst|ist|cst|mst|ast|msk|jst|aest|aedt|nzst|nzdt|sast";

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let months =
        (1..).zip(MONTHS).flat_map(|(month, names)| names.split('|').map(move |name| (name, Word::Month(month))));
    let words = months
        .chain(WEEKDAYS.split('|').map(|name| (name, Word::Weekday)))
        .chain(FILLERS.split('|').map(|name| (name, Word::Filler)))
        .chain(ZONES.iter().map(|(name, hours)| (*name, Word::Zone(hours * 3600))))
        .chain(UNCLEAR_ZONES.split('|').map(|name| (name, Word::UnclearZone)))
        .chain(BEFORE_NOON.split('|').map(|name| (name, Word::Am)))
        .chain(AFTER_NOON.split('|').map(|name| (name, Word::Pm)))
        .chain([("h", Word::Hours), ("min", Word::Minutes)]);
    Lexicon::from_words(words.map(|(name, word)| (fold(name), word)))
});

#[derive(Clone, Copy, PartialEq)]
enum Token {
    Number { value: u32, digits: usize },
    Word(Word),
    Sign(char),
}

/// Reads a date whose parts are words and numbers in any usual order.
pub(super) fn read(text: &str, order: DateOrder) -> Option<Stamp> {
    if text.len() > LONGEST {
        return None;
    }
    let text = text.to_lowercase();
    let mut parts = Parts::default();
    parts.collect(&tokens(&text)?)?;
    parts.stamp(order)
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::with_capacity(16);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        let taken = if c.is_ascii_digit() {
            let digits = length(|c| c.is_ascii_digit());
            tokens.push(Token::Number { value: rest[..digits].parse().ok()?, digits });
            digits
        } else if let Some((half, taken)) = half_day(rest) {
            tokens.push(Token::Word(half));
            taken
        } else if c.is_alphabetic() || c == '\u{301}' {
            let word = length(|c| c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c));
            tokens.push(Token::Word(WORDS.get(&fold(&rest[..word]))?));
            word
        } else if rest.starts_with(":e ") {
            // “14:e mars”
            2
        } else if c == '(' {
            // JavaScript explains its offset in brackets.
            rest.find(')').map_or(rest.len(), |end| end + 1)
        } else {
            if !c.is_whitespace() {
                tokens.push(Token::Sign(c));
            }
            c.len_utf8()
        };
        rest = &rest[taken..];
    }
    (tokens.len() <= 24).then_some(tokens)
}

/// `a.m.`, `p. m.`, `f.m`: two letters with a full stop between them, and how many bytes they take.
fn half_day(text: &str) -> Option<(Word, usize)> {
    let mut chars = text.char_indices().peekable();
    let (_, first) = chars.next().filter(|(_, c)| c.is_ascii_lowercase())?;
    chars.next().filter(|(_, c)| *c == '.')?;
    chars.next_if(|(_, c)| c.is_whitespace());
    let (at, second) = chars.next().filter(|(_, c)| matches!(c, 'm' | 'p'))?;
    if chars.next().is_some_and(|(_, c)| c.is_alphanumeric()) {
        return None;
    }
    let half = WORDS.get(&String::from_iter([first, second]))?;
    matches!(half, Word::Am | Word::Pm).then_some((half, at + 1))
}

#[derive(Default)]
struct Parts {
    numbers: Vec<(u32, usize)>,
    month: Option<u32>,
    clock: Option<Clock>,
    offset: Option<i32>,
}

impl Parts {
    fn collect(&mut self, tokens: &[Token]) -> Option<()> {
        let mut rest = tokens;
        while let Some((token, after)) = rest.split_first() {
            rest = match *token {
                Token::Number { value, digits } => self.number(value, digits, after)?,
                Token::Word(word) => {
                    self.word(word)?;
                    after
                }
                Token::Sign(sign @ ('+' | '-')) if self.clock.is_some() => self.zone(sign, after)?,
                Token::Sign('/' | '.' | '-' | ',' | '\'' | '’' | ';' | '|' | 'º' | '°' | '@') => after,
                // 14/Mar/2024:09:12:31
                Token::Sign(':') if self.clock.is_none() && !self.numbers.is_empty() => after,
                Token::Sign(_) => return None,
            };
        }
        Some(())
    }

    fn number<'t>(&mut self, value: u32, digits: usize, after: &'t [Token]) -> Option<&'t [Token]> {
        use Token::{Number, Sign, Word as Said};
        let dated = self.numbers.len() + usize::from(self.month.is_some()) >= 3;
        match *after {
            [Sign(':'), Number { value: minute, .. }, ref rest @ ..] if self.clock.is_none() && digits <= 2 => {
                self.clock(value, minute, rest, ':')
            }
            [Sign('.'), Number { value: minute, digits: 2 }, ref rest @ ..] if dated && self.clock.is_none() => {
                self.clock(value, minute, rest, '.')
            }
            [Said(Word::Hours), Number { value: minute, .. }, ref rest @ ..] if dated && self.clock.is_none() => {
                self.clock(value, minute, rest, 'h')
            }
            [Said(Word::Hours | Word::Am | Word::Pm), ..] if dated && self.clock.is_none() => {
                self.clock = Some(Clock { seconds: Clock::seconds(value, 0, 0)?, precision: Precision::Minute });
                Some(if after[0] == Said(Word::Hours) { &after[1..] } else { after })
            }
            _ if digits == 8 && self.numbers.is_empty() && self.month.is_none() => {
                self.numbers.extend([(value / 10_000, 4), (value / 100 % 100, 2), (value % 100, 2)]);
                Some(after)
            }
            _ if dated && digits == 6 && self.clock.is_none() => {
                let seconds = Clock::seconds(value / 10_000, value / 100 % 100, value % 100)?;
                self.clock = Some(Clock { seconds, precision: Precision::Second });
                Some(after)
            }
            // 20240314T0912
            _ if dated && digits == 4 && self.clock.is_none() => {
                let seconds = Clock::seconds(value / 100, value % 100, 0)?;
                self.clock = Some(Clock { seconds, precision: Precision::Minute });
                Some(after)
            }
            _ => {
                self.numbers.push((value, digits));
                (self.numbers.len() <= 3).then_some(after)
            }
        }
    }

    fn clock<'t>(&mut self, hour: u32, minute: u32, rest: &'t [Token], sign: char) -> Option<&'t [Token]> {
        use Token::{Number, Sign, Word as Said};
        let (seconds, precision, rest) = match *rest {
            [Said(Word::Minutes), Number { value: second, .. }, ref rest @ ..] => {
                (Clock::seconds(hour, minute, second)?, Precision::Second, rest)
            }
            [Sign(colon), Number { value: second, digits: 2 }, ref rest @ ..] if colon == sign => {
                let rest = match *rest {
                    [Sign('.' | ','), Number { .. }, ref rest @ ..] => rest,
                    _ => rest,
                };
                (Clock::seconds(hour, minute, second)?, Precision::Second, rest)
            }
            _ => (Clock::seconds(hour, minute, 0)?, Precision::Minute, rest),
        };
        self.clock = Some(Clock { seconds, precision });
        Some(rest)
    }

    fn word(&mut self, word: Word) -> Option<()> {
        match word {
            // “mar. 14 mai” is a Tuesday: the later of two months is the month.
            Word::Month(month) => self.month = Some(month),
            Word::Zone(offset) => self.offset = Some(offset),
            // “am 14. März”, “em 14 de março”
            Word::Am | Word::Pm if self.clock.is_none() && self.numbers.is_empty() => {}
            Word::Am | Word::Pm => {
                let clock = self.clock.as_mut()?;
                let hour = clock.seconds / 3600;
                match word {
                    Word::Pm if hour < 12 => clock.seconds += 12 * 3600,
                    Word::Am if hour == 12 => clock.seconds -= 12 * 3600,
                    _ if hour <= 12 => {}
                    _ => return None,
                }
            }
            Word::Weekday | Word::Filler | Word::Hours | Word::Minutes | Word::UnclearZone => {}
        }
        Some(())
    }

    fn zone<'t>(&mut self, sign: char, after: &'t [Token]) -> Option<&'t [Token]> {
        use Token::{Number, Sign};
        let (hours, minutes, rest) = match *after {
            [Number { value, digits: 4 }, ref rest @ ..] => (value / 100, value % 100, rest),
            [Number { value, digits: 1 | 2 }, Sign(':'), Number { value: minutes, .. }, ref rest @ ..] => {
                (value, minutes, rest)
            }
            [Number { value, digits: 1 | 2 }, ref rest @ ..] => (value, 0, rest),
            _ => return None,
        };
        if hours > 15 || minutes > 59 {
            return None;
        }
        let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
        self.offset = Some(if sign == '-' { -seconds } else { seconds });
        Some(rest)
    }

    fn stamp(self, order: DateOrder) -> Option<Stamp> {
        let year = |(value, digits): (u32, usize)| -> Option<i32> {
            match digits {
                4 => i32::try_from(value).ok(),
                // As spreadsheets do, with room for some years to come.
                2 if value < 40 => i32::try_from(2000 + value).ok(),
                2 => i32::try_from(1900 + value).ok(),
                _ => None,
            }
        };
        let day = match (self.month, &self.numbers[..]) {
            (Some(month), &[first, second]) if first.1 == 4 => Day { year: year(first)?, month, day: short(second)? },
            (Some(month), &[first, second]) => Day { year: year(second)?, month, day: short(first)? },
            (None, &[first, second, third]) if first.1 == 4 => {
                Day { year: year(first)?, month: short(second)?, day: short(third)? }
            }
            (None, &[first, second, third]) if first.0 > 31 && first.1 == 2 => {
                Day { year: year(first)?, month: short(second)?, day: short(third)? }
            }
            (None, &[first, second, third]) => {
                let (month, day) = calendar::month_and_day(short(first)?, short(second)?, order);
                Day { year: year(third)?, month, day }
            }
            _ => return None,
        };
        Some(Stamp { day, clock: self.clock, offset: self.offset.filter(|_| self.clock.is_some()) })
    }
}

fn short((value, digits): (u32, usize)) -> Option<u32> {
    (digits <= 2).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_means_two_things() {
        let months = (1..).zip(MONTHS).flat_map(|(month, names)| names.split('|').map(move |name| (name, month)));
        for (name, month) in months {
            assert!(WORDS.get(&fold(name)) == Some(Word::Month(month)), "{name}");
        }
        for name in WEEKDAYS.split('|') {
            assert!(WORDS.get(&fold(name)) == Some(Word::Weekday), "{name}");
        }
        for name in FILLERS.split('|').filter(|name| !fold(name).is_empty()) {
            assert!(WORDS.get(&fold(name)) == Some(Word::Filler), "{name}");
        }
        for name in BEFORE_NOON.split('|') {
            assert!(WORDS.get(name) == Some(Word::Am), "{name}");
        }
    }
}
