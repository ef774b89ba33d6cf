//! `bonafide audit`: read, judge, summarise, write lists.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::anyhow;
use bonafide::audit::{CountryCode, Declarations};
use bonafide::case::{AuditOptions, Case, CaseError, ImportOptions, Imported, Station, Summary, Superseded};
use bonafide::import::{Corrections, Limits, WorkbookParser};
use bonafide::report::write_lists;
use bonafide::store::{StoreError, VaultError, throwaway_folder};
use bonafide::texts::text;
use bonafide::vocabulary::{Severity, System};
use chrono::{Datelike, NaiveDate};

use crate::arguments::{Audit, Common, FailOn, Format};
use crate::progress::Watcher;
use crate::summary::{self, Shown};
use crate::{files, passphrase, recognise, terminal};

/// Runs the audit and gives back 0 for clean, 1 for findings as bad as asked about.
pub fn run(arguments: &Audit, common: &Common) -> anyhow::Result<ExitCode> {
    audit(arguments, common).map_err(|error| disk_full(error, arguments.case.as_deref()))
}

fn audit(arguments: &Audit, common: &Common) -> anyhow::Result<ExitCode> {
    let note = |message: &str| {
        if !common.quiet {
            terminal::note(message);
        }
    };
    let (today, day) = day(arguments.today.as_deref())?;
    let home = arguments.country.as_deref().map(country).transpose()?;
    let corrections = recognise::corrections(&arguments.map, &arguments.mapping)?;
    let declarations = declarations(arguments)?;
    let paths = files::collect(&arguments.paths, arguments.declare.as_deref(), &mut |left_out| note(left_out))?;
    if let Some(folder) = &arguments.out {
        files::make_folder(folder)?;
    }

    let mut case = Case::new(passphrase::open_case(arguments.case.as_deref(), common)?);
    let options = ImportOptions {
        today: day.format("%Y-%m-%d").to_string(),
        at: Some(now()),
        corrections: corrections.clone(),
        home,
        limits: Limits::default(),
        parser: WorkbookParser::default(),
    };
    if arguments.case.is_some() {
        keep_settings(&case, arguments, &options.today)?;
    }
    let mut watcher = Watcher::new(common.quiet);
    for path in &paths {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        watcher.reading(&name);
        let imported = case.import(path, &options, &mut |progress| watcher.watch(progress))?;
        if let Imported::AlreadyThere(there) = imported {
            let mapped = !arguments.map.is_empty() || !arguments.mapping.is_empty();
            let key = if mapped { "terminal-already-there-mapped" } else { "terminal-already-there" };
            watcher.aside(|| note(&text(key, &[("name", name.into()), ("there", there.into())])));
        }
    }
    check_corrections(&case, &corrections, &arguments.mapping)?;
    for (name, one) in set_aside(&case)? {
        let arguments = [("name", name.into()), ("newer", one.name.into()), ("why", one.why.word().into())];
        watcher.aside(|| note(&text("terminal-superseded", &arguments)));
    }
    let audit_options =
        AuditOptions { today, home, controller: arguments.controller.clone(), declarations, ..AuditOptions::default() };
    let (summary, policy) = case.audit(&audit_options, &mut |progress| watcher.watch(progress))?;
    let written = match &arguments.out {
        Some(folder) => write_lists(folder, &case, &policy, &summary, &mut |progress| watcher.watch(progress))?,
        None => Vec::new(),
    };
    let times = watcher.finish();
    if arguments.timings {
        print_timings(&times, &summary);
    }
    match common.format {
        Format::Json => terminal::print(&summary::json(&summary, &policy, &case.questions()?)?)?,
        Format::Text => {
            let shown = Shown {
                summary: &summary,
                policy: &policy,
                tables: &case.store.tables()?,
                asked: &case.questions()?,
                day: &spoken(day),
                out: arguments.out.as_deref().map(|folder| (folder, written.len())),
            };
            terminal::print(&summary::text_summary(&shown, terminal::width()))?;
        }
    }
    case.store.close()?;
    let limit = match arguments.fail_on {
        FailOn::Breach => Severity::Breach,
        FailOn::Risk => Severity::Risk,
        FailOn::Hygiene => Severity::Hygiene,
    };
    let found = summary.worst().is_some_and(|worst| worst <= limit);
    Ok(if found { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The case remembers what it was audited with, so that the window goes on from there.
fn keep_settings(case: &Case, arguments: &Audit, today: &str) -> anyhow::Result<()> {
    let mut settings = case.settings()?;
    settings.today = today.to_owned();
    if arguments.controller.is_some() {
        settings.controller.clone_from(&arguments.controller);
    }
    if let Some(home) = arguments.country.as_deref().map(country).transpose()? {
        settings.home = Some(home.word().to_owned());
    }
    if let Some(path) = &arguments.declare {
        settings.declarations = files::content(path)?;
    }
    Ok(case.keep_settings(&settings)?)
}

/// The files of which only refusals count, as a newer export of the same thing is there.
fn set_aside(case: &Case) -> anyhow::Result<Vec<(String, Superseded)>> {
    let superseded = case.superseded()?;
    let mut told = Vec::new();
    for table in case.table_facts()? {
        if let Some(one) = superseded.get(&table.id) {
            let name = if table.sheet.is_empty() { table.file } else { format!("{}, {}", table.file, table.sheet) };
            told.push((name, one.clone()));
        }
    }
    Ok(told)
}

/// See [`recognise::check_corrections`].
fn check_corrections(case: &Case, corrections: &Corrections, mappings: &[PathBuf]) -> anyhow::Result<()> {
    let systems: Vec<System> = case.table_facts()?.iter().map(|table| table.system()).collect();
    let tables: Vec<(String, String, Vec<String>)> = case
        .table_facts()?
        .into_iter()
        .map(|table| {
            let header = table.recognition.columns.into_iter().map(|column| column.header).collect();
            (table.file, table.sheet, header)
        })
        .collect();
    recognise::check_corrections(corrections, &tables)?;
    recognise::check_mappings(corrections, mappings, &systems, &tables)
}

fn declarations(arguments: &Audit) -> anyhow::Result<Declarations> {
    let Some(path) = &arguments.declare else { return Ok(Declarations::default()) };
    Declarations::parse(&files::content(path)?).map_err(|error| {
        let arguments = [("path", path.display().to_string().into()), ("problem", error.to_string().into())];
        anyhow!(text("error-declarations", &arguments))
    })
}

/// The day of the audit, counted from 1970-01-01 and as a date.
fn day(given: Option<&str>) -> anyhow::Result<(i64, NaiveDate)> {
    let date = match given {
        Some(given) => NaiveDate::parse_from_str(given, "%Y-%m-%d")
            .map_err(|_| anyhow!(text("error-bad-day", &[("day", given.to_owned().into())])))?,
        None => {
            let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
            NaiveDate::default() + chrono::Days::new(seconds / 86_400)
        }
    };
    Ok((date.signed_duration_since(NaiveDate::default()).num_days(), date))
}

/// This moment, in UTC.
fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let moment = i64::try_from(seconds).ok().and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0));
    moment.unwrap_or_default().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A day as people write it: 1 Nov 2026.
fn spoken(day: NaiveDate) -> String {
    let arguments = [("day", day.day().into()), ("month", day.month().into()), ("year", day.year().to_string().into())];
    text("terminal-day", &arguments)
}

fn country(given: &str) -> anyhow::Result<CountryCode> {
    // Nobody in Britain thinks of themselves as GB.
    let code = if given.eq_ignore_ascii_case("uk") { "GB" } else { given };
    CountryCode::parse(code)
        .filter(|code| code.hint().is_some())
        .ok_or_else(|| anyhow!(text("error-bad-country", &[("country", given.to_owned().into())])))
}

/// Says which disk is full: the one of the case, or the one where a throw-away case is kept meanwhile.
fn disk_full(error: anyhow::Error, case: Option<&Path>) -> anyhow::Error {
    let store = match error.downcast_ref::<CaseError>() {
        Some(CaseError::Store(store)) => Some(store),
        _ => error.downcast_ref::<StoreError>(),
    };
    let vault = match store {
        Some(StoreError::Vault(vault)) => Some(vault),
        _ => error.downcast_ref::<VaultError>(),
    };
    if !matches!(store, Some(StoreError::DiskFull)) && !matches!(vault, Some(VaultError::DiskFull { .. })) {
        return error;
    }
    match case {
        Some(case) => anyhow!(text("error-disk-full-case", &[("case", case.display().to_string().into())])),
        None => {
            let folder = throwaway_folder().display().to_string();
            anyhow!(text("error-disk-full-throwaway", &[("folder", folder.into())]))
        }
    }
}

/// One line a station: `timing`, station, seconds, rows.
fn print_timings(times: &[(Station, f64, u64)], summary: &Summary) {
    for (station, seconds, _) in times {
        let (name, items) = match station {
            Station::Import => ("import and normalise", summary.rows),
            Station::Matching => ("matching", summary.accepted),
            Station::Regroup => ("regroup and count", summary.accepted),
            Station::Audit => ("audit and plan", summary.people),
            Station::Reread => ("read again", summary.rows),
            Station::Export => ("lists", summary.people),
        };
        eprintln!("timing\t{name}\t{seconds:.3}\t{items}");
    }
}
