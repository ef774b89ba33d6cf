//! What a person sees, as a pipe of 80 or 100 columns gets it. Read the difference before you accept it.
#![allow(clippy::unwrap_used)]

mod program;

use insta::assert_snapshot;
use program::{program, ran};

fn seen(columns: &str, arguments: &[&str]) -> String {
    ran(program().args(arguments).args(["--quiet"]).env("COLUMNS", columns).current_dir(program::root())).out
}

const CASE: [&str; 6] =
    ["audit", "fixtures/cases/norrsken", "--today", "2026-11-01", "--controller", "Norrsken Kaffe AB"];

#[test]
fn the_sample_case_by_its_cells_alone_on_a_narrow_terminal() {
    assert_snapshot!(seen("80", &CASE), @"");
}

#[test]
fn the_sample_case_with_what_its_people_declare() {
    let declared = seen("100", &[&CASE[..], &["--declare", "fixtures/cases/norrsken/declarations.toml"]].concat());
    let head: Vec<&str> = declared.lines().take_while(|line| !line.starts_with("What is wrong")).collect();
    assert_snapshot!(head.join("\n"), @"");
}

#[test]
fn the_rule_about_withdrawals() {
    assert_snapshot!(seen("80", &["explain", "R032"]), @"");
}

#[test]
fn a_list_of_an_italian_shop() {
    assert_snapshot!(seen("80", &["recognise", "fixtures/systems/list/iscritti.csv"]), @"");
}

#[test]
fn a_salesforce_export_on_a_wide_terminal() {
    assert_snapshot!(seen("100", &["recognise", "fixtures/systems/salesforce/Contact.csv"]), @"");
}
