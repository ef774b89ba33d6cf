//! An answer to a question: a statement that a named person signs, tried before it is kept, and taken back again.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use specta::Type;

use crate::audit::declaration_file::{self, Batch, NewWording, Statement};
use crate::audit::{Ask, Question};
use crate::store::Ledger;
use crate::vocabulary::{Channel, Column, Field, Place};

use super::facts::OutcomeFacts;
use super::{Case, CaseError, Settings, Summary, Watch};

/// What somebody answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The key of the question.
    pub question: u32,
    /// Who says so.
    pub by: String,
    /// When it is said, as `YYYY-MM-DD`.
    pub on: String,
    /// Since when it is true: the first day the text was shown.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// By which act people agreed: `tick`, `button`, `signature`, `spoken`, `doi_click` or `reply`.
    pub method: Option<String>,
    /// Where they agreed, for people of whom no row says so.
    pub form: Option<String>,
    /// The text they saw.
    pub text: Option<String>,
    /// Its language, as two letters.
    pub language: String,
    /// The channels it asks for.
    pub channels: Vec<Channel>,
    /// The purposes it asks for.
    pub purposes: Vec<String>,
    /// A file that proves it, kept where it is.
    pub proof: Option<AttachedProof>,
}

/// A file that proves a statement. It stays where it is; what it hashes to is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AttachedProof {
    /// Its name.
    pub name: String,
    /// What its bytes hash to, in hexadecimal.
    pub sha256: String,
}

/// What an answer would change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerPreview {
    /// What may be done with people now.
    pub now: OutcomeFacts,
    /// What might be done once it is kept.
    pub then: OutcomeFacts,
}

/// What a form can be filled in with before anybody answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerStart {
    /// The purposes the cells of the batch speak of.
    pub purposes: Vec<String>,
}

/// Why an answer cannot be kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// The question is no longer asked.
    #[error("this question is no longer open: the case was audited anew. Choose one from the list")]
    Gone,
    /// The answer to take back is not there.
    #[error("there is no answer “{0}” in this case. It may have been withdrawn already")]
    Unknown(String),
    /// A text that asks for nothing.
    #[error("the text asks for no channel. Choose at least one: a text proves only what it asks for")]
    NoChannel,
    /// A part of the answer is missing.
    #[error("the answer lacks {0}")]
    Lacks(&'static str),
    /// The proof could not be read.
    #[error("{name} could not be read ({source}). Choose a file you may open")]
    Proof {
        /// The file.
        name: String,
        /// What the system says.
        source: std::io::Error,
    },
}

impl AttachedProof {
    /// Reads a file once, for what it hashes to.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(path: &Path) -> Result<Self, CaseError> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let hash = || -> std::io::Result<String> {
            let mut file = File::open(path)?;
            let mut hasher = Sha256::new();
            let mut buffer = vec![0; 64 * 1024];
            loop {
                let read = file.read(&mut buffer)?;
                if read == 0 {
                    break;
                }
                hasher.update(&buffer[..read]);
            }
            Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
        };
        match hash() {
            Ok(sha256) => Ok(Self { name, sha256 }),
            Err(source) => Err(AnswerError::Proof { name, source }.into()),
        }
    }

    /// As a declarations file names it.
    fn written(&self) -> String {
        format!("{}, SHA-256 {}", self.name, self.sha256)
    }
}

impl Case {
    /// What an answer to a question can start from.
    ///
    /// # Errors
    /// When the question is no longer open or the casefile cannot be read.
    pub fn answer_start(&self, ledger: &Ledger, question: u32) -> Result<AnswerStart, CaseError> {
        let mut purposes: Vec<String> = Vec::new();
        for (person, cell) in examples(ledger, question).take(3) {
            let Some(verdict) = self.store.verdict(person)? else { continue };
            let purpose = verdict.cells.get(cell).map(|cell| cell.purpose.clone()).unwrap_or_default();
            if !purpose.is_empty() && !purposes.contains(&purpose) {
                purposes.push(purpose);
            }
        }
        Ok(AnswerStart { purposes })
    }

    /// What an answer would change. The case stays as it is.
    ///
    /// # Errors
    /// When the answer says too little, its question is no longer open, or the work is cancelled.
    pub fn preview_answer(
        &mut self,
        ledger: &Ledger,
        answer: &Answer,
        watch: Watch<'_>,
    ) -> Result<AnswerPreview, CaseError> {
        let settings = self.answered(ledger, answer)?;
        let now = self.summary()?.ok_or(AnswerError::Gone)?;
        let then = self.preview(&settings.audit_options()?, watch)?;
        Ok(AnswerPreview { now: OutcomeFacts::of(&now), then: OutcomeFacts::of(&then) })
    }

    /// Keeps an answer, and judges everybody anew.
    ///
    /// # Errors
    /// When the answer says too little, its question is no longer open, or the work is cancelled: the case is then as
    /// it was.
    pub fn save_answer(&mut self, ledger: &Ledger, answer: &Answer, watch: Watch<'_>) -> Result<Summary, CaseError> {
        let settings = self.answered(ledger, answer)?;
        self.declare(settings, watch)
    }

    /// Takes an answer back, and judges everybody anew.
    ///
    /// # Errors
    /// When there is no such answer, or the work is cancelled.
    pub fn withdraw_answer(&mut self, id: &str, watch: Watch<'_>) -> Result<Summary, CaseError> {
        let mut settings = self.settings()?;
        settings.declarations = declaration_file::without(&settings.declarations, id)?
            .ok_or_else(|| AnswerError::Unknown(id.to_owned()))?;
        self.declare(settings, watch)
    }

    /// Adds the statements of a declarations file to those of the case, and judges everybody anew.
    ///
    /// # Errors
    /// When the file cannot be read or contradicts what the case holds, or the work is cancelled.
    pub fn import_declarations(&mut self, toml: &str, watch: Watch<'_>) -> Result<Summary, CaseError> {
        let mut settings = self.settings()?;
        settings.declarations = declaration_file::together(&settings.declarations, toml)?;
        self.declare(settings, watch)
    }

    /// The declarations of the case, as a file.
    ///
    /// # Errors
    /// When the casefile cannot be read.
    pub fn declarations_file(&self) -> Result<String, CaseError> {
        Ok(self.settings()?.declarations)
    }

    /// Judges by other settings and then keeps them: a cancelled audit leaves the old ones.
    fn declare(&mut self, settings: Settings, watch: Watch<'_>) -> Result<Summary, CaseError> {
        let before = self.settings()?.declarations;
        let (summary, _) = self.audit(&settings.audit_options()?, watch)?;
        self.keep_settings(&settings)?;
        self.declared.push(before);
        Ok(summary)
    }

    /// Takes back what was answered, withdrawn or imported last since the case was opened, and judges everybody anew.
    /// `None` if nothing is left.
    ///
    /// # Errors
    /// When the work is cancelled: the answer then still counts.
    pub fn undo_answer(&mut self, watch: Watch<'_>) -> Result<Option<Summary>, CaseError> {
        let Some(declarations) = self.declared.last().cloned() else { return Ok(None) };
        let settings = Settings { declarations, ..self.settings()? };
        let (summary, _) = self.audit(&settings.audit_options()?, watch)?;
        self.keep_settings(&settings)?;
        self.declared.pop();
        Ok(Some(summary))
    }

    /// The settings with an answer among the declarations.
    fn answered(&self, ledger: &Ledger, answer: &Answer) -> Result<Settings, CaseError> {
        let question = self.asked(answer.question)?.ok_or(AnswerError::Gone)?;
        let mut settings = self.settings()?;
        let statement = self.statement(ledger, answer, &question, settings.controller.clone())?;
        settings.declarations = declaration_file::with(&settings.declarations, &statement)?.0;
        Ok(settings)
    }

    fn statement(
        &self,
        ledger: &Ledger,
        answer: &Answer,
        question: &Question,
        controller: Option<String>,
    ) -> Result<Statement, CaseError> {
        let said = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let (wants_text, wants_act) = wants(question.ask);
        let mut statement = Statement {
            by: answer.by.trim().to_owned(),
            on: answer.on.clone(),
            proof: answer.proof.as_ref().map(AttachedProof::written),
            ..Statement::default()
        };
        if wants_text {
            if answer.channels.is_empty() {
                return Err(AnswerError::NoChannel.into());
            }
            statement.wording = Some(NewWording {
                id: (question.ask == Ask::Text).then(|| question.batch.clone()),
                language: answer.language.clone(),
                text: said(&answer.text).ok_or(AnswerError::Lacks("the text people saw"))?,
                channels: answer.channels.clone(),
                purposes: answer
                    .purposes
                    .iter()
                    .map(|one| one.trim().to_owned())
                    .filter(|one| !one.is_empty())
                    .collect(),
                controller: controller.filter(|controller| !controller.trim().is_empty()),
                released: Some(said(&answer.since).ok_or(AnswerError::Lacks("the day since when the text was shown"))?),
            });
        }
        // An act that nobody asked about still helps those rows of the batch that name none.
        statement.method = said(&answer.method);
        if wants_act && statement.method.is_none() {
            return Err(AnswerError::Lacks("the act by which people agreed").into());
        }
        if question.ask == Ask::Everything {
            statement.form =
                Some(said(&answer.form).ok_or(AnswerError::Lacks("the form or place where people agreed"))?);
        }
        if question.ask != Ask::Text {
            let batch = self.batch(ledger, question, answer.question)?;
            statement.batch = Some(Batch { from: said(&answer.since), until: said(&answer.until), ..batch });
        }
        Ok(statement)
    }

    /// What the records of a question share, as a declaration names it: a row of the batch shows in which column
    /// the name of the batch stands.
    fn batch(&self, ledger: &Ledger, question: &Question, key: u32) -> Result<Batch, CaseError> {
        let batch = Batch { system: Some(question.system.word().to_owned()), ..Batch::default() };
        let named = Some(question.batch.clone());
        let tables = self.table_facts()?;
        for (person, _) in examples(ledger, key).take(2) {
            let Some(verdict) = self.store.verdict(person)? else { continue };
            for (table, row) in verdict.rows {
                let Some(table) = tables.iter().find(|one| one.id == table && one.system() == question.system) else {
                    continue;
                };
                for (position, column) in (0..).zip(&table.recognition.columns) {
                    let Some(field @ (Field::ConsentSource | Field::ConsentForm | Field::ConsentUrl)) = column.field
                    else {
                        continue;
                    };
                    let place = Place { table: table.id, row, column: Column(position) };
                    if self.store.quote(place)?.is_none_or(|quoted| quoted.trim() != question.batch.trim()) {
                        continue;
                    }
                    return Ok(match field {
                        Field::ConsentForm => Batch { form: named, ..batch },
                        Field::ConsentUrl => Batch { url: named, ..batch },
                        _ => Batch { source: named, ..batch },
                    });
                }
            }
        }
        if tables.iter().any(|table| table.file == question.batch) {
            return Ok(Batch { file: named, source: Some(String::new()), ..batch });
        }
        Ok(Batch { source: named, ..batch })
    }
}

/// Whether a question asks for a text, and for an act.
fn wants(ask: Ask) -> (bool, bool) {
    match ask {
        Ask::WordingAndAct | Ask::Everything => (true, true),
        Ask::Wording | Ask::Text => (true, false),
        Ask::Act => (false, true),
    }
}

/// People of whom a cell rests on a question, with the place of the cell.
fn examples(ledger: &Ledger, key: u32) -> impl Iterator<Item = (u32, usize)> + '_ {
    ledger.people().filter_map(move |person| {
        let cell = person.cells().position(|cell| cell.question() == Some(key))?;
        Some((person.number(), cell))
    })
}
