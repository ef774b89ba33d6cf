//! A program that is killed during an import leaves the case as it was before that import.

use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::{Lists, Setting, import_all};
use crate::{SMALL, contents, create, large, reopen, written};

const CASE: &str = "BONAFIDE_TEST_KILLED_CASE";
const LIST: &str = "BONAFIDE_TEST_KILLED_LIST";
const PARK: &str = "BONAFIDE_TEST_KILLED_PARK";

/// People in the list whose import is killed, in blocks of 4096.
const PEOPLE: u32 = 200_000;

fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").unwrap();
    out.flush().unwrap();
}

/// A child: imports a list, tells every block, and stays where it is told to.
#[test]
#[ignore = "the child process of another test"]
fn child_imports() {
    let Some(case) = std::env::var_os(CASE).map(PathBuf::from) else { return };
    let list = PathBuf::from(std::env::var_os(LIST).unwrap());
    let park: u32 = std::env::var(PARK).unwrap().parse().unwrap();
    let mut case = reopen(&case);
    say("\nready");
    let mut blocks = 0;
    let imported = case.import(&list, &Setting::default().import(), &mut |_| {
        blocks += 1;
        say(&format!("block {blocks}."));
        if blocks == park {
            loop {
                std::thread::park();
            }
        }
        ControlFlow::Continue(())
    });
    imported.unwrap();
    say("imported.");
    if park == 0 {
        loop {
            std::thread::park();
        }
    }
}

/// A child at work, and what it says.
struct Work {
    child: Child,
    lines: Box<dyn Iterator<Item = String>>,
}

impl Work {
    fn start(case: &Path, list: &Path, park: u32) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "killed::child_imports", "--ignored", "--nocapture"])
            .envs([(CASE, case), (LIST, list)])
            .env(PARK, park.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = Box::new(BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok));
        Self { child, lines }
    }

    fn until(&mut self, word: &str) {
        assert!(self.lines.by_ref().any(|line| line.ends_with(word)), "the child never said {word}");
    }

    /// Kills it, and says whether it had said that it was done.
    fn kill(mut self) -> bool {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.lines.any(|line| line.ends_with("imported."))
    }
}

/// The case is sound, and as it was before.
fn assert_untouched(path: &Path, before: &Lists, when: &str) {
    let (after, case) = contents(reopen(path));
    before.assert_same(&after, when);
    assert_sound(case, path, when);
}

fn assert_sound(mut case: bonafide::case::Case, path: &Path, when: &str) {
    let database = case.store.vault_mut().connection();
    let sound: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok", "{when}");
    let mut pages = database.prepare("PRAGMA cipher_integrity_check").unwrap();
    assert!(pages.query([]).unwrap().next().unwrap().is_none(), "{when}");
    drop(pages);
    case.store.close().unwrap();
    let mut names: Vec<String> = std::fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["case.bonafide"], "{when}: nothing stays beside the case");
}

#[test]
fn a_killed_import_leaves_the_case_as_it_was_before() {
    let (lists, cases) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let path = cases.path().join("case.bonafide");
    let list = written(lists.path(), "large.csv", &large(PEOPLE));
    let mut case = create(&path);
    import_all(&mut case, &[written(lists.path(), "small.csv", SMALL)], &Setting::default());
    let (before, case) = contents(case);
    case.store.close().unwrap();

    // At the first block, between blocks, and when all are written but not yet part of the case.
    let blocks = PEOPLE.div_ceil(4096);
    for park in [1, 2, 17, blocks] {
        let mut work = Work::start(&path, &list, park);
        work.until(&format!("block {park}."));
        assert!(!work.kill());
        assert_untouched(&path, &before, &format!("killed at block {park}"));
    }
    // Wherever it is after some time: while a block is read, written, or spilt to disk.
    for millis in [3, 40, 150, 400] {
        let mut work = Work::start(&path, &list, 0);
        work.until("ready");
        std::thread::sleep(Duration::from_millis(millis));
        if work.kill() {
            break;
        }
        let (after, case) = contents(reopen(&path));
        // The kill may have come after the commit and before the word.
        if after.table("sources.csv").len() == 1 {
            before.assert_same(&after, &format!("killed after {millis} ms"));
        }
        assert_sound(case, &path, &format!("killed after {millis} ms"));
    }
}

#[test]
fn a_program_killed_just_after_an_import_has_it() {
    let (lists, cases) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let path = cases.path().join("case.bonafide");
    let list = written(lists.path(), "large.csv", &large(20_000));
    create(&path).store.close().unwrap();
    let mut work = Work::start(&path, &list, 0);
    work.until("imported.");
    work.kill();
    let (after, case) = contents(reopen(&path));
    let source = &after.table("sources.csv")[0];
    assert_eq!((source["rows"].as_str(), source["accepted"].as_str()), ("20000", "20000"));
    assert_sound(case, &path, "killed after the import");
}

/// While a case is open, no other program gets it, and is told so.
#[test]
fn a_case_that_is_open_elsewhere_says_so() {
    let (lists, cases) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let path = cases.path().join("case.bonafide");
    create(&path).store.close().unwrap();
    let mut work = Work::start(&path, &written(lists.path(), "list.csv", SMALL), 1);
    work.until("ready");
    let refused = bonafide::store::Vault::open(&path, bonafide::store::Unlock::Passphrase(&crate::passphrase()));
    assert!(matches!(refused, Err(bonafide::store::VaultError::Locked { .. })));
    work.kill();
    reopen(&path).store.close().unwrap();
}
