//! `bonafide recognise`: what a file is, and what every column means and why.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{anyhow, bail};
use bonafide::case::recognise_table;
use bonafide::case::sources::{UnknownWords, unknown_words};
use bonafide::import::{
    Corrections, Limits, Mapping, MappingError, Recognition, Table, WorkbookParser, glance, what_is_missing,
};
use bonafide::normalise::REST;
use bonafide::report::Faces;
use bonafide::texts::text;
use bonafide::vocabulary::System;
use serde_json::{Value, json};

use crate::arguments::{Common, Format, Recognise};
use crate::page::{FAINT, PLAIN, Page, columns, left, shortened};
use crate::{failure, files, repairs, terminal};

/// Columns the reasons need to stand beside the fields; with less room they stand below.
const REASONS: usize = 36;
/// The widest a header is shown.
const HEADER: usize = 24;

/// Prints what was recognised of every table.
pub fn run(arguments: &Recognise, common: &Common) -> anyhow::Result<ExitCode> {
    let corrections = corrections(&arguments.map, &arguments.mapping)?;
    let paths: Vec<PathBuf> = files::collect(&arguments.paths, None, &mut |left_out| {
        if !common.quiet {
            terminal::note(left_out);
        }
    })?;
    let mut page = Page::new(terminal::width());
    let mut found = Vec::new();
    let mut headers: Vec<(String, String, Vec<String>)> = Vec::new();
    let mut systems: Vec<System> = Vec::new();
    let mut saved: Vec<String> = Vec::new();
    let mut seen: Vec<(String, Table, Recognition)> = Vec::new();
    let mut unreadable = Vec::new();
    for path in &paths {
        // What is wrong with one file says nothing of the others.
        let (name, tables) = match glance(path, &Limits::default(), &WorkbookParser::default()) {
            Ok(glanced) => glanced,
            Err(error) => {
                unreadable.push(anyhow::Error::from(error));
                continue;
            }
        };
        for table in tables {
            let recognition = recognise_table(&name, &table, &corrections, None);
            seen.push((name.clone(), table, recognition));
        }
    }
    if seen.is_empty()
        && let Some(error) = unreadable.pop()
    {
        for other in &unreadable {
            failure::report(other);
        }
        return Err(error);
    }
    for (name, table, recognition) in &seen {
        let lacks = what_is_missing(recognition, seen.iter().map(|(.., recognition)| recognition));
        let lacks: Vec<String> = lacks.into_iter().map(|lack| text(lack, &[])).collect();
        let words = unknown_words(recognition, &table.sample);
        match common.format {
            Format::Text => describe(&mut page, name, table, recognition, &words, &lacks),
            Format::Json => found.push(as_json(name, table, recognition, &words, &lacks)),
        }
        systems.push(recognition.system);
        if arguments.save_mapping.is_some() {
            let said = corrections.of_table(name, &table.sheet, &table.header);
            let mapping = Mapping::of(recognition, &(1..).zip(said).collect());
            let asking: Vec<(u32, Vec<String>)> = words.iter().map(places_of).collect();
            let asking = asking.iter().map(|(position, words)| (*position, words.as_slice()));
            saved.push(mapping.asking(asking).to_toml());
        }
        headers.push((name.clone(), table.sheet.clone(), table.header.clone()));
    }
    check_corrections(&corrections, &headers)?;
    check_mappings(&corrections, &arguments.mapping, &systems, &headers)?;
    if let Some(path) = &arguments.save_mapping {
        save(path, &saved)?;
    }
    terminal::print(&match common.format {
        Format::Text => page.finish(),
        Format::Json => terminal::json(&Value::Array(found))?,
    })?;
    Ok(unreadable.iter().map(failure::report).next_back().unwrap_or(ExitCode::SUCCESS))
}

/// The words of a column for which a mapping file has a place; one stands for all remarks that nobody can tell.
fn places_of(unknown: &UnknownWords) -> (u32, Vec<String>) {
    let rest = (unknown.unread > 0).then(|| REST.to_owned());
    (unknown.position, unknown.words.iter().cloned().chain(rest).collect())
}

/// What is said of columns by hand, and by saved mappings.
pub fn corrections(written: &[String], mappings: &[PathBuf]) -> anyhow::Result<Corrections> {
    let mut read = Vec::with_capacity(mappings.len());
    for path in mappings {
        files::there(path)?;
        read.push(Mapping::read(path).map_err(|error| of_mapping(path, &error))?);
    }
    Ok(Corrections::parse(written.iter().map(String::as_str))?.with_mappings(read))
}

fn of_mapping(path: &Path, error: &MappingError) -> anyhow::Error {
    let arguments = [("path", path.display().to_string().into()), ("problem", error.to_string().into())];
    anyhow!(text("error-mapping", &arguments))
}

/// A mapping that is for none of these tables is the wrong one, or stale, and is not passed over.
pub fn check_mappings(
    corrections: &Corrections,
    paths: &[PathBuf],
    systems: &[System],
    tables: &[(String, String, Vec<String>)],
) -> anyhow::Result<()> {
    let tables: Vec<(System, &[String])> =
        systems.iter().copied().zip(tables.iter().map(|(_, _, header)| header.as_slice())).collect();
    match corrections.unused_mapping(&tables) {
        Some((position, why)) => Err(of_mapping(&paths[position], &why)),
        None => Ok(()),
    }
}

/// Writes the mapping of the one table. A file that is there is somebody's.
fn save(path: &Path, saved: &[String]) -> anyhow::Result<()> {
    let [mapping] = saved else {
        bail!(text("error-mapping-of-several", &[("tables", saved.len().into())]));
    };
    let shown = || path.display().to_string();
    let written = std::fs::File::create_new(path).and_then(|mut file| file.write_all(mapping.as_bytes()));
    written.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => anyhow!(text("error-mapping-there", &[("path", shown().into())])),
        _ => {
            anyhow!(text("error-unwritable", &[("path", shown().into()), ("reason", terminal::reason(&error).into())]))
        }
    })
}

/// A correction that fits no column of these tables (file, sheet, header) is a slip of the pen and is not passed over.
pub fn check_corrections(corrections: &Corrections, tables: &[(String, String, Vec<String>)]) -> anyhow::Result<()> {
    let tables: Vec<(&str, &str, &[String])> =
        tables.iter().map(|(file, sheet, header)| (file.as_str(), sheet.as_str(), header.as_slice())).collect();
    if let Some(written) = corrections.without_a_column(&tables).into_iter().next() {
        bail!(text("error-map-without-column", &[("written", written.into()), ("program", "bonafide".into())]));
    }
    Ok(())
}

fn describe(
    page: &mut Page,
    file: &str,
    table: &Table,
    recognition: &Recognition,
    words: &[UnknownWords],
    lacks: &[String],
) {
    let name = if table.sheet.is_empty() { file.to_owned() } else { format!("{file} · {}", table.sheet) };
    let arguments = [
        ("file", name.into()),
        ("system", recognition.system.word().into()),
        ("confidence", how_sure(recognition.confidence).into()),
    ];
    page.heading(&text("terminal-recognised", &arguments));
    let mut facts = vec![recognition.why.clone()];
    if !table.encoding.is_empty() {
        facts.push(table.encoding.clone());
    }
    if let Some(delimiter) = &table.delimiter {
        facts.push(delimiter_text(delimiter));
    }
    facts.push(match table.header_row {
        0 => text("terminal-no-header", &[]),
        row => text("terminal-header-row", &[("row", row.to_string().into())]),
    });
    page.paragraph(2, FAINT, &facts.join(" · "));
    let own_name = text("terminal-own-name", &[]);
    let meaning = |field: Option<bonafide::vocabulary::Field>| field.map_or(own_name.as_str(), |field| field.word());
    let widest = |cells: &mut dyn Iterator<Item = usize>| cells.max().unwrap_or_default();
    let header = widest(&mut recognition.columns.iter().map(|column| columns(&column.header))).min(HEADER);
    let field = widest(&mut recognition.columns.iter().map(|column| columns(meaning(column.field))));
    let room = page.width().saturating_sub(2 + 4 + 2 + header + 2 + field + 2 + 5 + 2);
    for column in &recognition.columns {
        let start = format!("  {:>4}  ", column.position);
        let shown = left(&shortened(&column.header, header), header);
        let known = format!("  {}  {:>3.0} %", left(meaning(column.field), field), column.confidence * 100.0);
        let style = if column.field.is_some() { PLAIN } else { FAINT };
        let line = [(FAINT, start.as_str()), (style, &shown), (style, &known)];
        if room >= REASONS {
            page.hanging(&[line.as_slice(), &[(PLAIN, "  ")]].concat(), FAINT, &column.why);
        } else {
            page.line(&line);
            page.paragraph(columns(&start), FAINT, &column.why);
        }
    }
    if !table.repairs.is_empty() {
        page.paragraph(2, PLAIN, &text("terminal-repaired-sample", &[]));
        for sentence in repairs::sentences(&table.repairs) {
            page.paragraph(4, FAINT, &sentence);
        }
    }
    for unknown in words {
        let column = recognition.columns.iter().find(|column| column.position == unknown.position);
        let named = column.map(|column| column.header.trim()).filter(|header| !header.is_empty());
        let column = named.map_or_else(|| format!("#{}", unknown.position), masked);
        let told = unknown.words.iter().map(|word| format!("“{}”", masked(word))).collect::<Vec<_>>().join(", ");
        if !unknown.words.is_empty() {
            let column = column.clone();
            let arguments = [("column", column.into()), ("told", told.into()), ("more", unknown.others.into())];
            page.paragraph(2, PLAIN, &text("terminal-unknown-words", &arguments));
        }
        if unknown.unread > 0 {
            let arguments = [("column", column.into()), ("unread", unknown.unread.into())];
            page.paragraph(2, PLAIN, &text("terminal-unread", &arguments));
        }
    }
    for sentence in lacks {
        page.paragraph(2, PLAIN, sentence);
    }
    page.gap();
}

fn masked(text: &str) -> String {
    Faces::Masked.within(text).into_owned()
}

/// A delimiter as a person names it.
fn delimiter_text(delimiter: &str) -> String {
    match delimiter {
        "\t" => text("terminal-delimiter-tab", &[]),
        other => text("terminal-delimiter", &[("delimiter", other.to_owned().into())]),
    }
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

fn as_json(file: &str, table: &Table, recognition: &Recognition, words: &[UnknownWords], lacks: &[String]) -> Value {
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
            if let Some(unknown) = words.iter().find(|unknown| unknown.position == column.position) {
                shown["unknown_words"] = unknown.words.iter().map(|word| masked(word)).collect();
                shown["more_unknown_words"] = unknown.others.into();
                shown["unread"] = unknown.unread.into();
            }
            shown
        })
        .collect();
    let repairs: Vec<Value> = table
        .repairs
        .kinds
        .iter()
        .map(|(repair, found)| json!({ "repair": repair.word(), "rows": found.rows, "first": found.first }))
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
        "repairs": repairs,
        "columns": columns,
        "lacks": lacks,
    })
}

fn hundredths(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}
