//! The catalogue of rules: every page is complete, every example finds what it says, and what is generated
//! from the rules is up to date (`UPDATE=1 cargo test --workspace --test catalogue` rewrites it).
//!
//! What the blocks of a page mean:
//!
//! * `contacts`: a table with the columns `system` and any field words of the contract. Each system is one
//!   file; `table` splits a system into several. `rows` lets a row stand for many, in which `{n}` counts
//!   from 1 and `{nn}` does so with two digits. A header may end in `(special)` for a column of a special
//!   category, in `(ambiguous)` for dates whose day and month cannot be told apart, or in `(asked)` for a
//!   column that a person is asked about; any other header that is no field word is a column of its own. Lines before the header may give `today`, `home` and
//!   `controller`; where they do not, today is 2026-11-21 and nothing else is known.
//! * `declarations`: a declarations file, if the example has one.
//! * `finds`: what this rule finds, one line each: `who: because`. Who is an e-mail address or, for want of
//!   one, a telephone number; `column NAME` for a finding about a column. `rows: 12: because` stands for
//!   twelve findings with one reason. `[severity, action]` at the end of a line is compared too.

#![allow(clippy::unwrap_used)]

#[path = "catalogue/case.rs"]
mod case;
#[path = "catalogue/generated.rs"]
mod generated;
#[path = "catalogue/page.rs"]
mod page;

use std::collections::BTreeSet;

use bonafide::audit::{Rule, law, rules};

use page::Page;

#[test]
fn every_rule_finds_what_its_examples_say() {
    let mut wrong = Vec::new();
    for rule in rules::ALL {
        for section in &Page::of(rule).sections {
            for example in &section.examples {
                if let Err(difference) = case::compare(rule, example) {
                    wrong.push(format!("{}, {}:\n{difference}", rule.id, section.title));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_example_that_says_otherwise_is_told() {
    let rule = rules::ALL.iter().find(|rule| rule.id == "withdrawn-but-subscribed").unwrap();
    let said = |finds: &[&str]| {
        let contacts =
            Page::of(rule).sections.into_iter().flat_map(|section| section.examples).next().unwrap().contacts;
        let finds = finds.iter().map(|line| (*line).to_owned()).collect();
        case::compare(rule, &page::Example { contacts, declarations: String::new(), finds })
    };
    let reason = "unsubscribed in mailchimp, subscribed in hubspot";
    said(&[&format!("ada@example.org: {reason}")]).unwrap();
    said(&[&format!("ada@example.org: {reason} [breach, suppress]")]).unwrap();
    said(&[&format!("rows: 1: {reason}")]).unwrap();
    said(&[]).unwrap_err();
    said(&[&format!("bob@example.org: {reason}")]).unwrap_err();
    said(&[&format!("rows: 2: {reason}")]).unwrap_err();
    said(&[&format!("ada@example.org: {reason} [risk, suppress]")]).unwrap_err();
    said(&["ada@example.org: something else"]).unwrap_err();
    said(&[&format!("ada@example.org: {reason}"), &format!("ada@example.org: {reason}")]).unwrap_err();
}

#[test]
fn every_file_holds_the_rule_it_is_named_after() {
    let files = generated::files();
    let ids: Vec<String> = rules::ALL.iter().map(|rule| rule.id.replace('-', "_")).collect();
    assert_eq!(ids, files, "the id of a rule is the name of its file, and the catalogue is sorted by it");
    let numbers: BTreeSet<&str> = rules::ALL.iter().map(|rule| rule.number).collect();
    assert_eq!(numbers.len(), rules::ALL.len(), "two rules have one number: {:?}", repeated());
    for rule in rules::ALL {
        let digits = rule.number.strip_prefix('R').unwrap_or_default();
        assert!(digits.len() == 3 && digits.bytes().all(|digit| digit.is_ascii_digit()), "{}", rule.id);
        assert_eq!(rules::ALL[usize::from(rule.position())].id, rule.id);
    }
}

#[test]
fn every_page_says_why_it_matters_and_what_to_do_and_shows_both_cases() {
    for rule in rules::ALL {
        let page = Page::of(rule);
        let id = rule.id;
        assert!(page.sentence.ends_with('.'), "{id}: the page opens with a sentence");
        for title in ["Why it matters", "What to do"] {
            let section = page.sections.iter().find(|section| section.title == title);
            assert!(section.is_some_and(|section| !section.text.trim().is_empty()), "{id}: “{title}” is missing");
        }
        let why = page.sections.iter().find(|section| section.title == "Why it matters").unwrap();
        assert!(why.text.to_lowercase().contains("risk"), "{id}: why it matters names the risk");
        let finding = |example: &page::Example| !example.finds.is_empty();
        let examples = |kind: &str| -> Vec<&page::Example> {
            let sections = page.sections.iter().filter(|section| section.title.starts_with(kind));
            sections.flat_map(|section| &section.examples).collect()
        };
        assert!(!examples("Example").is_empty(), "{id}: there is no example");
        assert!(examples("Example").into_iter().all(finding), "{id}: an example finds nothing");
        assert!(!examples("Counter-example").is_empty(), "{id}: there is no counter-example");
        assert!(!examples("Counter-example").into_iter().any(finding), "{id}: a counter-example finds something");
    }
}

#[test]
fn no_rule_calls_anything_illegal() {
    for rule in rules::ALL {
        let text = format!("{} {}", rule.title, rule.doc).to_lowercase();
        assert!(!text.contains("illegal") && !text.contains("unlawful"), "{}", rule.id);
    }
}

#[test]
fn every_provision_is_cited_and_every_citation_declared() {
    let declared: BTreeSet<&str> = law::ALL.iter().map(|provision| provision.id).collect();
    let cited: BTreeSet<&str> = rules::ALL.iter().flat_map(|rule| rule.cites).map(|provision| provision.id).collect();
    assert_eq!(declared.len(), law::ALL.len(), "a provision is declared twice");
    let unknown: Vec<&&str> = cited.difference(&declared).collect();
    let idle: Vec<&&str> = declared.difference(&cited).collect();
    assert!(unknown.is_empty() && idle.is_empty(), "not declared: {unknown:?}; cited by no rule: {idle:?}");
    for rule in rules::ALL {
        assert!(!rule.cites.is_empty(), "{} cites nothing", rule.id);
    }
}

#[test]
fn the_catalogue_and_its_pages_are_up_to_date() {
    let stale = generated::refresh("src/audit/rules/mod.rs", &generated::catalogue(&generated::files()));
    assert!(!stale, "src/audit/rules/mod.rs was rewritten: run this once more");
    generated::refresh("docs/rules.md", &generated::pages(rules::ALL));
}

fn repeated() -> Vec<&'static str> {
    let count = |number: &str| rules::ALL.iter().filter(|rule| rule.number == number).count();
    rules::ALL.iter().map(|rule: &&Rule| rule.number).filter(|number| count(number) > 1).collect()
}
