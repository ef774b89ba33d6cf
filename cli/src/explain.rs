//! `bonafide explain`: one rule, with its law and its examples.

use std::fmt::Write;
use std::process::ExitCode;

use anyhow::bail;
use bonafide::audit::rules;
use bonafide::texts::text;

use crate::arguments::{Common, Explain, Format};
use crate::terminal;

/// Prints the page of a rule.
pub fn run(arguments: &Explain, common: &Common) -> anyhow::Result<ExitCode> {
    let wanted = arguments.rule.trim();
    let found = rules::ALL.iter().find(|rule| rule.id == wanted || rule.number.eq_ignore_ascii_case(wanted));
    let Some(rule) = found else {
        bail!(text("error-no-such-rule", &[("rule", wanted.to_owned().into()), ("program", "bonafide".into())]));
    };
    if common.format == Format::Json {
        let mut shown = crate::rules::as_json(rule);
        shown["page"] = page(rule.doc).into();
        terminal::print(&(serde_json::to_string_pretty(&shown)? + "\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let bold = clap::builder::styling::Style::new().bold();
    let mut shown = format!("{bold}{}{bold:#}\n{} · {} · {}\n\n", rule.title, rule.id, rule.number, rule.severity.word());
    for line in page(rule.doc).lines() {
        match line.strip_prefix("## ") {
            Some(heading) => write!(shown, "{bold}{heading}{bold:#}\n"),
            None if line.starts_with("```") => Ok(()),
            None => writeln!(shown, "{line}"),
        }
        .expect("writing into a String cannot fail");
    }
    writeln!(shown, "{bold}{}{bold:#}", text("terminal-law", &[])).expect("writing into a String cannot fail");
    for law in rule.cites {
        let mark = if law.verified { String::new() } else { format!(" [{}]", text("terminal-not-verified", &[])) };
        writeln!(shown, "{}, {}{mark}\n  {}\n  {}", law.instrument, law.provision, law.says, law.url)
            .expect("writing into a String cannot fail");
    }
    terminal::print(&shown)?;
    Ok(ExitCode::SUCCESS)
}

/// The doc comment without the blank that follows its slashes.
fn page(doc: &str) -> String {
    let lines: Vec<&str> = doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    lines.join("\n") + "\n"
}
