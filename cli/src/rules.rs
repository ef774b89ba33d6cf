//! `bonafide rules`: the catalogue.

use std::fmt::Write;
use std::process::ExitCode;

use bonafide::audit::{Rule, rules};
use bonafide::texts::text;
use serde_json::{Value, json};

use crate::arguments::{Common, Format};
use crate::terminal;

/// Prints every rule, worst first.
pub fn run(common: &Common) -> anyhow::Result<ExitCode> {
    let mut all: Vec<&Rule> = rules::ALL.to_vec();
    all.sort_by_key(|rule| (rule.severity, rule.number));
    let mut shown = String::new();
    match common.format {
        Format::Json => {
            let rules: Vec<Value> = all.iter().map(|rule| as_json(rule)).collect();
            shown = serde_json::to_string_pretty(&rules)? + "\n";
        }
        Format::Text => {
            let width = all.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
            for rule in all {
                let severity = text(&format!("severity-{}", rule.severity.word()), &[]);
                writeln!(shown, "{:<8} {:<width$}  {}  {}", severity, rule.id, rule.number, rule.title)
                    .expect("writing into a String cannot fail");
            }
        }
    }
    terminal::print(&shown)?;
    Ok(ExitCode::SUCCESS)
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
