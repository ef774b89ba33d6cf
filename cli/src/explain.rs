//! `bonafide explain`: one rule, with its law and its examples.

use std::process::ExitCode;

use anyhow::bail;
use bonafide::audit::{Rule, rules};
use bonafide::texts::text;

use crate::arguments::{Common, Explain, Format};
use crate::page::{FAINT, PLAIN, Page, coloured};
use crate::summary::look;
use crate::terminal;

/// Prints the page of a rule.
pub fn run(arguments: &Explain, common: &Common) -> anyhow::Result<ExitCode> {
    let wanted = arguments.rule.trim();
    let found =
        rules::ALL.iter().find(|rule| rule.id.eq_ignore_ascii_case(wanted) || rule.number.eq_ignore_ascii_case(wanted));
    let Some(rule) = found else { bail!(no_such_rule(wanted)) };
    if common.format == Format::Json {
        let mut shown = crate::rules::as_json(rule);
        shown["page"] = page_of(rule.doc).into();
        terminal::print(&terminal::json(&shown)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut page = Page::new(terminal::width());
    page.heading(rule.title);
    let (mark, colour) = look(rule.severity);
    let severity = text(&format!("severity-{}", rule.severity.word()), &[]);
    page.line(&[
        (coloured(colour), &format!("{mark} {severity}")),
        (FAINT, &format!(" · {} · {}", rule.id, rule.number)),
    ]);
    page.gap();
    body(&mut page, &page_of(rule.doc));
    law(&mut page, rule);
    terminal::print(&page.finish())?;
    Ok(ExitCode::SUCCESS)
}

/// Names the rules whose names hold the word, or part of it.
fn no_such_rule(wanted: &str) -> String {
    let word = wanted.to_lowercase();
    let parts: Vec<&str> = word.split(['-', '_', ' ']).filter(|part| part.len() > 3).collect();
    let close: Vec<&str> = rules::ALL
        .iter()
        .map(|rule| rule.id)
        .filter(|id| parts.iter().any(|part| id.split('-').any(|named| named.starts_with(part))))
        .take(3)
        .collect();
    let arguments =
        [("rule", wanted.to_owned().into()), ("close", close.join(", ").into()), ("program", "bonafide".into())];
    text(if close.is_empty() { "error-no-such-rule" } else { "error-no-such-rule-close" }, &arguments)
}

/// The doc comment: its paragraphs wrapped, its tables as they are, and under each what the rule finds in it.
fn body(page: &mut Page, doc: &str) {
    let mut block: Option<&str> = None;
    let mut paragraph = String::new();
    let mut found = 0;
    for line in doc.lines().chain([""]) {
        let fence = line.strip_prefix("```");
        if block.is_none() && !paragraph.is_empty() && (line.is_empty() || line.starts_with('#') || fence.is_some()) {
            page.paragraph(0, PLAIN, &std::mem::take(&mut paragraph));
        }
        match (block, fence) {
            (Some(kind), Some(_)) => {
                if kind == "finds" && found == 0 {
                    page.paragraph(2, FAINT, &text("terminal-finds-nothing", &[]));
                }
                block = None;
            }
            (None, Some(kind)) => (block, found) = (Some(kind), 0),
            (Some("finds"), None) => {
                found += 1;
                page.paragraph(2, FAINT, &text("terminal-finds", &[("finding", line.to_owned().into())]));
            }
            (Some(_), None) => page.line(&[(PLAIN, "  "), (PLAIN, line)]),
            (None, None) => match line.strip_prefix("## ") {
                Some(heading) => page.heading(heading),
                None if line.is_empty() => page.gap(),
                None => {
                    if !paragraph.is_empty() {
                        paragraph.push(' ');
                    }
                    paragraph.push_str(line);
                }
            },
        }
    }
}

fn law(page: &mut Page, rule: &Rule) {
    page.heading(&text("terminal-law", &[]));
    for law in rule.cites {
        let mark = if law.verified { String::new() } else { format!(" [{}]", text("terminal-not-verified", &[])) };
        page.paragraph(0, PLAIN, &format!("{}, {}{mark}", law.instrument, law.provision));
        page.paragraph(2, PLAIN, law.says);
        page.line(&[(FAINT, &format!("  {}", law.url))]);
    }
}

/// The doc comment without the blank that follows its slashes.
fn page_of(doc: &str) -> String {
    let lines: Vec<&str> = doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    lines.join("\n") + "\n"
}
