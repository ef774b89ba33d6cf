//! What the Findings screen shows of the sample case, without its declarations and with them. The same is recorded for
//! the pages when they run in a browser.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use bonafide::audit::Ask;
use bonafide::case::people::{Conflict, ConsentDays, Disagreement, People, PeopleFilter};
use bonafide::case::{
    Answer, AnswerError, Bucket, Case, CaseError, Overview, ProofView, RulePanel, Settings, best_cell,
};
use bonafide::store::{Casefile, Ledger};
use bonafide::vocabulary::{Action, Channel, Grade, Severity, System};
use serde_json::{Value, json};

use crate::norrsken;
use crate::support::{TODAY, folder_of, import_all, onward};

/// The sample case as it is kept.
fn case(declarations: &str) -> Case {
    let mut case = Case::new(Casefile::throwaway().unwrap());
    import_all(&mut case, &norrsken::paths(), &norrsken::setting(""));
    let settings = Settings {
        name: "Norrsken".to_owned(),
        controller: Some("Norrsken Kaffe AB".to_owned()),
        home: None,
        today: TODAY.to_owned(),
        declarations: declarations.to_owned(),
        ..Settings::default()
    };
    case.keep_settings(&settings).unwrap();
    case.audit(&settings.audit_options().unwrap(), &mut onward).unwrap();
    case
}

/// What the screen gets.
struct Shown {
    overview: Overview,
    proof: ProofView,
    panels: BTreeMap<String, RulePanel>,
}

impl Shown {
    fn of(case: &Case) -> Self {
        let ledger = case.store.ledger().unwrap();
        let overview = case.overview(&ledger).unwrap().unwrap();
        let panel = |id: &String| (id.clone(), case.rule_panel(&ledger, id).unwrap().unwrap());
        let panels = overview.rules.iter().map(|rule| panel(&rule.id)).collect();
        Self { proof: case.proof(&ledger).unwrap().unwrap(), overview, panels }
    }

    fn json(&self) -> Value {
        json!({ "overview": self.overview, "proof": self.proof, "panels": self.panels })
    }
}

static BY_CELLS: LazyLock<Shown> = LazyLock::new(|| Shown::of(&case("")));
static DECLARED: LazyLock<Shown> = LazyLock::new(|| Shown::of(&case(&norrsken::declarations())));

/// What Saga answers about the hosted form.
fn hosted_form(case: &Case, ledger: &Ledger) -> Answer {
    let shown = case.proof(ledger).unwrap().unwrap();
    let open = shown
        .questions
        .iter()
        .find(|question| question.batch == "Hosted Signup Form" && question.ask == Ask::WordingAndAct)
        .unwrap();
    Answer {
        question: open.key,
        by: "Saga Lind, marketing".to_owned(),
        on: "2026-10-20".to_owned(),
        since: Some("2019-03-01".to_owned()),
        method: Some("tick".to_owned()),
        text: Some("Ja, jag vill få nyhetsbrev från Norrsken Kaffe AB.".to_owned()),
        language: "sv".to_owned(),
        channels: vec![Channel::Email],
        purposes: vec!["newsletter".to_owned()],
        ..Answer::default()
    }
}

#[test]
fn the_sample_case_vouches_for_nobody_by_its_cells_and_for_407_with_its_declarations() {
    // One process, one audit: the parts below look at the same case.
    the_old_register_stands_out_as_one_second_on_the_eve_of_the_gdpr();
    rules_come_worst_first_and_each_opens_as_many_people_as_it_says();
    a_rule_about_a_column_is_told_with_its_cell();
    the_matrix_tells_an_empty_row_from_a_clean_one();
    the_best_answers_promise_no_more_than_they_would_lift();
    every_number_opens_as_many_people_as_it_says();
    let (before, after) = (&BY_CELLS.overview, &DECLARED.overview);
    assert_eq!((before.outcome.keep, before.people, before.declared), (0, 1249, 0));
    assert_eq!((after.outcome.keep, after.people), (407, 1249));
    assert!(after.declared > 300 && after.declared <= 407, "told from what a cell shows: {}", after.declared);
    for shown in [before, after] {
        let outcome = shown.outcome;
        assert_eq!(outcome.keep + outcome.hold + outcome.stop + outcome.delete, shown.people);
        let dated: u32 = shown.consents.quarters.iter().map(|quarter| quarter.scattered + quarter.bulk).sum();
        assert_eq!(
            dated + shown.consents.undated + shown.consents.earlier,
            shown.people,
            "everybody is on the time line"
        );
    }
}

fn the_old_register_stands_out_as_one_second_on_the_eve_of_the_gdpr() {
    let spikes = &BY_CELLS.overview.consents.spikes;
    let register = spikes.iter().find(|spike| spike.day == "2018-05-24").unwrap();
    assert_eq!(register.time.as_deref(), Some("23:59:59"));
    assert!(register.eve_of_gdpr && register.people > 50, "{register:?}");
    assert_eq!(register.system, Some(System::List));
    let bulk: u32 = BY_CELLS.overview.consents.quarters.iter().map(|quarter| quarter.bulk).sum();
    assert_eq!(bulk, spikes.iter().map(|spike| spike.people).sum::<u32>());
}

fn rules_come_worst_first_and_each_opens_as_many_people_as_it_says() {
    let rules = &BY_CELLS.overview.rules;
    assert!(rules.is_sorted_by_key(|rule| (rule.severity, std::cmp::Reverse(rule.people))));
    assert_eq!(rules[0].severity, Severity::Breach);
    for rule in rules {
        let panel = &BY_CELLS.panels[&rule.id];
        let outcome = panel.outcome;
        assert_eq!(outcome.keep + outcome.hold + outcome.stop + outcome.delete, rule.people, "{}", rule.id);
        assert_eq!((panel.people, panel.findings, panel.severity), (rule.people, rule.findings, rule.severity));
        assert!(!panel.law.is_empty() && !panel.cited.is_empty(), "{}", rule.id);
        for cited in &panel.cited {
            assert!(!cited.cells.is_empty() && !cited.because.is_empty(), "{}: {cited:?}", rule.id);
            assert!(cited.cells.iter().all(|cell| cell.row > 0 && !cell.file.is_empty()), "{}: {cited:?}", rule.id);
        }
    }
}

fn a_rule_about_a_column_is_told_with_its_cell() {
    let column = &BY_CELLS.panels["special-category-column"];
    assert_eq!(column.people, 0);
    assert!(column.findings > 0);
    assert_eq!(column.cited[0].cells[0].content.as_deref(), Some("Allergier/hälsa"));
    assert!(!column.cited[0].cells[0].is_personal, "the name of a column names nobody");
}

fn the_matrix_tells_an_empty_row_from_a_clean_one() {
    let disagreement = &BY_CELLS.overview.disagreement;
    assert!(disagreement.people > 0);
    assert_eq!(disagreement.systems.len(), 7, "four systems, and three sheets of a workbook");
    let shopify = disagreement.systems.iter().find(|voice| voice.voice == System::Shopify.into()).unwrap();
    assert!(!shopify.carries_refusals, "Shopify's no may mean that nobody asked");
    assert!(disagreement.pairs.iter().all(|pair| pair.no_in != System::Shopify.into()));
    let most = disagreement.pairs.iter().map(|pair| pair.people).max().unwrap();
    let all: u32 = disagreement.pairs.iter().map(|pair| pair.people).sum();
    assert!(most <= disagreement.people && disagreement.people <= all);
}

fn the_best_answers_promise_no_more_than_they_would_lift() {
    let proof = &BY_CELLS.proof;
    assert_eq!(proof.best.questions.len(), 3);
    let lifted = |key: &u32| proof.questions.iter().find(|question| question.key == *key).unwrap().lifted;
    let each: u32 = proof.best.questions.iter().map(lifted).sum();
    assert!(proof.best.people <= each && proof.best.people >= lifted(&proof.best.questions[0]));
    assert!(proof.questions.is_sorted_by_key(|question| std::cmp::Reverse(question.lifted)));
    assert!(DECLARED.proof.questions.len() < proof.questions.len());
}

fn every_number_opens_as_many_people_as_it_says() {
    for (declarations, shown) in [(String::new(), &*BY_CELLS), (norrsken::declarations(), &*DECLARED)] {
        let ledger = case(&declarations).store.ledger().unwrap();
        let people = People::default();
        let opens = |filter: PeopleFilter| people.facets(&ledger, &filter).left;
        let all = PeopleFilter::default;
        let Overview { outcome, disagreement, consents, .. } = &shown.overview;
        let buckets = [(Bucket::Keep, outcome.keep), (Bucket::Hold, outcome.hold), (Bucket::Stop, outcome.stop)];
        for (bucket, count) in buckets {
            assert_eq!(opens(PeopleFilter { buckets: vec![bucket], ..all() }), count, "{bucket:?}");
        }
        let kept = vec![Action::Keep, Action::ReConsent, Action::Review, Action::FixData];
        let declared = PeopleFilter { declared: true, actions: kept, buckets: vec![Bucket::Keep], ..all() };
        assert_eq!(opens(declared), shown.overview.declared);
        let disagreeing = PeopleFilter { disagreement: vec![Disagreement::SaidNoStillYes], ..all() };
        assert_eq!(opens(disagreeing), disagreement.people);
        for pair in &disagreement.pairs {
            let conflict = Some(Conflict { no_in: pair.no_in.clone(), yes_in: pair.yes_in.clone() });
            assert_eq!(opens(PeopleFilter { conflict, ..all() }), pair.people, "{pair:?}");
        }
        for rule in &shown.overview.rules {
            let opened = opens(PeopleFilter { rules: vec![rule.id.clone()], ..all() });
            assert!(opened == rule.people || rule.people == 0, "{rule:?}: {opened}");
        }
        let days = |from: &str, to: &str| ConsentDays {
            from_day: Some(from.to_owned()),
            to_day: Some(to.to_owned()),
            undated: false,
        };
        for quarter in &consents.quarters {
            let consent = Some(days(&quarter.from_day, &quarter.to_day));
            assert_eq!(opens(PeopleFilter { consent, ..all() }), quarter.scattered + quarter.bulk, "{quarter:?}");
        }
        let undated = Some(ConsentDays { undated: true, ..ConsentDays::default() });
        assert_eq!(opens(PeopleFilter { consent: undated, ..all() }), consents.undated);
        for spike in &consents.spikes {
            let consent = Some(days(&spike.day, &spike.day));
            assert_eq!(opens(PeopleFilter { consent, in_batch: true, ..all() }), spike.people, "{spike:?}");
        }
        for question in &shown.proof.questions {
            assert_eq!(opens(PeopleFilter { question: Some(question.key), ..all() }), question.people, "{question:?}");
        }
    }
}

#[test]
fn an_answer_is_tried_before_it_is_kept_and_can_be_taken_back() {
    let mut case = case("");
    let ledger = case.store.ledger().unwrap();
    let answer = hosted_form(&case, &ledger);
    assert!(case.answer_start(&ledger, answer.question).unwrap().purposes.is_empty(), "no export names a purpose");
    let tried = case.preview_answer(&ledger, &answer, &mut onward).unwrap();
    assert_eq!(tried.now, BY_CELLS.overview.outcome);
    assert!(tried.then.keep > 250, "{tried:?}");
    assert_eq!(case.overview(&ledger).unwrap().unwrap(), BY_CELLS.overview, "trying leaves the case as it is");

    let summary = case.save_answer(&ledger, &answer, &mut onward).unwrap();
    assert_eq!(u32::try_from(summary.outcome.keep).unwrap(), tried.then.keep, "what was shown is what comes");
    let ledger = case.store.ledger().unwrap();
    let proof = case.proof(&ledger).unwrap().unwrap();
    assert_eq!(proof.answers.len(), 1);
    assert_eq!(proof.answers[0].people, Some(tried.then.keep), "everybody who is kept rests on it");
    assert!(ledger.people().filter(|person| best_cell(*person).declared()).count() as u32 >= tried.then.keep);

    let id = proof.answers[0].id.clone();
    let summary = case.withdraw_answer(&id, &mut onward).unwrap();
    assert_eq!(summary.outcome.keep, 0, "what rests on it falls back");
    let again = case.withdraw_answer(&id, &mut onward);
    assert!(matches!(again, Err(CaseError::Answer(AnswerError::Unknown(_)))));
    // The withdrawal is undone, then the answer itself; then nothing is left.
    let stopped = case.undo_answer(&mut |_| std::ops::ControlFlow::Break(()));
    assert!(matches!(stopped, Err(CaseError::Cancelled)));
    let answers = |case: &Case| case.proof(&case.store.ledger().unwrap()).unwrap().unwrap().answers.len();
    assert_eq!(answers(&case), 0);
    assert_eq!(u32::try_from(case.undo_answer(&mut onward).unwrap().unwrap().outcome.keep).unwrap(), tried.then.keep);
    assert_eq!(answers(&case), 1);
    assert_eq!(case.undo_answer(&mut onward).unwrap().unwrap().outcome.keep, 0);
    assert_eq!((answers(&case), case.settings().unwrap().declarations), (0, String::new()));
    assert!(case.undo_answer(&mut onward).unwrap().is_none());
    a_cancelled_answer_leaves_the_case_as_it_was(&mut case);
    an_answer_that_says_too_little_is_refused_with_what_it_lacks(&mut case);
    declarations_of_a_file_are_added_and_a_broken_file_says_where(&mut case);
}

fn a_cancelled_answer_leaves_the_case_as_it_was(case: &mut Case) {
    let ledger = case.store.ledger().unwrap();
    let answer = hosted_form(case, &ledger);
    let stopped = case.save_answer(&ledger, &answer, &mut |_| std::ops::ControlFlow::Break(()));
    assert!(matches!(stopped, Err(CaseError::Cancelled)));
    assert_eq!(case.settings().unwrap().declarations, "");
    assert_eq!(case.overview(&ledger).unwrap().unwrap(), BY_CELLS.overview);
}

#[test]
fn an_answer_for_people_without_a_source_covers_nobody_who_has_one() {
    let list = "email,status,consent_at,consent_source\n\
        ada@example.org,subscribed,2024-05-03T10:11:12Z,\n\
        bo@example.org,subscribed,2024-05-04T09:08:07Z,Autumn fair\n";
    let (_folder, paths) = folder_of(&[("list.csv", list)]);
    let mut case = Case::new(Casefile::throwaway().unwrap());
    import_all(&mut case, &paths, &norrsken::setting(""));
    let settings = Settings { today: TODAY.to_owned(), ..Settings::default() };
    case.keep_settings(&settings).unwrap();
    case.audit(&settings.audit_options().unwrap(), &mut onward).unwrap();
    let ledger = case.store.ledger().unwrap();
    let asked = case.proof(&ledger).unwrap().unwrap().questions;
    let open = asked.iter().find(|question| question.ask == Ask::Everything).unwrap();
    let answer = Answer {
        question: open.key,
        by: "Saga Lind".to_owned(),
        on: TODAY.to_owned(),
        since: Some("2024-01-01".to_owned()),
        form: Some("A list at the till".to_owned()),
        method: Some("signature".to_owned()),
        text: Some("Write to me.".to_owned()),
        channels: vec![Channel::Email],
        ..Answer::default()
    };
    case.save_answer(&ledger, &answer, &mut onward).unwrap();
    let after = case.store.ledger().unwrap();
    let told: Vec<_> = after
        .people()
        .map(|person| (person.email().unwrap(), best_cell(person).grade() >= Grade::E4, best_cell(person).declared()))
        .collect();
    assert_eq!(told, [("ada@example.org", true, true), ("bo@example.org", false, false)]);
}

fn an_answer_that_says_too_little_is_refused_with_what_it_lacks(case: &mut Case) {
    let ledger = case.store.ledger().unwrap();
    let whole = hosted_form(case, &ledger);
    let mut refused = |answer: Answer| case.preview_answer(&ledger, &answer, &mut onward).unwrap_err().to_string();
    assert!(refused(Answer { by: String::new(), ..whole.clone() }).contains("names nobody"));
    assert!(refused(Answer { text: None, ..whole.clone() }).contains("text people saw"));
    assert!(refused(Answer { method: None, ..whole.clone() }).contains("act"));
    assert!(refused(Answer { channels: Vec::new(), ..whole.clone() }).contains("channel"));
    assert!(refused(Answer { since: Some("spring".to_owned()), ..whole.clone() }).contains("not a day"));
    assert!(refused(Answer { question: 1, ..whole }).contains("no longer open"));
}

fn declarations_of_a_file_are_added_and_a_broken_file_says_where(case: &mut Case) {
    let broken = case.import_declarations("[[declaration]]\nid = \"a\"\nby = 3\n", &mut onward).unwrap_err();
    assert!(broken.to_string().starts_with("line 3, column 6"), "{broken}");
    let summary = case.import_declarations(&norrsken::declarations(), &mut onward).unwrap();
    assert_eq!(summary.outcome.keep, 407);
    assert_eq!(case.declarations_file().unwrap(), norrsken::declarations(), "its comments stay");
    case.import_declarations(&norrsken::declarations(), &mut onward).unwrap();
    let ledger = case.store.ledger().unwrap();
    let answers = case.proof(&ledger).unwrap().unwrap().answers;
    let told: Vec<_> = answers.iter().map(|answer| (answer.id.as_str(), answer.people.is_some())).collect();
    assert_eq!(told, [("mailchimp-hosted-form", true), ("stand-card-2025", true), ("NK-3", false)]);
}

/// `UPDATE=1 cargo nextest run --workspace recorded` rewrites it.
#[test]
fn what_is_recorded_of_the_findings_is_up_to_date() {
    let mut trying = case("");
    let ledger = trying.store.ledger().unwrap();
    let answer = hosted_form(&trying, &ledger);
    let tried = trying.preview_answer(&ledger, &answer, &mut onward).unwrap();
    let fresh = json!({ "byCells": BY_CELLS.json(), "declared": DECLARED.json(), "preview": tried });
    let fresh = serde_json::to_string_pretty(&fresh).unwrap() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/backend/recorded/findings.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == fresh, "stale: run UPDATE=1 cargo nextest run --workspace recorded");
}
