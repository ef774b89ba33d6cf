//! What a named person declares to be true of a batch of records, and the wordings they register.
//!
//! A declaration supplies evidence fields that no export carries. It never overrides a no, a fingerprint
//! or a date that contradicts it, and what rests on it is told from what a cell shows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::normalise::{Contact, Method, is_generic_source, method};
use crate::vocabulary::{Channel, DAY, Field, Moment};

use super::declaration_file::{Batch, Entry, File};
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

/// Which records it is about: those for which all that is given holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Applies {
    system: Option<String>,
    file: Option<String>,
    list: Option<String>,
    /// Empty: records that name no source, form or address of their own.
    source: Option<String>,
    form: Option<String>,
    url: Option<String>,
    from: Option<toml::value::Datetime>,
    until: Option<toml::value::Datetime>,
    #[serde(skip)]
    from_days: Option<i64>,
    #[serde(skip)]
    until_days: Option<i64>,
}

/// The evidence fields of rule book 1.4 a declaration supplies. What a cell says itself is never replaced.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub double_opt_in: bool,
    /// Whether a refusal was offered at the sale and in each message since.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optout_offered: bool,
}

/// A text people were shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// Who says so, where no declaration does: a wording that an export names by itself.
    #[serde(default)]
    pub by: Option<String>,
    /// When that was said.
    #[serde(default)]
    pub on: Option<toml::value::Datetime>,
    /// A proof attached to it.
    #[serde(default)]
    pub proof: Option<String>,
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
    /// Two files use one id for different things.
    #[error("“{0}” is already declared otherwise in this case. Withdraw it first, or give it another id in the file")]
    Taken(String),
    /// A day is none.
    #[error("“{0}” is not a day. Write it as year, month, day: 2026-11-01")]
    Day(String),
    /// A statement says nothing.
    #[error("the answer says nothing yet: give the text people saw, or the act by which they agreed")]
    Empty,
}

impl DeclarationError {
    pub(super) fn at(toml: &str, error: &toml::de::Error) -> Self {
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
        let file = File::parse(toml)?;
        let wordings: BTreeMap<String, Wording> =
            file.wording.into_iter().map(|wording| (wording.id.clone(), wording)).collect();
        let mut declarations = Vec::new();
        for declaration in file.declaration {
            declarations.push(Self::checked(declaration, &wordings)?);
        }
        Ok(Self { declarations, wordings })
    }

    fn checked(file: Entry, wordings: &BTreeMap<String, Wording>) -> Result<Declaration, DeclarationError> {
        let Entry { id, by, on, proof, mut applies, supplies } = file;
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

    /// The declarations that cover a record, each with its place in the file. What an earlier one supplies, a later
    /// one leaves alone.
    pub fn covering(
        &self,
        contact: &Contact,
        table: &TableFacts,
        consent_at: Option<Moment>,
    ) -> impl Iterator<Item = (u16, &Declaration)> {
        (0..)
            .zip(&self.declarations)
            .filter(move |(_, declaration)| declaration.applies.covers(contact, table, consent_at))
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
            && match self.source.as_deref() {
                Some("") => names_no_source(contact),
                _ => says(&self.source, Field::ConsentSource),
            }
            && says(&self.form, Field::ConsentForm)
            && says(&self.url, Field::ConsentUrl)
    }

    /// About a batch, with its days as TOML has them.
    pub(super) fn to(batch: &Batch, from: Option<toml::value::Datetime>, until: Option<toml::value::Datetime>) -> Self {
        let Batch { system, file, list, source, form, url, .. } = batch.clone();
        Self { system, file, list, source, form, url, from, until, from_days: None, until_days: None }
    }

    /// The batch it is about.
    pub(super) fn batch(&self) -> Batch {
        let Self { system, file, list, source, form, url, .. } = self.clone();
        let day = |day: Option<toml::value::Datetime>| day.map(|day| day.to_string());
        Batch { system, file, list, source, form, url, from: day(self.from), until: day(self.until) }
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

/// Whether a row says nowhere through what a person came; a word that could stand for anything says nothing.
fn names_no_source(contact: &Contact) -> bool {
    [Field::ConsentSource, Field::ConsentForm, Field::ConsentUrl]
        .into_iter()
        .filter_map(|field| contact.text(field))
        .all(is_generic_source)
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
