//! `bonafide recognise`: what a file is, and what every column means and why.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use bonafide::case::recognise_table;
use bonafide::import::{Corrections, Limits, Recognition, Table, WorkbookParser, open, what_is_missing};
use bonafide::texts::text;
use serde_json::{Value, json};

use crate::arguments::{Common, Format, Recognise};
use crate::{files, terminal};

/// Prints what was recognised of every table.
pub fn run(arguments: &Recognise, common: &Common) -> anyhow::Result<ExitCode> {
    let corrections = Corrections::parse(arguments.map.iter().map(String::as_str))?;
    let paths: Vec<PathBuf> = files::collect(&arguments.paths, &mut |_| ())?;
    let mut shown = String::new();
    let mut found = Vec::new();
    for path in &paths {
        let source = open(path, &Limits::default(), &WorkbookParser::default())?;
        for table in &source.tables {
            let recognition = recognise_table(&source.name, table, &corrections);
            match common.format {
                Format::Text => describe(&mut shown, &source.name, table, &recognition),
                Format::Json => found.push(as_json(&source.name, table, &recognition)),
            }
        }
    }
    if common.format == Format::Json {
        shown = serde_json::to_string_pretty(&Value::Array(found))? + "\n";
    }
    terminal::print(&shown)?;
    Ok(ExitCode::SUCCESS)
}

fn describe(out: &mut String, file: &str, table: &Table, recognition: &Recognition) {
    let name = if table.sheet.is_empty() { file.to_owned() } else { format!("{file} · {}", table.sheet) };
    let arguments = [
        ("file", name.into()),
        ("system", recognition.system.word().into()),
        ("confidence", how_sure(recognition.confidence).into()),
    ];
    let bold = anstyle_bold();
    line(out, &format!("{bold}{}{bold:#}", terminal::inert(&text("terminal-recognised", &arguments))));
    let mut facts = vec![recognition.why.clone()];
    if !table.encoding.is_empty() {
        facts.push(table.encoding.clone());
    }
    if let Some(delimiter) = &table.delimiter {
        facts.push(format!("{delimiter:?}"));
    }
    facts.push(match table.header_row {
        0 => text("terminal-no-header", &[]),
        row => text("terminal-header-row", &[("row", row.to_string().into())]),
    });
    line(out, &format!("  {}", terminal::inert(&facts.join(" · "))));
    let width = recognition.columns.iter().map(|column| column.header.chars().count()).max().unwrap_or(0).clamp(6, 36);
    for column in &recognition.columns {
        let meaning = column.field.map_or_else(|| text("terminal-own-name", &[]), |field| field.word().to_owned());
        let header: String = terminal::inert(&column.header).chars().take(36).collect();
        line(
            out,
            &format!(
                "  {:>3}  {header:<width$}  {meaning:<18} {:>4.0} %  {}",
                column.position,
                column.confidence * 100.0,
                terminal::inert(&column.why)
            ),
        );
    }
    if let Some(missing) = what_is_missing(recognition) {
        line(out, &format!("  {missing}"));
    }
    out.push('\n');
}

fn anstyle_bold() -> clap::builder::styling::Style {
    clap::builder::styling::Style::new().bold()
}

fn how_sure(confidence: f32) -> String {
    text(
        match confidence {
            sure if sure >= 0.9 => "terminal-how-sure-high",
            likely if likely >= 0.6 => "terminal-how-sure-medium",
            _ => "terminal-how-sure-low",
        },
        &[],
    )
}

fn line(out: &mut String, line: &str) {
    writeln!(out, "{line}").expect("writing into a String cannot fail");
}

fn as_json(file: &str, table: &Table, recognition: &Recognition) -> Value {
    let columns: Vec<Value> = recognition
        .columns
        .iter()
        .map(|column| {
            let mut shown = json!({
                "position": column.position,
                "header": column.header,
                "field": column.field.map(|field| field.word()),
                "confidence": hundredths(column.confidence),
                "why": column.why,
            });
            if !column.values.is_empty() {
                shown["values"] = column
                    .values
                    .iter()
                    .map(|meaning| json!({ "value": meaning.value, "status": meaning.status.word() }))
                    .collect();
            }
            shown
        })
        .collect();
    json!({
        "file": file,
        "sheet": table.sheet,
        "system": recognition.system.word(),
        "confidence": hundredths(recognition.confidence),
        "why": recognition.why,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "header_row": table.header_row,
        "columns": columns,
    })
}

fn hundredths(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}
