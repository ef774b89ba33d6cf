//! What a person says a column means (`--map`, or by hand in the window), over what was recognised.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::DateOrder;
use super::mapping::{Mapping, MappingError};
use super::recognise::header::Header;
use crate::vocabulary::{ConsentStatus, Field, System};

/// What is said by hand of one column. Nothing is said of what is `None` or empty: it is recognised.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnCorrection {
    /// What the column means.
    pub meaning: Option<Meaning>,
    /// How day and month are ordered; [`DateOrder::Unknown`] where nobody knows.
    pub dates: Option<DateOrder>,
    /// What words of the column stand for; [`ConsentStatus::Unknown`] where nobody knows.
    pub words: BTreeMap<String, ConsentStatus>,
}

/// What a column means, as a person says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// This field; [`Field::Ignored`] to leave it out.
    Field(Field),
    /// None of the fields: it keeps its own name.
    OwnName,
}

impl ColumnCorrection {
    /// Only a meaning.
    pub fn meaning(field: Field) -> Self {
        Self { meaning: Some(Meaning::Field(field)), ..Self::default() }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The field, if one is said.
    pub fn field(&self) -> Option<Field> {
        match self.meaning {
            Some(Meaning::Field(field)) => Some(field),
            _ => None,
        }
    }

    /// Takes what a later correction says. Words belong to the meaning they were said of.
    pub fn take(&mut self, later: &Self) {
        if later.meaning.is_some() {
            if later.meaning != self.meaning {
                self.words.clear();
            }
            self.meaning = later.meaning;
        }
        self.dates = later.dates.or(self.dates);
        self.words.extend(later.words.iter().map(|(word, status)| (word.clone(), *status)));
    }
}

/// Corrections in the order given; of two for one column the later counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corrections {
    all: Vec<Correction>,
    /// Saved mappings. What is said of a column beside them counts more.
    mappings: Vec<Mapping>,
}

/// One correction: `HEADER=FIELD`, `#POSITION=FIELD`, or either after `FILE:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What stands before the equals sign.
    column: String,
    /// What is said of it.
    said: ColumnCorrection,
    /// What was said, as written.
    word: String,
}

/// A correction nobody can follow.
#[derive(Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum CorrectionError {
    /// No equals sign.
    #[error("“{written}” does not say which column means what: write HEADER=FIELD or #POSITION=FIELD")]
    NoField {
        /// The correction as written.
        written: String,
    },
    /// Nothing before the equals sign.
    #[error("“{written}” names no column: write its header, or # and its position from 1, before the equals sign")]
    NoColumn {
        /// The correction as written.
        written: String,
    },
    /// A position that is none.
    #[error("“{written}” names no column: positions are counted from 1, as in #3=email")]
    BadPosition {
        /// The correction as written.
        written: String,
    },
    /// No such field.
    #[error("there is no field “{field}”; close to it are {close}; to leave a column out, write ignored")]
    UnknownField {
        /// The field as written.
        field: String,
        /// Fields whose names are close, for a person to read.
        close: String,
    },
}

impl Corrections {
    /// No corrections.
    pub fn none() -> Self {
        Self::default()
    }

    /// Reads corrections as they are written after `--map`.
    ///
    /// # Errors
    /// The first one nobody can follow, as a sentence.
    pub fn parse<'a>(written: impl IntoIterator<Item = &'a str>) -> Result<Self, CorrectionError> {
        Ok(Self { all: written.into_iter().map(Correction::parse).collect::<Result<_, _>>()?, mappings: Vec::new() })
    }

    /// Those remembered for a layout, by position from 1; see [`layout_key`](super::layout_key).
    pub fn remembered<'a>(columns: impl IntoIterator<Item = (&'a u32, &'a ColumnCorrection)>) -> Self {
        let all = columns.into_iter().map(|(position, said)| Correction {
            column: format!("#{position}"),
            said: said.clone(),
            word: String::new(),
        });
        Self { all: all.collect(), mappings: Vec::new() }
    }

    /// These, and then others that count more.
    #[must_use]
    pub fn and(mut self, later: &Self) -> Self {
        self.all.extend(later.all.iter().cloned());
        self.mappings.extend(later.mappings.iter().cloned());
        self
    }

    /// These, and saved mappings for the tables they are for.
    #[must_use]
    pub fn with_mappings(mut self, mappings: impl IntoIterator<Item = Mapping>) -> Self {
        self.mappings.extend(mappings);
        self
    }

    /// Why one of the mappings is for none of these tables (system and header), if there is such: the reason of the
    /// table that comes closest. With a mapping of its own it says of which, by its place among them.
    pub fn unused_mapping(&self, tables: &[(System, &[String])]) -> Option<(usize, MappingError)> {
        for (position, mapping) in self.mappings.iter().enumerate() {
            let mut reasons: Vec<MappingError> = Vec::with_capacity(tables.len());
            let used = tables.iter().any(|(system, header)| {
                let fits = mapping.of_header(header).and_then(|_| mapping.is_for(*system));
                fits.map_err(|why| reasons.push(why)).is_ok()
            });
            reasons.sort_by_key(MappingError::distance);
            if let (false, Some(closest)) = (used, reasons.into_iter().next()) {
                return Some((position, closest));
            }
        }
        None
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.mappings.is_empty()
    }

    /// What was said of each column of a table.
    pub fn of_table(&self, file_name: &str, sheet: &str, header: &[String]) -> Vec<ColumnCorrection> {
        let mut said = vec![ColumnCorrection::default(); header.len()];
        for of_mapping in self.mappings.iter().filter_map(|mapping| mapping.of_header(header).ok()) {
            said.iter_mut().zip(&of_mapping).for_each(|(said, of_mapping)| said.take(of_mapping));
        }
        for correction in &self.all {
            for at in correction.columns(file_name, sheet, header) {
                said[at].take(&correction.said);
            }
        }
        said
    }

    /// Those that name no column of any of these tables (file, sheet, header), as written: a slip of the pen.
    pub fn without_a_column(&self, tables: &[(&str, &str, &[String])]) -> Vec<String> {
        self.all
            .iter()
            .filter(|correction| {
                tables.iter().all(|(file, sheet, header)| correction.columns(file, sheet, header).is_empty())
            })
            .map(|correction| format!("{}={}", correction.column, correction.word))
            .collect()
    }
}

impl Correction {
    /// Reads one correction. The last equals sign counts, so that a header may hold one.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence.
    pub fn parse(written: &str) -> Result<Self, CorrectionError> {
        let Some((column, field)) = written.rsplit_once('=') else {
            return Err(CorrectionError::NoField { written: written.to_owned() });
        };
        let (column, word) = (column.trim(), field.trim().to_lowercase().replace([' ', '-'], "_"));
        if column.is_empty() || column.ends_with(':') && column.len() == 1 {
            return Err(CorrectionError::NoColumn { written: written.to_owned() });
        }
        let position = column.rsplit_once(':').map_or(column, |(_, last)| last).strip_prefix('#');
        if position.is_some_and(|digits| digits.trim() == "0") {
            return Err(CorrectionError::BadPosition { written: written.to_owned() });
        }
        let said = said(&word).ok_or_else(|| CorrectionError::UnknownField {
            field: field.trim().to_owned(),
            close: close_fields(&word),
        })?;
        Ok(Self { column: column.to_owned(), said, word })
    }

    /// The columns of a table it names, from 0. A file may stand before a colon; a header may hold colons itself.
    fn columns(&self, file_name: &str, sheet: &str, header: &[String]) -> Vec<usize> {
        let whole = named(&self.column, header);
        if !whole.is_empty() {
            return whole;
        }
        for (colon, _) in self.column.match_indices(':') {
            let (file, column) = (&self.column[..colon], &self.column[colon + 1..]);
            if is_file(file, file_name) || (!sheet.is_empty() && is_file(file, sheet)) {
                let found = named(column, header);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        Vec::new()
    }
}

/// What a word says of a column: its field, that it keeps its own name, or the order of its dates.
fn said(word: &str) -> Option<ColumnCorrection> {
    let order = |order| Some(ColumnCorrection { dates: Some(order), ..ColumnCorrection::default() });
    match word {
        "own_name" => Some(ColumnCorrection { meaning: Some(Meaning::OwnName), ..ColumnCorrection::default() }),
        "day_first" => order(DateOrder::DayFirst),
        "month_first" => order(DateOrder::MonthFirst),
        "order_unknown" => order(DateOrder::Unknown),
        field => Field::from_word(field).map(ColumnCorrection::meaning),
    }
}

/// How a meaning or an order of dates is written; what [`said`] reads. `None` where neither is said.
pub(super) fn written_correction(said: &ColumnCorrection) -> Option<&'static str> {
    match (said.meaning, said.dates) {
        (Some(Meaning::OwnName), _) => Some("own_name"),
        (Some(Meaning::Field(field)), _) => Some(field.word()),
        (None, Some(DateOrder::DayFirst)) => Some("day_first"),
        (None, Some(DateOrder::MonthFirst)) => Some("month_first"),
        (None, Some(DateOrder::Unknown)) => Some("order_unknown"),
        (None, None | Some(DateOrder::Plain | DateOrder::Ambiguous)) => None,
    }
}

/// The columns of a name: those with this header as written, else in another spelling, else the one at a position.
fn named(column: &str, header: &[String]) -> Vec<usize> {
    let matching = |same: &dyn Fn(&str) -> bool| -> Vec<usize> {
        header.iter().enumerate().filter(|(_, text)| same(text)).map(|(at, _)| at).collect()
    };
    let exact = matching(&|text| !text.is_empty() && text.trim() == column.trim());
    if !exact.is_empty() {
        return exact;
    }
    if let Some(position) = column.trim().strip_prefix('#').and_then(|digits| digits.trim().parse::<usize>().ok()) {
        return if (1..=header.len()).contains(&position) { vec![position - 1] } else { Vec::new() };
    }
    let key = Header::read(column).key;
    if key.is_empty() { Vec::new() } else { matching(&|text| Header::read(text).key == key) }
}

/// Whether a name written by hand is this file's or sheet's, with or without folder and ending.
fn is_file(written: &str, name: &str) -> bool {
    let last = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or_default().trim().to_lowercase();
    let (written, name) = (last(written), last(name));
    !written.is_empty() && (written == name || name.rsplit_once('.').is_some_and(|(stem, _)| stem == written))
}

/// The three fields with the closest names.
pub(super) fn close_fields(word: &str) -> String {
    let mut fields: Vec<(usize, &str)> = Field::ALL
        .iter()
        .map(|field| {
            let name = field.word();
            let contains = word.len() > 2 && (name.contains(word) || word.contains(name));
            (if contains { 1 } else { distance(word, name) }, name)
        })
        .collect();
    fields.sort_unstable();
    fields.iter().take(3).map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
}

/// How many letters must be changed, added or left out.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn header(columns: &[&str]) -> Vec<String> {
        columns.iter().map(|text| (*text).to_owned()).collect()
    }

    fn said(corrections: &[&str], columns: &[&str]) -> Vec<Option<Field>> {
        let said =
            Corrections::parse(corrections.iter().copied()).unwrap().of_table("list.csv", "Blad1", &header(columns));
        said.iter().map(ColumnCorrection::field).collect()
    }

    #[test]
    fn a_column_is_named_by_header_by_position_or_after_its_file() {
        let columns = ["Kontakt", "Opted out of email: Offers", "a=b"];
        assert_eq!(said(&["Kontakt=email"], &columns), [Some(Field::Email), None, None]);
        assert_eq!(said(&["kontakt = EMAIL"], &columns), [Some(Field::Email), None, None]);
        assert_eq!(said(&["#2=ignored"], &columns), [None, Some(Field::Ignored), None]);
        assert_eq!(said(&["Opted out of email: Offers=ignored"], &columns), [None, Some(Field::Ignored), None]);
        assert_eq!(said(&["a=b=notes"], &columns), [None, None, Some(Field::Notes)]);
        assert_eq!(said(&["list.csv:Kontakt=email"], &columns), [Some(Field::Email), None, None]);
        assert_eq!(said(&["C:\\exports\\list.csv:#1=email"], &columns), [Some(Field::Email), None, None]);
        assert_eq!(said(&["blad1:Kontakt=email"], &columns), [Some(Field::Email), None, None]);
        assert_eq!(said(&["other.csv:Kontakt=email"], &columns), [None, None, None]);
    }

    #[test]
    fn the_later_of_two_corrections_counts() {
        assert_eq!(said(&["Kontakt=email", "#1=phone"], &["Kontakt"]), [Some(Field::Phone)]);
        let remembered = Corrections::remembered([(&1, &ColumnCorrection::meaning(Field::Email))]);
        let now = Corrections::parse(["Kontakt=notes"]).unwrap();
        let said = remembered.and(&now).of_table("f", "", &header(&["Kontakt"]));
        assert_eq!(said, [ColumnCorrection::meaning(Field::Notes)]);
    }

    #[test]
    fn the_order_of_dates_is_said_beside_the_meaning() {
        let written = ["Datum=consent_at", "Datum=month first", "Övrigt=own name"];
        let said = Corrections::parse(written).unwrap().of_table("f", "", &header(&["Datum", "Övrigt"]));
        let date = ColumnCorrection::meaning(Field::ConsentAt);
        assert_eq!(said[0], ColumnCorrection { dates: Some(DateOrder::MonthFirst), ..date });
        assert_eq!(said[1].meaning, Some(Meaning::OwnName));
    }

    #[test]
    fn words_go_with_the_meaning_they_were_said_of() {
        let mut said = ColumnCorrection::meaning(Field::Status);
        said.words.insert("x".to_owned(), ConsentStatus::Given);
        said.take(&ColumnCorrection::meaning(Field::Status));
        assert_eq!(said.words.len(), 1);
        said.take(&ColumnCorrection::meaning(Field::Notes));
        assert!(said.words.is_empty());
    }

    #[test]
    fn a_slip_is_answered_with_the_closest_fields() {
        let error = Corrections::parse(["Kontakt=emial"]).unwrap_err().to_string();
        assert!(error.contains("“emial”") && error.contains("email"), "{error}");
        let error = Corrections::parse(["Kontakt=consent"]).unwrap_err().to_string();
        assert!(error.contains("consent_at"), "{error}");
        assert!(matches!(Correction::parse("Kontakt"), Err(CorrectionError::NoField { .. })));
        assert!(matches!(Correction::parse("=email"), Err(CorrectionError::NoColumn { .. })));
        assert!(matches!(Correction::parse("#0=email"), Err(CorrectionError::BadPosition { .. })));
    }

    #[test]
    fn a_correction_that_names_no_column_is_found() {
        let corrections = Corrections::parse(["Kontakt=email", "Kontact=email", "#9=phone"]).unwrap();
        let columns = header(&["Kontakt"]);
        assert_eq!(corrections.without_a_column(&[("f", "", &columns)]), ["Kontact=email", "#9=phone"]);
    }
}
