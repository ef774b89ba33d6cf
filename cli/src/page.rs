//! A page of text as wide as the terminal. Whatever is put on it becomes inert here; only the styles are obeyed.

use std::borrow::Cow;
use std::fmt::Write;

use clap::builder::styling::{AnsiColor, Style};
use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

use crate::terminal::inert;

/// As the rest.
pub const PLAIN: Style = Style::new();
/// What is read first.
pub const BOLD: Style = Style::new().bold();
/// What may be passed over.
pub const FAINT: Style = Style::new().dimmed();

/// A colour for a mark and its word.
pub fn coloured(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(colour.into()))
}

/// A page being filled.
pub struct Page {
    out: String,
    width: usize,
}

impl Page {
    /// An empty page of so many columns.
    pub fn new(width: usize) -> Self {
        Self { out: String::new(), width }
    }

    /// Its columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The text, with escapes for its styles.
    pub fn finish(self) -> String {
        self.out
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.out.push('\n');
    }

    /// A line of pieces, each in its style. It is not wrapped.
    pub fn line(&mut self, pieces: &[(Style, &str)]) {
        // Blanks that fill a column are left out where nothing follows.
        let end = pieces.iter().rposition(|(_, piece)| !piece.trim().is_empty()).map_or(0, |last| last + 1);
        for (position, (style, piece)) in pieces[..end].iter().enumerate() {
            let piece = inert(if position + 1 == end { piece.trim_end_matches(' ') } else { piece });
            if !piece.is_empty() {
                write!(self.out, "{style}{piece}{style:#}").expect("writing into a String cannot fail");
            }
        }
        self.out.push('\n');
    }

    /// A line in bold.
    pub fn heading(&mut self, heading: &str) {
        self.paragraph(0, BOLD, heading);
    }

    /// A paragraph, wrapped and indented.
    pub fn paragraph(&mut self, indent: usize, style: Style, text: &str) {
        self.hanging(&[(style, &" ".repeat(indent))], style, text);
    }

    /// A paragraph that stands to the right of the pieces that open it.
    pub fn hanging(&mut self, opening: &[(Style, &str)], style: Style, text: &str) {
        let indent: usize = opening.iter().map(|(_, piece)| display_width(&inert(piece))).sum();
        let room = self.width.saturating_sub(indent).max(20);
        let text = inert(text);
        let blank = " ".repeat(indent);
        for (position, line) in wrapped(&text, room).iter().enumerate() {
            if position == 0 {
                self.line(&[opening, &[(style, line)]].concat());
            } else {
                self.line(&[(PLAIN, &blank), (style, line)]);
            }
        }
    }
}

/// The lines of a text. Words stay whole, those with hyphens too (e-mail), unless one is longer than a line.
pub fn wrapped(text: &str, width: usize) -> Vec<Cow<'_, str>> {
    textwrap::wrap(text, Options::new(width).word_splitter(WordSplitter::NoHyphenation))
}

/// How many columns a text takes once it is inert.
pub fn columns(text: &str) -> usize {
    display_width(&inert(text))
}

/// The text, filled up with blanks on the right.
pub fn left(text: &str, width: usize) -> String {
    format!("{}{}", inert(text), " ".repeat(width.saturating_sub(columns(text))))
}

/// The text, filled up with blanks on the left.
pub fn right(text: &str, width: usize) -> String {
    format!("{}{}", " ".repeat(width.saturating_sub(columns(text))), inert(text))
}

/// A name that is too long without its middle: its beginning and its end tell it from others.
pub fn shortened(name: &str, width: usize) -> String {
    let name = inert(name);
    if display_width(&name) <= width {
        return name.into_owned();
    }
    let room = width.saturating_sub(1);
    let end = taken(name.chars().rev(), room.div_ceil(2));
    let start = taken(name.chars(), room - room.div_ceil(2));
    let end: String = end.chars().rev().collect();
    format!("{start}…{end}")
}

/// As many characters as fit.
fn taken(characters: impl Iterator<Item = char>, width: usize) -> String {
    let mut taken = String::new();
    let mut used = 0;
    for c in characters {
        used += display_width(c.encode_utf8(&mut [0; 4]));
        if used > width {
            break;
        }
        taken.push(c);
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(page: Page) -> String {
        anstream::adapter::strip_str(&page.finish()).to_string()
    }

    #[test]
    fn a_long_name_keeps_its_beginning_and_its_end() {
        assert_eq!(shortened("subscribed_email_audience_export.csv", 19), "subscribe…xport.csv");
        assert_eq!(shortened("short.csv", 19), "short.csv");
        assert_eq!(shortened("顧客名簿の写し.csv", 11), "顧客….csv");
    }

    #[test]
    fn a_paragraph_hangs_beside_what_opens_it() {
        let mut page = Page::new(40);
        page.hanging(&[(PLAIN, "    12  ")], PLAIN, "Withdrawn in one system, subscribed in another");
        assert_eq!(plain(page), "    12  Withdrawn in one system,\n        subscribed in another\n");
    }

    #[test]
    fn blanks_at_the_end_of_a_line_are_left_out() {
        let mut page = Page::new(40);
        page.line(&[(BOLD, ""), (PLAIN, "  12"), (FAINT, "  name   "), (FAINT, "  "), (PLAIN, "")]);
        assert_eq!(plain(page), "  12  name\n");
    }

    #[test]
    fn what_is_put_on_a_page_is_text_and_nothing_else() {
        let mut page = Page::new(80);
        page.paragraph(2, BOLD, "\u{1b}]8;;x\u{7}\u{202e}name\r\n");
        assert_eq!(plain(page), "  \\u{1b}]8;;x\\u{7}\\u{202e}name\\u{d}\\u{a}\n");
    }

    #[test]
    fn columns_of_wide_characters_stay_aligned() {
        assert_eq!(columns(&left("顧客", 6)), 6);
        assert_eq!(right("é", 3), "  é");
    }
}
