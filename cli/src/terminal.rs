//! Printing: nothing a stranger wrote reaches the terminal as anything but text.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

use bonafide::texts::text;
use serde::Serialize;

/// Columns where nobody says how many there are, as in a pipe.
const COLUMNS: usize = 100;
/// Lines longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 100;

/// Whether a terminal would obey the character, or hide it, or turn the direction of what follows.
pub fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// Control characters, line breaks, invisible and direction marks as visible code points (`\u{1b}`); the rest as it is.
pub fn inert(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hostile) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_hostile(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// How many columns a line may have: those of the terminal, or of `COLUMNS`, but never so many that lines tire.
pub fn width() -> usize {
    let told = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = terminal_size::terminal_size_of(io::stdout()).map(|(columns, _)| usize::from(columns.0));
    terminal.or_else(told).filter(|columns| *columns > 0).unwrap_or(COLUMNS).clamp(40, WIDEST)
}

/// JSON for programs that is inert on a terminal as well: hostile characters, which stand only within its strings,
/// are written as escapes of the same meaning.
pub fn json(value: &impl Serialize) -> anyhow::Result<String> {
    Ok(escaped_json(&serde_json::to_string_pretty(value)?).into_owned() + "\n")
}

/// See [`json`].
pub fn escaped_json(json: &str) -> Cow<'_, str> {
    let hostile = |c: char| is_hostile(c) && c != '\n';
    if !json.contains(hostile) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if hostile(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(shown, "\\u{unit:04x}").expect("writing into a String cannot fail");
            }
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// Writes bytes to standard output.
pub fn write(bytes: &[u8]) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    delivered(out.write_all(bytes).and_then(|()| out.flush()))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes text to standard output, in colour where the terminal has it and `NO_COLOR` does not forbid it.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut out = anstream::stdout().lock();
    delivered(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Writes a line to standard error. That nobody reads it is no reason to stop.
pub fn note(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", inert(line));
}

/// A reader that has seen enough (`bonafide rules | head`) is no failure.
fn delivered(written: io::Result<()>) -> anyhow::Result<()> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(undelivered(&error)),
        _ => Ok(()),
    }
}

/// That standard output takes no more.
pub fn undelivered(error: &io::Error) -> anyhow::Error {
    anyhow::anyhow!(text("error-output", &[("reason", reason(error).into())]))
}

/// What the system says, without its number.
pub fn reason(error: &io::Error) -> String {
    without_numbers(&error.to_string())
}

/// The sentence without the numbers that systems give their errors, `(os error 2)`.
pub fn without_numbers(sentence: &str) -> String {
    let mut rest = sentence;
    let mut kept = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once(" (os error ") {
        let Some((_, behind)) = after.split_once(')') else { break };
        kept.push_str(before);
        rest = behind;
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_bidirectional_marks_are_shown_not_obeyed() {
        assert_eq!(inert("a\u{1b}[31mb\u{202e}c"), "a\\u{1b}[31mb\\u{202e}c");
        assert_eq!(inert("Übersicht\n"), "Übersicht\\u{a}");
    }

    #[test]
    fn json_with_hostile_characters_says_the_same_and_is_inert() {
        let evil = "a\u{9b}31m\u{202e}\u{e0041}\u{7f}\u{1b}";
        let shown = json(&[evil]).unwrap();
        assert!(!shown.contains(|c| is_hostile(c) && c != '\n'), "{shown:?}");
        assert_eq!(serde_json::from_str::<[String; 1]>(&shown).unwrap(), [evil]);
    }

    #[test]
    fn the_numbers_of_system_errors_are_left_out() {
        assert_eq!(without_numbers("x (No such file (os error 2)). Try y"), "x (No such file). Try y");
        assert_eq!(without_numbers("x (os error "), "x (os error ");
    }
}
