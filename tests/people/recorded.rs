//! What the pages show in a browser, where no program answers: the people of the sample case as the core gives them, judged
//! as its findings and its plan are.

use std::collections::BTreeSet;
use std::path::Path;

use bonafide::case::people::{People, PeopleFilter, PeopleSort};
use serde_json::{Value, json};

use super::{declared, number};

/// Looked at closely in the recorded data, besides the first of the list.
const CLOSELY: [&str; 12] = [
    "oskar.nordin@example.org",
    "lukas.schaefer@example.com",
    "zofia.kowalska@example.com",
    "folake.adeyemi@example.org",
    "astrid.lindqvist@example.org",
    "nasrin.rostami@example.org",
    "yusuf.kaya@example.net",
    "quang.pham@example.com",
    "farah.mansour@example.org",
    "ivana.horvat@example.org",
    "aino.lehtonen@example.com",
    "amina.jama@example.net",
];

fn recorded() -> String {
    let (audited, ledger) = declared();
    let people = People::default();
    let everybody = PeopleFilter::default();
    let page = people.page(&ledger, &everybody, PeopleSort::default(), 0, u32::MAX);
    let mut closely: BTreeSet<u32> = CLOSELY.iter().map(|email| number(&ledger, email)).collect();
    closely.extend(0..24);
    let facets = people.facets(&ledger, &everybody);
    let of = |filter: PeopleFilter| -> BTreeSet<u32> {
        people.page(&ledger, &filter, PeopleSort::default(), 0, u32::MAX).rows.iter().map(|row| row.person).collect()
    };
    let rules: Vec<(&str, BTreeSet<u32>)> = facets
        .rules
        .iter()
        .map(|rule| (rule.value.as_str(), of(PeopleFilter { rules: vec![rule.value.clone()], ..everybody.clone() })))
        .collect();
    let kinds: Vec<(&str, BTreeSet<u32>)> = facets
        .disagreement
        .iter()
        .map(|kind| {
            let disagreement = vec![serde_json::from_value(Value::String(kind.value.clone())).unwrap()];
            (kind.value.as_str(), of(PeopleFilter { disagreement, ..everybody.clone() }))
        })
        .collect();
    for (_, in_it) in kinds.iter().filter(|(kind, _)| *kind == "said-no-still-yes") {
        closely.extend(in_it.iter().take(24));
    }
    let within = |sets: &[(&str, BTreeSet<u32>)], person: u32| -> Vec<String> {
        sets.iter().filter(|(_, people)| people.contains(&person)).map(|(name, _)| (*name).to_owned()).collect()
    };
    let rows: Vec<Value> = page
        .rows
        .iter()
        .map(|row| json!({ "row": row, "rules": within(&rules, row.person), "kinds": within(&kinds, row.person) }))
        .collect();
    let views: serde_json::Map<String, Value> = closely
        .into_iter()
        .map(|person| {
            let view = audited.case.person(&ledger, person).unwrap().unwrap();
            (person.to_string(), serde_json::to_value(view).unwrap())
        })
        .collect();
    let lines: Vec<String> = rows.iter().map(Value::to_string).collect();
    let views: Vec<String> = views.iter().map(|(person, view)| format!("\"{person}\":{view}")).collect();
    format!(
        "{{\"systems\":{},\n\"facets\":{},\n\"rows\":[\n{}\n],\n\"views\":{{\n{}\n}}}}\n",
        serde_json::to_string(&page.systems).unwrap(),
        serde_json::to_string(&facets).unwrap(),
        lines.join(",\n"),
        views.join(",\n"),
    )
}

#[test]
fn the_recorded_people_are_those_of_the_sample_case() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/backend/recorded/people.json");
    let fresh = recorded();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == fresh, "stale: run UPDATE=1 cargo nextest run --workspace recorded_people");
}
