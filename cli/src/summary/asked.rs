//! What only the person at the terminal can know about the columns, and how to say it.

use bonafide::audit::Policy;
use bonafide::case::sources::{Asked, Question};
use bonafide::report::Faces;
use bonafide::texts::text;
use serde_json::{Value, json};

use crate::page::{FAINT, PLAIN, Page};

use super::Shown;

/// How many questions are shown; the window shows them all.
const QUESTIONS: usize = 6;

pub fn draw(page: &mut Page, shown: &Shown<'_>) {
    if shown.asked.is_empty() {
        return;
    }
    page.heading(&text("audit-asked", &[]));
    for question in shown.asked.iter().take(QUESTIONS) {
        let file =
            shown.policy.tables.iter().find(|table| table.id.0 == question.table).map(|table| table.file.as_str());
        page.hanging(&[(FAINT, "  – ")], PLAIN, &sentence(question, file.unwrap_or_default()));
    }
    let more = shown.asked.len().saturating_sub(QUESTIONS);
    if more > 0 {
        page.paragraph(2, FAINT, &text("audit-asked-more", &[("more", more.into())]));
    }
    page.paragraph(2, FAINT, &text("audit-asked-how", &[("program", "bonafide".into())]));
    page.gap();
}

/// A question for programs: which column, and what is asked of it. Of the cells only words of a state are quoted.
pub fn json(question: &Question, policy: &Policy) -> Value {
    let table = policy.tables.iter().find(|table| table.id.0 == question.table);
    let (kind, field) = match &question.asked {
        Asked::DateOrder { .. } => ("date_order", None),
        Asked::Meaning { field, .. } => ("meaning", Some(field.word())),
        Asked::Words { .. } => ("words", None),
        Asked::Remarks { .. } => ("remarks", None),
    };
    let mut shown = json!({
        "file": table.map(|table| table.file.as_str()),
        "sheet": table.map(|table| table.sheet.as_str()),
        "position": question.position,
        "header": question.header,
        "asked": kind,
        "field": field,
    });
    let masked =
        |words: &[String]| words.iter().map(|word| Faces::Masked.within(word).into_owned()).collect::<Vec<_>>();
    if let Asked::Words { words, others } | Asked::Remarks { remarks: words, others, .. } = &question.asked {
        shown["words"] = masked(words).into();
        shown["more_words"] = (*others).into();
    }
    if let Asked::Remarks { unread, more_unread, .. } = &question.asked {
        shown["unread"] = masked(unread).into();
        shown["more_unread"] = (*more_unread).into();
    }
    shown
}

fn sentence(question: &Question, file: &str) -> String {
    let masked = |text: &str| Faces::Masked.within(text).into_owned();
    let quoted =
        |words: &[String]| words.iter().map(|word| format!("“{}”", masked(word))).collect::<Vec<_>>().join(", ");
    let column = if question.header.is_empty() { format!("#{}", question.position) } else { masked(&question.header) };
    let (key, told) = match &question.asked {
        Asked::DateOrder { written, .. } => ("audit-asked-order", written.first().cloned().unwrap_or_default()),
        Asked::Meaning { field, .. } => ("audit-asked-meaning", field.word().to_owned()),
        Asked::Words { words, others } => {
            let key = if *others > 0 { "audit-asked-words-more" } else { "audit-asked-words" };
            (key, quoted(words))
        }
        Asked::Remarks { remarks, others, .. } => {
            let key = match (remarks.is_empty(), others) {
                (true, _) => "audit-asked-unread",
                (false, 0) => "audit-asked-remarks",
                (false, _) => "audit-asked-remarks-more",
            };
            (key, quoted(remarks))
        }
    };
    let more = match &question.asked {
        Asked::Words { others, .. } | Asked::Remarks { others, .. } => *others,
        _ => 0,
    };
    let unread = match &question.asked {
        Asked::Remarks { unread, more_unread, .. } => u32::try_from(unread.len()).unwrap_or(u32::MAX) + more_unread,
        _ => 0,
    };
    let name = match &question.asked {
        Asked::Meaning { field, .. } => text(&format!("sources-field-{}", field.word().replace('_', "-")), &[]),
        _ => String::new(),
    };
    let said = text(
        key,
        &[
            ("file", file.into()),
            ("column", column.into()),
            ("told", told.into()),
            ("name", name.into()),
            ("more", more.into()),
            ("unread", unread.into()),
        ],
    );
    if key != "audit-asked-unread" && unread > 0 {
        return format!("{said} {}", text("audit-asked-unread-besides", &[("unread", unread.into())]));
    }
    said
}
