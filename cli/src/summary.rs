//! What an audit comes to, for a person at a terminal: the answer, what would better it, what is wrong, and what
//! all of it rests on.

mod asked;
mod findings;
mod outcome;
mod questions;
mod sources;

pub use findings::look;

use std::path::Path;

use bonafide::audit::Policy;
use bonafide::case::Summary;
use bonafide::case::sources::Question;
use bonafide::report::question_text;
use bonafide::store::TableRecord;
use bonafide::texts::{number, text};

use crate::page::{FAINT, PLAIN, Page};
use crate::terminal;

/// What the summary is drawn from.
pub struct Shown<'s> {
    /// The numbers.
    pub summary: &'s Summary,
    /// What they were judged against.
    pub policy: &'s Policy,
    /// What was read.
    pub tables: &'s [TableRecord],
    /// What only a person can know about the columns.
    pub asked: &'s [Question],
    /// The day, as people write it.
    pub day: &'s str,
    /// Where lists were written, and how many.
    pub out: Option<(&'s Path, usize)>,
}

/// The summary for programs: the numbers, the questions, and the columns of which a person is asked what they mean.
pub fn json(summary: &Summary, policy: &Policy, asked: &[Question]) -> anyhow::Result<String> {
    let mut shown = serde_json::to_value(summary)?;
    shown["questions"] = summary
        .questions
        .iter()
        .map(|(question, people)| {
            serde_json::json!({
                "question": question_text(question.ask, &question.batch),
                "system": question.system.word(),
                "batch": question.batch,
                "people": people,
                "grade_now": question.now.word(),
                "grade_then": question.then.word(),
            })
        })
        .collect();
    shown["lacks"] = sources::lacking(policy).into();
    shown["columns_asked"] = asked.iter().map(|question| asked::json(question, policy)).collect();
    terminal::json(&shown)
}

/// The summary for people, as wide as the terminal.
pub fn text_summary(shown: &Shown<'_>, width: usize) -> String {
    let mut page = Page::new(width);
    outcome::draw(&mut page, shown);
    questions::draw(&mut page, shown);
    findings::draw(&mut page, shown);
    sources::draw(&mut page, shown);
    asked::draw(&mut page, shown);
    close(&mut page, shown);
    page.finish()
}

fn close(page: &mut Page, shown: &Shown<'_>) {
    if shown.summary.ambiguities > 0 {
        let groups = shown.summary.ambiguities;
        let arguments = [("groups", groups.into()), ("count", number(groups).into())];
        page.paragraph(0, PLAIN, &text("audit-ambiguities", &arguments));
        page.gap();
    }
    match shown.out {
        Some((folder, files)) => {
            let arguments = [("folder", folder.display().to_string().into()), ("files", files.to_string().into())];
            page.paragraph(0, PLAIN, &text("audit-written", &arguments));
        }
        None if shown.summary.people > 0 => page.paragraph(0, PLAIN, &text("audit-not-written", &[])),
        None => {}
    }
    page.paragraph(0, FAINT, &text("audit-not-advice", &[]));
}
