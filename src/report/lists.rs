//! The lists of the command-line contract. Their columns and order change only with a major version.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::audit::{Ask, Policy, rules};
use crate::case::{Case, CaseError, Pace, Station, Summary, Watch};
use crate::plan::{CellVerdict, FindingRecord, Verdict, invitees};
use crate::store::TableRecord;
use crate::texts::text;
use crate::vocabulary::{Action, Place, TableId};

use super::columns::column_name;
use super::faces::Faces;
use super::fixes::Fixes;
use super::table::{Held, Table, unwritable};

/// Writes every list of an audited case into a folder, which is made if it is not there. Gives back the
/// names of the files, in the order of writing.
pub fn write_lists(
    folder: &Path,
    case: &Case,
    policy: &Policy,
    summary: &Summary,
    watch: Watch<'_>,
) -> Result<Vec<String>, CaseError> {
    let mut pace = Pace::begin(watch, Station::Export, summary.people)?;
    let written = write_all(folder, case, policy, summary, Faces::Shown, &mut pace)?;
    Ok(written.into_iter().map(|(name, _)| name).collect())
}

/// The same with what each file holds, where lines were counted. Masked lists come without fix files: no system could
/// find anybody by them.
pub(super) fn write_all(
    folder: &Path,
    case: &Case,
    policy: &Policy,
    summary: &Summary,
    faces: Faces,
    pace: &mut Pace<'_>,
) -> Result<Vec<(String, Option<Held>)>, CaseError> {
    for made in [folder.to_owned(), folder.join("lists"), folder.join("fix")] {
        fs::create_dir_all(&made).map_err(|source| unwritable(&made, source))?;
    }
    let mut tables: BTreeMap<TableId, TableRecord> =
        case.store.tables()?.into_iter().map(|table| (table.id, table)).collect();
    let tables: Vec<TableRecord> = case.tables_by_name()?.iter().filter_map(|id| tables.remove(id)).collect();
    let mut written = Vec::new();
    let mut done = |name: &str, held| written.push((name.to_owned(), held));
    done("sources.csv", Some(sources(folder, case, &tables, policy)?));
    done("columns.csv", Some(columns(folder, &tables, policy)?));
    done("rejected.csv", Some(rejected(folder, case, policy)?));
    done("questions.csv", Some(questions(folder, summary)?));
    for (name, held) in verdicts(folder, case, &tables, policy, &summary.about_tables, faces, pace)? {
        done(&name, Some(held));
    }
    let path = folder.join("summary.json");
    let json = serde_json::to_string_pretty(summary).expect("numbers and words always encode");
    fs::write(&path, json + "\n").map_err(|source| unwritable(&path, source))?;
    done("summary.json", None);
    Ok(written)
}

fn sources(folder: &Path, case: &Case, tables: &[TableRecord], policy: &Policy) -> Result<Held, CaseError> {
    let header =
        ["file", "sheet", "sha256", "system", "confidence", "encoding", "delimiter", "rows", "accepted", "rejected"];
    let mut table = Table::create(&folder.join("sources.csv"), &header)?;
    let hashes: BTreeMap<i64, [u8; 32]> = case.store.files()?.into_iter().map(|file| (file.id, file.sha256)).collect();
    for record in tables {
        let facts = policy.table(record.id);
        let hash: String = hashes[&record.file].iter().map(|byte| format!("{byte:02x}")).collect();
        table.line([
            Cow::Borrowed(facts.file.as_str()),
            facts.sheet.as_str().into(),
            hash.into(),
            facts.system().word().into(),
            format!("{:.2}", facts.recognition.confidence).into(),
            record.encoding.as_str().into(),
            delimiter(record.delimiter.as_deref()).into(),
            record.rows.to_string().into(),
            record.accepted.to_string().into(),
            record.rejected.to_string().into(),
        ])?;
    }
    table.finish()
}

/// A delimiter as a list shows it: a tab has a name, the others show themselves.
fn delimiter(delimiter: Option<&str>) -> &str {
    match delimiter {
        Some("\t") => "tab",
        other => other.unwrap_or_default(),
    }
}

fn columns(folder: &Path, tables: &[TableRecord], policy: &Policy) -> Result<Held, CaseError> {
    let header = ["file", "sheet", "position", "header", "field", "confidence", "fill_rate", "category"];
    let mut table = Table::create(&folder.join("columns.csv"), &header)?;
    for record in tables {
        let facts = policy.table(record.id);
        for (column, filled) in facts.recognition.columns.iter().zip(record.filled.iter().chain(std::iter::repeat(&0)))
        {
            let rate = if record.rows == 0 { 0.0 } else { *filled as f64 / record.rows as f64 };
            table.line([
                Cow::Borrowed(facts.file.as_str()),
                facts.sheet.as_str().into(),
                column.position.to_string().into(),
                column.header.as_str().into(),
                column.field.map_or("", |field| field.word()).into(),
                format!("{:.2}", column.confidence).into(),
                format!("{rate:.4}").into(),
                column.category.word().into(),
            ])?;
        }
    }
    table.finish()
}

fn rejected(folder: &Path, case: &Case, policy: &Policy) -> Result<Held, CaseError> {
    let mut lines: Vec<(&str, &str, u32, String)> = Vec::new();
    case.store.each_rejected(|id, row| -> Result<(), CaseError> {
        let facts = policy.table(id);
        lines.push((&facts.file, &facts.sheet, row.row, row.reason));
        Ok(())
    })?;
    lines.sort();
    let mut table = Table::create(&folder.join("rejected.csv"), &["file", "sheet", "row", "reason"])?;
    for (file, sheet, row, reason) in lines {
        table.line([Cow::Borrowed(file), sheet.into(), row.to_string().into(), reason.into()])?;
    }
    table.finish()
}

fn questions(folder: &Path, summary: &Summary) -> Result<Held, CaseError> {
    let header = ["question", "system", "batch", "people", "grade_now", "grade_then"];
    let mut table = Table::create(&folder.join("questions.csv"), &header)?;
    for (question, people) in &summary.questions {
        table.line([
            Cow::Owned(question_text(question.ask, &question.batch)),
            question.system.word().into(),
            question.batch.as_str().into(),
            people.to_string().into(),
            question.now.word().into(),
            question.then.word().into(),
        ])?;
    }
    table.finish()
}

/// The question as a person reads it.
pub fn question_text(ask: Ask, batch: &str) -> String {
    let key = match ask {
        Ask::WordingAndAct => "question-wording-and-act",
        Ask::Wording => "question-wording",
        Ask::Act => "question-act",
        Ask::Everything => "question-everything",
        Ask::Text => "question-text",
    };
    text(key, &[("batch", batch.into())])
}

/// One pass over all verdicts writes people, findings, the lists per action and the fix files per system.
fn verdicts(
    folder: &Path,
    case: &Case,
    tables: &[TableRecord],
    policy: &Policy,
    about_tables: &[FindingRecord],
    faces: Faces,
    pace: &mut Pace<'_>,
) -> Result<Vec<(String, Held)>, CaseError> {
    let header = [
        "person", "email", "phone", "country", "channel", "purpose", "systems", "states", "grade", "class", "action",
        "rules",
    ];
    let mut people = Table::create(&folder.join("people.csv"), &header)?;
    let header =
        ["rule", "severity", "confidence", "person", "channel", "system", "file", "sheet", "row", "column", "because"];
    let mut findings = Table::create(&folder.join("findings.csv"), &header)?;
    let header = ["person", "file", "sheet", "row", "joined_by", "to_file", "to_sheet", "to_row"];
    let mut matches = Table::create(&folder.join("matches.csv"), &header)?;
    let mut lists: BTreeMap<Action, Table> = BTreeMap::new();
    for action in Action::ALL {
        lists.insert(action, Table::create(&folder.join("lists").join(list_name(action)), &LIST)?);
    }
    let mut fixes = (faces == Faces::Shown).then(|| Fixes::new(&folder.join("fix")));

    for record in tables {
        for finding in about_tables.iter().filter(|finding| finding.evidence[0].table == record.id) {
            write_finding(&mut findings, finding, "", "", policy)?;
        }
    }
    each_verdict(case, pace, |verdict| {
        let name = verdict.name();
        for (position, cell) in verdict.cells.iter().enumerate() {
            let rules = rule_words(verdict, position);
            for at in verdict.reached(cell).take(1) {
                people.line(person_line(verdict, &name, at, cell, &rules, faces))?;
            }
            if let Some(fixes) = &mut fixes {
                fixes.add(verdict, cell)?;
            }
        }
        add_to_lists(&mut lists, verdict, &name, faces)?;
        for finding in &verdict.findings {
            let channel = finding.cell.map_or("", |cell| verdict.cells[usize::from(cell)].channel.word());
            write_finding(&mut findings, finding, &name, channel, policy)?;
        }
        write_matches(&mut matches, verdict, &name, policy)
    })?;
    let mut written = vec![
        ("people.csv".to_owned(), people.finish()?),
        ("findings.csv".to_owned(), findings.finish()?),
        ("matches.csv".to_owned(), matches.finish()?),
    ];
    for (action, list) in lists {
        written.push((format!("lists/{}", list_name(action)), list.finish()?));
    }
    for (name, held) in fixes.map(Fixes::finish).transpose()?.unwrap_or_default() {
        written.push((format!("fix/{name}"), held));
    }
    Ok(written)
}

/// The columns of a list of people by action.
const LIST: [&str; 9] = ["person", "email", "phone", "country", "channel", "purpose", "grade", "class", "rules"];

/// How the list of an action is called.
pub fn list_name(action: Action) -> String {
    format!("{}.csv", action.word().replace(' ', "-"))
}

/// Writes the list of one action.
pub(super) fn write_list(
    path: &Path,
    case: &Case,
    action: Action,
    faces: Faces,
    pace: &mut Pace<'_>,
) -> Result<Held, CaseError> {
    let mut lists = BTreeMap::from([(action, Table::create(path, &LIST)?)]);
    each_verdict(case, pace, |verdict| add_to_lists(&mut lists, verdict, &verdict.name(), faces))?;
    lists.remove(&action).expect("the list was made above").finish()
}

/// Goes through all verdicts, and tells how far it is every few hundred people.
pub(super) fn each_verdict(
    case: &Case,
    pace: &mut Pace<'_>,
    mut sink: impl FnMut(&Verdict) -> Result<(), CaseError>,
) -> Result<(), CaseError> {
    const STEP: u64 = 500;
    let mut untold = 0;
    case.store.each_verdict(|verdict| {
        sink(verdict)?;
        untold += 1;
        if untold == STEP { pace.step(std::mem::take(&mut untold)) } else { Ok(()) }
    })?;
    pace.step(untold)
}

/// Adds the cells of a person to the list of their action, where it is written.
fn add_to_lists(
    lists: &mut BTreeMap<Action, Table>,
    verdict: &Verdict,
    name: &str,
    faces: Faces,
) -> Result<(), CaseError> {
    for (position, cell) in verdict.cells.iter().enumerate() {
        // People to be asked reach their list through the gate alone.
        let list = lists.get_mut(&cell.action).filter(|_| cell.action != Action::ReConsent);
        let Some(list) = list else { continue };
        // A message goes to one address of a person; what is stopped is stopped at all of them.
        let most = if cell.action.permits_sending() { 1 } else { usize::MAX };
        let rules = rule_words(verdict, position);
        for at in verdict.reached(cell).take(most) {
            list.line(list_line(verdict, name, at, cell, &rules, faces))?;
        }
    }
    let Some(list) = lists.get_mut(&Action::ReConsent) else { return Ok(()) };
    for invitee in invitees(verdict) {
        let position = verdict.cells.iter().position(|cell| std::ptr::eq(cell, invitee.cell())).unwrap_or_default();
        for at in verdict.reached(invitee.cell()).take(1) {
            list.line(list_line(verdict, name, at, invitee.cell(), &rule_words(verdict, position), faces))?;
        }
    }
    Ok(())
}

fn person_line<'v>(
    verdict: &'v Verdict,
    name: &'v str,
    (email, phone): (&'v str, &'v str),
    cell: &'v CellVerdict,
    rules: &'v str,
    faces: Faces,
) -> [Cow<'v, str>; 12] {
    let systems: Vec<&str> = cell.states.iter().map(|state| state.system.word()).collect();
    let states: Vec<String> =
        cell.states.iter().map(|state| format!("{}={}", state.system.word(), state.status.word())).collect();
    [
        name.into(),
        faces.email(email),
        faces.phone(phone),
        verdict.country.word().into(),
        cell.channel.word().into(),
        purpose(cell).into(),
        systems.join(";").into(),
        states.join(";").into(),
        cell.grade.word().into(),
        cell.class.word().into(),
        cell.action.word().into(),
        rules.into(),
    ]
}

fn list_line<'v>(
    verdict: &'v Verdict,
    name: &'v str,
    (email, phone): (&'v str, &'v str),
    cell: &'v CellVerdict,
    rules: &'v str,
    faces: Faces,
) -> [Cow<'v, str>; 9] {
    [
        name.into(),
        faces.email(email),
        faces.phone(phone),
        verdict.country.word().into(),
        cell.channel.word().into(),
        purpose(cell).into(),
        cell.grade.word().into(),
        cell.class.word().into(),
        rules.into(),
    ]
}

/// The purpose as named; `unspecified` where no export names one (rule book 1.1).
fn purpose(cell: &CellVerdict) -> &str {
    if cell.purpose.is_empty() { "unspecified" } else { &cell.purpose }
}

fn rule_words(verdict: &Verdict, cell: usize) -> String {
    let ids: Vec<&str> = verdict.rules_on(cell).map(|rule| rules::ALL[usize::from(rule)].id).collect();
    ids.join(";")
}

/// One line per cited cell.
fn write_finding(
    table: &mut Table,
    finding: &FindingRecord,
    person: &str,
    channel: &str,
    policy: &Policy,
) -> Result<(), CaseError> {
    for place in &finding.evidence {
        let facts = policy.table(place.table);
        table.line([
            Cow::Borrowed(rules::ALL[usize::from(finding.rule)].id),
            finding.severity.word().into(),
            finding.confidence.word().into(),
            person.into(),
            channel.into(),
            facts.system().word().into(),
            facts.file.as_str().into(),
            facts.sheet.as_str().into(),
            place.row.to_string().into(),
            column_name(facts, place.column).into(),
            finding.because.as_str().into(),
        ])?;
    }
    Ok(())
}

/// One line per row of a person, with what joins it to an earlier one; the first has nothing to be joined to.
fn write_matches(table: &mut Table, verdict: &Verdict, name: &str, policy: &Policy) -> Result<(), CaseError> {
    for (id, row) in &verdict.rows {
        let facts = policy.table(*id);
        let link = verdict.links.iter().find(|(_, _, to)| to.table == *id && to.row == *row);
        let (key, from) = link.map_or(("", None), |(key, from, _)| (match_word(*key), Some(*from)));
        let from_table = from.map(|place: Place| policy.table(place.table));
        table.line([
            Cow::Borrowed(name),
            facts.file.as_str().into(),
            facts.sheet.as_str().into(),
            row.to_string().into(),
            key.into(),
            from_table.map_or("", |facts| facts.file.as_str()).into(),
            from_table.map_or("", |facts| facts.sheet.as_str()).into(),
            from.map(|place| place.row.to_string()).unwrap_or_default().into(),
        ])?;
    }
    Ok(())
}

fn match_word(key: u8) -> &'static str {
    ["email", "phone", "customer_id", "external_id"].get(usize::from(key)).copied().unwrap_or_default()
}
