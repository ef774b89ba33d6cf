//! What strangers hand over by mistake or on purpose: each is answered in one sentence that says what, where and
//! what to try, with exit code 2, and never with a word of a cell.
#![allow(clippy::unwrap_used)]

mod program;

use std::io::{Cursor, Write};
use std::path::Path;
use std::process::Stdio;

use program::{Ran, program, ran, run_in};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Stands in cells and must not be heard of again.
const SECRET: &str = "Zyxomma Petiolatum";

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A compound file with the two streams of a workbook behind a password.
fn encrypted_workbook() -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    let mut file = vec![0; 2048];
    let mut put = |at: usize, bytes: &[u8]| file[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    for (at, value) in [(24, 0x3E_u16), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)] {
        put(at, &value.to_le_bytes());
    }
    for (at, value) in [(44, 1_u32), (48, 1), (56, 4096), (60, END), (68, END), (76, 0)] {
        put(at, &value.to_le_bytes());
    }
    put(80, &[0xFF; 432]);
    put(512, &[0xFF; 512]);
    put(512, &0xFFFF_FFFD_u32.to_le_bytes());
    put(516, &END.to_le_bytes());
    for (place, name, kind, child, right) in [
        (0, "Root Entry", 5, 1, u32::MAX),
        (1, "EncryptedPackage", 2, u32::MAX, 2),
        (2, "EncryptionInfo", 2, u32::MAX, u32::MAX),
    ] {
        let at = 1024 + place * 128;
        let units: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        put(at, &units);
        put(at + 64, &u16::try_from(units.len()).unwrap().to_le_bytes());
        put(at + 66, &[kind, 1]);
        for (offset, value) in [(68, u32::MAX), (72, right), (76, child), (116, END)] {
            put(at + offset, &value.to_le_bytes());
        }
    }
    file
}

/// One sentence on standard error that holds all of these, nothing on standard output, code 2.
fn assert_refused(what: &str, ran: &Ran, says: &[&str]) {
    assert_eq!(ran.code, 2, "{what}: {}{}", ran.out, ran.notes);
    assert_eq!(ran.out, "", "{what}");
    let sentences: Vec<&str> = ran.notes.lines().filter(|line| line.starts_with("bonafide: ")).collect();
    assert_eq!(sentences.len(), 1, "{what}: {}", ran.notes);
    for said in says {
        assert!(sentences[0].contains(said), "{what}: “{said}” is not said in: {}", sentences[0]);
    }
    assert!(sentences[0].ends_with('.') && sentences[0].len() > 40, "{what}: {}", sentences[0]);
    for noise in ["os error", "panicked", SECRET, ".rs:", "Some(", "Error"] {
        assert!(!ran.notes.contains(noise), "{what}: {}", ran.notes);
    }
}

#[test]
fn files_that_are_no_lists_are_called_by_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let inner = zipped(&[("a.csv", b"email\na@example.org\n")]);
    let bomb = zipped(&[("bomb.csv", &[&b"email\n"[..], &vec![b'0'; 80 << 20]].concat())]);
    let mut torn = inner.clone();
    torn.truncate(60);
    let noise: Vec<u8> = (0..5000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let files: &[(&str, &[u8], &[&str])] = &[
        ("photo.png", b"\x89PNG\r\n\x1a\n....", &["photo.png is a picture", "Export the contacts as CSV"]),
        ("letter.docx", b"PK\x03\x04cut off", &["letter.docx is a text document (Word)", "copy the table"]),
        ("letter.pdf", b"%PDF-1.7\n%...", &["letter.pdf is a PDF document", "CSV"]),
        (
            "letter.docx",
            &zipped(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]),
            &["letter.docx is a text document (Word)"],
        ),
        ("slides.pptx", &zipped(&[("ppt/presentation.xml", b"<x/>")]), &["slides.pptx is a presentation"]),
        ("photo.csv", &noise, &["photo.csv is", "not a table"]),
        ("zips.zip", &zipped(&[("inner.zip", &inner)]), &["zips.zip holds no table", "unpacked first"]),
        ("empty.zip", &zipped(&[]), &["empty.zip holds no table"]),
        ("torn.zip", &torn, &["torn.zip is a damaged or incomplete ZIP file", "again"]),
        ("bomb.zip", &bomb, &["bomb.csv in bomb.zip", "2 GiB", "64 MiB", "unpack it"]),
        ("secret.xlsx", &encrypted_workbook(), &["secret.xlsx is protected by a password", "save it without"]),
        (
            "broken.xlsx",
            &zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<broken")]),
            &["broken.xlsx is a damaged workbook", "CSV"],
        ),
        ("page.xls", b"<html><p>Please sign in</p></html>", &["page.xls is a web page without a table"]),
        ("export.json", b"[{\"email\": \"a@example.org\"}]", &["export.json is a JSON file"]),
        ("my dump.sqlite", b"SQLite format 3\0........", &["my dump.sqlite is a database"]),
    ];
    for (name, content, says) in files {
        std::fs::write(folder.path().join(name), content).unwrap();
        for command in ["audit", "recognise", "read"] {
            assert_refused(&format!("{command} {name}"), &run_in(folder.path(), &[command, name]), says);
        }
    }
}

#[test]
fn a_list_of_column_names_alone_is_a_list_of_nobody_and_an_empty_file_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let audit = |name: &str, content: &str| {
        std::fs::write(folder.path().join(name), content).unwrap();
        run_in(folder.path(), &["audit", name, "--today", "2026-11-01"])
    };
    let ran = audit("header.csv", "email,status\n");
    assert_eq!((ran.code, ran.notes.as_str()), (0, ""));
    assert!(ran.out.contains("There is nobody on these lists.") && ran.out.contains("header.csv"), "{}", ran.out);
    for (name, content) in [("empty.csv", ""), ("lines.csv", "\n\n\n")] {
        assert_refused(name, &audit(name, content), &[name, "is empty", "Export it again"]);
    }
}

#[test]
fn paths_that_lead_nowhere_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::create_dir_all(at.join("pictures/more lists")).unwrap();
    std::fs::create_dir(at.join("my lists")).unwrap();
    std::fs::write(at.join("pictures/cat.jpg"), "x").unwrap();
    std::fs::write(at.join("my lists/a list.csv"), format!("email,name\na@example.org,{SECRET}\n")).unwrap();
    assert_refused("missing", &run_in(at, &["audit", "no such.csv"]), &["no such.csv is not there", "quotes"]);
    let none = run_in(at, &["audit", "pictures"]);
    assert_refused("a folder without lists", &none, &["There is no list in pictures"]);
    assert!(none.notes.contains("cat.jpg") && none.notes.contains("more lists"), "{}", none.notes);
    assert_refused(
        "reading a folder",
        &run_in(at, &["read", "my lists"]),
        &["my lists is a folder", "Name a file in it"],
    );
    let fine = run_in(at, &["audit", "my lists", "my lists/a list.csv", "--out", "deep/er/out"]);
    assert_eq!(fine.code, 0, "{}", fine.notes);
    assert!(fine.notes.contains("the same file is in the case already"), "{}", fine.notes);
    assert!(at.join("deep/er/out/people.csv").exists(), "folders above --out are made");
    let blocked = run_in(at, &["audit", "my lists", "--out", "pictures/cat.jpg"]);
    assert_refused("--out is a file", &blocked, &["pictures/cat.jpg could not be written", "Choose a folder"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_link_to_nowhere_and_a_pipe_cost_one_sentence_and_never_the_other_lists() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::create_dir(at.join("lists")).unwrap();
    std::fs::write(at.join("lists/list.csv"), "email,newsletter\na@example.org,no\n").unwrap();
    std::os::unix::fs::symlink("nowhere", at.join("lists/gone.csv")).unwrap();
    std::os::unix::fs::symlink("list.csv", at.join("lists/here.csv")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(at.join("lists/pipe.csv")).status().unwrap();
    assert!(made.success());
    let ran = run_in(at, &["audit", "lists", "--out", "out"]);
    assert_ne!(ran.code, 2, "{}", ran.notes);
    assert!(ran.notes.contains("gone.csv, pipe.csv") && ran.notes.contains("that no is missing"), "{}", ran.notes);
    assert!(!ran.notes.contains("here.csv, "), "a link to a list is a list: {}", ran.notes);
    let people = std::fs::read_to_string(at.join("out/people.csv")).unwrap();
    assert!(people.contains("a@example.org"), "the rest is audited");
    for (path, says) in [
        ("lists/pipe.csv", &["pipe.csv is a pipe or a device", "into a file"][..]),
        ("/dev/zero", &["zero is a pipe or a device"]),
        ("lists/gone.csv", &["gone.csv is not there"]),
    ] {
        for command in ["audit", "recognise", "read"] {
            if path.contains("gone") && command == "read" {
                continue;
            }
            assert_refused(&format!("{command} {path}"), &run_in(at, &[command, path]), says);
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_may_not_be_read_or_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("list.csv"), "email\na@example.org\n").unwrap();
    // Nobody may write there, not even who may do everything.
    assert_refused(
        "--out",
        &run_in(at, &["audit", "list.csv", "--out", "/proc/lists"]),
        &["/proc/lists could not be written"],
    );
    let ran = run_in(at, &["audit", "/proc/self/mem"]);
    assert_refused("unreadable", &ran, &["mem could not be read", "Check that"]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = program().arg("rules").stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not be written to standard output"));
}

#[test]
fn arguments_that_make_no_sense_are_explained() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("list.csv"), "email,name\na@example.org,x\n").unwrap();
    for (arguments, says) in [
        (&["--today", "2026-13-01"][..], &["“2026-13-01” is no day", "2026-11-01"][..]),
        (&["--today", "tomorrow"], &["“tomorrow” is no day"]),
        (&["--country", "Sweden"], &["“Sweden” is no country code", "two letters"]),
        (&["--country", "XX"], &["“XX” is no country code"]),
        (&["--map", "email"], &["“email”", "HEADER=FIELD"]),
        (&["--map", "email=wibble"], &["no field “wibble”", "ignored"]),
        (&["--map", "Nope=email"], &["--map Nope=email names no column", "bonafide recognise"]),
        (&["--map", "#9=email"], &["#9=email names no column"]),
        (&["--case", "no/such/folder/x.bonafide"], &["no/such/folder/x.bonafide", "is not there"]),
        (&["--case", "x.bonafide"], &["needs a passphrase", "--passphrase-file"]),
        (&["--case", "x.bonafide", "--passphrase-file", "nothing"], &["nothing is not there"]),
    ] {
        let arguments = [&["audit", "list.csv"], arguments].concat();
        assert_refused(&format!("{arguments:?}"), &run_in(at, &arguments), says);
    }
    assert!(!at.join("x.bonafide").exists());
    let ran = run_in(at, &["recognise", "list.csv", "--map", "Nope=email"]);
    assert_refused("recognise --map", &ran, &["--map Nope=email names no column"]);
    assert_refused("rule", &run_in(at, &["explain", "consent-date"]), &["no rule “consent-date”", "bonafide rules"]);
    assert_eq!(run_in(at, &["audit", "list.csv", "--country", "uk"]).code, 0, "GB by the name its people use");
}

#[test]
fn declarations_that_do_not_hold_are_shown_where() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("list.csv"), "email\na@example.org\n").unwrap();
    let head = "[[declaration]]\nid = \"a\"\n";
    for (toml, says) in [
        (format!("{head}by = \"Ada\non = 2026-01-01\n"), &["d.toml: line 3, column 10"][..]),
        (format!("{head}by = \" \"\non = 2026-01-01\nsupplies = {{}}\n"), &["d.toml", "“a” names nobody"]),
        (
            format!("{head}by = \"Ada\"\non = 2026-01-01\nsupplies = {{ wording = \"W-9\" }}\n"),
            &["“W-9”", "[[wording]]"],
        ),
        (
            format!("{head}by = \"Ada\"\non = 2026-01-01\nsupplies = {{ method = \"telepathy\" }}\n"),
            &["“telepathy”", "tick"],
        ),
        (
            format!("{head}by = \"Ada\"\non = 2026-01-01\nsupplies = {{ text = \"x\" }}\n"),
            &["line 5", "unknown field", "wording"],
        ),
        ("[[wording]]\nid = \"W\"\ntext = \"T\"\nchannels = [\"owl\"]\n".to_owned(), &["line 4", "email"]),
    ] {
        std::fs::write(at.join("d.toml"), toml).unwrap();
        assert_refused("declarations", &run_in(at, &["audit", "list.csv", "--declare", "d.toml"]), says);
    }
    std::fs::write(at.join("d.toml"), b"\xff\xfe\x00").unwrap();
    assert_refused(
        "no text",
        &run_in(at, &["audit", "list.csv", "--declare", "d.toml"]),
        &["d.toml is not a text file"],
    );
    assert_refused("missing", &run_in(at, &["audit", "list.csv", "--declare", "x.toml"]), &["x.toml is not there"]);
}

fn case(at: &Path, case: &str, passphrase: &str) -> Ran {
    ran(program()
        .args(["audit", "list.csv", "--today", "2026-11-01", "--case", case])
        .env("BONAFIDE_PASSPHRASE", passphrase)
        .current_dir(at))
}

#[test]
fn a_wrong_passphrase_a_damaged_a_foreign_and_a_busy_case_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("list.csv"), format!("email,name\na@example.org,{SECRET}\n")).unwrap();
    let made = case(at, "c.bonafide", "four words and more");
    assert_eq!(made.code, 0, "{}", made.notes);
    let recovery = made.notes.lines().find_map(|line| line.strip_prefix("  ")).expect("the recovery key is shown once");
    assert_refused("wrong", &case(at, "c.bonafide", "other words"), &["c.bonafide", "not the passphrase"]);
    let again = case(at, "c.bonafide", recovery);
    assert_eq!(again.code, 0, "the recovery key opens the case: {}", again.notes);
    assert_eq!(again.out, made.out);

    let whole = std::fs::read(at.join("c.bonafide")).unwrap();
    let mut damaged = whole.clone();
    damaged[20_000..20_004].copy_from_slice(b"XXXX");
    std::fs::write(at.join("damaged.bonafide"), damaged).unwrap();
    std::fs::write(at.join("short.bonafide"), &whole[..20_000]).unwrap();
    std::fs::write(at.join("foreign.bonafide"), "a shopping list").unwrap();
    std::fs::write(at.join("empty.bonafide"), "").unwrap();
    for (name, says) in [
        ("damaged.bonafide", &["damaged", "backup"][..]),
        ("short.bonafide", &["damaged", "its end is missing"]),
        ("foreign.bonafide", &["not a Bonafide case"]),
        ("empty.bonafide", &["not a Bonafide case", "empty"]),
        (".", &["not a Bonafide case but a folder"]),
    ] {
        assert_refused(name, &case(at, name, "four words and more"), says);
    }
    let lock =
        std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(at.join("c.bonafide-lock")).unwrap();
    lock.lock().unwrap();
    assert_refused(
        "locked",
        &case(at, "c.bonafide", "four words and more"),
        &["c.bonafide", "already open", "close it"],
    );
    drop(lock);
    assert_eq!(case(at, "c.bonafide", "four words and more").code, 0);
    assert_eq!(
        std::fs::read(at.join("foreign.bonafide")).unwrap(),
        b"a shopping list",
        "nothing foreign is written to"
    );
}

/// Needs a disk of its own, which only an administrator may make.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named_and_leaves_the_case_as_it_was() {
    struct Mounted<'p>(&'p Path);
    impl Drop for Mounted<'_> {
        fn drop(&mut self) {
            let _ = std::process::Command::new("umount").arg("-l").arg(self.0).status();
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let small = folder.path().join("small");
    std::fs::create_dir(&small).unwrap();
    let mount = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"])
        .arg(&small)
        .stderr(Stdio::null())
        .status();
    if !mount.is_ok_and(|status| status.success()) {
        eprintln!("skipped: a small disk cannot be made here; it needs the rights of an administrator");
        return;
    }
    let _mounted = Mounted(&small);
    // Cells that do not compress, so that they fill the disk.
    let mut number = 1_u64;
    let rows: String = (0..100_000)
        .map(|row| {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            format!("p{row}@example.org,{number:x}{:x}\n", number.rotate_left(17))
        })
        .collect();
    std::fs::write(folder.path().join("list.csv"), format!("email,note\n{rows}")).unwrap();
    let full = |command: &mut std::process::Command| ran(command.current_dir(folder.path()));
    let throwaway = full(program().args(["audit", "list.csv"]).env("TMPDIR", &small));
    assert_refused("throw-away", &throwaway, &["disk is full", "TMPDIR", "small"]);
    assert_eq!(std::fs::read_dir(&small).unwrap().count(), 0, "a throw-away case leaves nothing behind");
    let kept =
        full(program().args(["audit", "list.csv", "--case", "small/c.bonafide"]).env("BONAFIDE_PASSPHRASE", "a b c"));
    assert_refused("kept", &kept, &["disk is full", "small/c.bonafide", "free some space"]);
    std::fs::write(folder.path().join("few.csv"), "email\nada@example.org\n").unwrap();
    let after = full(
        program()
            .args(["audit", "few.csv", "--case", "small/c.bonafide", "--format", "json"])
            .env("BONAFIDE_PASSPHRASE", "a b c"),
    );
    assert_eq!(after.json()["rows"], 1, "nothing of the list that did not fit is in the case");
}
