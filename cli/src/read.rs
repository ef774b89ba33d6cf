//! `bonafide read`: a table exactly as it was read, as clean CSV.

use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::process::ExitCode;

use anyhow::bail;
use bonafide::import::{Limits, SourceFile, WorkbookParser, open};
use bonafide::texts::text;

use crate::arguments::{Common, Format, Read};
use crate::terminal;

/// Prints the table; rejected rows go to standard error.
pub fn run(arguments: &Read, common: &Common) -> anyhow::Result<ExitCode> {
    if !arguments.path.exists() {
        bail!(text("error-no-such-file", &[("path", arguments.path.display().to_string().into())]));
    }
    let source = open(&arguments.path, &Limits::default(), &WorkbookParser::default())?;
    let table = choose(&source, arguments.sheet.as_deref(), common)?;
    let out = BufWriter::with_capacity(1 << 18, std::io::stdout().lock());
    match common.format {
        Format::Text => csv(&source, table, common, out)?,
        Format::Json => json(&source, table, common, out)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn choose(source: &SourceFile, sheet: Option<&str>, common: &Common) -> anyhow::Result<usize> {
    let sheets = || {
        let names: Vec<String> = source.tables.iter().map(|table| format!("“{}”", table.sheet)).collect();
        names.join(", ")
    };
    if let Some(sheet) = sheet {
        let found = source.tables.iter().position(|table| table.sheet == sheet);
        let Some(found) = found else {
            let arguments =
                [("name", source.name.clone().into()), ("sheet", sheet.to_owned().into()), ("sheets", sheets().into())];
            bail!(text("error-no-such-sheet", &arguments));
        };
        return Ok(found);
    }
    if source.tables.len() > 1 && !common.quiet {
        let arguments = [
            ("name", source.name.clone().into()),
            ("count", source.tables.len().to_string().into()),
            ("sheets", sheets().into()),
        ];
        eprintln!("{}", terminal::inert(&text("terminal-more-tables", &arguments)));
    }
    Ok(0)
}

/// RFC 4180: commas, quotes where needed, CRLF. Short rows are filled up with empty cells.
fn csv(source: &SourceFile, table: usize, common: &Common, out: impl Write) -> anyhow::Result<()> {
    let Some(head) = source.tables.get(table) else { return Ok(()) };
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(out);
    if head.header_row > 0 {
        writer.write_record(&head.header)?;
    }
    let width = head.header.len();
    let mut failed = None;
    each_row(source, table, common, &mut |cells| {
        let missing = width.saturating_sub(cells.len());
        let filled = cells.iter().copied().chain(std::iter::repeat_n("", missing));
        match writer.write_record(filled) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    if let Some(error) = failed {
        return Err(to_io(error).into());
    }
    writer.flush()?;
    Ok(())
}

fn json(source: &SourceFile, table: usize, common: &Common, mut out: impl Write) -> anyhow::Result<()> {
    let Some(head) = source.tables.get(table) else { return Ok(()) };
    write!(out, "{{\"header\":{},\"rows\":[", serde_json::to_string(&head.header)?)?;
    let mut first = true;
    let mut failed = None;
    each_row(source, table, common, &mut |cells| {
        let comma = if std::mem::take(&mut first) { "" } else { "," };
        let line = serde_json::to_string(cells).map_err(std::io::Error::from);
        match line.and_then(|line| write!(out, "{comma}\n{line}")) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    if let Some(error) = failed {
        return Err(error.into());
    }
    writeln!(out, "\n]}}")?;
    out.flush()?;
    Ok(())
}

fn each_row(
    source: &SourceFile,
    table: usize,
    common: &Common,
    sink: &mut dyn FnMut(&[&str]) -> ControlFlow<()>,
) -> anyhow::Result<()> {
    source.read(table, &mut |batch| {
        if !common.quiet {
            for row in &batch.rejected {
                let arguments = [("row", row.row.to_string().into()), ("reason", row.reason.clone().into())];
                eprintln!("{}", terminal::inert(&text("terminal-rejected-row", &arguments)));
            }
        }
        for row in batch.rows.rows() {
            sink(&row.cells().collect::<Vec<_>>())?;
        }
        ControlFlow::Continue(())
    })?;
    Ok(())
}

fn to_io(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        _ => std::io::Error::other("the table could not be written"),
    }
}
