//! What a named person declares to be true of a batch of records, and the wordings they register.
//!
//! A declaration supplies evidence fields that no export carries. It never overrides a no, a fingerprint
//! or a date that contradicts it, and what rests on it is told from what a cell shows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::normalise::{Contact, Method, method};
use crate::vocabulary::{Channel, DAY, Field, Moment};

use super::policy::TableFacts;

/// The declarations of a case: a TOML file.
#[derive(Debug, Clone, Default)]
pub struct Declarations {
    /// In the order of the file.
    pub declarations: Vec<Declaration>,
    /// The registry of wordings by id.
    pub wordings: BTreeMap<String, Wording>,
}

/// One dated and signed statement.
#[derive(Debug, Clone)]
pub struct Declaration {
    /// Its name within the file.
    pub id: String,
    /// Who says so.
    pub by: String,
    /// When it was said, as `YYYY-MM-DD`.
    pub on: String,
    /// A proof attached to it, if any.
    pub proof: Option<String>,
    applies: Applies,
    /// What it supplies.
    pub supplies: Supplies,
    /// The act it supplies, in its normal form.
    pub method: Option<Method>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Applies {
    system: Option<String>,
    file: Option<String>,
    list: Option<String>,
    source: Option<String>,
    form: Option<String>,
    from: Option<toml::value::Datetime>,
    until: Option<toml::value::Datetime>,
    #[serde(skip)]
    from_days: Option<i64>,
    #[serde(skip)]
    until_days: Option<i64>,
}

/// The evidence fields of rule book 1.4 a declaration supplies. What a cell says itself is never replaced.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supplies {
    /// Where consent was given.
    pub source: Option<String>,
    /// On which form.
    pub form: Option<String>,
    /// By which act.
    pub method: Option<String>,
    /// Which registered wording was shown.
    pub wording: Option<String>,
    /// Whether the form asked for a confirmation. It does not replace one.
    #[serde(default)]
    pub double_opt_in: bool,
    /// Whether a refusal was offered at the sale and in each message since.
    #[serde(default)]
    pub optout_offered: bool,
}

/// A text people were shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Its id, as exports or declarations name it.
    pub id: String,
    /// Its language.
    #[serde(default)]
    pub language: String,
    /// The text itself.
    pub text: String,
    /// The channels it asks for.
    pub channels: Vec<Channel>,
    /// The purposes it asks for.
    #[serde(default)]
    pub purposes: Vec<String>,
    /// The controller it names.
    #[serde(default)]
    pub controller: Option<String>,
    /// The first day it was shown.
    pub released: Option<toml::value::Datetime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    declaration: Vec<FileDeclaration>,
    #[serde(default)]
    wording: Vec<Wording>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileDeclaration {
    id: String,
    by: String,
    on: toml::value::Datetime,
    proof: Option<String>,
    #[serde(default)]
    applies: Applies,
    supplies: Supplies,
}

/// Why a declarations file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeclarationError {
    /// The file is not what the format asks for.
    #[error("line {line}, column {column}: {problem}. Compare the file with the example in the README")]
    Format {
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
        /// What is wrong there.
        problem: String,
    },
    /// A declaration nobody signed.
    #[error("declaration “{0}” names nobody: give `by` the name of the person who says so")]
    Unsigned(String),
    /// A declaration names a wording the file does not hold.
    #[error(
        "declaration “{declaration}” names the wording “{wording}”, which no [[wording]] of the file has as its id"
    )]
    UnknownWording {
        /// The declaration.
        declaration: String,
        /// The id it names.
        wording: String,
    },
    /// A declaration names an act nobody knows.
    #[error(
        "declaration “{declaration}”: “{method}” is no act of consent; use tick, button, signature, spoken, doi_click or reply"
    )]
    UnknownMethod {
        /// The declaration.
        declaration: String,
        /// The word it uses.
        method: String,
    },
}

impl DeclarationError {
    fn at(toml: &str, error: &toml::de::Error) -> Self {
        let before = error.span().and_then(|span| toml.get(..span.start)).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self::Format {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            problem: error.message().replace('\n', ", "),
        }
    }
}

impl Declarations {
    /// Reads a declarations file.
    pub fn parse(toml: &str) -> Result<Self, DeclarationError> {
        let file: File = toml::from_str(toml).map_err(|error| DeclarationError::at(toml, &error))?;
        let wordings: BTreeMap<String, Wording> =
            file.wording.into_iter().map(|wording| (wording.id.clone(), wording)).collect();
        let mut declarations = Vec::new();
        for declaration in file.declaration {
            declarations.push(Self::checked(declaration, &wordings)?);
        }
        Ok(Self { declarations, wordings })
    }

    fn checked(file: FileDeclaration, wordings: &BTreeMap<String, Wording>) -> Result<Declaration, DeclarationError> {
        let FileDeclaration { id, by, on, proof, mut applies, supplies } = file;
        if by.trim().is_empty() {
            return Err(DeclarationError::Unsigned(id));
        }
        if let Some(wording) = supplies.wording.as_ref().filter(|wording| !wordings.contains_key(*wording)) {
            return Err(DeclarationError::UnknownWording { declaration: id, wording: wording.clone() });
        }
        let act = match &supplies.method {
            None => None,
            Some(word) => match method(word) {
                Some(act) if act.is_affirmative() => Some(act),
                _ => return Err(DeclarationError::UnknownMethod { declaration: id, method: word.clone() }),
            },
        };
        applies.from_days = applies.from.as_ref().and_then(days);
        applies.until_days = applies.until.as_ref().and_then(days);
        Ok(Declaration { id, by, on: on.to_string(), proof, applies, supplies, method: act })
    }

    /// The end of a reason that rests on a declaration; empty for one that does not.
    pub fn clause(&self, declared: Option<u16>) -> String {
        match declared.and_then(|position| self.declarations.get(usize::from(position))) {
            Some(declaration) => format!(" (by declaration {})", declaration.id),
            None => String::new(),
        }
    }

    /// The first declaration that covers a record, and its place in the file.
    pub fn covering(
        &self,
        contact: &Contact,
        table: &TableFacts,
        consent_at: Option<Moment>,
    ) -> Option<(u16, &Declaration)> {
        self.declarations
            .iter()
            .enumerate()
            .find(|(_, declaration)| declaration.applies.covers(contact, table, consent_at))
            .and_then(|(position, declaration)| Some((u16::try_from(position).ok()?, declaration)))
    }
}

impl Applies {
    fn covers(&self, contact: &Contact, table: &TableFacts, consent_at: Option<Moment>) -> bool {
        let says = |wanted: &Option<String>, field: Field| {
            wanted.as_ref().is_none_or(|wanted| contact.text(field).is_some_and(|text| same(text, wanted)))
        };
        let bounded = self.from_days.is_some() || self.until_days.is_some();
        let in_time = match consent_at {
            None => !bounded,
            // The date as written decides: a zone moves it by less than the day the declaration speaks of.
            Some(at) => {
                self.from_days.is_none_or(|from| at.seconds >= from * DAY)
                    && self.until_days.is_none_or(|until| at.seconds < (until + 1) * DAY)
            }
        };
        in_time
            && self.system.as_ref().is_none_or(|system| same(table.system().word(), system))
            && self.file.as_ref().is_none_or(|file| same(&table.file, file) || same(&table.sheet, file))
            && self.list.as_ref().is_none_or(|list| {
                contact.text(Field::Lists).is_some_and(|lists| lists.split([',', ';', '|']).any(|one| same(one, list)))
            })
            && says(&self.source, Field::ConsentSource)
            && says(&self.form, Field::ConsentForm)
    }
}

impl Wording {
    /// Whether the text asks for this channel and purpose, in the name of this controller.
    /// An unspecified purpose is covered by a text that names any.
    pub fn covers(&self, channel: Channel, purpose: &str, controller: Option<&str>) -> bool {
        self.channels.contains(&channel)
            && (purpose.is_empty() || self.purposes.iter().any(|named| same(named, purpose)))
            && match (self.controller.as_deref(), controller) {
                (Some(named), Some(ours)) => same(named, ours),
                (None, Some(_)) => false,
                (_, None) => true,
            }
    }

    /// Whether it was already shown at a moment.
    pub fn was_shown_at(&self, at: Moment) -> bool {
        self.released.as_ref().and_then(days).is_none_or(|released| at.span().latest >= released * DAY)
    }
}

fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    a.eq_ignore_ascii_case(b) || a.to_lowercase() == b.to_lowercase()
}

fn days(date: &toml::value::Datetime) -> Option<i64> {
    let date = date.date?;
    let date = chrono::NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?;
    Some(date.signed_duration_since(chrono::NaiveDate::default()).num_days())
}
