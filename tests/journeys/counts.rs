//! The summary says nothing that cannot be counted again in the lists.

use std::collections::{BTreeMap, BTreeSet};

use bonafide::audit::table_findings;
use serde_json::Value;

use crate::norrsken::{self, BY_CELLS, DECLARED};
use crate::support::{Audited, Line, Lists, Setting, folder_of};

fn total(lines: &[Line], column: &str) -> u64 {
    lines.iter().map(|line| line[column].parse::<u64>().unwrap()).sum()
}

/// How many lines, or how many people, stand behind each word.
fn counted<'l>(words: impl Iterator<Item = &'l str>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    counts
}

fn key(line: &Line) -> (String, String, String) {
    (line["person"].clone(), line["channel"].clone(), line["purpose"].clone())
}

fn map(value: &Value) -> BTreeMap<String, u64> {
    serde_json::from_value(value.clone()).unwrap()
}

#[test]
fn the_summary_can_be_counted_again_in_the_lists() {
    for lists in [&*BY_CELLS, &*DECLARED] {
        let summary = lists.json("summary.json");
        let (people, sources) = (lists.table("people.csv"), lists.table("sources.csv"));
        let names: BTreeSet<&str> = people.iter().map(|line| line["person"].as_str()).collect();
        assert_eq!(summary["people"], names.len() as u64);
        assert_eq!(summary["cells"], people.len() as u64);
        for column in ["rows", "accepted", "rejected"] {
            assert_eq!(summary[column], total(&sources, column), "{column}");
        }
        assert_eq!(summary["accepted"], lists.table("matches.csv").len() as u64);
        assert_eq!(summary["rejected"], lists.table("rejected.csv").len() as u64);
        let files: BTreeSet<&str> = sources.iter().map(|line| line["file"].as_str()).collect();
        assert_eq!(summary["files"], files.len() as u64);
        for (counts, column) in [("grades", "grade"), ("classes", "class"), ("actions", "action")] {
            assert_eq!(map(&summary[counts]), counted(people.iter().map(|line| line[column].as_str())), "{counts}");
        }
        let mut systems = BTreeSet::new();
        for line in &people {
            systems.extend(line["systems"].split(';').map(|system| (line["person"].as_str(), system)));
        }
        assert_eq!(map(&summary["systems"]), counted(systems.iter().map(|(_, system)| *system)));
        outcome(&summary, &people);
    }
}

fn outcome(summary: &Value, people: &[Line]) {
    let mut best: BTreeMap<&str, u8> = BTreeMap::new();
    for line in people {
        let weight = match line["action"].as_str() {
            "keep" | "re-consent" | "review" | "fix data" => 3,
            "hold" => 2,
            "suppress" | "restrict" => 1,
            _ => 0,
        };
        let known = best.entry(&line["person"]).or_default();
        *known = weight.max(*known);
    }
    for (word, weight) in [("keep", 3), ("hold", 2), ("stop", 1), ("delete", 0)] {
        assert_eq!(summary["outcome"][word], best.values().filter(|best| **best == weight).count() as u64, "{word}");
    }
}

#[test]
fn the_findings_of_a_rule_and_its_people_can_be_counted_again() {
    let audited = Audited::of(&norrsken::paths(), &norrsken::setting(norrsken::declarations()));
    let lists = audited.lists();
    let summary = lists.json("summary.json");
    let lines = lists.table("findings.csv");
    let by_rule: BTreeSet<&str> = lines.iter().map(|line| line["rule"].as_str()).collect();
    let told: BTreeSet<&str> = summary["rules"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(by_rule, told);
    let mut findings = 0;
    for (rule, count) in summary["rules"].as_object().unwrap() {
        let of_rule = || lines.iter().filter(|line| line["rule"] == *rule);
        let people: BTreeSet<&str> =
            of_rule().map(|line| line["person"].as_str()).filter(|who| !who.is_empty()).collect();
        assert_eq!(count["people"], people.len() as u64, "people of {rule}");
        assert!(count["findings"].as_u64().unwrap() <= of_rule().count() as u64, "each finding has a line at least");
        let severities = ["breach", "risk", "hygiene"];
        let worst = severities.into_iter().find(|severity| of_rule().any(|line| line["severity"] == *severity));
        assert_eq!(count["severity"], worst.unwrap(), "{rule}");
        findings += count["findings"].as_u64().unwrap();
    }
    assert_eq!(map(&summary["severities"]).values().sum::<u64>(), findings);
    let about_tables: usize =
        audited.policy.tables.iter().map(|table| table_findings(table, &audited.policy).len()).sum();
    let about_people: usize = audited.verdicts().iter().map(|verdict| verdict.findings.len()).sum();
    assert_eq!(findings, (about_tables + about_people) as u64);
}

#[test]
fn every_cell_is_on_the_list_of_its_action_and_on_no_other() {
    let at = |line: &Line| (key(line), line["email"].clone(), line["phone"].clone());
    for lists in [&*BY_CELLS, &*DECLARED] {
        let mut listed = BTreeSet::new();
        for name in lists.files.keys().filter(|name| name.starts_with("lists/")) {
            let action = name.trim_start_matches("lists/").trim_end_matches(".csv");
            for line in lists.table(name) {
                assert!(listed.insert((at(&line), action.to_owned())), "twice on a list");
            }
        }
        let people = lists.table("people.csv");
        let due: BTreeSet<_> = people.iter().map(|line| (at(line), line["action"].replace(' ', "-"))).collect();
        assert_eq!(due.difference(&listed).count(), 0, "what people are told by is on the list");
        let cells: BTreeSet<_> = due.iter().map(|((cell, ..), action)| (cell, action)).collect();
        let sent = |action: &str| matches!(action, "keep" | "re-consent" | "review" | "fix-data");
        for ((cell, ..), action) in listed.difference(&due) {
            assert!(cells.contains(&(cell, action)), "{action} of {cell:?}: another list than that of its action");
            assert!(!sent(action), "{action} of {cell:?}: a message goes to one address of a person");
        }
    }
}

#[test]
fn whoever_said_no_is_on_the_fix_list_of_every_system_that_still_says_yes() {
    let addresses = |lists: &Lists, system: &str| -> BTreeSet<String> {
        let name = format!("fix/{system}.csv");
        if !lists.files.contains_key(&name) {
            return BTreeSet::new();
        }
        let column = |line: &Line| {
            ["Email Address", "Email", "email", "EMAIL"].iter().find_map(|column| line.get(*column).cloned())
        };
        lists.table(&name).iter().map(|line| column(line).unwrap()).collect()
    };
    for lists in [&*BY_CELLS, &*DECLARED] {
        let people = lists.table("people.csv");
        let refused: Vec<&Line> = people
            .iter()
            .filter(|line| line["grade"] == "NEG" && line["channel"] == "email" && !line["email"].is_empty())
            .collect();
        // The lists of whom to stop name them by every address they have.
        let names: BTreeSet<&str> = refused.iter().map(|line| line["person"].as_str()).collect();
        let stops: Vec<Line> =
            lists.files.keys().filter(|name| name.starts_with("lists/")).flat_map(|name| lists.table(name)).collect();
        let all: BTreeSet<String> = stops
            .iter()
            .filter(|line| names.contains(line["person"].as_str()))
            .map(|line| line["email"].clone())
            .collect();
        let mut found = 0;
        for system in ["mailchimp", "hubspot", "mautic", "shopify", "list"] {
            let fixes = addresses(lists, system);
            let still: BTreeSet<String> = refused
                .iter()
                .filter(|line| line["states"].split(';').any(|state| state == format!("{system}=subscribed")))
                .map(|line| line["email"].clone())
                .collect();
            assert!(still.is_subset(&fixes), "{system}: {} are missing", still.difference(&fixes).count());
            assert!(fixes.is_subset(&all), "{system}: somebody is to be unsubscribed who never said no");
            found += still.len();
        }
        assert!(found > 20, "{found} states have to be mended");
    }
}

#[test]
fn every_row_but_one_of_a_person_says_what_joins_it() {
    // The first row shares nothing with the second, and its id means nothing in another list.
    let files = [
        ("a.csv", "id,email,name\n12,ada@example.org,Ada Falk\n"),
        ("b.csv", "id,phone,name\n12,+46 70 174 06 05,Ada Falk\n"),
        ("c.csv", "email,phone,name\nada@example.org,+46 70 174 06 05,Ada Falk\n"),
    ];
    let (_folder, paths) = folder_of(&files);
    let small = Audited::of(&paths, &Setting::correcting(&["id=external_id", "name=full_name"])).lists();
    let joined: Vec<(String, String, String)> = small
        .table("matches.csv")
        .iter()
        .map(|line| (line["file"].clone(), line["joined_by"].clone(), line["to_file"].clone()))
        .collect();
    let line = |file: &str, by: &str, to: &str| (file.to_owned(), by.to_owned(), to.to_owned());
    assert_eq!(joined, [line("a.csv", "", ""), line("b.csv", "phone", "c.csv"), line("c.csv", "email", "a.csv")]);

    for lists in [&small, &*BY_CELLS] {
        let mut alone: BTreeMap<String, u32> = BTreeMap::new();
        let lines = lists.table("matches.csv");
        for line in &lines {
            *alone.entry(line["person"].clone()).or_default() += u32::from(line["joined_by"].is_empty());
            let target = ["to_file", "to_sheet", "to_row"].map(|column| line[column].clone());
            let own = |other: &Line| ["file", "sheet", "row"].map(|column| other[column].clone()) == target;
            let same_person = || lines.iter().any(|other| own(other) && other["person"] == line["person"]);
            assert!(line["joined_by"].is_empty() || same_person(), "a row is joined to one of the same person");
        }
        assert!(alone.values().all(|rows| *rows == 1), "one row of each person is the first");
    }
}
