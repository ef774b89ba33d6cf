//! A piece of work that is cancelled leaves no trace, and ends.

use std::ops::ControlFlow;
use std::sync::mpsc::channel;
use std::time::Duration;

use bonafide::case::sources::Change;
use bonafide::case::{Case, CaseError, Progress, Settings, Station};
use bonafide::import::Mapping;
use bonafide::report::{ExportWhat, Faces, export};
use bonafide::vocabulary::{Action, Field, TableId};

use crate::support::{Audited, Setting, TODAY, import_all, onward};
use crate::{OTHER, SMALL, contents, create, large, reopen, written};

/// Does it on a thread of its own, and fails if it does not end.
pub fn in_time<T: Send + 'static>(what: String, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, result) = channel();
    std::thread::spawn(move || {
        let _ = done.send(work());
    });
    result.recv_timeout(Duration::from_secs(120)).unwrap_or_else(|_| panic!("{what} never ended"))
}

/// Lets so many calls pass and then says stop. At the first it waits until every queue is full.
fn stopping_after(mut calls: u32, station: Option<Station>) -> impl FnMut(Progress) -> ControlFlow<()> + Send {
    let waits = calls == 1 && station.is_none();
    move |progress| {
        if station.is_some_and(|station| station != progress.station) {
            return ControlFlow::Continue(());
        }
        calls = calls.saturating_sub(1);
        if calls > 0 {
            return ControlFlow::Continue(());
        }
        if waits {
            std::thread::sleep(Duration::from_secs(3));
        }
        ControlFlow::Break(())
    }
}

#[test]
fn an_import_that_is_cancelled_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.bonafide");
    let mut case = create(&path);
    import_all(&mut case, &[written(folder.path(), "small.csv", SMALL)], &Setting::default());
    let (before, mut case) = contents(case);
    let list = written(folder.path(), "large.csv", &large(100_000));
    // At the first of its 25 blocks, on the way, and at the last.
    for calls in [1, 3, 24, 25] {
        let list = list.clone();
        let (cancelled, returned) = in_time(format!("an import cancelled at call {calls}"), move || {
            let cancelled = case.import(&list, &Setting::default().import(), &mut stopping_after(calls, None));
            (cancelled, case)
        });
        assert!(matches!(cancelled, Err(CaseError::Cancelled)), "call {calls}: {cancelled:?}");
        let (after, returned) = contents(returned);
        before.assert_same(&after, &format!("cancelled at call {calls}"));
        case = returned;
    }
    case.store.close().unwrap();
    let (reopened, mut case) = contents(reopen(&path));
    before.assert_same(&reopened, "closed and opened again");
    // And what was cancelled can still be done.
    import_all(&mut case, &[list], &Setting::default());
    assert_eq!(contents(case).0.table("sources.csv").len(), 2);
}

#[test]
fn a_cancelled_import_remembers_no_correction() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = create(&folder.path().join("case.bonafide"));
    let list = written(folder.path(), "list.csv", "Adress;Spalte\nada@example.org;x\nbo@example.org;y\n");
    let correcting = Setting::correcting(&["Spalte=tags"]).import();
    let cancelled = case.import(&list, &correcting, &mut stopping_after(1, None));
    assert!(matches!(cancelled, Err(CaseError::Cancelled)));
    import_all(&mut case, &[list], &Setting::default());
    let meaning = case.table_facts().unwrap()[0].recognition.columns[1].field;
    assert_ne!(meaning, Some(Field::Tags));
}

#[test]
fn an_audit_that_is_cancelled_keeps_the_verdicts_of_before() {
    let folder = tempfile::tempdir().unwrap();
    let paths = [written(folder.path(), "large.csv", &large(12_000)), written(folder.path(), "other.csv", OTHER)];
    let done = Audited::of(&paths, &Setting::default());
    let before = done.lists();
    let Audited { mut case, policy, summary } = done;
    for (station, calls) in [
        (Station::Matching, 1),
        (Station::Matching, 2),
        (Station::Regroup, 1),
        (Station::Regroup, 3),
        (Station::Audit, 1),
        (Station::Audit, 5),
    ] {
        let (cancelled, returned): (_, Case) = in_time(format!("an audit cancelled at {station:?}"), move || {
            let options = Setting { home: Some("DE"), ..Setting::default() }.audit();
            let cancelled = case.audit(&options, &mut stopping_after(calls, Some(station))).map(|_| ());
            (cancelled, case)
        });
        assert!(matches!(cancelled, Err(CaseError::Cancelled)), "{station:?} {calls}: {cancelled:?}");
        let still = Audited { case: returned, policy: policy.clone(), summary: summary.clone() };
        before.assert_same(&still.lists(), &format!("cancelled at {station:?}, call {calls}"));
        case = still.case;
    }
}

/// The list in the case, and what is said of it in the tests below: its dates are mere notes.
const LIST: TableId = TableId(0);
const SAID: Change = Change::Meaning { field: Some(Field::Notes) };
/// The column of dates.
const DATES: u32 = 5;

/// A case with one large list that is audited.
fn audited(folder: &std::path::Path) -> Audited {
    Audited::of(&[written(folder, "large.csv", &large(12_000))], &Setting::default())
}

#[test]
fn what_is_said_of_a_column_and_cancelled_was_never_said() {
    let folder = tempfile::tempdir().unwrap();
    let done = audited(folder.path());
    let before = done.lists();
    let Audited { mut case, policy, summary } = done;
    let colleague = {
        let mut other = audited(folder.path()).case;
        other.correct(LIST, DATES, &SAID, &mut onward).unwrap();
        Mapping::parse(&other.mapping(LIST).unwrap()).unwrap()
    };
    // At the first word, on the way, and at the last of its three blocks.
    for calls in [1, 2, 4] {
        let stop = || stopping_after(calls, Some(Station::Reread));
        let told = [
            case.preview_correction(LIST, DATES, &SAID, &mut stop()).map(|_| ()),
            case.correct(LIST, DATES, &SAID, &mut stop()),
            case.apply_mapping(LIST, &colleague, &mut stop()).map(|_| ()),
        ];
        assert!(told.iter().all(|told| matches!(told, Err(CaseError::Cancelled))), "call {calls}: {told:?}");
        assert!(case.undo_correction(&mut onward).unwrap().is_none(), "call {calls}");
    }
    let still = Audited { case, policy, summary };
    before.assert_same(&still.lists(), "cancelled");
    // And taking back what was said is no other: cancelled, it still counts.
    let mut case = still.case;
    case.correct(LIST, DATES, &SAID, &mut onward).unwrap();
    let undone = case.undo_correction(&mut stopping_after(2, Some(Station::Reread)));
    assert!(matches!(undone, Err(CaseError::Cancelled)));
    assert_eq!(case.table_facts().unwrap()[0].recognition.columns[DATES as usize - 1].field, Some(Field::Notes));
    assert!(case.undo_correction(&mut onward).unwrap().is_some());
}

#[test]
fn an_export_that_is_cancelled_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let Audited { case, .. } = audited(folder.path());
    case.keep_settings(&Settings { today: TODAY.into(), ..Settings::default() }).unwrap();
    let out = folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    let (file, all, fixes) = (out.join("keep.csv"), ExportWhat::Everything, ExportWhat::Fixes);
    for calls in [1, 5, 26] {
        for (to, what) in [(&file, ExportWhat::List(Action::Hold)), (&out, all), (&out, fixes)] {
            let told = export(to, &case, what, Faces::Shown, &mut stopping_after(calls, Some(Station::Export)));
            assert!(matches!(told, Err(CaseError::Cancelled)), "{what:?}, call {calls}: {told:?}");
            assert_eq!(std::fs::read_dir(&out).unwrap().count(), 0, "{what:?}, call {calls}");
        }
    }
    // Everybody was told of, and then it was done.
    let mut told = Vec::new();
    let mut watch = |progress: Progress| {
        told.push((progress.done, progress.total));
        ControlFlow::Continue(())
    };
    export(&file, &case, ExportWhat::List(Action::Hold), Faces::Shown, &mut watch).unwrap();
    assert!(told.len() > 20 && told.is_sorted());
    assert_eq!(told.last(), Some(&(12_000, 12_000)));
}

#[test]
fn a_file_whose_forgetting_is_cancelled_is_still_there() {
    let folder = tempfile::tempdir().unwrap();
    // Forgetting the middle one compares the others with each other.
    let paths: Vec<_> = ["Kunder 2024-05-01.csv", "Kunder 2024-11-01.csv", "Kunder 2025-05-01.csv"]
        .into_iter()
        .zip([9_000, 10_000, 11_000])
        .map(|(name, people)| written(folder.path(), name, &large(people)))
        .collect();
    let done = Audited::of(&paths, &Setting::default());
    let before = done.lists();
    let Audited { mut case, policy, summary } = done;
    for calls in [1, 3] {
        let forgotten = case.forget(2, TODAY, &mut stopping_after(calls, Some(Station::Reread)));
        assert!(matches!(forgotten, Err(CaseError::Cancelled)), "call {calls}: {forgotten:?}");
    }
    let still = Audited { case, policy, summary };
    before.assert_same(&still.lists(), "cancelled");
    assert_eq!(still.case.sources().unwrap().files.len(), 3);
}
