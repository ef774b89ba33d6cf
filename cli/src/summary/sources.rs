//! What was read, and what the exports of these systems do not say.

use bonafide::audit::Policy;
use bonafide::import::what_is_missing;
use bonafide::store::TableRecord;
use bonafide::texts::{number, text};

use crate::page::{FAINT, PLAIN, Page, columns, left, right, shortened};

use super::Shown;

/// One line of the table: a file, a table of a file, or the name of a file that holds several.
struct Line {
    name: String,
    table: Option<[String; 3]>,
}

pub fn draw(page: &mut Page, shown: &Shown<'_>) {
    page.heading(&text("audit-sources", &[]));
    let summary = shown.summary;
    let arguments = [
        ("files", summary.files.into()),
        ("rows", summary.rows.into()),
        ("row_count", number(summary.rows).into()),
        ("accepted", number(summary.accepted).into()),
        ("rejected", summary.rejected.into()),
        ("rejected_count", number(summary.rejected).into()),
    ];
    page.paragraph(2, PLAIN, &text("audit-rows", &arguments));
    table(page, &lines(shown));
    page.gap();
    let missing = lacking(shown.policy);
    if !missing.is_empty() {
        page.heading(&text("audit-lacks", &[]));
        for sentence in missing {
            page.hanging(&[(FAINT, "  – ")], PLAIN, &sentence);
        }
        page.gap();
    }
}

/// What the exports of a case lack, and how to get it.
pub fn lacking(policy: &Policy) -> Vec<String> {
    let case = || policy.tables.iter().map(|table| &table.recognition);
    let mut missing: Vec<String> =
        case().flat_map(|table| what_is_missing(table, case())).map(|lack| text(lack, &[])).collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

fn lines(shown: &Shown<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut last = None;
    for record in shown.tables {
        let facts = shown.policy.table(record.id);
        let several = shown.tables.iter().filter(|other| other.file == record.file).count() > 1;
        if several && last != Some(record.file) {
            lines.push(Line { name: facts.file.clone(), table: None });
        }
        last = Some(record.file);
        let name = match (several, facts.sheet.as_str()) {
            (true, sheet) => format!("  {sheet}"),
            (false, "") => facts.file.clone(),
            (false, sheet) => format!("{} · {sheet}", facts.file),
        };
        lines.push(Line { name, table: Some(cells(record, facts.system().word())) });
    }
    lines
}

fn cells(record: &TableRecord, system: &str) -> [String; 3] {
    [system.to_owned(), number(record.rows), number(record.rejected)]
}

fn table(page: &mut Page, lines: &[Line]) {
    let head = ["system", "rows", "rejected"].map(|name| text(&format!("audit-source-head-{name}"), &[]));
    let width = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.table.as_ref()).map(|cells| &cells[column]);
        cells.chain([&head[column]]).map(|cell| columns(cell)).max().unwrap_or_default()
    };
    let [system, rows, rejected] = [0, 1, 2].map(width);
    let file = text("audit-source-head-file", &[]);
    let longest = lines.iter().map(|line| columns(&line.name)).chain([columns(&file)]).max().unwrap_or_default();
    let name = longest.min(page.width().saturating_sub(2 + 2 + system + 2 + rows + 2 + rejected)).max(12);
    page.line(&[(
        FAINT,
        &format!(
            "  {}  {}  {}  {}",
            left(&file, name),
            left(&head[0], system),
            right(&head[1], rows),
            right(&head[2], rejected)
        ),
    )]);
    for line in lines {
        let shown = left(&shortened(&line.name, name), name);
        match &line.table {
            None => page.line(&[(PLAIN, "  "), (PLAIN, &shortened(&line.name, page.width() - 2))]),
            Some(cells) => page.line(&[(
                PLAIN,
                &format!(
                    "  {shown}  {}  {}  {}",
                    left(&cells[0], system),
                    right(&cells[1], rows),
                    right(&cells[2], rejected)
                ),
            )]),
        }
    }
}
