//! The open case, and what the window knows beside it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bonafide::case::people::{People, PeopleFilter};
use bonafide::case::{Case, Overview};
use bonafide::store::{Casefile, Ledger};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, Emitter as _};

use crate::trouble::Trouble;

/// Files were dropped on the window: the event `dropped`.
#[derive(Debug, Clone, Serialize, Type)]
pub struct Dropped {
    /// Where they are.
    pub paths: Vec<String>,
}

impl Dropped {
    /// Tells the page.
    pub fn tell(app: &AppHandle, paths: &[PathBuf]) {
        let paths = paths.iter().map(|path| path.display().to_string()).collect();
        // A page that is gone needs no files.
        let _ = app.emit("dropped", Self { paths });
    }
}

/// The case is no longer as the screens show it: the event `case-changed`.
pub fn tell_of_change(app: &AppHandle) {
    let _ = app.emit("case-changed", ());
}

/// Nobody searches sooner after a case was opened; whoever does waits for it as long as it takes.
const UNTIL_SEARCHED: Duration = Duration::from_secs(1);

/// A case at work.
pub struct OpenCase {
    /// The case itself.
    pub case: Case,
    ledger: Option<Arc<Ledger>>,
    people: Arc<People>,
}

/// The one desk of the program: at most one case lies on it.
#[derive(Default)]
pub struct Desk {
    open: Mutex<Option<OpenCase>>,
    locked: Mutex<Option<Locked>>,
    given: Mutex<Vec<PathBuf>>,
    sample: AtomicBool,
    cancelled: AtomicBool,
}

/// A case that waits for its passphrase. Nothing of it is in memory.
#[derive(Debug, Clone)]
pub struct Locked {
    /// Where it is kept.
    pub path: PathBuf,
    /// How it is called.
    pub name: String,
}

impl OpenCase {
    /// A case that was just created or opened.
    pub fn new(store: Casefile) -> Self {
        Self { case: Case::new(store), ledger: None, people: Arc::default() }
    }

    /// The people of the case in memory, read when they are first asked for.
    pub fn ledger(&mut self) -> Result<Arc<Ledger>, Trouble> {
        match &self.ledger {
            Some(ledger) => Ok(Arc::clone(ledger)),
            None => {
                let ledger = Arc::new(self.case.store.ledger()?);
                self.ledger = Some(Arc::clone(&ledger));
                Ok(ledger)
            }
        }
    }

    /// Answers about the people of the case, and the ledger they are given from.
    pub fn people(&mut self) -> Result<(Arc<People>, Arc<Ledger>), Trouble> {
        Ok((Arc::clone(&self.people), self.ledger()?))
    }

    /// What is wrong, at a glance. Only after a decision is it counted anew, for which everybody is read.
    pub fn overview(&mut self) -> Result<Option<Overview>, Trouble> {
        match self.case.counted_overview()? {
            Some(overview) => Ok(Some(overview)),
            None => {
                let ledger = self.ledger()?;
                Ok(self.case.overview(&ledger)?)
            }
        }
    }

    /// The case and its ledger, for a decision that changes both.
    pub fn deciding(&mut self) -> Result<(&Case, &mut Ledger), Trouble> {
        self.ledger()?;
        let ledger = self.ledger.as_mut().expect("it was read a line above");
        Ok((&self.case, Arc::make_mut(ledger)))
    }

    /// After verdicts have changed: what is in memory no longer holds.
    pub fn refresh(&mut self) {
        self.ledger = None;
        self.people = Arc::default();
    }
}

impl Desk {
    /// Does something with the open case.
    pub fn with<T>(&self, work: impl FnOnce(&mut OpenCase) -> Result<T, Trouble>) -> Result<T, Trouble> {
        work(held(&self.open).as_mut().ok_or_else(|| Trouble::text("no-case"))?)
    }

    /// Reads and counts the people of the open case while the screen that does without them is looked at; and makes
    /// them ready for a search once the screens that do not search have had time to be drawn.
    pub fn read_ahead(self: &Arc<Self>) {
        let desk = Arc::clone(self);
        std::thread::spawn(move || {
            // Without a case, or with one that cannot be read, whoever asks for people is told.
            let Ok((people, ledger)) = desk.with(OpenCase::people) else { return };
            people.facets(&ledger, &PeopleFilter::default());
            // A case that is locked or closed meanwhile is not held in memory by waiting.
            let waiting = Arc::downgrade(&ledger);
            drop((people, ledger));
            std::thread::sleep(UNTIL_SEARCHED);
            if let Some(ledger) = waiting.upgrade() {
                ledger.fold();
            }
        });
    }

    /// Whether a case lies open.
    pub fn is_open(&self) -> bool {
        held(&self.open).is_some()
    }

    /// Puts a case on the desk; the one before is closed.
    pub fn put(&self, case: OpenCase) -> Result<(), Trouble> {
        self.clear()?;
        *held(&self.open) = Some(case);
        *held(&self.locked) = None;
        Ok(())
    }

    /// Closes the open case, if there is one.
    pub fn clear(&self) -> Result<(), Trouble> {
        *held(&self.locked) = None;
        match held(&self.open).take() {
            Some(open) => Ok(open.case.store.close()?),
            None => Ok(()),
        }
    }

    /// Closes the case until its passphrase is given again. A quick look has none and cannot be locked.
    pub fn lock(&self) -> Result<(), Trouble> {
        let mut open = held(&self.open);
        let Some(case) = open.as_ref() else { return Ok(()) };
        let kept = case.case.store.path().map(std::path::Path::to_owned);
        let Some(path) = kept else { return Err(Trouble::text("quick-look-not-lockable")) };
        let name = case.case.name()?;
        if let Some(case) = open.take() {
            case.case.store.close()?;
        }
        *held(&self.locked) = Some(Locked { path, name });
        Ok(())
    }

    /// The case that waits for its passphrase.
    pub fn locked(&self) -> Option<Locked> {
        held(&self.locked).clone()
    }

    /// Files named when the program was started; taken by the first who asks.
    pub fn hand_over(&self, paths: Vec<PathBuf>) {
        held(&self.given).extend(paths);
    }

    /// What was handed over since it was last asked for.
    pub fn taken(&self) -> Vec<PathBuf> {
        std::mem::take(&mut *held(&self.given))
    }

    /// The program was started to show the sample case.
    pub fn ask_for_sample(&self) {
        self.sample.store(true, Ordering::Relaxed);
    }

    /// Whether it was, the first time this is asked.
    pub fn sample_asked(&self) -> bool {
        self.sample.swap(false, Ordering::Relaxed)
    }

    /// A piece of work begins: a wish to cancel that came before does not count.
    pub fn start_work(&self) {
        self.cancelled.store(false, Ordering::Relaxed);
    }

    /// Stops the work that runs, at its next step.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the work is to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// A panic elsewhere leaves the case as its last commit: it can still be used.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
