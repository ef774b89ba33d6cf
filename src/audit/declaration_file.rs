//! The declarations file as a text: what stands in it, and how a statement comes into it or is taken out again.

use serde::{Deserialize, Serialize};

use crate::normalise::fold::fold;
use crate::vocabulary::Channel;

use super::declaration::{Applies, DeclarationError, Declarations, Supplies, Wording};

/// The file as TOML has it.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) declaration: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) wording: Vec<Wording>,
}

/// One declaration as TOML has it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) by: String,
    pub(super) on: toml::value::Datetime,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) proof: Option<String>,
    #[serde(default)]
    pub(super) applies: Applies,
    pub(super) supplies: Supplies,
}

/// What a declaration is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// Rows of this system only, by its word.
    pub system: Option<String>,
    /// Rows of this file or sheet only.
    pub file: Option<String>,
    /// Rows of this list only.
    pub list: Option<String>,
    /// Rows that name this source; with an empty text, rows that name no source, form or address of their own.
    pub source: Option<String>,
    /// Rows that name this form.
    pub form: Option<String>,
    /// Rows that name this address of a form.
    pub url: Option<String>,
    /// Consents from this day on, as `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Consents until the end of this day, as `YYYY-MM-DD`.
    pub until: Option<String>,
}

/// A statement to be written down.
#[derive(Debug, Clone, Default)]
pub struct Statement {
    /// Who says so.
    pub by: String,
    /// When it is said, as `YYYY-MM-DD`.
    pub on: String,
    /// A proof attached to it.
    pub proof: Option<String>,
    /// What it is about; `None` where the export itself names the wording that is registered.
    pub batch: Option<Batch>,
    /// The form or place it names.
    pub form: Option<String>,
    /// The act it names.
    pub method: Option<String>,
    /// Whether the form asked for a confirmation.
    pub double_opt_in: bool,
    /// The text people saw.
    pub wording: Option<NewWording>,
}

/// A text to be registered.
#[derive(Debug, Clone, Default)]
pub struct NewWording {
    /// Its id, where the export gives it one.
    pub id: Option<String>,
    /// Its language, as two letters.
    pub language: String,
    /// The text itself.
    pub text: String,
    /// The channels it asks for.
    pub channels: Vec<Channel>,
    /// The purposes it asks for.
    pub purposes: Vec<String>,
    /// The controller it names.
    pub controller: Option<String>,
    /// The first day it was shown, as `YYYY-MM-DD`.
    pub released: Option<String>,
}

/// A statement that stands in a file.
#[derive(Debug, Clone)]
pub struct Given {
    /// Its name within the file.
    pub id: String,
    /// Whether it registers a wording and nothing else.
    pub is_wording: bool,
    /// Who says so; empty for a wording nobody signed.
    pub by: String,
    /// When it was said.
    pub on: String,
    /// A proof attached to it.
    pub proof: Option<String>,
    /// What it is about.
    pub batch: Batch,
    /// What it supplies.
    pub supplies: Supplies,
    /// The text it supplies.
    pub wording: Option<Wording>,
}

/// Everything that is declared in a file, in its order: declarations, then wordings no declaration names.
///
/// # Errors
/// When the file cannot be read.
pub fn given(toml: &str) -> Result<Vec<Given>, DeclarationError> {
    let File { declaration, wording } = File::parse(toml)?;
    let named = |id: &str| declaration.iter().any(|entry| entry.supplies.wording.as_deref() == Some(id));
    let alone: Vec<Given> = wording.iter().filter(|one| !named(&one.id)).map(wording_alone).collect();
    let declared = declaration.into_iter().map(|entry| Given {
        wording: wording.iter().find(|one| Some(&one.id) == entry.supplies.wording.as_ref()).cloned(),
        id: entry.id,
        is_wording: false,
        by: entry.by,
        on: entry.on.to_string(),
        proof: entry.proof,
        batch: entry.applies.batch(),
        supplies: entry.supplies,
    });
    Ok(declared.chain(alone).collect())
}

fn wording_alone(wording: &Wording) -> Given {
    Given {
        id: wording.id.clone(),
        is_wording: true,
        by: wording.by.clone().unwrap_or_default(),
        on: wording.on.map(|on| on.to_string()).unwrap_or_default(),
        proof: wording.proof.clone(),
        batch: Batch::default(),
        supplies: Supplies::default(),
        wording: Some(wording.clone()),
    }
}

/// Writes a statement at the end of a file, whose text stays as it is. Gives back the new text and the id.
///
/// # Errors
/// When the file cannot be read, or the statement is signed by nobody, names a day that is none or an act nobody knows.
pub fn with(toml: &str, statement: &Statement) -> Result<(String, String), DeclarationError> {
    let before = File::parse(toml)?;
    let added = before.entry(statement)?;
    let id = match (added.declaration.first(), added.wording.first()) {
        (Some(declaration), _) => declaration.id.clone(),
        (None, Some(wording)) => wording.id.clone(),
        (None, None) => return Err(DeclarationError::Empty),
    };
    let text = join(toml, before, added)?;
    Ok((text, id))
}

/// Takes a statement out of a file, and with it the wording that nothing else names. `None` if it is not there.
///
/// # Errors
/// When the file cannot be read.
pub fn without(toml: &str, id: &str) -> Result<Option<String>, DeclarationError> {
    let mut file = File::parse(toml)?;
    let position = file.declaration.iter().position(|entry| entry.id == id);
    let wording = match position {
        Some(position) => file.declaration.remove(position).supplies.wording,
        None if file.wording.iter().any(|wording| wording.id == id) => Some(id.to_owned()),
        None => return Ok(None),
    };
    let named = |id: &str| file.declaration.iter().any(|entry| entry.supplies.wording.as_deref() == Some(id));
    if let Some(wording) = wording.filter(|wording| !named(wording)) {
        file.wording.retain(|other| other.id != wording);
    }
    Ok(Some(file.text()))
}

/// Adds every statement of another file. What both say alike is kept once.
///
/// # Errors
/// When a file cannot be read, or both use one id for different things.
pub fn together(toml: &str, other: &str) -> Result<String, DeclarationError> {
    let (before, mut added) = (File::parse(toml)?, File::parse(other)?);
    for (id, differs) in
        before
            .declaration
            .iter()
            .filter_map(|mine| Some((&mine.id, added.declaration.iter().find(|entry| entry.id == mine.id)? != mine)))
            .chain(before.wording.iter().filter_map(|mine| {
                Some((&mine.id, added.wording.iter().find(|wording| wording.id == mine.id)? != mine))
            }))
    {
        if differs {
            return Err(DeclarationError::Taken(id.clone()));
        }
    }
    if before.declaration.is_empty() && before.wording.is_empty() {
        Declarations::parse(other)?;
        return Ok(other.to_owned());
    }
    added.declaration.retain(|entry| before.declaration.iter().all(|mine| mine.id != entry.id));
    added.wording.retain(|wording| before.wording.iter().all(|mine| mine.id != wording.id));
    join(toml, before, added)
}

/// The text of a file with more behind it; written anew where its text cannot simply be continued.
fn join(toml: &str, mut before: File, added: File) -> Result<String, DeclarationError> {
    let text = match toml.trim_end() {
        "" => added.text(),
        begun => format!("{begun}\n\n{}", added.text()),
    };
    match Declarations::parse(&text) {
        Err(DeclarationError::Format { .. }) => {
            before.declaration.extend(added.declaration);
            before.wording.extend(added.wording);
            let text = before.text();
            Declarations::parse(&text)?;
            Ok(text)
        }
        parsed => parsed.map(|_| text),
    }
}

impl File {
    pub(super) fn parse(toml: &str) -> Result<Self, DeclarationError> {
        toml::from_str(toml).map_err(|error| DeclarationError::at(toml, &error))
    }

    fn text(&self) -> String {
        toml::to_string(self).expect("texts, days and lists always encode")
    }

    /// What a statement adds to this file.
    fn entry(&self, statement: &Statement) -> Result<Self, DeclarationError> {
        let mut added = Self::default();
        let name = statement.batch.as_ref().map(Batch::name).unwrap_or_default();
        if let Some(new) = &statement.wording {
            let id = match &new.id {
                Some(id) if self.wording.iter().any(|wording| wording.id == *id) => {
                    return Err(DeclarationError::Taken(id.clone()));
                }
                Some(id) => id.clone(),
                None => free(&format!("{name}-text"), |id| self.wording.iter().any(|wording| wording.id == id)),
            };
            let alone = statement.batch.is_none();
            added.wording.push(Wording {
                id,
                language: new.language.clone(),
                text: new.text.clone(),
                channels: new.channels.clone(),
                purposes: new.purposes.clone(),
                controller: new.controller.clone(),
                released: day(new.released.as_deref())?,
                by: alone.then(|| statement.by.clone()),
                on: if alone { day(Some(&statement.on))? } else { None },
                proof: statement.proof.clone().filter(|_| alone),
            });
        }
        if let Some(batch) = &statement.batch {
            added.declaration.push(Entry {
                id: free(&name, |id| self.declaration.iter().any(|entry| entry.id == id)),
                by: statement.by.trim().to_owned(),
                on: day(Some(&statement.on))?.ok_or(DeclarationError::Empty)?,
                proof: statement.proof.clone(),
                applies: Applies::to(batch, day(batch.from.as_deref())?, day(batch.until.as_deref())?),
                supplies: Supplies {
                    source: None,
                    form: statement.form.clone(),
                    method: statement.method.clone(),
                    wording: added.wording.first().map(|wording| wording.id.clone()),
                    double_opt_in: statement.double_opt_in,
                    optout_offered: false,
                },
            });
        }
        if statement.by.trim().is_empty() {
            return Err(DeclarationError::Unsigned(name));
        }
        Ok(added)
    }
}

impl Batch {
    /// What tells the batch from others, as an id.
    fn name(&self) -> String {
        let about = [&self.source, &self.form, &self.url, &self.list, &self.file];
        let about = about.into_iter().flatten().find(|text| !text.is_empty());
        slug(&format!("{} {}", self.system.as_deref().unwrap_or_default(), about.map_or("", String::as_str)))
    }
}

/// A day as TOML has it; `None` for an empty one.
fn day(text: Option<&str>) -> Result<Option<toml::value::Datetime>, DeclarationError> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let wrong = || DeclarationError::Day(text.to_owned());
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| wrong())?;
    text.parse().map(Some).map_err(|_| wrong())
}

fn slug(text: &str) -> String {
    const LONGEST: usize = 48;
    let mut slug = String::new();
    for letter in fold(text).chars() {
        if letter.is_ascii_alphanumeric() && slug.len() < LONGEST {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "answer".to_owned() } else { slug.to_owned() }
}

/// The name itself, or with the first number that makes it a new one.
fn free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(name) {
        return name.to_owned();
    }
    (2..).map(|number| format!("{name}-{number}")).find(|id| !taken(id)).expect("there are enough numbers")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn statement() -> Statement {
        Statement {
            by: "Saga Lind".to_owned(),
            on: "2026-10-20".to_owned(),
            proof: Some("form.png, sha256 00ff".to_owned()),
            batch: Some(Batch {
                system: Some("mailchimp".to_owned()),
                source: Some("Hosted Signup Förm".to_owned()),
                from: Some("2019-03-01".to_owned()),
                ..Batch::default()
            }),
            method: Some("tick".to_owned()),
            wording: Some(NewWording {
                language: "sv".to_owned(),
                text: "Ja tack \"gärna\"\n[[declaration]]".to_owned(),
                channels: vec![Channel::Email],
                purposes: vec!["newsletter".to_owned()],
                controller: Some("Norrsken Kaffe AB".to_owned()),
                released: Some("2019-03-01".to_owned()),
                id: None,
            }),
            ..Statement::default()
        }
    }

    #[test]
    fn what_is_written_is_read_again_as_it_was_said() {
        let (toml, id) = with("", &statement()).unwrap();
        assert_eq!(id, "mailchimp-hosted-signup-form");
        let said = given(&toml).unwrap();
        assert_eq!(said.len(), 1);
        assert_eq!(said[0].by, "Saga Lind");
        assert_eq!(said[0].on, "2026-10-20");
        assert_eq!(said[0].batch, statement().batch.unwrap());
        assert_eq!(said[0].wording.as_ref().unwrap().text, statement().wording.unwrap().text);
        assert!(Declarations::parse(&toml).is_ok());
    }

    #[test]
    fn a_second_answer_leaves_the_text_before_it_alone_and_takes_another_id() {
        let before = "# What we know\n[[wording]]\nid = \"A\"\ntext = \"Yes\"\nchannels = [\"email\"] # mail\n";
        let (once, first) = with(before, &statement()).unwrap();
        let (twice, second) = with(&once, &statement()).unwrap();
        assert!(twice.starts_with(once.trim_end()) && once.starts_with(before.trim_end()));
        assert_eq!(
            (first.as_str(), second.as_str()),
            ("mailchimp-hosted-signup-form", "mailchimp-hosted-signup-form-2")
        );
        assert_eq!(given(&twice).unwrap().len(), 3);
    }

    #[test]
    fn an_answer_that_is_withdrawn_goes_with_its_text_and_nothing_else() {
        let (once, first) = with("", &statement()).unwrap();
        let (twice, second) = with(&once, &statement()).unwrap();
        let back = without(&twice, &second).unwrap().unwrap();
        let left: Vec<String> = given(&back).unwrap().into_iter().map(|given| given.id).collect();
        assert_eq!(left, [first.as_str()]);
        assert!(without(&back, &second).unwrap().is_none());
        assert_eq!(without(&back, &first).unwrap().unwrap().trim(), "");
    }

    #[test]
    fn a_file_that_writes_its_lists_on_one_line_can_be_added_to() {
        let before = "wording = [{ id = \"A\", text = \"Yes\", channels = [\"email\"] }]\n";
        let (after, _) = with(before, &statement()).unwrap();
        assert_eq!(given(&after).unwrap().len(), 2);
    }

    #[test]
    fn two_files_come_together_unless_they_use_one_id_for_different_things() {
        let (mine, _) = with("", &statement()).unwrap();
        assert_eq!(together(&mine, &mine).unwrap().trim(), mine.trim());
        let other = mine.replace("Saga Lind", "Elin Öberg");
        assert!(
            matches!(together(&mine, &other), Err(DeclarationError::Taken(id)) if id == "mailchimp-hosted-signup-form")
        );
        let third = other.replace("mailchimp-hosted-signup-form", "another");
        assert_eq!(given(&together(&mine, &third).unwrap()).unwrap().len(), 2);
    }

    #[test]
    fn a_statement_nobody_signs_is_not_written() {
        let nobody = Statement { by: " ".to_owned(), ..statement() };
        assert!(matches!(with("", &nobody), Err(DeclarationError::Unsigned(_))));
        let someday = Statement { on: "yesterday".to_owned(), ..statement() };
        assert!(matches!(with("", &someday), Err(DeclarationError::Day(day)) if day == "yesterday"));
    }
}
