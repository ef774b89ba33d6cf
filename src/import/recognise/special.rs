//! Columns that reveal a special category of personal data (GDPR Art. 9; rule R061).

use super::content::is_placeholder;
use super::header::{self, Header};
use crate::import::header_words::{HeaderWords, SpecialKind};

/// A column found to reveal a special category.
pub(crate) struct SpecialColumn {
    pub(crate) confidence: f32,
    pub(crate) why: String,
}

/// How many filled cells are looked at.
const MOST_CELLS: usize = 60;

/// Looks at a column no field claims. A header counts; cells count if half of the filled ones speak of it.
pub(crate) fn special_column<'a>(
    words: &HeaderWords,
    header: &Header,
    cells: impl Iterator<Item = &'a str>,
) -> Option<SpecialColumn> {
    if let Some(kind) = in_words(words, &header.words) {
        return Some(SpecialColumn {
            confidence: if kind.borderline { 0.4 } else { 0.85 },
            why: format!("the header speaks of {}, a special category", kind.word),
        });
    }
    let (mut filled, mut found, mut last) = (0, 0, None);
    for cell in cells.filter(|cell| !is_placeholder(cell.trim())).take(MOST_CELLS) {
        filled += 1;
        if let Some(kind) = in_text(words, cell) {
            found += 1;
            last = Some(kind);
        }
    }
    let kind = last.filter(|_| found >= 2 && found * 2 >= filled)?;
    Some(SpecialColumn {
        confidence: if kind.borderline { 0.4 } else { 0.7 },
        why: format!("{found} of {filled} sampled cells speak of {}, a special category", kind.word),
    })
}

/// What special category a cell speaks of.
fn in_text(words: &HeaderWords, text: &str) -> Option<SpecialKind> {
    if text.len() > 200 || !text.bytes().any(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let folded = header::fold(text);
    let parts: Vec<String> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|part| part.len() > 2).map(str::to_owned).collect();
    in_words(words, &parts)
}

/// A word counts unless its neighbour makes it harmless; two neighbours count together (`trade union`).
fn in_words(words: &HeaderWords, parts: &[String]) -> Option<SpecialKind> {
    if parts.iter().any(|part| words.is_innocent(part)) {
        return None;
    }
    parts
        .iter()
        .find_map(|part| words.special(part))
        .or_else(|| parts.windows(2).find_map(|pair| words.special(&pair.concat())))
}
