//! What a cell looks like, seen from afar: enough to tell a table cut at the right places from one cut at the wrong ones,
//! and a header from a row of data. What the cell means is not decided here.

/// The outer form of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Empty,
    Number,
    Date,
    Email,
    Link,
    YesNo,
    Text,
}

const YES_NO: [&str; 20] = [
    "true", "false", "yes", "no", "y", "n", "ja", "nej", "nein", "oui", "non", "si", "sì", "sí", "vero", "falso",
    "wahr", "falsch", "vrai", "faux",
];

impl Shape {
    pub fn of(cell: &str) -> Self {
        let cell = cell.trim();
        if cell.is_empty() {
            return Self::Empty;
        }
        let digits = cell.bytes().filter(u8::is_ascii_digit).count();
        if digits == 0 {
            return match () {
                () if is_email(cell) => Self::Email,
                () if is_link(cell) => Self::Link,
                () if cell.len() <= 6 && YES_NO.contains(&cell.to_lowercase().as_str()) => Self::YesNo,
                () => Self::Text,
            };
        }
        match () {
            () if is_date(cell, digits) => Self::Date,
            () if is_number(cell) => Self::Number,
            () if is_email(cell) => Self::Email,
            () if is_link(cell) => Self::Link,
            () => Self::Text,
        }
    }
}

fn is_email(cell: &str) -> bool {
    let Some((local, domain)) = cell.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !matches!(c, ',' | ';' | '|' | '"' | '<' | '>' | '(' | ')' | ':');
    !local.is_empty()
        && cell.chars().all(plain)
        && domain.contains('.')
        && !domain.ends_with('.')
        && !domain.starts_with('.')
}

fn is_link(cell: &str) -> bool {
    let lower = cell.get(..8).unwrap_or(cell).to_ascii_lowercase();
    (lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www."))
        && !cell.contains(char::is_whitespace)
}

/// Digits with marks and units around them: amounts, phone numbers, percentages, addresses of machines.
fn is_number(cell: &str) -> bool {
    let marks = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '.' | ',' | '\'' | ' ' | '\u{A0}' | '\u{202F}' | '+' | '-' | '(' | ')' | '/' | '%' | '€' | '$' | '£'
            )
    };
    cell.chars().all(marks) || cell.parse::<f64>().is_ok()
}

/// Numbers joined by the marks of dates and times, with the words that may stand among them.
fn is_date(cell: &str, digits: usize) -> bool {
    if !(3..=26).contains(&digits) || cell.len() > 40 {
        return false;
    }
    let (mut groups, mut joins, mut in_group) = (0, 0, false);
    let mut letters = 0;
    for c in cell.chars() {
        match c {
            '0'..='9' => {
                groups += usize::from(!in_group);
                in_group = true;
                continue;
            }
            '-' | '/' | '.' | ':' => joins += 1,
            ' ' | ',' | '+' => {}
            c if c.is_alphabetic() => letters += 1,
            _ => return false,
        }
        in_group = false;
    }
    let joined = ((3..=8).contains(&groups) && joins >= 2)
        || (letters >= 3 && groups >= 2)
        || (groups == 2 && joins == 1 && cell.contains(':'));
    joined && (letters == 0 || (letters <= 4 && joins >= 2) || has_month(cell))
}

fn has_month(cell: &str) -> bool {
    const MONTHS: [&str; 24] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai", "maj", "okt", "dez",
        "gen", "mag", "giu", "lug", "ago", "set", "ott", "dic",
    ];
    let lower = cell.to_lowercase();
    MONTHS.iter().any(|month| lower.contains(month))
}

/// How far a cell looks as if it had been cut at its own ends, 0 to 1. `marks` are the bytes that could be delimiters.
pub(crate) fn plausibility(cell: &str, quoted: bool) -> f32 {
    let trimmed = cell.trim();
    if trimmed.is_empty() {
        return 0.5;
    }
    let first = trimmed.as_bytes()[0];
    let final_byte = trimmed.as_bytes()[trimmed.len() - 1];
    if !quoted {
        let (opens, closes) = (matches!(first, b'"'), matches!(final_byte, b'"'));
        if opens || closes {
            return if opens && closes { 0.25 } else { 0.15 };
        }
        if first == b'\'' && final_byte == b'\'' && trimmed.len() > 1 {
            return 0.3;
        }
    }
    let mut score = match Shape::of(trimmed) {
        Shape::Text => 0.9,
        _ => 1.0,
    };
    if !quoted {
        if trimmed.bytes().any(|byte| byte < 0x20) {
            score *= 0.1;
        } else if trimmed.bytes().any(|byte| matches!(byte, b';' | b'|')) {
            score *= 0.7;
        } else if score < 1.0 && trimmed.contains(',') {
            score *= 0.85;
        }
        if trimmed.len() != cell.len() {
            score *= 0.85;
        }
        if first == b'\''
            || final_byte == b'\''
            || trimmed.starts_with([')', ']', '}', ',', ':', '@', '/', '~', '^', '|', ';', '&', '*', '!'])
            || trimmed.ends_with([',', ';', '|', '~', '^', '&', '('])
        {
            score *= 0.6;
        }
        let count = |byte: u8| trimmed.bytes().filter(|other| *other == byte).count();
        if count(b'(') != count(b')')
            || count(b'[') != count(b']')
            || count(b'{') != count(b'}')
            || count(b'"') % 2 == 1
        {
            score *= 0.6;
        }
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_known_by_their_outer_form() {
        for (cell, shape) in [
            ("", Shape::Empty),
            (" 1.234,50 €", Shape::Number),
            ("+46 70 174 06 05", Shape::Number),
            ("1e5", Shape::Number),
            ("2024-03-14 09:12:31.123456 +0000 UTC", Shape::Date),
            ("14/03/2024", Shape::Date),
            ("3 Mar 2021", Shape::Date),
            ("09:12", Shape::Date),
            ("ada@example.org", Shape::Email),
            ("https://example.org/a?b=1", Shape::Link),
            ("Sì", Shape::YesNo),
            ("Storgatan 5", Shape::Text),
            ("First name", Shape::Text),
            ("MMERGE6", Shape::Text),
        ] {
            assert_eq!(Shape::of(cell), shape, "{cell}");
        }
    }

    #[test]
    fn a_cell_cut_inside_its_quotes_looks_wrong() {
        assert!(plausibility("\"Doe", false) < plausibility("Doe", false));
        assert!(plausibility("\"Doe, Jane\"", false) < plausibility("Doe, Jane", true));
        assert!(plausibility("ada@example.org;Ada", false) < plausibility("ada@example.org", false));
    }
}
