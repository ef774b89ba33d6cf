//! A saved mapping: what the columns of one kind of export mean, as a small file that a colleague can use.
//!
//! It holds headers, meanings, orders of dates and words of a state that were set by hand. It holds no other cell.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::correction::{close_fields, written_correction};
use super::recognise::header::Header;
use super::{ColumnCorrection, DateOrder, Meaning, Recognition, speaks_of_state};
use crate::vocabulary::{ConsentStatus, Field, System};

/// A saved mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The system whose exports it is for.
    pub system: System,
    columns: Vec<MappedColumn>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct MappedColumn {
    position: u32,
    header: String,
    said: ColumnCorrection,
    /// Words of a state that nobody can place.
    unknown: Vec<String>,
}

/// Why a file is no mapping, or not one for these columns.
#[derive(Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum MappingError {
    /// Not to be read.
    #[error("the mapping could not be read ({reason}). Check that the file is there and that you may open it")]
    Unreadable {
        /// What the system says.
        reason: String,
    },
    /// No text.
    #[error("the file is no text in UTF-8. Choose a file that Bonafide saved as a mapping")]
    NotText,
    /// Larger than any mapping is.
    #[error(
        "the file is larger than a mapping ever is ({bytes} bytes). Choose a file that Bonafide saved as a mapping"
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// No TOML, or other keys than a mapping has.
    #[error("line {line}, column {column} of the mapping cannot be read: {problem}. Save the mapping again")]
    Format {
        /// The line, from 1.
        line: usize,
        /// The character of the line, from 1.
        column: usize,
        /// What is wrong.
        problem: String,
    },
    /// A later version.
    #[error(
        "the mapping was saved by a newer Bonafide (format {0}). Install the newer version, or save it again with this one"
    )]
    TooNew(u32),
    /// A column that cannot be one.
    #[error("column {0} of the mapping is no column: positions are counted from 1, each once, and headers are short")]
    BadColumn(u32),
    /// No such system.
    #[error("there is no system “{0}”. Write list for a file that no system wrote")]
    UnknownSystem(String),
    /// No such meaning.
    #[error("column {position}: there is no field “{field}”; close to it are {close}")]
    UnknownField {
        /// The column.
        position: u32,
        /// What stands there.
        field: String,
        /// Fields whose names are close.
        close: String,
    },
    /// No such order of dates.
    #[error("column {0}: dates are day_first, month_first or order_unknown")]
    BadOrder(u32),
    /// A word without a state, or one that is no word of a state.
    #[error("column {0}: a word stands for a state such as subscribed, unsubscribed or unknown, and is short")]
    BadWord(u32),
    /// For other columns than these.
    #[error(
        "the mapping was saved for other columns: {missing} of its headers are not in this table, such as {example}. \
         Choose another mapping, or save this one again from the newer export"
    )]
    OtherColumns {
        /// How many of its headers are missing.
        missing: usize,
        /// The first of them.
        example: String,
    },
    /// The table has many columns the mapping does not know.
    #[error("this table has {0} columns the mapping does not know. Choose another mapping, or save this one again")]
    MoreColumns(usize),
    /// For another system.
    #[error("the mapping is for exports of {of}, and this table comes from {table}. Choose another mapping")]
    OtherSystem {
        /// The mapping's.
        of: &'static str,
        /// The table's.
        table: &'static str,
    },
}

impl MappingError {
    /// How far a table is from being the one: less is closer.
    pub(super) fn distance(&self) -> usize {
        match self {
            Self::OtherSystem { .. } => 0,
            Self::MoreColumns(_) => 1,
            Self::OtherColumns { missing, .. } => 1 + missing,
            _ => usize::MAX,
        }
    }
}

/// The file as TOML has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    bonafide_mapping: u32,
    system: String,
    #[serde(default)]
    column: Vec<Entry>,
}

/// What stands above its columns.
#[derive(Serialize)]
struct Head<'a> {
    bonafide_mapping: u32,
    system: &'a str,
}

/// One of its columns.
#[derive(Serialize)]
struct OneColumn {
    column: [Entry; 1],
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    position: u32,
    #[serde(default)]
    header: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    means: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dates: Option<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    words: BTreeMap<String, String>,
}

const VERSION: u32 = 1;
const MOST_BYTES: usize = 1 << 20;
const LONGEST_HEADER: usize = 2000;
const LONGEST_WORD: usize = 60;
const ABOUT: &str = "# What the columns of an export mean, saved by Bonafide. It holds no row of it: only headers, meanings,\n\
    # orders of dates, and words of a state. Use it with --mapping, or in the window under Sources.\n\n";

const ABOUT_WORDS: &str = "# Nobody knows what these words say, so they are no yes. Write a state for “?”, such as subscribed,\n\
    # unsubscribed or unknown, and take the # away.\n";

impl Mapping {
    /// The mapping of a table as it is understood: of every column its meaning and its order of dates, and the words that
    /// were said by hand. A column that no field fits and nobody spoke of has its header only.
    pub fn of(recognition: &Recognition, said: &BTreeMap<u32, ColumnCorrection>) -> Self {
        let columns = recognition.columns.iter().map(|column| {
            let by_hand = said.get(&column.position).cloned().unwrap_or_default();
            let meaning = by_hand.meaning.or(column.field.map(Meaning::Field));
            let decided = column.dates.filter(|order| matches!(order, DateOrder::DayFirst | DateOrder::MonthFirst));
            let mut words = by_hand.words;
            words.retain(|word, _| column.field.is_some_and(speaks_of_state) && is_word_of_state(word));
            let said = ColumnCorrection { meaning, dates: by_hand.dates.or(decided), words };
            MappedColumn { position: column.position, header: column.header.clone(), said, unknown: Vec::new() }
        });
        Self { system: recognition.system, columns: columns.collect() }
    }

    /// With a place for each word of a column (from 1) that nobody can place yet.
    #[must_use]
    pub fn asking<'a>(mut self, unknown: impl IntoIterator<Item = (u32, &'a [String])>) -> Self {
        for (position, words) in unknown {
            if let Some(column) = self.columns.iter_mut().find(|column| column.position == position) {
                let mut words: Vec<String> = words.iter().filter(|word| is_word_of_state(word)).cloned().collect();
                words.retain(|word| !column.said.words.contains_key(word));
                column.unknown = words;
            }
        }
        self
    }

    /// How it is written.
    pub fn to_toml(&self) -> String {
        let entry = |column: &MappedColumn| {
            let said = &column.said;
            let word = |said: ColumnCorrection| written_correction(&said).map(str::to_owned);
            let means = word(ColumnCorrection { meaning: said.meaning, ..ColumnCorrection::default() });
            let dates = word(ColumnCorrection { dates: said.dates, ..ColumnCorrection::default() });
            let words = said.words.iter().map(|(word, status)| (word.clone(), status.word().to_owned())).collect();
            Entry { position: column.position, header: column.header.clone(), means, dates, words }
        };
        let encoded = "texts and numbers always encode";
        let head = Head { bonafide_mapping: VERSION, system: self.system.word() };
        let mut written = format!("{ABOUT}{}", toml::to_string(&head).expect(encoded));
        for column in &self.columns {
            let words = !column.said.words.is_empty();
            let one = toml::to_string(&OneColumn { column: [entry(column)] }).expect(encoded);
            written.push('\n');
            written.push_str(one.trim_end());
            written.push('\n');
            if !column.unknown.is_empty() {
                written.push_str(if words { "" } else { "\n[column.words]\n" });
                written.push_str(ABOUT_WORDS);
            }
            for word in &column.unknown {
                // As a text of TOML, whatever is in it.
                let key = toml::Value::String(word.clone());
                written.push_str(&format!("# {key} = \"?\"\n"));
            }
        }
        written
    }

    /// Reads the mapping in a file, of which no more is opened than a mapping can have.
    ///
    /// # Errors
    /// When it cannot be read, and as [`Self::parse`].
    pub fn read(path: &Path) -> Result<Self, MappingError> {
        let unreadable = |error: std::io::Error| MappingError::Unreadable { reason: error.kind().to_string() };
        let mut bytes = Vec::new();
        let file = std::fs::File::open(path).map_err(unreadable)?;
        file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        Self::parse(std::str::from_utf8(&bytes).map_err(|_| match bytes.len() > MOST_BYTES {
            true => MappingError::TooLarge { bytes: bytes.len() },
            false => MappingError::NotText,
        })?)
    }

    /// Reads a mapping.
    ///
    /// # Errors
    /// What is wrong with it, where, and what to try.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        if text.len() > MOST_BYTES {
            return Err(MappingError::TooLarge { bytes: text.len() });
        }
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let file: File = toml::from_str(text).map_err(|error| at(text, &error))?;
        if file.bonafide_mapping > VERSION {
            return Err(MappingError::TooNew(file.bonafide_mapping));
        }
        let system = System::from_word(&file.system).ok_or_else(|| MappingError::UnknownSystem(shown(&file.system)))?;
        let mut columns: Vec<MappedColumn> = Vec::with_capacity(file.column.len());
        for entry in file.column {
            let position = entry.position;
            let twice = columns.iter().any(|column| column.position == position);
            if position == 0 || position > 100_000 || twice || entry.header.len() > LONGEST_HEADER {
                return Err(MappingError::BadColumn(position));
            }
            let said = said(&entry)?;
            columns.push(MappedColumn { position, header: entry.header, said, unknown: Vec::new() });
        }
        columns.sort_by_key(|column| column.position);
        Ok(Self { system, columns })
    }

    /// What it says of each column of a table.
    ///
    /// # Errors
    /// If it is for other columns. A quarter of the table's columns may be new to it.
    pub fn of_header(&self, header: &[String]) -> Result<Vec<ColumnCorrection>, MappingError> {
        let mut said = vec![ColumnCorrection::default(); header.len()];
        let keys: Vec<String> = header.iter().map(|name| Header::read(name).key).collect();
        let mut taken = vec![false; header.len()];
        let mut missing: Vec<&MappedColumn> = Vec::new();
        for column in &self.columns {
            let key = Header::read(&column.header).key;
            // Of columns with one name the first is the first; a column without a name is known by its place only.
            let found = match key.as_str() {
                "" => Some(column.position as usize - 1).filter(|at| keys.get(*at).is_some_and(String::is_empty)),
                key => (0..keys.len()).find(|at| !taken[*at] && keys[*at] == key),
            };
            match found {
                Some(at) => {
                    taken[at] = true;
                    said[at] = column.said.clone();
                }
                None => missing.push(column),
            }
        }
        if let Some(first) = missing.first() {
            let name =
                if first.header.trim().is_empty() { format!("#{}", first.position) } else { shown(&first.header) };
            return Err(MappingError::OtherColumns { missing: missing.len(), example: format!("“{name}”") });
        }
        let new = taken.iter().filter(|taken| !**taken).count();
        if new * 4 > header.len() || self.columns.is_empty() {
            return Err(MappingError::MoreColumns(new));
        }
        Ok(said)
    }

    /// Whether it is for a table of this system.
    ///
    /// # Errors
    /// If it is for another's.
    pub fn is_for(&self, system: System) -> Result<(), MappingError> {
        if self.system == system {
            return Ok(());
        }
        Err(MappingError::OtherSystem { of: self.system.word(), table: system.word() })
    }
}

fn said(entry: &Entry) -> Result<ColumnCorrection, MappingError> {
    let position = entry.position;
    let meaning = match entry.means.as_deref() {
        None => None,
        Some("own_name") => Some(Meaning::OwnName),
        Some(word) => Some(Meaning::Field(Field::from_word(word).ok_or_else(|| MappingError::UnknownField {
            position,
            field: shown(word),
            close: close_fields(word.get(..40).unwrap_or(word)),
        })?)),
    };
    let dates = match entry.dates.as_deref() {
        None => None,
        Some("day_first") => Some(DateOrder::DayFirst),
        Some("month_first") => Some(DateOrder::MonthFirst),
        Some("order_unknown") => Some(DateOrder::Unknown),
        Some(_) => return Err(MappingError::BadOrder(position)),
    };
    let mut words = BTreeMap::new();
    for (word, status) in &entry.words {
        let status = ConsentStatus::from_word(status).filter(|_| is_word_of_state(word));
        words.insert(word.clone(), status.ok_or(MappingError::BadWord(position))?);
    }
    Ok(ColumnCorrection { meaning, dates, words })
}

/// Whether a cell can be a word of a state. An address or a number is somebody's.
fn is_word_of_state(word: &str) -> bool {
    word.chars().count() <= LONGEST_WORD
        && !word.contains('@')
        && !word.chars().any(char::is_control)
        && word.chars().filter(char::is_ascii_digit).count() < 6
}

/// As much of a text of a stranger's file as a sentence quotes.
fn shown(text: &str) -> String {
    let inert = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let mut shown: String = inert.take(61).collect();
    if shown.chars().count() > 60 {
        shown.pop();
        shown.push('…');
    }
    shown
}

fn at(text: &str, error: &toml::de::Error) -> MappingError {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    MappingError::Format {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        problem: error
            .message()
            .chars()
            .take(200)
            .map(|letter| if letter.is_control() { ' ' } else { letter })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn header(columns: &[&str]) -> Vec<String> {
        columns.iter().map(|text| (*text).to_owned()).collect()
    }

    const SAVED: &str = "bonafide_mapping = 1\nsystem = \"list\"\n\
        [[column]]\nposition = 1\nheader = \"Kontakt\"\nmeans = \"email\"\n\
        [[column]]\nposition = 2\nheader = \"Datum\"\nmeans = \"consent_at\"\ndates = \"day_first\"\n\
        [[column]]\nposition = 3\nheader = \"Svar\"\nmeans = \"status\"\n[column.words]\n\"ja tack\" = \"subscribed\"\n\
        [[column]]\nposition = 4\nheader = \"Monter\"\n";

    #[test]
    fn what_is_read_is_what_was_written() {
        let mapping = Mapping::parse(SAVED).unwrap();
        assert_eq!(Mapping::parse(&mapping.to_toml()).unwrap(), mapping);
        let said = mapping.of_header(&header(&["Monter", "DATUM", "svar", "kontakt"])).unwrap();
        assert_eq!(said[3].field(), Some(Field::Email));
        assert_eq!(said[1].dates, Some(DateOrder::DayFirst));
        assert_eq!(said[2].words["ja tack"], ConsentStatus::Given);
        assert!(said[0].is_empty(), "nothing was said of it");
    }

    #[test]
    fn a_stale_mapping_is_refused_and_says_what_is_missing() {
        let mapping = Mapping::parse(SAVED).unwrap();
        let error = mapping.of_header(&header(&["Kontakt", "Svar", "Monter"])).unwrap_err().to_string();
        assert!(error.contains("“Datum”") && error.contains("save this one again"), "{error}");
        let wide = header(&["Kontakt", "Datum", "Svar", "Monter", "a", "b"]);
        assert_eq!(mapping.of_header(&wide).unwrap_err(), MappingError::MoreColumns(2));
        assert!(mapping.of_header(&wide[..5]).is_ok(), "one more column is none the worse");
        assert!(mapping.is_for(System::HubSpot).unwrap_err().to_string().contains("hubspot"));
    }

    #[test]
    fn columns_of_one_name_and_of_none_are_told_apart_by_their_place() {
        let one = |position: u32, header: &str, means: &str| {
            format!("[[column]]\nposition = {position}\nheader = \"{header}\"\nmeans = \"{means}\"\n")
        };
        let saved = format!(
            "bonafide_mapping = 1\nsystem = \"list\"\n{}{}{}",
            one(1, "Telefon", "phone"),
            one(2, "Telefon", "notes"),
            one(3, "", "email")
        );
        let mapping = Mapping::parse(&saved).unwrap();
        let said = mapping.of_header(&header(&["Telefon", "telefon", ""])).unwrap();
        let fields: Vec<Option<Field>> = said.iter().map(ColumnCorrection::field).collect();
        assert_eq!(fields, [Some(Field::Phone), Some(Field::Notes), Some(Field::Email)]);
        assert!(mapping.of_header(&header(&["Telefon", "telefon", "Mail"])).is_err());
    }

    #[test]
    fn a_strangers_file_is_refused_with_a_sentence_and_never_more() {
        let long = "x".repeat(5000);
        let many = format!("bonafide_mapping = 1\nsystem = \"list\"\n{}", "#".repeat(MOST_BYTES));
        let column =
            |more: &str| format!("bonafide_mapping = 1\nsystem = \"list\"\n[[column]]\nposition = 1\n{more}\n");
        for (text, says) in [
            ("", "cannot be read"),
            ("email,name\nada@example.org,Ada\n", "line 1"),
            ("\u{0}\u{1b}[2J", "cannot be read"),
            ("bonafide_mapping = 2\nsystem = \"list\"", "newer Bonafide"),
            ("bonafide_mapping = 1\nsystem = \"../../etc/passwd\"", "no system"),
            ("bonafide_mapping = 1\nsystem = \"list\"\nrun = \"rm\"", "unknown field"),
            (&column("means = \"emial\""), "close to it are email"),
            (&column(&format!("means = \"{long}\"")), "there is no field"),
            (&column(&format!("header = \"{long}\"")), "is no column"),
            (&column("dates = \"backwards\""), "day_first"),
            (&column("words = { \"ada@example.org\" = \"subscribed\" }"), "is short"),
            (&column("words = { \"ja\" = \"yes\" }"), "a state such as"),
            (&column("[[column]]\nposition = 1"), "each once"),
            ("bonafide_mapping = 1\nsystem = \"list\"\n[[column]]\nposition = 0", "counted from 1"),
            ("bonafide_mapping = 1\nsystem = \"list\"\n[[column]]\nposition = -5", "cannot be read"),
            (&many, "larger than"),
        ] {
            let error = Mapping::parse(text).unwrap_err().to_string();
            assert!(error.contains(says), "{says}: {error}");
            assert!(error.len() < 500 && !error.contains("ada@") && !error.contains('\u{1b}'), "{error}");
        }
        let empty = Mapping::parse("bonafide_mapping = 1\nsystem = \"list\"").unwrap();
        assert!(empty.of_header(&header(&["a"])).is_err() && empty.of_header(&[]).is_err());
    }

    #[test]
    fn no_cell_but_a_word_of_a_state_is_saved() {
        for (word, kept) in [("ja tack", true), ("ada@example.org", false), ("+46701740605", false), ("a\nb", false)] {
            assert_eq!(is_word_of_state(word), kept, "{word}");
        }
    }
}
