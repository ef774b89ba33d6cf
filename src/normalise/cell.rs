//! What a cell holds before it means anything: white space, invisible marks and the ways of writing nothing.

use crate::import::unwrapped;

/// The cell without surrounding white space and invisible marks.
#[inline]
pub fn trim(cell: &str) -> &str {
    match (cell.as_bytes().first(), cell.as_bytes().last()) {
        (Some(first), Some(last)) if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim_matches(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c)),
    }
}

/// The cell as text: trimmed, without what keeps a spreadsheet from changing a value (an apostrophe before
/// it, `="…"` around it), and `None` where it holds nothing. The apostrophe of a name (’t Hooft) stays.
#[inline]
pub fn text(cell: &str) -> Option<&str> {
    let (text, _) = unwrapped(trim(cell));
    (!is_nothing(text)).then_some(text)
}

/// Whether a trimmed text is one of the ways systems write that there is nothing: empty, dashes, `NULL`, `\N`.
/// `NA` is none of them (it is Namibia), nor is `Null`, which is a family name.
#[inline]
pub fn is_nothing(text: &str) -> bool {
    if text.len() > 9 {
        return text.bytes().all(|byte| byte == b'-');
    }
    match text.as_bytes() {
        [] => true,
        [b'-' | b'?' | b'.' | b'\'', ..] => text.bytes().all(|byte| matches!(byte, b'-' | b'?' | b'.' | b'\'')),
        [b'0'..=b'9', ..] => false,
        _ => matches!(
            text,
            "NULL"
                | "null"
                | "(null)"
                | "<null>"
                | "[null]"
                | "\\N"
                | "None"
                | "none"
                | "N/A"
                | "n/a"
                | "#N/A"
                | "NaN"
                | "nan"
                | "nil"
                | "undefined"
                | "(empty)"
                | "(blank)"
                | "–"
                | "—"
                | "\"\""
                | "[]"
        ),
    }
}

/// Whether a cell holds neither an answer nor nothing: a look-up that failed (`#N/A`), a question mark.
pub fn is_doubt(cell: &str) -> bool {
    let text = trim(cell);
    text == "#N/A" || (!text.is_empty() && text.bytes().all(|byte| byte == b'?'))
}

/// Marks that take no room on a screen: zero-width spaces and joiners, direction marks, soft hyphens.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surrounding_space_and_invisible_marks_are_no_content() {
        assert_eq!(trim("\u{feff}\u{a0} ada \u{200b}\t\0"), "ada");
        assert_eq!(trim("a\u{200b}b"), "a\u{200b}b");
    }

    #[test]
    fn every_way_of_writing_nothing_is_nothing() {
        for nothing in
            ["", "  ", "-", "----", "------------", "NULL", "\\N", "None", "N/A", "n/a", "NaN", "?", "'-", "–"]
        {
            assert_eq!(text(nothing), None, "{nothing:?}");
        }
        for something in ["0", "NA", "Null", "Nan", "no", "-5"] {
            assert!(text(something).is_some(), "{something:?}");
        }
    }

    #[test]
    fn a_spreadsheets_apostrophe_goes_and_a_names_stays() {
        assert_eq!(text("'7210448301122"), Some("7210448301122"));
        assert_eq!(text("'+1 775 555 0154"), Some("+1 775 555 0154"));
        assert_eq!(text("' +46 70 174 06 05"), Some("+46 70 174 06 05"));
        assert_eq!(text("'t Hooft"), Some("'t Hooft"));
    }
}
