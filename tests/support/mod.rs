//! What the walks through the whole story share: invented files go in, lists come out.
#![allow(dead_code, reason = "each walk uses a part of it")]

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use bonafide::audit::{CountryCode, Declarations, Policy};
use bonafide::case::{AuditOptions, Case, ImportOptions, Imported, Progress, Summary};
use bonafide::import::{Corrections, Limits, WorkbookParser};
use bonafide::plan::Verdict;
use bonafide::report::write_lists;
use bonafide::store::{Casefile, StoreError};
use tempfile::TempDir;

/// The day of every audit here.
pub const TODAY: &str = "2026-11-01";

/// Not a test of its own: the process that reads workbooks is this test program, run with this name.
#[test]
fn a_child_reads_workbooks() {
    if std::env::args().next_back().is_some_and(|last| last.starts_with('{')) {
        bonafide::import::workbook_child::main();
    }
}

/// What an audit depends on beside the files.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    pub home: Option<&'static str>,
    pub controller: Option<&'static str>,
    pub declarations: String,
    pub corrections: Vec<&'static str>,
}

impl Setting {
    pub fn declaring(declarations: impl Into<String>) -> Self {
        Self { declarations: declarations.into(), ..Self::default() }
    }

    pub fn correcting(corrections: &[&'static str]) -> Self {
        Self { corrections: corrections.to_vec(), ..Self::default() }
    }

    pub fn import(&self) -> ImportOptions {
        let arguments = ["support::a_child_reads_workbooks", "--exact", "--nocapture"];
        ImportOptions {
            today: TODAY.to_owned(),
            at: Some(format!("{TODAY}T09:30:00Z")),
            corrections: Corrections::parse(self.corrections.iter().copied()).unwrap(),
            home: self.home(),
            limits: Limits::default(),
            parser: WorkbookParser { program: None, arguments: arguments.map(OsString::from).to_vec() },
        }
    }

    pub fn audit(&self) -> AuditOptions {
        AuditOptions {
            today: days(TODAY),
            home: self.home(),
            controller: self.controller.map(str::to_owned),
            declarations: Declarations::parse(&self.declarations).unwrap(),
            ..AuditOptions::default()
        }
    }

    fn home(&self) -> Option<CountryCode> {
        self.home.and_then(CountryCode::parse)
    }
}

/// Days from 1970-01-01 to a date.
pub fn days(date: &str) -> i64 {
    let date = chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").unwrap();
    date.signed_duration_since(chrono::NaiveDate::default()).num_days()
}

/// The date so many days after 1970-01-01.
pub fn date(days: i64) -> String {
    (chrono::NaiveDate::default() + chrono::TimeDelta::days(days)).format("%Y-%m-%d").to_string()
}

/// Goes on, whatever the progress.
pub fn onward(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Writes files into a folder of their own. A name may hold folders.
pub fn folder_of<C: AsRef<[u8]>>(files: &[(&str, C)]) -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let paths = files
        .iter()
        .map(|(name, content)| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, content).unwrap();
            path
        })
        .collect();
    (folder, paths)
}

pub fn import_all(case: &mut Case, paths: &[PathBuf], setting: &Setting) {
    for path in paths {
        let imported = case.import(path, &setting.import(), &mut onward).unwrap();
        assert!(matches!(imported, Imported::Added(_)), "{} is a new file", path.display());
    }
}

/// An audited case.
pub struct Audited {
    pub case: Case,
    pub policy: Policy,
    pub summary: Summary,
}

impl Audited {
    /// Everything about these files in a throw-away case.
    pub fn of(paths: &[PathBuf], setting: &Setting) -> Self {
        let mut case = Case::new(Casefile::throwaway().unwrap());
        import_all(&mut case, paths, setting);
        Self::again(case, setting)
    }

    /// A case that is audited once more.
    pub fn again(mut case: Case, setting: &Setting) -> Self {
        let (summary, policy) = case.audit(&setting.audit(), &mut onward).unwrap();
        Self { case, policy, summary }
    }

    pub fn verdicts(&self) -> Vec<Verdict> {
        let mut verdicts = Vec::new();
        self.case
            .store
            .each_verdict(|verdict| -> Result<(), StoreError> {
                verdicts.push(verdict.clone());
                Ok(())
            })
            .unwrap();
        verdicts
    }

    /// Every list as it is handed over.
    pub fn lists(&self) -> Lists {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let written = write_lists(&out, &self.case, &self.policy, &self.summary, &mut onward).unwrap();
        let lists = Lists::read(&out);
        let mut named: Vec<&str> = written.iter().map(String::as_str).collect();
        named.sort_unstable();
        let found: Vec<&str> = lists.files.keys().map(String::as_str).collect();
        assert_eq!(named, found, "every file that is written is named, and no other is there");
        lists
    }
}

/// A line of a list, by column.
pub type Line = BTreeMap<String, String>;

/// The files of a folder of lists, by their names.
#[derive(Debug, PartialEq, Eq)]
pub struct Lists {
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Lists {
    pub fn read(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        for inner in ["", "lists", "fix"] {
            for entry in std::fs::read_dir(folder.join(inner)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                    files.insert(name, std::fs::read(&path).unwrap());
                }
            }
        }
        Self { files }
    }

    /// The lines of a list.
    pub fn table(&self, name: &str) -> Vec<Line> {
        let content = self.files.get(name).unwrap_or_else(|| panic!("there is no {name}"));
        let mut reader = csv::Reader::from_reader(content.as_slice());
        reader.deserialize().map(|line| line.unwrap()).collect()
    }

    pub fn json(&self, name: &str) -> serde_json::Value {
        serde_json::from_slice(&self.files[name]).unwrap()
    }

    /// Fails at the first file that differs, and shows where.
    pub fn assert_same(&self, other: &Self, when: &str) {
        let (mine, theirs): (Vec<_>, Vec<_>) = (self.files.keys().collect(), other.files.keys().collect());
        assert_eq!(mine, theirs, "{when}: other files");
        for (name, content) in &self.files {
            if *content != other.files[name] {
                let (mine, theirs) = (String::from_utf8_lossy(content), String::from_utf8_lossy(&other.files[name]));
                let differing = mine.lines().zip(theirs.lines()).find(|(mine, theirs)| mine != theirs);
                let lengths = (mine.lines().count(), theirs.lines().count());
                panic!("{when}: {name} differs ({lengths:?} lines): {differing:#?}");
            }
        }
    }
}

/// Every permutation that is tried: as given, reversed, and some shuffles that are the same on every run.
pub fn orders(count: usize, shuffles: u64) -> Vec<Vec<usize>> {
    let straight: Vec<usize> = (0..count).collect();
    let mut orders = vec![straight.clone(), straight.iter().rev().copied().collect()];
    orders.extend((1..=shuffles).map(|seed| shuffled(count, seed)));
    orders
}

/// A permutation that depends on nothing but the seed.
pub fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|at| xxhash_rust::xxh3::xxh3_64_with_seed(&at.to_le_bytes(), seed));
    order
}

pub fn permuted<T: Clone>(things: &[T], order: &[usize]) -> Vec<T> {
    order.iter().map(|at| things[*at].clone()).collect()
}
