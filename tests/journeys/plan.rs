//! What the Plan screen shows of the sample case, what another policy would do to it, who signs it, and the lists that
//! leave it. The same is recorded for the pages when they run in a browser.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bonafide::case::{
    Bucket, Case, CaseError, Order, OwnPolicy, PlanError, PlanView, PolicyPreview, Settings, Signature, SigningPart,
    StopReason, Stopped,
    people::{People, PeopleFilter},
};
use bonafide::report::{ExportWhat, Exported, Faces, export};
use bonafide::store::{Casefile, Ledger};
use bonafide::vocabulary::{Action, Channel};
use serde_json::json;

use crate::norrsken;
use crate::support::{TODAY, import_all, onward};

fn settings() -> Settings {
    Settings {
        name: "Norrsken".to_owned(),
        controller: Some("Norrsken Kaffe AB".to_owned()),
        today: TODAY.to_owned(),
        declarations: norrsken::declarations(),
        ..Settings::default()
    }
}

fn audit(case: &mut Case) -> Ledger {
    let options = case.settings().unwrap().audit_options().unwrap();
    case.audit(&options, &mut onward).unwrap();
    case.store.ledger().unwrap()
}

/// The sample case with its declarations, audited.
fn sample() -> (Case, Ledger) {
    let mut case = Case::new(Casefile::throwaway().unwrap());
    case.keep_settings(&settings()).unwrap();
    import_all(&mut case, &norrsken::paths(), &norrsken::setting(""));
    let ledger = audit(&mut case);
    (case, ledger)
}

fn decide(case: &Case, ledger: &mut Ledger, who: &str, to: Bucket, by: &str, reason: &str, on: &str) {
    let person = ledger.reached_at(who).next().unwrap_or_else(|| panic!("{who} is there")).number();
    let order = Order { person, cell: 0, to, by: by.to_owned(), reason: reason.to_owned() };
    case.decide(ledger, &order, on).unwrap();
}

/// The sample case where people decided: one decision holds no longer, because the newsletter's export, which came
/// last, shows that the person had said no.
fn decided() -> (Case, Ledger) {
    let mut case = Case::new(Casefile::throwaway().unwrap());
    case.keep_settings(&settings()).unwrap();
    let (last, first): (Vec<_>, Vec<_>) =
        norrsken::paths().into_iter().partition(|path| path.extension().is_some_and(|ending| ending == "zip"));
    import_all(&mut case, &first, &norrsken::setting(""));
    let mut ledger = audit(&mut case);
    decide(
        &case,
        &mut ledger,
        "oskar.nordin@example.org",
        Bucket::Keep,
        "Elin Öberg",
        "A regular of the café",
        "2026-10-29",
    );
    import_all(&mut case, &last, &norrsken::setting(""));
    let mut ledger = audit(&mut case);
    decide(
        &case,
        &mut ledger,
        "eoin.byrne@example.net",
        Bucket::Keep,
        "Saga Lind",
        "Signed form, scan 2026-114",
        "2026-10-30",
    );
    decide(
        &case,
        &mut ledger,
        "thu.nguyen@example.org",
        Bucket::Delete,
        "Elin Öberg",
        "The card was not kept",
        "2026-10-31",
    );
    (case, ledger)
}

fn signature(name: &str, role: &str, at: &str) -> Signature {
    Signature { name: name.to_owned(), role: role.to_owned(), at: at.to_owned() }
}

fn saga() -> Signature {
    signature("Saga Lind", "newsletter", "2026-10-31T16:40")
}

fn plan(case: &Case, ledger: &Ledger) -> PlanView {
    case.plan(ledger).unwrap().unwrap()
}

#[test]
fn the_plan_of_the_sample_case_adds_up_and_every_number_opens_as_many_people() {
    let (case, ledger) = sample();
    let shown = plan(&case, &ledger);
    assert_eq!((shown.outcome.keep, shown.people), (407, 1249));
    assert_eq!(shown.hold_until, "2026-12-01");
    assert_eq!(shown.channels[0].channel, Channel::Email);
    let people = People::default();
    for plan in &shown.channels {
        assert_eq!(plan.keep + plan.hold + plan.stop + plan.delete, plan.reachable);
        for bucket in Bucket::ALL {
            let shown = match bucket {
                Bucket::Keep => plan.keep,
                Bucket::Hold => plan.hold,
                Bucket::Stop => plan.stop,
                Bucket::Delete => plan.delete,
            };
            let actions = Action::ALL.into_iter().filter(|action| Bucket::of(*action) == bucket).collect();
            let filter = PeopleFilter { channels: vec![plan.channel], actions, ..PeopleFilter::default() };
            assert_eq!(people.facets(&ledger, &filter).left, shown, "{:?} {bucket:?}", plan.channel);
        }
    }
}

#[test]
fn what_is_counted_once_adds_up_to_everybody_and_opens_as_many_people() {
    let (case, ledger) = sample();
    let shown = plan(&case, &ledger);
    let people = People::default();
    let left = |filter: PeopleFilter| people.facets(&ledger, &filter).left;
    let doing = |action: Action| left(PeopleFilter { actions: vec![action], ..PeopleFilter::default() });
    let once = shown.once;
    let kept = [once.keep, once.re_consent, once.review, once.fix_data];
    assert_eq!(kept, [Action::Keep, Action::ReConsent, Action::Review, Action::FixData].map(doing));
    assert_eq!(kept.iter().sum::<u32>(), shown.outcome.keep);
    assert_eq!((once.hold, once.delete), (shown.outcome.hold, shown.outcome.delete));
    assert_eq!(once.suppress + once.restrict, shown.outcome.stop);
    for (channel, actions) in shown.channels.iter().map(|plan| (Some(plan.channel), plan.actions)).chain([(None, once)])
    {
        let because =
            |why: StopReason| left(PeopleFilter { stopped: Some(Stopped { why, channel }), ..PeopleFilter::default() });
        assert_eq!(because(StopReason::SaidNo), actions.said_no, "{channel:?}");
        assert_eq!(because(StopReason::Undeliverable), actions.undeliverable, "{channel:?}");
        let unreliable = actions.suppress - actions.said_no - actions.undeliverable;
        assert_eq!(because(StopReason::Unreliable), unreliable, "{channel:?}");
    }
}

#[test]
fn every_list_holds_as_many_people_as_the_plan_says_before_it_is_written() {
    let (case, ledger) = sample();
    for list in plan(&case, &ledger).lists {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("list.csv");
        let written = export(&file, &case, ExportWhat::List(list.action), Faces::Shown, &mut onward).unwrap();
        assert_eq!(written.files[0].people, Some(list.people), "{:?}", list.action);
    }
}

#[test]
fn there_is_no_plan_before_the_audit() {
    let mut case = Case::new(Casefile::throwaway().unwrap());
    case.keep_settings(&settings()).unwrap();
    let ledger = case.store.ledger().unwrap();
    assert_eq!(case.plan(&ledger).unwrap(), None);
    let tried = case.preview_policy(&ledger, &OwnPolicy::default(), &mut onward);
    assert!(matches!(tried, Err(CaseError::Plan(PlanError::NotAudited))));
    let signed = case.sign(&ledger, SigningPart::Prepared, &saga());
    assert!(matches!(signed, Err(CaseError::Plan(PlanError::NotAudited))));
}

fn silent_for(months: u32) -> OwnPolicy {
    OwnPolicy { stop_months: Some(months), ..OwnPolicy::default() }
}

#[test]
fn another_policy_is_tried_without_a_trace_and_kept_when_it_is_applied() {
    let (mut case, ledger) = sample();
    let tried = case.preview_policy(&ledger, &silent_for(12), &mut onward).unwrap();
    assert_eq!(tried.now.keep, 407);
    assert!(tried.then.keep < 407, "{tried:?}");
    assert_eq!(plan(&case, &case.store.ledger().unwrap()).outcome.keep, 407, "trying changes nothing");
    assert_eq!(case.settings().unwrap().policy.own, OwnPolicy::default());

    case.apply_policy(&silent_for(12), "2026-11-01", &mut onward).unwrap();
    let shown = plan(&case, &case.store.ledger().unwrap());
    assert_eq!(shown.outcome, tried.then);
    assert_eq!((shown.policy.own, shown.policy.version), (silent_for(12), 1));
    assert_eq!(shown.policy.since.as_deref(), Some("2026-11-01"));
    let again = audit(&mut case);
    assert_eq!(plan(&case, &again).outcome, tried.then, "later audits go by it");
    case.apply_policy(&OwnPolicy::default(), "2026-11-01", &mut onward).unwrap();
    assert_eq!(plan(&case, &case.store.ledger().unwrap()).outcome, tried.now);
}

#[test]
fn a_cancelled_change_of_the_policy_leaves_the_old_one() {
    let (mut case, _) = sample();
    let cancelled = case.apply_policy(&silent_for(12), "2026-11-01", &mut |_| std::ops::ControlFlow::Break(()));
    assert!(matches!(cancelled, Err(CaseError::Cancelled)));
    assert_eq!(case.settings().unwrap().policy.version, 0);
    assert_eq!(plan(&case, &case.store.ledger().unwrap()).outcome.keep, 407);
}

#[test]
fn two_different_people_sign_and_a_change_of_verdicts_takes_their_names_back() {
    let (case, mut ledger) = sample();
    let second = |name: &str| case.sign(&ledger, SigningPart::Second, &signature(name, "", "2026-11-01T09:05"));
    assert!(matches!(second("Elin Öberg"), Err(CaseError::Plan(PlanError::NotPrepared))));
    case.sign(&ledger, SigningPart::Prepared, &saga()).unwrap();
    assert!(matches!(second(" saga  LIND"), Err(CaseError::Plan(PlanError::SamePerson))));
    assert!(matches!(second("  "), Err(CaseError::Plan(PlanError::NoName))));
    assert_eq!(plan(&case, &ledger).sign_off.missing, 1);
    assert_eq!(second("Elin Öberg").unwrap().missing, 0);

    decide(&case, &mut ledger, "eoin.byrne@example.net", Bucket::Keep, "Saga Lind", "Signed form", "2026-11-01");
    let lapsed = plan(&case, &ledger).sign_off;
    assert_eq!((lapsed.missing, lapsed.lapsed, lapsed.second), (2, true, None));
    let undone = plan(&case, &ledger).overrides.latest[0].id;
    case.undo_decision(&mut ledger, undone, "2026-11-01").unwrap();
    assert_eq!(plan(&case, &ledger).sign_off.missing, 0, "it is again what they signed");
    assert_eq!(case.take_signature_back(&ledger, SigningPart::Second).unwrap().missing, 1);
    assert_eq!(case.take_signature_back(&ledger, SigningPart::Prepared).unwrap().missing, 2);
}

#[test]
fn a_decision_that_a_later_file_overtakes_stays_in_the_list_with_its_reason() {
    let (case, ledger) = decided();
    let overrides = plan(&case, &ledger).overrides;
    let told: Vec<_> =
        overrides.latest.iter().map(|one| (one.who.as_str(), one.from, one.to, one.refused.is_some())).collect();
    assert_eq!(
        told,
        [
            ("thu.nguyen@example.org", Action::Hold, Action::Delete, false),
            ("eoin.byrne@example.net", Action::Hold, Action::Keep, false),
            ("oskar.nordin@example.org", Action::Hold, Action::Keep, true),
        ]
    );
    assert_eq!(overrides.all, 3);
    assert!(overrides.latest[2].refused.as_deref().unwrap().contains("said no"));
}

fn addresses(path: &Path) -> BTreeSet<String> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let lines = reader.deserialize::<BTreeMap<String, String>>();
    lines.map(|line| line.unwrap().remove("email").unwrap()).collect()
}

#[test]
fn an_exported_list_holds_exactly_the_people_of_its_action_and_what_was_decided() {
    let folder = tempfile::tempdir().unwrap();
    let (case, mut ledger) = sample();
    for action in Action::ALL {
        let name = bonafide::report::list_name(action);
        let path = folder.path().join(&name);
        let told = export(&path, &case, ExportWhat::List(action), Faces::Shown, &mut onward).unwrap();
        let written = std::fs::read_to_string(&path).unwrap();
        assert_eq!(written.as_bytes(), norrsken::DECLARED.files[&format!("lists/{name}")], "{name}");
        assert_eq!(told.files[0].lines.unwrap() as usize + 1, csv_lines(&written), "{name}");
    }
    let keep = folder.path().join("keep.csv");
    let before = addresses(&keep);
    assert!(before.contains("astrid.lindqvist@example.org") && !before.contains("eoin.byrne@example.net"));

    decide(&case, &mut ledger, "eoin.byrne@example.net", Bucket::Keep, "Saga Lind", "Signed form", "2026-11-01");
    export(&keep, &case, ExportWhat::List(Action::Keep), Faces::Shown, &mut onward).unwrap();
    let after = addresses(&keep);
    assert_eq!(after.difference(&before).map(String::as_str).collect::<Vec<_>>(), ["eoin.byrne@example.net"]);
    assert_eq!(before.difference(&after).count(), 0);

    let all = folder.path().join("all");
    let told = export(&all, &case, ExportWhat::Everything, Faces::Shown, &mut onward).unwrap();
    assert_eq!(std::fs::read(all.join("lists/keep.csv")).unwrap(), std::fs::read(&keep).unwrap());
    assert_eq!(found_below(&all), told.files.iter().map(|file| file.name.clone()).collect());
    let people = told.files.iter().find(|file| file.name == "people.csv").unwrap();
    assert_eq!(people.people, Some(1249));
    let findings = std::fs::read_to_string(all.join("findings.csv")).unwrap();
    assert_eq!(
        findings.as_bytes(),
        norrsken::DECLARED.files["findings.csv"],
        "what was found does not depend on decisions"
    );

    let fix = folder.path().join("fix");
    let told = export(&fix, &case, ExportWhat::Fixes, Faces::Shown, &mut onward).unwrap();
    assert!(told.files.len() > 2 && told.files.iter().all(|file| file.people.unwrap() > 0), "{told:?}");
    for file in &told.files {
        let written = std::fs::read(fix.join(&file.name)).unwrap();
        assert_eq!(written, norrsken::DECLARED.files[&format!("fix/{}", file.name)], "a decision takes back no no");
    }
}

fn csv_lines(content: &str) -> usize {
    csv::ReaderBuilder::new().has_headers(false).from_reader(content.as_bytes()).records().count()
}

fn found_below(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match path.is_dir() {
            true => found.extend(found_below(&path).into_iter().map(|below| format!("{name}/{below}"))),
            false => drop(found.insert(name)),
        }
    }
    found
}

#[test]
fn a_masked_export_holds_no_address_and_no_fix_file() {
    let folder = tempfile::tempdir().unwrap();
    let (case, ledger) = sample();
    let told = export(folder.path(), &case, ExportWhat::Everything, Faces::Masked, &mut onward).unwrap();
    assert!(told.files.iter().all(|file| !file.name.starts_with("fix/")));
    let known: BTreeSet<&str> = ledger.people().flat_map(|person| [person.email(), person.phone()]).flatten().collect();
    assert!(known.len() > 1249);
    for file in &told.files {
        let content = std::fs::read_to_string(folder.path().join(&file.name)).unwrap();
        let shown = content.split([',', '"', '\n', ' ', ';']).filter(|cell| known.contains(cell)).count();
        assert_eq!(shown, 0, "{}", file.name);
    }
    let keep = std::fs::read_to_string(folder.path().join("lists/keep.csv")).unwrap();
    assert!(keep.contains("a•••t@example.org"));
}

#[test]
fn an_export_that_fails_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let (case, _) = sample();
    let nowhere = folder.path().join("missing/keep.csv");
    assert!(export(&nowhere, &case, ExportWhat::List(Action::Keep), Faces::Shown, &mut onward).is_err());
    // A file stands where a folder is needed.
    std::fs::write(folder.path().join("occupied"), "").unwrap();
    let occupied = folder.path().join("occupied");
    assert!(export(&occupied, &case, ExportWhat::Everything, Faces::Shown, &mut onward).is_err());
    assert_eq!(found_below(folder.path()), BTreeSet::from(["occupied".to_owned()]));
}

/// `UPDATE=1 cargo nextest run --workspace recorded` rewrites it.
#[test]
fn what_is_recorded_of_the_plan_is_up_to_date() {
    let (mut case, ledger) = decided();
    case.sign(&ledger, SigningPart::Prepared, &saga()).unwrap();
    let shown = plan(&case, &ledger);
    let mut previews: BTreeMap<String, PolicyPreview> = BTreeMap::new();
    for months in [12, 24, 48] {
        let tried = case.preview_policy(&ledger, &silent_for(months), &mut onward).unwrap();
        previews.insert(months.to_string(), tried);
    }
    let folder = tempfile::tempdir().unwrap();
    let everything = export(folder.path(), &case, ExportWhat::Everything, Faces::Shown, &mut onward).unwrap();
    let lists: BTreeMap<String, Exported> = Action::ALL
        .into_iter()
        .map(|action| {
            let name = bonafide::report::list_name(action);
            let told =
                export(&folder.path().join(&name), &case, ExportWhat::List(action), Faces::Shown, &mut onward).unwrap();
            (action_word(action), Exported { place: format!("/home/saga/Lists/{name}"), ..told })
        })
        .collect();
    let fixes = export(&folder.path().join("fix"), &case, ExportWhat::Fixes, Faces::Shown, &mut onward).unwrap();
    let at = |place: &str, told: Exported| Exported { place: place.to_owned(), ..told };
    let exported = json!({
        "everything": at("/home/saga/Lists", everything),
        "fixes": at("/home/saga/Lists", fixes),
        "lists": lists,
    });
    let fresh = json!({ "plan": shown, "previews": previews, "exported": exported });
    let fresh = serde_json::to_string_pretty(&fresh).unwrap() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/backend/recorded/plan.json");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == fresh, "stale: run UPDATE=1 cargo nextest run --workspace recorded");
}

fn action_word(action: Action) -> String {
    serde_json::to_value(action).unwrap().as_str().unwrap().to_owned()
}
