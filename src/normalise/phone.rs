//! Telephone numbers become E.164: `+`, calling code, number. A number whose country nobody knows stays unknown.
//!
//! The check is structural: a calling code that exists and a length its plan allows. That is what a key for
//! matching needs, at a fiftieth of the cost of a full validation. The `phonenumber` library is asked only about
//! the few countries whose national notation follows rules a table cannot hold, and remembers its answers.

use phonenumber::country::Id;

use super::cell;
use super::country::Country;
use super::numbering::{self, Plan};

/// A number in E.164: `+` and at most 15 digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct E164 {
    digits: [u8; 15],
    length: u8,
}

/// Why a cell gives no telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotANumber {
    /// Nothing stands there.
    #[error("the cell is empty")]
    Empty,
    /// A spreadsheet rounded it (`4.67E+10`): the last digits are lost.
    #[error("the number was rounded by a spreadsheet; export the column as text")]
    Rounded,
    /// Letters, or no digits.
    #[error("it is no telephone number")]
    NoNumber,
    /// It has no calling code, and the country is not known.
    #[error("it has no calling code and its country is not known")]
    CountryUnknown,
    /// No number of that country looks like it.
    #[error("no telephone number of its country has this form")]
    Impossible,
}

/// Reads telephone numbers of one table.
#[derive(Default)]
pub struct Phones {
    /// Whether digits without `+` begin with the calling code, as Brevo writes them.
    bare_is_international: bool,
    asked: Vec<Option<Asked>>,
}

/// What the library said of a number.
struct Asked {
    digits: Digits,
    country: Country,
    answer: Result<E164, NotANumber>,
}

const REMEMBERED: usize = 1024;

/// Countries whose national numbers carry carrier codes or change when they are dialled from abroad.
const BY_LIBRARY: [&str; 8] = ["AR", "BO", "BR", "BY", "CN", "CO", "GA", "KR"];

impl Phones {
    /// `bare_is_international`: digits without `+` begin with the calling code, as Brevo writes them.
    pub fn new(bare_is_international: bool) -> Self {
        Self { bare_is_international, asked: Vec::new() }
    }

    /// The number of a cell. `hint` is the country of the person where it is known: without it, a number in
    /// national notation is [`NotANumber::CountryUnknown`]. Of several numbers the first is taken; an extension
    /// is left out.
    pub fn read(&mut self, cell: &str, hint: Option<Country>) -> Result<E164, NotANumber> {
        let number = Written::of(cell)?;
        if number.international {
            // `+0046`: the digits dialled to leave a country, behind the sign that stands for them.
            let digits = number.digits.as_str();
            return self.abroad(digits.strip_prefix("00").unwrap_or(digits));
        }
        if let Some(rest) = self.exit_code(number.digits.as_str(), hint) {
            return self.abroad(rest);
        }
        if self.bare_is_international {
            return self.abroad(number.digits.as_str());
        }
        let country = hint.ok_or(NotANumber::CountryUnknown)?;
        let plan = numbering::of(country).ok_or(NotANumber::CountryUnknown)?;
        let peculiar = BY_LIBRARY.contains(&country.code());
        match national(number.digits.as_str(), plan) {
            Some(e164) if !peculiar => Ok(e164),
            _ if peculiar => self.ask(number.digits, country),
            _ => Err(NotANumber::Impossible),
        }
    }

    /// What else a cell holds behind its first number, if it may be another one (`070 174 06 05 / 070 174 06 06`).
    #[inline]
    pub fn behind_first(cell: &str) -> Option<&str> {
        // Two of the shortest numbers and what parts them.
        if cell.len() < 15 || !cell.bytes().any(|byte| matches!(byte, b',' | b';' | b'|' | b'/' | b'+' | b'\n')) {
            return None;
        }
        let mut digits = 0;
        for (at, sign) in cell.char_indices() {
            match sign {
                '0'..='9' => digits += 1,
                ',' | ';' | '|' | '/' | '\n' if digits >= 7 => return cell.get(at + 1..),
                '+' if digits >= 7 => return cell.get(at..),
                _ => {}
            }
        }
        None
    }

    /// What follows the digits dialled to leave a country.
    fn exit_code<'d>(&self, digits: &'d str, hint: Option<Country>) -> Option<&'d str> {
        let plan = hint.and_then(numbering::of);
        let own = match plan {
            Some(plan) if plan.calling_code == 1 => digits.strip_prefix("011"),
            Some(plan) if plan.country.code() == "AU" => digits.strip_prefix("0011"),
            _ => None,
        };
        own.or_else(|| digits.strip_prefix("00"))
    }

    /// A number with its calling code. Where the table does not suffice the library is asked, as it is at home.
    fn abroad(&mut self, digits: &str) -> Result<E164, NotANumber> {
        let read = international(digits);
        let Some((plan, rest)) = numbering::by_calling_code(digits).filter(|_| read.is_err()) else { return read };
        if !BY_LIBRARY.contains(&plan.country.code()) || rest.len() < 8 {
            return read;
        }
        let mut national = Digits { bytes: [0; 24], length: 0 };
        if !rest.starts_with('0') {
            national.push(b'0')?;
        }
        rest.bytes().try_for_each(|digit| national.push(digit))?;
        self.ask(national, plan.country)
    }

    fn ask(&mut self, digits: Digits, country: Country) -> Result<E164, NotANumber> {
        if self.asked.is_empty() {
            self.asked.resize_with(REMEMBERED, || None);
        }
        let hash = xxhash_rust::xxh3::xxh3_64(digits.as_str().as_bytes());
        let slot = &mut self.asked[(hash % REMEMBERED as u64) as usize];
        if let Some(asked) = slot
            && asked.digits == digits
            && asked.country == country
        {
            return asked.answer;
        }
        let answer = by_library(digits.as_str(), country);
        *slot = Some(Asked { digits, country, answer });
        answer
    }
}

/// The number of a cell; see [`Phones::read`] for many.
pub fn normalise(cell: &str, hint: Option<Country>) -> Result<E164, NotANumber> {
    Phones::default().read(cell, hint)
}

/// The digits of a number and whether it began with a `+`.
struct Written {
    digits: Digits,
    international: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Digits {
    bytes: [u8; 24],
    length: u8,
}

impl Digits {
    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).expect("ASCII digits")
    }

    fn push(&mut self, digit: u8) -> Result<(), NotANumber> {
        let slot = self.bytes.get_mut(usize::from(self.length)).ok_or(NotANumber::NoNumber)?;
        *slot = digit;
        self.length += 1;
        Ok(())
    }
}

impl Written {
    fn of(cell: &str) -> Result<Self, NotANumber> {
        let text = cell::text(cell).ok_or(NotANumber::Empty)?;
        let text = text.trim_start_matches(['\'', '"']).trim_end_matches('"');
        let text = ["tel:", "Tel:", "p:"].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text);
        let text = text.strip_suffix(".0").unwrap_or(text);
        let mut number = Self { digits: Digits { bytes: [0; 24], length: 0 }, international: false };
        let mut rest = text.char_indices();
        while let Some((at, c)) = rest.next() {
            match c {
                '0'..='9' => number.digits.push(c as u8)?,
                '+' | '＋' if number.digits.length == 0 => number.international = true,
                '(' if text[at..].starts_with("(0)") && number.digits.length > 0 => {
                    // +44 (0)20 …: the zero is dialled at home only. Italy keeps it.
                    if !number.international && !number.digits.as_str().starts_with("00")
                        || matches!(number.digits.as_str().trim_start_matches("00"), "39" | "378" | "379")
                    {
                        number.digits.push(b'0')?;
                    }
                    rest.nth(1);
                }
                ' ' | '-' | '.' | '(' | ')' | '[' | ']' | '_' | '·' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
                '/' if number.digits.length < 7 => {}
                ',' | ';' | '|' | '/' | '+' | '#' if number.digits.length >= 7 => break,
                'e' | 'E' | ',' if is_exponent(text) => return Err(NotANumber::Rounded),
                c if c.is_whitespace() || cell::is_invisible(c) => {}
                _ if number.digits.length >= 7 && is_extension(&text[at..]) => break,
                _ => return Err(NotANumber::NoNumber),
            }
        }
        if text.contains(['e', 'E']) && is_exponent(text) {
            return Err(NotANumber::Rounded);
        }
        let digits = number.digits.as_str().as_bytes();
        if digits.len() < 5 || digits.iter().all(|digit| *digit == digits[0]) {
            return Err(NotANumber::NoNumber);
        }
        Ok(number)
    }
}

/// `4.67E+10`, `4,67e10`: what a spreadsheet makes of a number it was not told to keep as text.
fn is_exponent(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return false };
    let exponent = exponent.trim_start_matches(['+', '-']);
    !exponent.is_empty()
        && exponent.bytes().all(|byte| byte.is_ascii_digit())
        && mantissa.bytes().any(|byte| byte.is_ascii_digit())
        && mantissa.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'+'))
}

/// `ext. 12`, `x12`, `Durchwahl 12`, `int. 12`, `(work)`.
fn is_extension(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["ext", "x", "dw", "durchwahl", "int", "ank", "anknytning", "poste", "p.", "tlf", "mob", "tel"]
        .iter()
        .any(|mark| lower.starts_with(mark))
}

fn international(digits: &str) -> Result<E164, NotANumber> {
    let (plan, rest) = numbering::by_calling_code(digits).ok_or(NotANumber::Impossible)?;
    complete(&plan, without_trunk(rest, &plan)).ok_or(NotANumber::Impossible)
}

/// Numbers never begin with a trunk zero once the calling code stands before them.
fn without_trunk<'d>(number: &'d str, plan: &Plan) -> &'d str {
    if let Some(rest) = without_former_mark(number, plan) {
        return rest;
    }
    match number.strip_prefix(plan.trunk) {
        Some(rest) if plan.trunk == "0" || !plan.knows_length(number.len()) => rest,
        _ => number,
    }
}

/// What used to be dialled before a number and still stands in lists, and is no part of it: in Mexico the 1 of mobile
/// numbers behind +52, and 01, 044 and 045 at home.
fn without_former_mark<'d>(number: &'d str, plan: &Plan) -> Option<&'d str> {
    const FORMER: [(&str, &[&str]); 1] = [("MX", &["044", "045", "01", "1"])];
    let (_, marks) = FORMER.iter().find(|(country, _)| *country == plan.country.code())?;
    if plan.knows_length(number.len()) {
        return None;
    }
    marks.iter().filter_map(|mark| number.strip_prefix(mark)).find(|rest| plan.knows_length(rest.len()))
}

fn national(digits: &str, plan: &Plan) -> Option<E164> {
    if let Some(rest) = without_former_mark(digits, plan) {
        return complete(plan, rest);
    }
    let with_trunk = !plan.trunk.is_empty() && digits.starts_with(plan.trunk);
    if with_trunk && (plan.trunk.starts_with('0') || !plan.knows_length(digits.len())) {
        return complete(plan, &digits[plan.trunk.len()..]);
    }
    let after_code = numbering::by_calling_code(digits)
        .filter(|(found, _)| found.calling_code == plan.calling_code)
        .and_then(|(found, rest)| complete(&found, without_trunk(rest, &found)));
    if plan.trunk == "0" || digits.len() >= 11 {
        // A spreadsheet may have eaten the trunk zero of a mobile number; of a fixed line that would be a guess.
        let mobile = digits.len() >= 8 && plan.knows_mobile_length(digits.len());
        let plain = plan.trunk != "0" || mobile;
        return after_code.or_else(|| complete(plan, digits).filter(|_| plain));
    }
    complete(plan, digits).or(after_code)
}

fn complete(plan: &Plan, number: &str) -> Option<E164> {
    if !plan.knows_length(number.len()) || plan.trunk == "0" && number.starts_with('0') {
        return None;
    }
    let mut code = [0; 3];
    let mut value = plan.calling_code;
    let mut start = 3;
    while value > 0 {
        start -= 1;
        code[start] = b'0' + u8::try_from(value % 10).expect("one digit");
        value /= 10;
    }
    E164::of(&code[start..], number.as_bytes())
}

fn by_library(digits: &str, country: Country) -> Result<E164, NotANumber> {
    let id: Id = country.code().parse().map_err(|_| NotANumber::CountryUnknown)?;
    let number = phonenumber::parse(Some(id), digits).map_err(|_| NotANumber::Impossible)?;
    let written = number.format().mode(phonenumber::Mode::E164).to_string();
    if !number.is_valid() {
        return Err(NotANumber::Impossible);
    }
    E164::of(&[], written.trim_start_matches('+').as_bytes()).ok_or(NotANumber::Impossible)
}

impl E164 {
    fn of(code: &[u8], number: &[u8]) -> Option<Self> {
        let length = code.len() + number.len();
        if !(7..=15).contains(&length) || number.is_empty() || number.iter().all(|digit| *digit == b'0') {
            return None;
        }
        let mut digits = [0; 15];
        digits[..code.len()].copy_from_slice(code);
        digits[code.len()..length].copy_from_slice(number);
        Some(Self { digits, length: u8::try_from(length).ok()? })
    }

    /// The number with its `+`, written into a buffer of its greatest length.
    pub fn write<'b>(&self, buffer: &'b mut [u8; 16]) -> &'b str {
        buffer[0] = b'+';
        let length = usize::from(self.length);
        buffer[1..=length].copy_from_slice(&self.digits[..length]);
        std::str::from_utf8(&buffer[..=length]).expect("ASCII digits")
    }
}

impl std::fmt::Display for E164 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.write(&mut [0; 16]))
    }
}

/// Personal data: shows the length only.
impl std::fmt::Debug for E164 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "E164({} digits)", self.length)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn read(cell: &str, hint: &str) -> Result<String, NotANumber> {
        normalise(cell, Country::from_code(hint)).map(|number| number.to_string())
    }

    #[test]
    fn every_way_of_writing_a_number_becomes_one() {
        for (cell, hint, expected) in [
            ("+46701740605", "", "+46701740605"),
            ("+46 (0)70-174 06 05", "", "+46701740605"),
            ("0046 70 174 06 05", "", "+46701740605"),
            ("'+46 70 174 06 05", "", "+46701740605"),
            ("tel:+46-70-174-06-05", "", "+46701740605"),
            ("p:+46701740605", "", "+46701740605"),
            ("\u{202a}+46\u{a0}70\u{a0}174\u{a0}06\u{a0}05\u{202c}", "", "+46701740605"),
            ("070-174 06 05", "SE", "+46701740605"),
            ("701740605", "SE", "+46701740605"),
            ("46701740605", "SE", "+46701740605"),
            ("46701740605.0", "SE", "+46701740605"),
            ("07700 900123", "GB", "+447700900123"),
            ("+44 (0) 7700 900123", "", "+447700900123"),
            ("+4407700900123", "", "+447700900123"),
            ("(020) 7946 0018", "GB", "+442079460018"),
            ("020 7946 0018 ext. 12", "GB", "+442079460018"),
            ("030/23125012", "DE", "+493023125012"),
            ("+49 (30) 23125-012", "", "+493023125012"),
            ("0171 3920012, 030 23125000", "DE", "+491713920012"),
            ("01 99 00 12 34", "FR", "+33199001234"),
            ("+33 (0)6 39 98 12 34", "", "+33639981234"),
            ("(775) 555-0154", "US", "+17755550154"),
            ("1-775-555-0154", "US", "+17755550154"),
            ("011 46 70 174 06 05", "US", "+46701740605"),
            ("17755550154", "CA", "+17755550154"),
        ] {
            assert_eq!(read(cell, hint).as_deref(), Ok(expected), "{cell} {hint}");
        }
    }

    #[test]
    fn what_was_dialled_once_is_no_part_of_a_number() {
        for (cell, hint) in [
            ("+52 1 55 1234 5678", ""),
            ("+5215512345678", "DE"),
            ("0052 1 55 1234 5678", ""),
            ("5215512345678", "MX"),
            ("044 55 1234 5678", "MX"),
            ("045 55 1234 5678", "MX"),
            ("01 55 1234 5678", "MX"),
            ("55 1234 5678", "MX"),
            ("+52 55 1234 5678", ""),
            ("+52 044 55 1234 5678", ""),
            ("+0052 55 1234 5678", ""),
        ] {
            assert_eq!(read(cell, hint).as_deref(), Ok("+525512345678"), "{cell} {hint}");
        }
        assert_eq!(read("+54 11 15 2345 6789", "").as_deref(), Ok("+5491123456789"), "Argentina’s 15 at home");
        assert_eq!(read("+54 9 11 2345 6789", "").as_deref(), Ok("+5491123456789"));
        assert!(read("+52 2 55 1234 5678", "").is_err());
    }

    #[test]
    fn italy_keeps_its_zero_and_has_no_trunk() {
        for cell in ["+39 06 0000001", "0039 06 0000001", "+39 (0)6 0000001"] {
            assert_eq!(read(cell, "").as_deref(), Ok("+39060000001"), "{cell}");
        }
        assert_eq!(read("06 0000001", "IT").as_deref(), Ok("+39060000001"));
        assert_eq!(read("39 06 0000001", "IT").as_deref(), Ok("+39060000001"));
    }

    #[test]
    fn without_country_or_calling_code_a_number_stays_unknown() {
        assert_eq!(read("070-174 06 05", ""), Err(NotANumber::CountryUnknown));
        assert_eq!(read("46701740605", ""), Err(NotANumber::CountryUnknown));
    }

    #[test]
    fn brevo_writes_the_calling_code_without_a_plus() {
        let mut phones = Phones::new(true);
        let german = Country::from_code("DE");
        assert_eq!(phones.read("46701740605", german).unwrap().to_string(), "+46701740605");
        assert_eq!(phones.read("12", german), Err(NotANumber::NoNumber));
    }

    #[test]
    fn a_rounded_number_is_never_trusted() {
        for cell in ["4.67E+10", "4,67E+10", "4.6701740605E10", "46701E6", "4.67017e+10"] {
            assert_eq!(read(cell, "SE"), Err(NotANumber::Rounded), "{cell}");
        }
    }

    #[test]
    fn what_is_no_number_gives_none() {
        for (cell, hint) in [
            ("", "SE"),
            ("-", "SE"),
            ("n/a", "SE"),
            ("call me", "SE"),
            ("1-800-FLOWERS", "US"),
            ("00000000", "SE"),
            ("1111111111", "US"),
            ("+999 123456", ""),
            ("+1 555 0100", ""),
            ("+0701740605", ""),
            ("123456789012345678901234567890", "SE"),
            ("ada@example.org", "SE"),
            ("174 06 05", "SE"),
        ] {
            assert!(read(cell, hint).is_err(), "{cell} {hint}");
        }
    }

    #[test]
    fn the_table_agrees_with_the_library() {
        for (cell, hint) in [
            ("0701740605", "SE"),
            ("02079460018", "GB"),
            ("017139200123", "DE"),
            ("03023125012", "DE"),
            ("0639981234", "FR"),
            ("7755550154", "US"),
            ("2025550123", "US"),
        ] {
            let country = Country::from_code(hint).unwrap();
            let id: Id = hint.parse().unwrap();
            let theirs = phonenumber::parse(Some(id), cell).unwrap().format().mode(phonenumber::Mode::E164).to_string();
            assert_eq!(normalise(cell, Some(country)).unwrap().to_string(), theirs, "{cell} {hint}");
        }
    }

    #[test]
    fn the_library_is_asked_where_the_table_does_not_suffice() {
        let argentina = Country::from_code("AR");
        let mut phones = Phones::new(false);
        let first = phones.read("011 15 2345 6789", argentina).map(|number| number.to_string());
        assert_eq!(first.as_deref(), Ok("+5491123456789"));
        assert_eq!(phones.read("011 15 2345 6789", argentina).map(|number| number.to_string()), first);
    }

    proptest! {
        #[test]
        fn normalising_a_number_is_idempotent_and_never_panics(
            cell in "\\PC{0,24}|\\+?[0-9 ()./-]{5,20}|\\+(46|49|44|39|1|33|7)[0-9]{6,11}",
            hint in prop::sample::select(vec!["", "SE", "DE", "IT", "GB", "US", "FR", "HU", "RU", "LU"]),
        ) {
            if let Ok(number) = normalise(&cell, Country::from_code(hint)) {
                prop_assert_eq!(normalise(&number.to_string(), Country::from_code(hint)), Ok(number));
                prop_assert_eq!(normalise(&number.to_string(), None), Ok(number));
            }
        }
    }
}
