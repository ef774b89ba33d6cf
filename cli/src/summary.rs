//! What an audit comes to, for a person at a terminal.

use std::fmt::Write;
use std::path::Path;

use bonafide::audit::{Policy, rules};
use bonafide::case::Summary;
use bonafide::import::what_is_missing;
use bonafide::report::question_text;
use bonafide::store::TableRecord;
use bonafide::texts::{number, text};
use bonafide::vocabulary::Severity;
use clap::builder::styling::{AnsiColor, Style};

use crate::terminal::inert;

/// How many questions are shown; the list has them all.
const QUESTIONS: usize = 3;
/// Cells of the bar.
const BAR: u64 = 60;

/// What the summary is drawn from.
pub struct Shown<'s> {
    /// The numbers.
    pub summary: &'s Summary,
    /// What they were judged against.
    pub policy: &'s Policy,
    /// What was read.
    pub tables: &'s [TableRecord],
    /// The day, as written.
    pub day: &'s str,
    /// Where lists were written, and how many.
    pub out: Option<(&'s Path, usize)>,
}

/// The summary for programs: the numbers and the questions.
pub fn json(summary: &Summary) -> anyhow::Result<String> {
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
    Ok(serde_json::to_string_pretty(&shown)? + "\n")
}

/// The summary for people.
pub fn text_summary(shown: &Shown<'_>) -> String {
    let mut out = String::new();
    head(&mut out, shown);
    sources(&mut out, shown);
    findings(&mut out, shown.summary);
    questions(&mut out, shown.summary);
    if shown.summary.ambiguities > 0 {
        let groups = shown.summary.ambiguities;
        let arguments = [("groups", groups.into()), ("count", number(groups).into())];
        say(&mut out, &format!("{}\n", text("audit-ambiguities", &arguments)));
    }
    if let Some((folder, files)) = shown.out {
        let arguments = [("folder", folder.display().to_string().into()), ("files", files.to_string().into())];
        say(&mut out, &inert(&text("audit-written", &arguments)));
    }
    let dim = Style::new().dimmed();
    say(&mut out, &format!("{dim}{}{dim:#}", text("audit-not-advice", &[])));
    out
}

fn say(out: &mut String, line: &str) {
    writeln!(out, "{line}").expect("writing into a String cannot fail");
}

fn heading(out: &mut String, key: &str) {
    let bold = Style::new().bold();
    say(out, &format!("{bold}{}{bold:#}", text(key, &[])));
}

fn head(out: &mut String, shown: &Shown<'_>) {
    let (summary, dim, bold) = (shown.summary, Style::new().dimmed(), Style::new().bold());
    let day = shown.day.to_owned();
    let title = match &shown.policy.controller {
        Some(controller) => {
            text("audit-title-of", &[("controller", controller.clone().into()), ("day", day.into())])
        }
        None => text("audit-title", &[("day", day.into())]),
    };
    say(out, &format!("{dim}{}{dim:#}", inert(&title)));
    if summary.people == 0 {
        say(out, &format!("{bold}{}{bold:#}\n", text("audit-nobody", &[])));
        return;
    }
    let arguments = [("keep", number(summary.outcome.keep).into()), ("people", number(summary.people).into())];
    say(out, &format!("{bold}{}{bold:#}\n", text("audit-sentence", &arguments)));
    let outcome = &summary.outcome;
    let parts = [
        (outcome.keep, "audit-keep", '█', AnsiColor::Green),
        (outcome.hold, "audit-hold", '▒', AnsiColor::Yellow),
        (outcome.stop, "audit-stop", '░', AnsiColor::BrightBlack),
        (outcome.delete, "audit-delete", '·', AnsiColor::Red),
    ];
    say(out, &format!("  {}\n", bar(&parts, summary.people)));
    let width = number(summary.people).len();
    for (people, key, mark, colour) in parts {
        let style = Style::new().fg_color(Some(colour.into()));
        say(out, &format!("  {style}{mark}{style:#} {:>width$}  {}", number(people), text(key, &[])));
    }
    for (id, people) in &summary.declared {
        let who = shown.policy.declarations.declarations.iter().find(|declaration| declaration.id == *id);
        let arguments = [
            ("people", number(*people).into()),
            ("who", who.map(|declaration| declaration.by.clone()).unwrap_or_default().into()),
            ("id", id.clone().into()),
        ];
        say(out, &format!("    {}", inert(&text("audit-declared", &arguments))));
    }
    out.push('\n');
}

/// A bar whose parts are true to the numbers; a part that is not empty is always seen.
fn bar(parts: &[(u64, &str, char, AnsiColor)], people: u64) -> String {
    let mut drawn = String::new();
    for (count, _, mark, colour) in parts {
        let cells = if *count == 0 { 0 } else { ((count * BAR + people / 2) / people).max(1) };
        let style = Style::new().fg_color(Some((*colour).into()));
        let cells: String = std::iter::repeat_n(*mark, usize::try_from(cells).unwrap_or_default()).collect();
        write!(drawn, "{style}{cells}{style:#}").expect("writing into a String cannot fail");
    }
    drawn
}

fn sources(out: &mut String, shown: &Shown<'_>) {
    heading(out, "audit-sources");
    let rows: Vec<[String; 5]> = shown
        .tables
        .iter()
        .map(|table| {
            let facts = shown.policy.table(table.id);
            let name =
                if facts.sheet.is_empty() { facts.file.clone() } else { format!("{} · {}", facts.file, facts.sheet) };
            [
                inert(&name).into_owned(),
                facts.system().word().to_owned(),
                number(table.rows),
                number(table.accepted),
                number(table.rejected),
            ]
        })
        .collect();
    let head = ["file", "system", "rows", "accepted", "rejected"].map(|name| text(&format!("audit-source-head-{name}"), &[]));
    let width = |column: usize| {
        rows.iter().chain([&head]).map(|row| row[column].chars().count()).max().unwrap_or_default().min(72)
    };
    let widths = [0, 1, 2, 3, 4].map(width);
    let dim = Style::new().dimmed();
    for (position, row) in std::iter::once(&head).chain(&rows).enumerate() {
        let style = if position == 0 { dim } else { Style::new() };
        say(
            out,
            &format!(
                "  {style}{:<w0$}  {:<w1$}  {:>w2$}  {:>w3$}  {:>w4$}{style:#}",
                row[0], row[1], row[2], row[3], row[4],
                w0 = widths[0], w1 = widths[1], w2 = widths[2], w3 = widths[3], w4 = widths[4],
            ),
        );
    }
    let mut missing: Vec<&str> =
        shown.policy.tables.iter().filter_map(|table| what_is_missing(&table.recognition)).collect();
    missing.sort_unstable();
    missing.dedup();
    if !missing.is_empty() {
        out.push('\n');
        heading(out, "audit-lacks");
        for sentence in missing {
            say(out, &format!("  {sentence}"));
        }
    }
    out.push('\n');
}

fn findings(out: &mut String, summary: &Summary) {
    heading(out, "audit-findings");
    if summary.rules.is_empty() {
        say(out, &format!("  {}\n", text("audit-findings-none", &[])));
        return;
    }
    let mut fired: Vec<(Severity, &bonafide::audit::Rule, u64)> = Vec::new();
    for rule in rules::ALL {
        if let Some(count) = summary.rules.get(rule.id) {
            let severity = Severity::ALL.into_iter().find(|severity| severity.word() == count.severity);
            fired.push((severity.unwrap_or(rule.severity), rule, count.people));
        }
    }
    fired.sort_by(|a, b| a.0.cmp(&b.0).then(b.2.cmp(&a.2)).then(a.1.id.cmp(b.1.id)));
    let width = fired.iter().map(|(_, rule, _)| rule.id.len()).max().unwrap_or_default();
    for (severity, rule, people) in fired {
        let (mark, colour) = match severity {
            Severity::Breach => ('■', AnsiColor::Red),
            Severity::Risk => ('△', AnsiColor::Yellow),
            Severity::Hygiene => ('○', AnsiColor::BrightBlack),
        };
        let style = Style::new().fg_color(Some(colour.into()));
        let who = match people {
            0 => text("audit-finding-file", &[]),
            _ => text("audit-finding-people", &[("people", people.into()), ("count", number(people).into())]),
        };
        let word = text(&format!("severity-{}", severity.word()), &[]);
        say(out, &format!("  {style}{mark} {word:<7}{style:#}  {:<width$}  {who:>14}  {}", rule.id, rule.title));
    }
    let dim = Style::new().dimmed();
    say(out, &format!("  {dim}{}{dim:#}\n", text("audit-cell-note", &[("program", "bonafide".into())])));
}

fn questions(out: &mut String, summary: &Summary) {
    let asked = &summary.questions[..summary.questions.len().min(QUESTIONS)];
    if asked.is_empty() {
        return;
    }
    let people: u64 = asked.iter().map(|(_, people)| people).sum();
    let bold = Style::new().bold();
    let arguments = [("questions", asked.len().into()), ("people", number(people).into())];
    say(out, &format!("{bold}{}{bold:#}", text("audit-questions", &arguments)));
    for (position, (question, people)) in asked.iter().enumerate() {
        say(out, &inert(&format!("  {}. {}", position + 1, question_text(question.ask, &question.batch))));
        let arguments = [
            ("people", number(*people).into()),
            ("system", question.system.word().into()),
            ("now", question.now.word().into()),
            ("then", question.then.word().into()),
        ];
        say(out, &format!("     {}", text("audit-question-people", &arguments)));
    }
    let dim = Style::new().dimmed();
    say(out, &format!("  {dim}{}{dim:#}\n", text("audit-question-how", &[])));
}
