//! `bonafide audit`: read, judge, summarise, write lists.

use std::process::ExitCode;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, anyhow, bail};
use bonafide::audit::{CountryCode, Declarations};
use bonafide::case::{AuditOptions, Case, ImportOptions, Imported, Station, Summary};
use bonafide::import::{Corrections, Limits, WorkbookParser};
use bonafide::report::write_lists;
use bonafide::texts::text;
use bonafide::vocabulary::Severity;

use crate::arguments::{Audit, Common, FailOn, Format};
use crate::progress::Watcher;
use crate::summary::{self, Shown};
use crate::{files, passphrase, terminal};

/// Runs the audit and gives back 0 for clean, 1 for findings as bad as asked about.
pub fn run(arguments: &Audit, common: &Common) -> anyhow::Result<ExitCode> {
    let note = |message: String| {
        if !common.quiet {
            eprintln!("{}", terminal::inert(&message));
        }
    };
    let (today, day) = day(arguments.today.as_deref())?;
    let home = arguments.country.as_deref().map(country).transpose()?;
    let corrections = Corrections::parse(arguments.map.iter().map(String::as_str))?;
    let declarations = declarations(arguments)?;
    let paths =
        files::collect(&arguments.paths, &mut |name| note(text("terminal-skipped", &[("name", name.to_owned().into())])))?;

    let mut case = Case::new(passphrase::open_case(arguments.case.as_deref(), common)?);
    let options = ImportOptions {
        today: day.clone(),
        corrections: corrections.clone(),
        home,
        limits: Limits::default(),
        parser: WorkbookParser::default(),
    };
    let mut watcher = Watcher::new(common.quiet);
    for path in &paths {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        watcher.reading(&name);
        if let Imported::AlreadyThere(there) = case.import(path, &options, &mut |progress| watcher.watch(progress))? {
            note(text("terminal-already-there", &[("name", name.into()), ("there", there.into())]));
        }
    }
    check_corrections(&case, &corrections)?;
    let audit_options =
        AuditOptions { today, home, controller: arguments.controller.clone(), declarations };
    let (summary, policy) = case.audit(&audit_options, &mut |progress| watcher.watch(progress))?;
    let times = watcher.finish();

    let since = Instant::now();
    let written = match &arguments.out {
        Some(folder) => write_lists(folder, &case, &policy, &summary)?,
        None => Vec::new(),
    };
    if arguments.timings {
        print_timings(&times, arguments.out.as_ref().map(|_| since.elapsed().as_secs_f64()), &summary);
    }
    match common.format {
        Format::Json => terminal::print(&summary::json(&summary)?)?,
        Format::Text => terminal::print(&summary::text_summary(&Shown {
            summary: &summary,
            policy: &policy,
            tables: &case.store.tables()?,
            day: &day,
            out: arguments.out.as_deref().map(|folder| (folder, written.len())),
        }))?,
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

/// A correction that fits no column is a slip of the pen and is not passed over.
fn check_corrections(case: &Case, corrections: &Corrections) -> anyhow::Result<()> {
    let facts = case.table_facts()?;
    let headers: Vec<Vec<String>> = facts
        .iter()
        .map(|table| table.recognition.columns.iter().map(|column| column.header.clone()).collect())
        .collect();
    let tables: Vec<(&str, &str, &[String])> = facts
        .iter()
        .zip(&headers)
        .map(|(table, header)| (table.file.as_str(), table.sheet.as_str(), header.as_slice()))
        .collect();
    if let Some(written) = corrections.without_a_column(&tables).into_iter().next() {
        bail!(text("error-map-without-column", &[("written", written.into()), ("program", "bonafide".into())]));
    }
    Ok(())
}

fn declarations(arguments: &Audit) -> anyhow::Result<Declarations> {
    let Some(path) = &arguments.declare else { return Ok(Declarations::default()) };
    let shown = path.display().to_string();
    let content = std::fs::read_to_string(path).map_err(|error| {
        anyhow!(text("error-unreadable", &[("path", shown.clone().into()), ("reason", error.to_string().into())]))
    })?;
    Declarations::parse(&content).context(shown)
}

/// The day of the audit, counted from 1970-01-01 and as written.
fn day(given: Option<&str>) -> anyhow::Result<(i64, String)> {
    use chrono::NaiveDate;
    let date = match given {
        Some(given) => NaiveDate::parse_from_str(given, "%Y-%m-%d")
            .map_err(|_| anyhow!(text("error-bad-day", &[("day", given.to_owned().into())])))?,
        None => {
            let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
            NaiveDate::default() + chrono::Days::new(seconds / 86_400)
        }
    };
    let days = date.signed_duration_since(NaiveDate::default()).num_days();
    Ok((days, date.format("%Y-%m-%d").to_string()))
}

fn country(given: &str) -> anyhow::Result<CountryCode> {
    CountryCode::parse(given)
        .filter(|code| code.hint().is_some())
        .ok_or_else(|| anyhow!(text("error-bad-country", &[("country", given.to_owned().into())])))
}

/// One line a station: `timing`, station, seconds, rows.
fn print_timings(times: &[(Station, f64, u64)], lists: Option<f64>, summary: &Summary) {
    for (station, seconds, _) in times {
        let (name, items) = match station {
            Station::Import => ("import and normalise", summary.rows),
            Station::Matching => ("matching", summary.accepted),
            Station::Regroup => ("regroup and count", summary.accepted),
            Station::Audit => ("audit and plan", summary.people),
        };
        eprintln!("timing\t{name}\t{seconds:.3}\t{items}");
    }
    if let Some(seconds) = lists {
        eprintln!("timing\tlists\t{seconds:.3}\t{}", summary.people);
    }
}
