//! What the README shows is what the program prints.
//!
//! Each `<!-- output: COMMAND -->` … `<!-- end of output -->` holds the output of that command, run at the root of
//! the repository; ` | head -12` behind it shows the first lines. `UPDATE=1 cargo test -p bonafide-cli --test readme` writes it anew.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::{Command, Stdio};

const BEGIN: &str = "<!-- output: ";
const END: &str = "<!-- end of output -->";

#[test]
fn the_readme_shows_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let mut fresh = String::new();
    let mut rest = readme.as_str();
    let mut blocks = 0;
    while let Some((before, block)) = rest.split_once(BEGIN) {
        let (command, shown) = block.split_once(" -->").unwrap();
        let (_, after) = shown.split_once(END).expect("every block of output has an end");
        fresh.push_str(before);
        fresh.push_str(&format!("{BEGIN}{command} -->\n{}{END}", block_of(command, &output(root, command))));
        rest = after;
        blocks += 1;
    }
    fresh.push_str(rest);
    assert!(blocks >= 2, "the README shows the audit without and with declarations");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(root.join("README.md"), &fresh).unwrap();
    } else {
        assert!(fresh == readme, "the README is stale; run: UPDATE=1 cargo test -p bonafide-cli --test readme");
    }
}

/// Standard output of a command, as a pipe gets it.
fn output(root: &Path, command: &str) -> String {
    let (command, lines) = match command.split_once(" | head -") {
        Some((command, lines)) => (command, lines.parse().unwrap()),
        None => (command, usize::MAX),
    };
    let words = words(command);
    let mut words = words.iter();
    assert_eq!(words.next().map(String::as_str), Some("bonafide"), "only Bonafide itself is shown");
    let ran = Command::new(env!("CARGO_BIN_EXE_bonafide"))
        .args(words)
        .current_dir(root)
        .stdin(Stdio::null())
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .output()
        .unwrap();
    assert!(matches!(ran.status.code(), Some(0 | 1)), "`{command}` could not run: {}", ran.status);
    let shown = String::from_utf8(ran.stdout).unwrap();
    shown.lines().take(lines).map(|line| format!("{line}\n")).collect()
}

/// The words of a command as a shell parts them: what stands in double quotes is one.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(c),
        }
    }
    words
}

/// The output as Markdown, below the command that printed it.
fn block_of(command: &str, output: &str) -> String {
    if output.trim().is_empty() {
        return String::new();
    }
    let lines: Vec<&str> = output.trim_end().lines().map(str::trim_end).collect();
    format!("\n```text\n$ {command}\n{}\n```\n\n", lines.join("\n"))
}
