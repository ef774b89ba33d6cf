//! Which few answers would lift the most people.

use bonafide::report::question_text;
use bonafide::texts::{number, text};

use crate::page::{BOLD, FAINT, PLAIN, Page, right};

use super::Shown;

/// How many questions are shown; the list has them all.
const QUESTIONS: usize = 3;

pub fn draw(page: &mut Page, shown: &Shown<'_>) {
    let all = &shown.summary.questions;
    let asked = &all[..all.len().min(QUESTIONS)];
    if asked.is_empty() {
        return;
    }
    let people: u64 = asked.iter().map(|(_, people)| people).sum();
    let arguments = [("questions", asked.len().into()), ("people", people.into()), ("count", number(people).into())];
    page.heading(&text("audit-questions", &arguments));
    let width = asked.iter().map(|(_, people)| number(*people).len()).max().unwrap_or_default();
    for (question, people) in asked {
        let count = right(&number(*people), width);
        page.hanging(
            &[(PLAIN, "  "), (BOLD, &count), (PLAIN, "  ")],
            PLAIN,
            &question_text(question.ask, &question.batch),
        );
        let arguments = [
            ("system", question.system.word().into()),
            ("now", question.now.word().into()),
            ("then", question.then.word().into()),
        ];
        page.paragraph(width + 4, FAINT, &text("audit-question-grades", &arguments));
    }
    let more = all.len() - asked.len();
    if more > 0 {
        let arguments = [("more", more.into()), ("count", number(more as u64).into())];
        page.paragraph(
            2,
            FAINT,
            &text(if shown.out.is_some() { "audit-questions-more" } else { "audit-questions-more-out" }, &arguments),
        );
    }
    page.paragraph(2, FAINT, &text("audit-question-how", &[("program", "bonafide".into())]));
    page.gap();
}
