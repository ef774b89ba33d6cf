//! Nothing a stranger wrote is obeyed: not by the terminal, not by the spreadsheet that opens a list.
#![allow(clippy::unwrap_used)]

mod program;

use std::path::{Path, PathBuf};

use bonafide::normalise::cell;
use bonafide::report::guarded;
use program::{Ran, program, ran};

/// Strings that terminals, spreadsheets, shells and programs stumble over.
const NAUGHTY: &[&str] = &[
    // what a terminal obeys: colours, titles, clipboard, links, queries, cursor, bells, shifts, C1 forms of the same
    "\u{1b}[31mred",
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;owned\u{7}",
    "\u{1b}]52;c;cm0gLXJm\u{7}",
    "\u{1b}]8;;https://example.com\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{1b}P$q\"p\u{1b}\\",
    "\u{1b}[6n",
    "\u{1b}c",
    "\u{1b}[?1049h",
    "\u{1b}_hidden\u{1b}\\",
    "\u{9b}31m",
    "\u{9d}0;owned\u{9c}",
    "\u{90}x\u{9c}",
    "\u{85}next",
    "\u{7}bell",
    "\u{8}\u{8}\u{8}over",
    "\u{7f}delete",
    "\u{e}shift\u{f}",
    "over\rwritten",
    "\u{b}vertical\u{c}form",
    "tab\tinside",
    "line\nbreak",
    "line\r\nbreak",
    "\u{1a}",
    "\u{1b}",
    // direction and invisible marks
    "\u{202e}gnp.exe",
    "\u{202a}a\u{202c}",
    "\u{2066}b\u{2069}",
    "\u{200f}\u{200e}",
    "zero\u{200b}width",
    "\u{feff}bom",
    "\u{2028}line",
    "\u{2029}paragraph",
    "soft\u{ad}hyphen",
    "\u{61c}alm",
    "\u{180e}mvs",
    "\u{2060}joiner",
    "\u{fff9}note\u{fffb}",
    "tag\u{e0041}\u{e007f}",
    // what a spreadsheet runs
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "=HYPERLINK(\"https://example.com\")",
    "-",
    "+",
    "@",
    "=",
    // what else programs stumble over
    "\"; DROP TABLE contact; --",
    "<script>alert(1)</script>",
    "{ $day }",
    "{0}",
    "%s%n",
    "$(touch x)",
    "../../etc/passwd",
    "\u{0}nul",
    "Å\u{301}\u{301}\u{301}",
    "𝕬𝖉𝖆",
    "👩‍👩‍👧",
    "ﷺ",
    "null",
    "-0",
    "1e999",
    "''",
    "'",
    "\\u{1b}[0m",
];

/// A case whose every text cell and header is hostile, and its files too. Columns that must be understood, so that
/// their cells go somewhere, have names that are.
fn case(folder: &Path) -> Vec<PathBuf> {
    let rows = |systems: &[&str], writer: &mut csv::Writer<std::fs::File>| {
        for (position, naughty) in NAUGHTY.iter().enumerate() {
            let other = NAUGHTY[(position * 7 + 3) % NAUGHTY.len()];
            for system in systems {
                let email = format!("person{position}@example.org");
                writer
                    .write_record([&email, *system, "2025-03-04", naughty, other, naughty, other, naughty, naughty])
                    .unwrap();
            }
        }
        writer.flush().unwrap();
    };
    let known = ["email", "status", "consent_at", "consent_source", "consent_form", "first_name", "notes"];
    let mut files = Vec::new();
    let named = if cfg!(unix) { "list \u{1b}]0;owned\u{7}\u{202e}\n=1.csv" } else { "list.csv" };
    for (name, state, headers) in [
        (named, "subscribed", ["\u{1b}]0;x\u{7}head", "\u{202e}=1"]),
        ("second.csv", "unsubscribed", ["=2", "@\u{9b}5m"]),
    ] {
        let path = folder.join(name);
        let mut writer = csv::Writer::from_path(&path).unwrap();
        writer.write_record(known.iter().copied().chain(headers)).unwrap();
        rows(&[state], &mut writer);
        files.push(path);
    }
    let path = folder.join("headers.csv");
    let mut writer = csv::WriterBuilder::new().flexible(true).from_path(&path).unwrap();
    // A row with a zero byte is rejected, and would be no header.
    let headers: Vec<&str> = NAUGHTY.iter().copied().filter(|name| !name.contains('\0')).chain(["email"]).collect();
    writer.write_record(&headers).unwrap();
    let cells: Vec<&str> = headers.iter().skip(1).map(|_| "some text").chain(["last@example.org"]).collect();
    writer.write_record(&cells).unwrap();
    writer.write_record(cells.iter().chain(&["one", "too", "many"])).unwrap();
    writer.flush().unwrap();
    files.push(path);
    files
}

/// Neither stream holds a character that a terminal would obey or hide. Our own colours are taken out first.
fn assert_inert(what: &str, ran: &Ran) {
    for stream in [&ran.out, &ran.notes] {
        let mut rest = String::new();
        let mut pieces = stream.split("\u{1b}[");
        rest.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            let style =
                piece.find(|c: char| !c.is_ascii_digit() && c != ';').filter(|end| piece[*end..].starts_with('m'));
            rest.push_str(style.map_or_else(|| panic!("{what}: an escape that is no colour"), |end| &piece[end + 1..]));
        }
        let hostile = |c: &char| {
            (c.is_control() && *c != '\n')
                || matches!(*c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
        };
        let line = rest.lines().find(|line| line.chars().any(|c| hostile(&c)));
        assert!(line.is_none(), "{what}: {line:?}");
    }
}

/// No cell of a list would be run as a formula. A signed number is none.
fn assert_no_formula(path: &Path) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).unwrap();
    for record in reader.records().map(Result::unwrap) {
        for cell in &record {
            let signed = cell.strip_prefix(['+', '-']).is_some_and(|digits| {
                !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            });
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            assert!(signed || !formula, "{}: {cell:?}", path.display());
        }
    }
}

fn csv_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            csv_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "csv") {
            found.push(path);
        }
    }
}

#[test]
fn nothing_a_stranger_wrote_is_obeyed() {
    let folder = tempfile::tempdir().unwrap();
    let files = case(folder.path());
    let out = folder.path().join("out \u{1b}]0;x\u{7}\u{202e}");
    let coloured = |arguments: &[&std::ffi::OsStr]| {
        ran(program().args(arguments).env("CLICOLOR_FORCE", "1").current_dir(folder.path()))
    };
    let paths: Vec<&std::ffi::OsStr> = files.iter().map(|path| path.as_os_str()).collect();
    let with = |command: &[&'static str], more: &[&std::ffi::OsStr]| -> Ran {
        let command: Vec<&std::ffi::OsStr> = command.iter().map(|word| word.as_ref()).collect();
        coloured(&[&command, more].concat())
    };
    let audit = with(
        &["audit", "--today", "2026-11-01", "--controller", "\u{1b}]0;x\u{7}", "--out"],
        &[&[out.as_os_str()], paths.as_slice()].concat(),
    );
    assert!(matches!(audit.code, 0 | 1), "{}", audit.notes);
    assert!(audit.out.contains("\\u{1b}]0;owned\\u{7}\\u{202e}\\u{a}=1.csv") || cfg!(not(unix)), "{}", audit.out);
    assert_inert("audit", &audit);
    let mut lists = Vec::new();
    csv_files(&out, &mut lists);
    assert!(lists.len() > 10, "{lists:?}");
    lists.iter().for_each(|list| assert_no_formula(list));

    let json = with(&["audit", "--today", "2026-11-01", "--format", "json"], &paths);
    assert_inert("audit as JSON", &json);
    assert_eq!(json.json()["rows"], 2 * NAUGHTY.len() as u64 + 2);
    assert_inert("recognise", &with(&["recognise"], &paths));
    let recognised = with(&["recognise", "--format", "json"], &paths);
    assert_inert("recognise as JSON", &recognised);
    let recognised = recognised.json();
    let tables = recognised.as_array().unwrap();
    let headers: Vec<String> = tables
        .iter()
        .flat_map(|table| table["columns"].as_array().unwrap())
        .map(|column| column["header"].as_str().unwrap().to_owned())
        .collect();
    assert!(headers.iter().any(|header| header.contains("\u{1b}]52;")), "the JSON says what the file says");
    let read = with(&["read", "--format", "json"], &paths[2..]);
    assert_inert("read as JSON", &read);
    assert!(read.json()["header"].as_array().unwrap().len() >= NAUGHTY.len());
    for path in &files {
        let read = with(&["read", "--sheet", "\u{1b}]0;x\u{7}"], &[path.as_os_str()]);
        assert_eq!(read.code, 2);
        assert_inert("read with a hostile sheet", &read);
    }
    for naughty in NAUGHTY.iter().filter(|naughty| !naughty.contains('\0') && !naughty.contains("/etc/")) {
        for arguments in [
            &["explain", naughty][..],
            &["audit", naughty],
            &[naughty],
            &["audit", "second.csv", "--map", naughty],
            &["audit", "second.csv", "--today", naughty],
            &["audit", "second.csv", "--declare", naughty],
        ] {
            let ran = ran(program().args(arguments).env("CLICOLOR_FORCE", "1").current_dir(folder.path()));
            assert_eq!(ran.code, 2, "{arguments:?}");
            assert_inert("a wrong argument", &ran);
        }
    }
}

#[test]
fn a_guarded_cell_is_read_as_what_it_was() {
    for naughty in NAUGHTY {
        let written = guarded(naughty);
        assert!(written == *naughty || written.strip_prefix('\'') == Some(naughty), "{naughty:?} {written:?}");
        if naughty.starts_with(['=', '+', '-', '@']) {
            assert_eq!(cell::text(&written), cell::text(naughty), "{naughty:?}");
        }
    }
}

#[test]
fn a_list_that_comes_back_asks_the_same_questions() {
    let folder = tempfile::tempdir().unwrap();
    let questions = |name: &str, source: &str| {
        let list = folder.path().join(name).join("list.csv");
        std::fs::create_dir_all(list.parent().unwrap()).unwrap();
        let content =
            format!("email,status,consent_at,consent_source\nada@example.org,subscribed,2025-03-04,{source}\n");
        std::fs::write(&list, content).unwrap();
        let out = folder.path().join(name).join("out");
        ran(program().args(["audit", "--today", "2026-11-01", "--out"]).args([&out, &list]));
        std::fs::read_to_string(out.join("questions.csv")).unwrap()
    };
    let first = questions("first", "=Form(1)");
    assert!(first.contains(",'=Form(1),"), "{first}");
    assert_eq!(first, questions("again", "'=Form(1)"));
}
