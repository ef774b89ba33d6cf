//! What is wrong, worst first.

use bonafide::audit::{Rule, rules};
use bonafide::texts::{number, text};
use bonafide::vocabulary::Severity;
use clap::builder::styling::AnsiColor;

use crate::page::{FAINT, PLAIN, Page, coloured, columns, left, right, wrapped};

use super::Shown;

/// From so many columns on, rules are named by their names, below by their numbers; `explain` takes both.
const WIDE: usize = 98;

pub fn draw(page: &mut Page, shown: &Shown<'_>) {
    if shown.summary.people == 0 && shown.summary.rules.is_empty() {
        return;
    }
    page.heading(&text("audit-findings", &[]));
    let fired = fired(shown);
    if fired.is_empty() {
        page.paragraph(2, PLAIN, &text("audit-findings-none", &[]));
        page.gap();
        return;
    }
    let (wide, file) = (page.width() >= WIDE, text("audit-finding-file", &[]));
    let count = |people: u64| if people == 0 { file.clone() } else { number(people) };
    let counts = fired.iter().map(|(_, _, people)| columns(&count(*people))).max().unwrap_or_default();
    let names = fired.iter().map(|(_, rule, _)| name(rule, wide).len()).max().unwrap_or_default();
    let titles = fired.iter().map(|(_, rule, _)| columns(rule.title)).max().unwrap_or_default();
    let room = page.width().saturating_sub(4 + counts + 2 + 2 + names);
    let titles = titles.min(room);
    let mut under = None;
    for (severity, rule, people) in fired {
        if under != Some(severity) {
            under = Some(severity);
            let (mark, colour) = look(severity);
            let heading = text(&format!("audit-severity-{}", severity.word()), &[]);
            page.line(&[(coloured(colour), &format!("  {mark} {heading}"))]);
        }
        let lines = wrapped(rule.title, titles.max(16));
        for (position, line) in lines.iter().enumerate() {
            let (count, name) = if position == 0 { (count(people), name(rule, wide)) } else { (String::new(), "") };
            page.line(&[
                (PLAIN, "    "),
                (PLAIN, &right(&count, counts)),
                (PLAIN, "  "),
                (PLAIN, &left(line, titles)),
                (FAINT, "  "),
                (FAINT, name),
            ]);
        }
    }
    let note = if shown.out.is_some() { "audit-cell-note" } else { "audit-cell-note-out" };
    page.paragraph(2, FAINT, &text(note, &[("program", "bonafide".into())]));
    page.gap();
}

/// The rules that found something, each with its worst severity here and the people it is about.
fn fired(shown: &Shown<'_>) -> Vec<(Severity, &'static Rule, u64)> {
    let mut fired: Vec<(Severity, &Rule, u64)> = Vec::new();
    for rule in rules::ALL {
        if let Some(count) = shown.summary.rules.get(rule.id) {
            let severity = Severity::ALL.into_iter().find(|severity| severity.word() == count.severity);
            fired.push((severity.unwrap_or(rule.severity), rule, count.people));
        }
    }
    fired.sort_by(|a, b| a.0.cmp(&b.0).then(b.2.cmp(&a.2)).then(a.1.id.cmp(b.1.id)));
    fired
}

fn name(rule: &Rule, wide: bool) -> &'static str {
    if wide { rule.id } else { rule.number }
}

/// A mark and a colour: status is never told by colour alone.
pub fn look(severity: Severity) -> (char, AnsiColor) {
    match severity {
        Severity::Breach => ('■', AnsiColor::Red),
        Severity::Risk => ('△', AnsiColor::Yellow),
        Severity::Hygiene => ('○', AnsiColor::BrightBlack),
    }
}
