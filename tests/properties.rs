//! What holds of any case: small random cases of a few people in three systems, judged by the program and, row by
//! row and independently, by the plainest reading of what the rows say.
#![allow(clippy::unwrap_used)]

mod support;

#[path = "properties/invented.rs"]
mod invented;
#[path = "properties/judged.rs"]
mod judged;
#[path = "properties/oracle.rs"]
mod oracle;

use std::cell::Cell as Counter;
use std::collections::BTreeSet;

use bonafide::plan::invitees;
use bonafide::vocabulary::{Action, Class, Grade};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};

use invented::{Row, declarations, refusing_row, rows};
use judged::Judged;

/// Tries a property on as many cases as take a few seconds. The same cases on every run.
fn holds<S: Strategy>(cases: u32, of: &S, property: impl Fn(S::Value) -> TestCaseResult) {
    let cases = std::env::var("BONAFIDE_PROPERTY_CASES").map_or(cases, |cases| cases.parse().unwrap());
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    if let Err(failure) = runner.run(of, property) {
        panic!("{failure}");
    }
}

#[test]
fn the_invented_files_are_read_as_they_are_meant() {
    let all: Vec<Row> = invented::one_of_each_state();
    let judged = Judged::of(&all, "");
    let systems: Vec<&str> = judged.audited.summary.systems.keys().map(String::as_str).collect();
    assert_eq!(systems, ["hubspot", "list", "mautic"]);
    assert_eq!(judged.audited.summary.rejected, 0);
    assert_eq!(judged.audited.summary.accepted, all.len() as u64);
    // Each state alone: what the plain reading takes for a no, a yes and neither, the program takes for the same.
    for row in &all {
        let judged = Judged::of(std::slice::from_ref(row), "");
        let cells = judged.cells_of(row);
        let (refused, says_yes) = (!oracle::refusals_of(row).is_empty(), oracle::says_yes(row));
        assert_eq!(cells.iter().any(|cell| cell.grade == Grade::Neg), refused, "{row:?}");
        let asserted = cells.iter().any(|cell| cell.states.iter().any(|state| state.says_yes));
        assert_eq!(asserted, says_yes, "{row:?}");
    }
}

#[test]
fn nobody_who_said_no_in_any_row_may_be_written_to() {
    let (refused, free) = (Counter::new(0), Counter::new(0));
    holds(60, &(rows(), declarations()), |(rows, declarations)| {
        let judged = Judged::of(&rows, &declarations);
        for row in &rows {
            let standing = oracle::standing_refusals(row, &rows);
            for cell in judged.cells_of(row) {
                if let Some(refusal) = standing.iter().find(|refusal| refusal.covers(cell.channel, &cell.purpose)) {
                    refused.set(refused.get() + 1);
                    prop_assert!(
                        !cell.action.permits_sending() && cell.class == Class::N && cell.grade == Grade::Neg,
                        "{:?}, {:?} of {row:?} in spite of {refusal:?}",
                        cell.grade,
                        cell.action
                    );
                } else {
                    free.set(free.get() + u32::from(cell.action.permits_sending()));
                }
            }
        }
        Ok(())
    });
    assert!(refused.get() > 100 && free.get() > 20, "{} refused cells, {} open ones", refused.get(), free.get());
}

#[test]
fn nobody_ineligible_is_ever_asked_for_consent() {
    let (asked, held) = (Counter::new(0), Counter::new(0));
    holds(60, &(rows(), declarations()), |(rows, declarations)| {
        let judged = Judged::of(&rows, &declarations);
        let verdicts = judged.audited.verdicts();
        let due: usize = verdicts.iter().map(|verdict| invitees(verdict).count()).sum();
        let planned =
            verdicts.iter().flat_map(|verdict| &verdict.cells).filter(|cell| cell.action == Action::ReConsent);
        prop_assert_eq!(due, planned.count(), "the gate and the plan agree");
        if due == 0 {
            held.set(held.get() + 1);
            return Ok(());
        }
        let lists = judged.audited.lists();
        let listed = lists.table("lists/re-consent.csv");
        prop_assert_eq!(listed.len(), due);
        let people = lists.table("people.csv");
        for line in &listed {
            asked.set(asked.get() + 1);
            let key = ["person", "channel", "purpose"];
            let cell = people.iter().find(|cell| key.iter().all(|column| cell[*column] == line[*column])).unwrap();
            prop_assert!(["A", "B", "C"].contains(&cell["class"].as_str()), "{cell:?}");
            prop_assert!(!["NEG", "DEAD"].contains(&cell["grade"].as_str()), "{cell:?}");
            prop_assert!(!["", "SK"].contains(&cell["country"].as_str()), "{cell:?}");
            prop_assert_eq!(cell["action"].as_str(), "re-consent");
            // And by the rows themselves: somebody said yes, nobody said no, every address was reached.
            let own: Vec<&Row> = rows.iter().filter(|row| judged.name_of(row) == line["person"]).collect();
            prop_assert!(own.iter().any(|row| oracle::says_yes(row)));
            for row in &own {
                let no = oracle::standing_refusals(row, &rows);
                let covered = no.iter().any(|no| no.covers_words(&line["channel"], &line["purpose"]));
                prop_assert!(!covered, "{row:?} said no");
            }
            let bounced = own.iter().all(|row| oracle::bounced(row) || !oracle::says_yes(row));
            prop_assert!(line["channel"] != "email" || !bounced);
        }
        Ok(())
    });
    assert!(asked.get() > 20 && held.get() > 5, "{} people were asked, {} cases ask nobody", asked.get(), held.get());
}

#[test]
fn the_order_of_rows_and_files_changes_nothing_but_row_numbers() {
    holds(20, &(rows(), declarations(), 1..u64::MAX), |(rows, declarations, seed)| {
        let straight = Judged::of(&rows, &declarations);
        let order = support::shuffled(rows.len(), seed);
        let other = Judged::in_order(&support::permuted(&rows, &order), &declarations, seed);
        prop_assert_eq!(straight.essence(), other.essence());
        Ok(())
    });
}

#[test]
fn one_more_no_never_makes_anything_more_permissive() {
    let stopped = Counter::new(0);
    holds(
        30,
        &(rows(), declarations(), any::<prop::sample::Index>(), refusing_row()),
        |(rows, declarations, at, refusal)| {
            let before = Judged::of(&rows, &declarations);
            let mut more = rows.clone();
            more.push(refusal.of_the_same_person(&rows[at.index(rows.len())]));
            let after = Judged::of(&more, &declarations);
            for row in &rows {
                let then = after.cells_of(row);
                for cell in before.cells_of(row) {
                    let key = |other: &&bonafide::plan::CellVerdict| {
                        other.channel == cell.channel && other.purpose.eq_ignore_ascii_case(&cell.purpose)
                    };
                    let Some(now) = then.iter().find(key) else { continue };
                    prop_assert!(
                        freedom(now.action) <= freedom(cell.action) && now.class <= cell.class,
                        "{:?} {:?} became {:?} {:?} for {row:?}",
                        cell.action,
                        cell.class,
                        now.action,
                        now.class
                    );
                    stopped
                        .set(stopped.get() + u32::from(cell.action.permits_sending() && !now.action.permits_sending()));
                }
            }
            Ok(())
        },
    );
    assert!(stopped.get() > 5, "{} cells were stopped", stopped.get());
}

/// How much an action allows: sending, sending again once there is proof, nothing.
fn freedom(action: Action) -> u8 {
    match action {
        action if action.permits_sending() => 2,
        Action::Hold => 1,
        _ => 0,
    }
}

#[test]
fn whoever_never_said_yes_may_not_be_written_to_where_silence_is_no_consent() {
    let silent = Counter::new(0);
    holds(50, &(rows(), declarations()), |(rows, declarations)| {
        let judged = Judged::of(&rows, &declarations);
        for row in &rows {
            let verdict = judged.verdict_of(row);
            let own: Vec<&Row> =
                rows.iter().filter(|other| judged.verdict_of(other).person == verdict.person).collect();
            let by_country = ["US", "SG"].contains(&verdict.country.word());
            if by_country || own.iter().any(|row| oracle::says_yes(row)) {
                continue;
            }
            silent.set(silent.get() + 1);
            for cell in &verdict.cells {
                prop_assert!(!cell.action.permits_sending(), "{:?} for {own:?}", cell.action);
                prop_assert!(cell.grade <= Grade::E0, "{:?} for {own:?}", cell.grade);
            }
        }
        Ok(())
    });
    assert!(silent.get() > 30, "{} rows of people who never said yes", silent.get());
}

/// The cases reach what they are meant to reach.
#[test]
fn the_invented_cases_know_every_grade_and_class_they_can() {
    let (grades, classes) = (std::cell::RefCell::new(BTreeSet::new()), std::cell::RefCell::new(BTreeSet::new()));
    holds(60, &(rows(), declarations()), |(rows, declarations)| {
        for verdict in Judged::of(&rows, &declarations).audited.verdicts() {
            grades.borrow_mut().extend(verdict.cells.iter().map(|cell| cell.grade.word()));
            classes.borrow_mut().extend(verdict.cells.iter().map(|cell| cell.class.word()));
        }
        Ok(())
    });
    for grade in ["NEG", "DEAD", "E0", "E1", "E2", "E3", "E4"] {
        assert!(grades.borrow().contains(grade), "{grade} is never reached");
    }
    for class in ["N", "X", "D", "P", "A-", "C", "A"] {
        assert!(classes.borrow().contains(class), "{class} is never reached");
    }
}
