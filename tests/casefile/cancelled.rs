//! A piece of work that is cancelled leaves no trace, and ends.

use std::ops::ControlFlow;
use std::sync::mpsc::channel;
use std::time::Duration;

use bonafide::case::{Case, CaseError, Progress, Station};

use crate::support::{Audited, Setting, import_all};
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
    assert_ne!(meaning, Some(bonafide::vocabulary::Field::Tags));
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
