//! What is written from the rules: the list of modules, and the pages of `docs/rules.md`.

use std::fmt::Write as _;
use std::path::Path;

use bonafide::audit::{Jurisdiction, Rule};

use crate::page::Page;

/// The names of the files of the catalogue, sorted, without their endings.
pub fn files() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/audit/rules");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| name != "mod")
        .collect();
    // Sorted as ids are: a hyphen stands before every letter, as an underscore does not.
    names.sort_by_key(|name| name.replace('_', "-"));
    names
}

/// `src/audit/rules/mod.rs`.
pub fn catalogue(files: &[String]) -> String {
    let mut text = String::from(
        "//! The catalogue: one file per rule, sorted by id.\n//!\n\
         //! This file is generated from the folder by `UPDATE=1 cargo test --workspace --test catalogue`.\n\n",
    );
    // Modules in the formatter's order, the catalogue in that of the ids.
    let mut modules = files.to_vec();
    modules.sort();
    for file in modules {
        writeln!(text, "pub mod {file};").unwrap();
    }
    text.push_str("\nuse super::Rule;\n\n/// Every rule, sorted by id.\npub static ALL: &[&Rule] = &[\n");
    for file in files {
        writeln!(text, "    &{file}::RULE,").unwrap();
    }
    text.push_str("];\n");
    text
}

/// `docs/rules.md`.
pub fn pages(rules: &[&Rule]) -> String {
    let mut text = String::from(
        "# Rules\n\n\
         What Bonafide looks for, and why. This file is written from the doc comments in `src/audit/rules/` by\n\
         `UPDATE=1 cargo test --workspace --test catalogue`; the examples are tests. None of it is legal advice.\n\n\
         A *breach* says: stop sending, act now. A *risk*: do not rely on it until it is cleared. *Hygiene*: the data\n\
         want mending. A single case may weigh more or less than usual; its finding says so.\n\n\
         | rule | number | usually | asks for |\n|---|---|---|---|\n",
    );
    for rule in rules {
        let (severity, remedy) = (rule.severity.word(), rule.remedy.word());
        writeln!(text, "| [{id}](#{id}) | {} | {severity} | {remedy} |", rule.number, id = rule.id).unwrap();
    }
    for rule in rules {
        page(&mut text, rule);
    }
    text
}

fn page(text: &mut String, rule: &Rule) {
    let page = Page::of(rule);
    writeln!(text, "\n## {}\n\n**{}** ({})\n\n{}", rule.id, rule.title, rule.number, page.sentence).unwrap();
    let applies: Vec<&str> = rule
        .applies
        .iter()
        .map(|place| match place {
            Jurisdiction::Eu => "European Union and EEA",
            Jurisdiction::Uk => "United Kingdom",
            Jurisdiction::All => "everywhere",
        })
        .collect();
    writeln!(
        text,
        "\nUsually: {}. Asks for: {}. Applies: {}. Since {}.",
        rule.severity.word(),
        rule.remedy.word(),
        applies.join(", "),
        rule.since
    )
    .unwrap();
    for section in &page.sections {
        writeln!(text, "\n### {}\n\n{}", section.title, section.text.trim()).unwrap();
        if section.title == "What to do" {
            text.push_str("\n### Sources\n\n");
            for provision in rule.cites {
                let mark = if provision.verified { "" } else { " *(text not verified)*" };
                let name = format!("{}, {}", provision.instrument, provision.provision);
                writeln!(text, "- [{name}]({}){mark}: {}", provision.url, provision.says).unwrap();
            }
        }
    }
}

/// Compares a file of the project with what it should hold; with `UPDATE=1` it is rewritten.
/// Gives back whether it was.
pub fn refresh(file: &str, text: &str) -> bool {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let fresh = std::fs::read_to_string(&path).is_ok_and(|found| found == text);
    if fresh {
        return false;
    }
    assert!(
        std::env::var_os("UPDATE").is_some(),
        "{file} is stale: run UPDATE=1 cargo test --workspace --test catalogue, and commit it"
    );
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
    true
}
