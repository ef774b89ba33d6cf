//! `bonafide rules`: the catalogue.

use std::io::IsTerminal;
use std::process::ExitCode;

use bonafide::audit::{Rule, rules};
use bonafide::texts::text;
use serde_json::{Value, json};

use crate::arguments::{Common, Format};
use crate::page::{BOLD, FAINT, PLAIN, Page, coloured, columns, left};
use crate::summary::look;
use crate::terminal;

/// Prints every rule, worst first.
pub fn run(common: &Common) -> anyhow::Result<ExitCode> {
    let mut all: Vec<&Rule> = rules::ALL.to_vec();
    all.sort_by_key(|rule| (rule.severity, rule.number));
    let shown = match common.format {
        Format::Json => terminal::json(&all.iter().map(|rule| as_json(rule)).collect::<Vec<Value>>())?,
        Format::Text => listed(&all),
    };
    terminal::print(&shown)?;
    Ok(ExitCode::SUCCESS)
}

/// One line a rule; on a narrow terminal the titles are wrapped, in a pipe never.
fn listed(all: &[&Rule]) -> String {
    let width = if std::io::stdout().is_terminal() { terminal::width() } else { usize::MAX };
    let mut page = Page::new(width);
    let ids = all.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let severities: Vec<String> =
        all.iter().map(|rule| text(&format!("severity-{}", rule.severity.word()), &[])).collect();
    let words = severities.iter().map(|word| columns(word)).max().unwrap_or_default();
    for (rule, severity) in all.iter().zip(&severities) {
        let (mark, colour) = look(rule.severity);
        let opening = [
            (coloured(colour), format!("{mark} {}  ", left(severity, words))),
            (BOLD, format!("{}  ", left(rule.id, ids))),
            (FAINT, format!("{}  ", rule.number)),
        ];
        page.hanging(&opening.each_ref().map(|(style, piece)| (*style, piece.as_str())), PLAIN, rule.title);
    }
    page.finish()
}

/// A rule for programs.
pub fn as_json(rule: &Rule) -> Value {
    let cites: Vec<Value> = rule
        .cites
        .iter()
        .map(|law| {
            json!({
                "id": law.id,
                "instrument": law.instrument,
                "provision": law.provision,
                "says": law.says,
                "url": law.url,
                "verified": law.verified,
            })
        })
        .collect();
    json!({
        "id": rule.id,
        "number": rule.number,
        "title": rule.title,
        "severity": rule.severity.word(),
        "remedy": rule.remedy.word(),
        "since": rule.since,
        "cites": cites,
    })
}
