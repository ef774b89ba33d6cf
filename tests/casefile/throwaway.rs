//! A throw-away case leaves nothing behind, however it ends.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::support::{Audited, Setting};
use crate::{OTHER, SMALL, large, written};

const FOLDER: &str = "BONAFIDE_TEST_THROWAWAY_LISTS";
const ENDING: &str = "BONAFIDE_TEST_THROWAWAY_ENDING";

/// A child: a whole audit in a throw-away case, which then ends as it is told to.
#[test]
#[ignore = "the child process of another test"]
fn child_audits() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let paths = ["large.csv", "other.csv", "small.csv"].map(|name| folder.join(name));
    let audited = Audited::of(&paths, &Setting::default());
    let verdicts = audited.verdicts().len();
    {
        let mut out = std::io::stdout().lock();
        writeln!(out, "\njudged {verdicts} people.").unwrap();
        out.flush().unwrap();
    }
    match std::env::var(ENDING).unwrap().as_str() {
        "closed" => audited.case.store.close().unwrap(),
        "dropped" => drop(audited),
        _ => loop {
            std::thread::park();
        },
    }
}

fn start(lists: &Path, temporary: &Path, ending: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "throwaway::child_audits", "--ignored", "--nocapture"])
        .env(FOLDER, lists)
        .env(ENDING, ending)
        .env("TMPDIR", temporary)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[cfg(unix)]
#[test]
fn a_throwaway_case_leaves_no_file_however_it_ends() {
    let lists = tempfile::tempdir().unwrap();
    for (name, content) in [("large.csv", large(20_000)), ("other.csv", OTHER.into()), ("small.csv", SMALL.into())] {
        written(lists.path(), name, &content);
    }
    for ending in ["closed", "dropped", "killed"] {
        let temporary = tempfile::tempdir().unwrap();
        let mut child = start(lists.path(), temporary.path(), ending);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        assert!(lines.any(|line| line == "judged 20004 people."), "{ending}: the child audited");
        if ending == "killed" {
            child.kill().unwrap();
        }
        let status = child.wait().unwrap();
        assert_eq!(status.success(), ending != "killed");
        let left: Vec<_> =
            std::fs::read_dir(temporary.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.is_empty(), "{ending}: {left:?} stayed");
    }
}
