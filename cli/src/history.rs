//! `bonafide history`: every import of a case.

use std::process::ExitCode;

use bonafide::case::{Case, HistoryColumn, HistoryEntry, HistoryTable};
use bonafide::import::DateOrder;
use bonafide::texts::{number, text};
use serde_json::{Value, json};

use crate::arguments::{Common, Format, History};
use crate::page::{FAINT, PLAIN, Page};
use crate::{files, passphrase, terminal};

/// Prints every import, forgotten ones too.
pub fn run(arguments: &History, common: &Common) -> anyhow::Result<ExitCode> {
    // A case that is not there is not made for looking at it.
    files::there(&arguments.case)?;
    let case = Case::new(passphrase::open_case(Some(&arguments.case), common)?);
    let history = case.history()?;
    terminal::print(&match common.format {
        Format::Text => {
            let mut page = Page::new(terminal::width());
            if history.imports.is_empty() {
                page.paragraph(0, PLAIN, &text("terminal-history-empty", &[]));
            }
            history.imports.iter().for_each(|entry| describe(&mut page, entry));
            page.finish()
        }
        Format::Json => terminal::json(&Value::Array(history.imports.iter().map(as_json).collect()))?,
    })?;
    case.store.close()?;
    Ok(ExitCode::SUCCESS)
}

fn describe(page: &mut Page, entry: &HistoryEntry) {
    page.heading(&entry.name);
    let when = entry.imported_at.as_ref().unwrap_or(&entry.imported_on);
    let mut facts = vec![text("terminal-history-imported", &[("when", when.clone().into())])];
    if let Some(on) = &entry.forgotten_on {
        facts.push(text("terminal-history-forgotten", &[("day", on.clone().into())]));
    }
    facts.push(text("terminal-history-bytes", &[("bytes", number(entry.bytes.into()).into())]));
    page.paragraph(2, PLAIN, &facts.join(" · "));
    page.paragraph(2, FAINT, &format!("SHA-256 {}", entry.sha256));
    for table in &entry.tables {
        let counted = |count: u32| number(count.into()).into();
        let counts = text(
            "terminal-history-rows",
            &[
                ("rows", counted(table.rows)),
                ("accepted", counted(table.accepted)),
                ("rejected", counted(table.rejected)),
                ("repaired", counted(table.repaired)),
                ("amended", counted(table.amended)),
            ],
        );
        let named = [table.sheet.as_str(), table.system.word(), &counts];
        let named: Vec<&str> = named.into_iter().filter(|part| !part.is_empty()).collect();
        page.paragraph(2, PLAIN, &named.join(" · "));
        if !table.mapping.is_empty() {
            let said: Vec<String> = table.mapping.iter().map(said).collect();
            page.paragraph(4, FAINT, &text("terminal-history-mapping", &[("columns", said.join(", ").into())]));
        }
        if let Some(newer) = &table.superseded {
            let arguments = [("newer", newer.name.clone().into()), ("why", newer.why.word().into())];
            page.paragraph(4, FAINT, &text("terminal-history-superseded", &arguments));
        }
    }
    page.gap();
}

/// What was said of a column, as `--map` takes it.
fn said(column: &HistoryColumn) -> String {
    let name = if column.header.is_empty() { format!("#{}", column.position) } else { column.header.clone() };
    let mut said: Vec<String> = Vec::new();
    said.extend(column.own_name.then(|| "own_name".to_owned()));
    said.extend(column.field.map(|field| field.word().to_owned()));
    said.extend(column.dates.map(|order| order_word(order).to_owned()));
    if column.words > 0 {
        said.push(text("terminal-history-words", &[("words", column.words.into())]));
    }
    format!("{name}={}", said.join("+"))
}

fn order_word(order: DateOrder) -> &'static str {
    match order {
        DateOrder::DayFirst => "day_first",
        DateOrder::MonthFirst => "month_first",
        DateOrder::Unknown | DateOrder::Plain | DateOrder::Ambiguous => "order_unknown",
    }
}

fn as_json(entry: &HistoryEntry) -> Value {
    json!({
        "file": entry.name,
        "sha256": entry.sha256,
        "bytes": entry.bytes,
        "imported_on": entry.imported_on,
        "imported_at": entry.imported_at,
        "forgotten_on": entry.forgotten_on,
        "tables": entry.tables.iter().map(table_json).collect::<Vec<_>>(),
    })
}

fn table_json(table: &HistoryTable) -> Value {
    let column = |column: &HistoryColumn| {
        json!({
            "position": column.position,
            "header": column.header,
            "field": column.field.map(|field| field.word()),
            "own_name": column.own_name,
            "dates": column.dates.map(order_word),
            "words": column.words,
        })
    };
    json!({
        "sheet": table.sheet,
        "system": table.system.word(),
        "layout": table.layout,
        "rows": table.rows,
        "accepted": table.accepted,
        "rejected": table.rejected,
        "repaired": table.repaired,
        "amended": table.amended,
        "mapping": table.mapping.iter().map(column).collect::<Vec<_>>(),
        "superseded_by": table.superseded.as_ref().map(|newer| json!({ "file": newer.name, "why": newer.why.word() })),
    })
}
