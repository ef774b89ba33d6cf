//! `bonafide read`: a table exactly as it was read, as clean CSV.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::ops::ControlFlow;
use std::process::ExitCode;

use anyhow::bail;
use bonafide::case::recognise_table;
use bonafide::import::{Corrections, Limits, Repairs, SourceFile, WorkbookParser, cell_repairs, open};
use bonafide::texts::text;

use crate::arguments::{Common, Format, Read};
use crate::terminal::{self, inert};
use crate::{files, repairs};

/// Prints the table; rejected rows and what was mended go to standard error.
pub fn run(arguments: &Read, common: &Common) -> anyhow::Result<ExitCode> {
    files::there(&arguments.path)?;
    let source = open(&arguments.path, &Limits::default(), &WorkbookParser::default())?;
    let table = choose(&source, arguments.sheet.as_deref(), common)?;
    let out = BufWriter::with_capacity(1 << 18, io::stdout().lock());
    match common.format {
        Format::Text => csv(&source, table, common, out),
        Format::Json => json(&source, table, common, out),
    }
    .or_else(|error| match error.downcast_ref::<io::Error>() {
        // A reader that has seen enough (`bonafide read … | head`) is no failure.
        Some(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Some(error) => Err(terminal::undelivered(error)),
        None => Err(error),
    })?;
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
            if let [only] = &source.tables[..]
                && only.sheet.is_empty()
            {
                bail!(text("error-no-sheets", &[("name", source.name.clone().into())]));
            }
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
        terminal::note(&text("terminal-more-tables", &arguments));
    }
    Ok(0)
}

/// RFC 4180: commas, quotes where needed, CRLF. Short rows are filled up with empty cells. A terminal is shown what
/// it would obey; a pipe gets every cell as it is.
fn csv(source: &SourceFile, table: usize, common: &Common, out: impl Write) -> anyhow::Result<()> {
    let Some(head) = source.tables.get(table) else { return Ok(()) };
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(out);
    let at_terminal = io::stdout().is_terminal();
    if head.header_row > 0 {
        let header =
            head.header.iter().map(|name| if at_terminal { inert(name) } else { Cow::Borrowed(name.as_str()) });
        writer.write_record(header.map(Cow::into_owned)).map_err(to_io)?;
    }
    let width = head.header.len();
    let mut failed = None;
    each_row(source, table, common, &mut |cells| {
        let missing = width.saturating_sub(cells.len());
        let filled = cells.iter().copied().chain(std::iter::repeat_n("", missing));
        let written = if at_terminal {
            writer.write_record(filled.map(|cell| inert(cell).into_owned()))
        } else {
            writer.write_record(filled)
        };
        match written {
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
    let header = serde_json::to_string(&head.header)?;
    write!(out, "{{\"header\":{},\"rows\":[", terminal::escaped_json(&header))?;
    let mut first = true;
    let mut failed = None;
    each_row(source, table, common, &mut |cells| {
        let comma = if std::mem::take(&mut first) { "" } else { "," };
        let line = serde_json::to_string(cells).map_err(io::Error::from);
        match line.and_then(|line| write!(out, "{comma}\n{}", terminal::escaped_json(&line))) {
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
    let Some(head) = source.tables.get(table) else { return Ok(()) };
    let recognition = recognise_table(&source.name, head, &Corrections::none(), None);
    let mut mended = Repairs::default();
    source.read_as(table, &recognition, &mut |mut batch| {
        batch.repaired.extend(cell_repairs(&batch.rows));
        batch.repaired.sort_unstable();
        mended.take(&batch.repaired);
        if !common.quiet {
            for row in &batch.rejected {
                let arguments = [("row", row.row.to_string().into()), ("reason", row.reason.clone().into())];
                terminal::note(&text("terminal-rejected-row", &arguments));
            }
        }
        for row in batch.rows.rows() {
            sink(&row.cells().collect::<Vec<_>>())?;
        }
        ControlFlow::Continue(())
    })?;
    if !common.quiet {
        repairs::sentences(&mended).iter().for_each(|sentence| terminal::note(sentence));
    }
    Ok(())
}

fn to_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => unreachable!("a flexible writer fails only where it writes to: {kind:?}"),
    }
}
