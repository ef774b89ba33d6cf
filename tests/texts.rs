//! No sentence a person reads is written in code: texts live in `locales/`, every one is used, and every one used is
//! there.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
}

/// The English texts that Rust says. What the pages say is in `window-*.ftl`: the pages look after it, in
/// `ui/tests/unit/texts.test.ts`.
fn texts() -> Vec<PathBuf> {
    let mut found = Vec::new();
    files(&root().join("locales/en"), "ftl", &mut found);
    found.retain(|path| !path.file_name().unwrap().to_string_lossy().starts_with("window-"));
    found
}

/// Each key of the English texts, with the files that define it.
fn keys() -> BTreeMap<String, Vec<PathBuf>> {
    let found = texts();
    let mut keys: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for path in found {
        let content = std::fs::read_to_string(&path).unwrap();
        assert!(FluentResource::try_new(content.clone()).is_ok(), "{} does not parse", path.display());
        for (key, _) in content.lines().filter_map(|line| line.split_once(" =")) {
            if key.starts_with(|c: char| c.is_ascii_lowercase()) && !key.contains(' ') {
                keys.entry(key.to_owned()).or_default().push(path.clone());
            }
        }
    }
    keys
}

/// The string literals of a Rust file outside comments and tests, each with the line it starts on.
fn literals(code: &str) -> Vec<(usize, String)> {
    let mut literals = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (number, line) in (1..).zip(code.lines()) {
        if open.is_none() && line.trim_start().starts_with("#[cfg(test)]") {
            break;
        }
        if open.is_none() && line.trim_start().starts_with("//") {
            continue;
        }
        let mut characters = line.chars().peekable();
        while let Some(c) = characters.next() {
            match (&mut open, c) {
                (Some((_, literal)), '\\') => {
                    literal.push(c);
                    literal.extend(characters.next());
                }
                (Some(_), '"') => literals.extend(open.take()),
                (Some((_, literal)), _) => literal.push(c),
                (None, '"') => open = Some((number, String::new())),
                // A character that is a quote opens nothing.
                (None, '\'') if characters.peek() == Some(&'"') => {
                    characters.next();
                }
                (None, _) => {}
            }
        }
    }
    literals
}

fn code() -> Vec<(PathBuf, Vec<(usize, String)>)> {
    let mut found = Vec::new();
    files(&root().join("src"), "rs", &mut found);
    files(&root().join("cli/src"), "rs", &mut found);
    files(&root().join("src-tauri/src"), "rs", &mut found);
    found
        .into_iter()
        .map(|path| {
            let literals = literals(&std::fs::read_to_string(&path).unwrap());
            (path, literals)
        })
        .collect()
}

/// Whether a literal has the form of a key: words joined by hyphens.
fn is_key(literal: &str) -> bool {
    literal.contains('-')
        && literal
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

#[test]
fn no_key_is_defined_twice() {
    let twice: Vec<_> = keys().into_iter().filter(|(_, files)| files.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_text_is_used_and_every_text_used_is_there() {
    let keys = keys();
    let families: BTreeSet<&str> = keys.keys().filter_map(|key| key.split('-').next()).collect();
    let (mut used, mut built) = (BTreeSet::new(), BTreeSet::new());
    let mut missing = Vec::new();
    for (path, literals) in code() {
        for (line, literal) in literals {
            if let Some((start, _)) = literal.split_once("-{") {
                built.insert(format!("{start}-"));
            } else if is_key(&literal) && literal.split('-').next().is_some_and(|family| families.contains(family)) {
                // The window has words of the same form: events, and codes of what went wrong.
                if !keys.contains_key(&literal) && !path.starts_with(root().join("src-tauri")) {
                    missing.push(format!("{}:{line}: {literal}", path.display()));
                }
                used.insert(literal);
            }
        }
    }
    assert!(missing.is_empty(), "texts that are used and not there: {missing:#?}");
    let idle: Vec<&String> = keys
        .keys()
        .filter(|key| !used.contains(*key) && !built.iter().any(|start| key.starts_with(start.as_str())))
        .collect();
    assert!(idle.is_empty(), "texts that nobody uses: {idle:?}");
    assert!(used.len() > 40, "the search for keys finds them");
}

#[test]
fn every_file_of_texts_is_part_of_the_program() {
    let found = texts();
    let contents: BTreeSet<String> = found.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let loaded: BTreeSet<String> = bonafide::texts::ENGLISH.iter().map(|file| (*file).to_owned()).collect();
    assert!(contents == loaded, "src/texts.rs loads the files of locales/en, all and no other: {found:?}");
}

/// A sentence is four words and more. Help texts are doc comments and examples, reasons for `expect` are for us.
#[test]
fn the_command_line_holds_no_sentences_of_its_own() {
    let mut sentences = Vec::new();
    let mut found = Vec::new();
    files(&root().join("cli/src"), "rs", &mut found);
    for path in found.iter().filter(|path| !path.ends_with("arguments.rs")) {
        let code = std::fs::read_to_string(path).unwrap();
        let lines: Vec<&str> = code.lines().collect();
        for (line, literal) in literals(&code) {
            let words =
                literal.split(' ').filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic)).count();
            let ours = ["expect(", "unreachable!", "assert"].iter().any(|call| lines[line - 1].contains(call));
            if words > 3 && !ours {
                sentences.push(format!("{}:{line}: {literal}", path.display()));
            }
        }
    }
    assert!(sentences.is_empty(), "these belong into locales/: {sentences:#?}");
}
