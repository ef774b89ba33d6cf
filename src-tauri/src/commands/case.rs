//! Creating, opening, locking and closing a case, and what the program may not do.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bonafide::case::{CaseFacts, Settings};
use bonafide::store::{Casefile, KdfCost, RecoveryKey, Unlock, Vault};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::ipc::Channel;
use tauri::{AppHandle, State};
use tauri_specta::Event as _;

use super::import::read_all;
use super::{AtDesk, aside, with_case};
use crate::desk::{CaseChanged, Desk, OpenCase, file_name};
use crate::dialogs::Dialogs;
use crate::progress::{Progress, Teller};
use crate::proof::{self, LocalProof};
use crate::recent::{self, RecentCase};
use crate::sample;
use crate::trouble::Trouble;

/// The ending of a case.
const ENDING: &str = "bonafide";

/// What lies on the desk.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseState {
    /// The open case.
    pub open: Option<OpenFacts>,
    /// The name of the case that waits for its passphrase.
    pub locked: Option<String>,
    /// Cases opened before, latest first.
    pub recent: Vec<RecentCase>,
    /// Files the program was started with; given once.
    pub given: Vec<String>,
    /// The version of the program.
    pub version: String,
}

/// The open case, with where it is kept.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenFacts {
    /// How the case is called.
    pub name: String,
    /// Where it is kept; `null` for a quick look, which leaves nothing behind.
    pub path: Option<String>,
    /// What is in it.
    #[serde(flatten)]
    pub facts: CaseFacts,
}

/// What a new case is about.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewCase {
    /// How the case is called.
    pub name: String,
    /// Whose lists these are.
    pub controller: Option<String>,
    /// Where people live unless a row says otherwise, as two letters.
    pub home: Option<String>,
    /// The day the audit speaks of, as `YYYY-MM-DD`; today where none is named.
    pub today: Option<String>,
}

/// What opens a case.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Key {
    /// What its owner chose.
    Passphrase(String),
    /// What was printed when it was created.
    RecoveryKey(String),
}

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Strength {
    /// 0 (guessed at once) to 4 (holds).
    pub score: u8,
    /// How long guessing takes at ten thousand tries a second, in words.
    pub time: String,
}

/// What lies on the desk. Files that were handed over are given once.
#[tauri::command]
#[specta::specta]
pub async fn case_state(app: AppHandle, desk: AtDesk<'_>) -> Result<CaseState, Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let open = if desk.is_open() { Some(desk.with(|open| facts(open))?) } else { None };
        Ok(CaseState {
            open,
            locked: desk.locked().map(|locked| locked.name),
            recent: recent::list(&app),
            given: desk.taken().iter().map(|path| path.display().to_string()).collect(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    })
    .await
}

/// How hard a passphrase is to guess. It is judged here and kept nowhere.
#[tauri::command]
#[specta::specta]
pub fn strength(passphrase: &str) -> Strength {
    let judged = zxcvbn::zxcvbn(passphrase, &["bonafide"]);
    Strength {
        score: u8::from(judged.score()),
        time: judged.crack_times().offline_slow_hashing_1e4_per_second().to_string(),
    }
}

/// Creates a case at a path, or where the dialog says, and gives back its recovery key, which is shown only now.
/// `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn create_case(
    app: AppHandle,
    desk: AtDesk<'_>,
    dialogs: State<'_, Arc<dyn Dialogs>>,
    path: Option<String>,
    passphrase: String,
    about: NewCase,
) -> Result<Option<String>, Trouble> {
    let passphrase = SecretString::from(passphrase);
    let settings = settings(about)?;
    let path = match path {
        Some(path) => PathBuf::from(path),
        None => {
            let kind = bonafide::texts::text("dialog-case", &[]);
            let name = format!("{}.{ENDING}", plain_name(&settings.name));
            let Some(chosen) = dialogs.save(&name, &kind, &[ENDING]).await else { return Ok(None) };
            with_ending(chosen)
        }
    };
    let desk = Arc::clone(&desk);
    aside(move || {
        let (vault, recovery) = Vault::create(&path, &passphrase, KdfCost::default())?;
        let open = OpenCase::new(Casefile::open(vault)?, Some(path));
        open.case.keep_settings(&settings)?;
        put(&app, &desk, open)?;
        Ok(Some(recovery.to_string()))
    })
    .await
}

/// Begins a case that keeps nothing.
#[tauri::command]
#[specta::specta]
pub async fn quick_look(app: AppHandle, desk: AtDesk<'_>, about: NewCase) -> Result<(), Trouble> {
    let settings = settings(about)?;
    let desk = Arc::clone(&desk);
    aside(move || {
        let open = OpenCase::new(Casefile::throwaway()?, None);
        open.case.keep_settings(&settings)?;
        put(&app, &desk, open)
    })
    .await
}

/// Asks which case to open. `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn choose_case(dialogs: State<'_, Arc<dyn Dialogs>>) -> Result<Option<String>, Trouble> {
    let kind = bonafide::texts::text("dialog-case", &[]);
    Ok(dialogs.file(&kind, &[ENDING]).await.map(|path| path.display().to_string()))
}

/// Opens a case.
#[tauri::command]
#[specta::specta]
pub async fn open_case(app: AppHandle, desk: AtDesk<'_>, path: String, key: Key) -> Result<(), Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || open_at(&app, &desk, Path::new(&path), key)).await
}

/// Opens the sample case: reads its exports and audits them. Nothing is kept.
#[tauri::command]
#[specta::specta]
pub async fn open_sample(app: AppHandle, desk: AtDesk<'_>, on_progress: Channel<Progress>) -> Result<(), Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let (exports, declarations) = sample::files(&app)?;
        let mut open = OpenCase::new(Casefile::throwaway()?, None);
        let settings = Settings {
            name: bonafide::texts::text("case-sample", &[]),
            controller: Some(sample::CONTROLLER.to_owned()),
            home: None,
            today: sample::TODAY.to_owned(),
            declarations,
        };
        open.case.keep_settings(&settings)?;
        let mut teller = Teller::new(&desk, on_progress);
        read_all(&mut open, &exports, &mut teller)?;
        teller.file = None;
        let options = settings.audit_options().map_err(bonafide::case::CaseError::from)?;
        open.case.audit(&options, &mut |progress| teller.tell(progress))?;
        put(&app, &desk, open)
    })
    .await
}

/// Closes the case until its passphrase is given again.
#[tauri::command]
#[specta::specta]
pub async fn lock_case(app: AppHandle, desk: AtDesk<'_>) -> Result<(), Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        remember(&app, &desk);
        desk.lock()
    })
    .await?;
    Ok(())
}

/// Opens the locked case again.
#[tauri::command]
#[specta::specta]
pub async fn unlock_case(app: AppHandle, desk: AtDesk<'_>, key: Key) -> Result<(), Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let locked = desk.locked().ok_or_else(|| Trouble::text("no-case"))?;
        open_at(&app, &desk, &locked.path, key)
    })
    .await
}

/// Closes the open or locked case.
#[tauri::command]
#[specta::specta]
pub async fn close_case(app: AppHandle, desk: AtDesk<'_>) -> Result<(), Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        remember(&app, &desk);
        desk.clear()
    })
    .await
}

/// Takes a case off the list of recent ones. The case itself stays where it is.
#[tauri::command]
#[specta::specta]
pub fn forget_recent(app: AppHandle, path: &str) -> Vec<RecentCase> {
    recent::forget(&app, path);
    recent::list(&app)
}

/// Changes what the case is about. Verdicts stay as they are until the next audit.
#[tauri::command]
#[specta::specta]
pub async fn set_case_facts(app: AppHandle, desk: AtDesk<'_>, about: NewCase) -> Result<(), Trouble> {
    with_case(&desk, move |open| {
        let kept = open.case.settings()?;
        let about = NewCase { today: about.today.or(Some(kept.today)), ..about };
        Ok(open.case.keep_settings(&Settings { declarations: kept.declarations, ..settings(about)? })?)
    })
    .await?;
    let _ = CaseChanged.emit(&app);
    Ok(())
}

/// What the program may not do, tried now.
#[tauri::command]
#[specta::specta]
pub async fn local_proof(app: AppHandle) -> Result<LocalProof, Trouble> {
    aside(move || Ok(proof::try_now(&app))).await
}

/// Stops the work that runs, at its next step.
#[tauri::command]
#[specta::specta]
pub fn cancel(desk: AtDesk<'_>) {
    desk.cancel();
}

fn open_at(app: &AppHandle, desk: &Desk, path: &Path, key: Key) -> Result<(), Trouble> {
    let vault = match key {
        Key::Passphrase(passphrase) => Vault::open(path, Unlock::Passphrase(&SecretString::from(passphrase)))?,
        Key::RecoveryKey(written) => {
            let recovery: RecoveryKey = written.trim().parse().map_err(|_| Trouble::text("recovery-key-mistyped"))?;
            Vault::open(path, Unlock::Recovery(&recovery))?
        }
    };
    put(app, desk, OpenCase::new(Casefile::open(vault)?, Some(path.to_owned())))
}

/// Puts a case on the desk and remembers it.
fn put(app: &AppHandle, desk: &Desk, open: OpenCase) -> Result<(), Trouble> {
    remember(app, desk);
    desk.put(open)?;
    remember(app, desk);
    let _ = CaseChanged.emit(app);
    Ok(())
}

/// Notes what the open case has come to, for the list of recent ones.
fn remember(app: &AppHandle, desk: &Desk) {
    let noted = desk.with(|open| Ok(open.path.clone().zip(Some(facts(open)?))));
    if let Ok(Some((path, facts))) = noted {
        let opened_on = today();
        recent::remember(
            app,
            RecentCase {
                name: facts.name,
                path: path.display().to_string(),
                controller: facts.facts.controller,
                people: facts.facts.people,
                kept: facts.facts.outcome.map(|outcome| outcome.keep),
                opened_on,
                is_there: true,
            },
        );
    }
}

fn facts(open: &OpenCase) -> Result<OpenFacts, Trouble> {
    Ok(OpenFacts {
        name: open.name(),
        path: open.path.as_deref().map(|path| path.display().to_string()),
        facts: open.case.facts()?,
    })
}

fn settings(about: NewCase) -> Result<Settings, Trouble> {
    let settings = Settings {
        name: about.name.trim().to_owned(),
        controller: about.controller.filter(|controller| !controller.trim().is_empty()),
        home: about.home.filter(|home| !home.trim().is_empty()),
        today: about.today.unwrap_or_else(today),
        declarations: String::new(),
    };
    settings.audit_options().map_err(bonafide::case::CaseError::from)?;
    Ok(settings)
}

/// The day, as this computer has it.
fn today() -> String {
    chrono::Local::now().format("%Y-%m-%d").to_string()
}

/// A name that any file system takes.
fn plain_name(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_alphanumeric() || " -_.".contains(c) { c } else { '-' }).take(80).collect();
    let plain = plain.trim().trim_matches('.');
    if plain.is_empty() { bonafide::texts::text("case-unnamed", &[]) } else { plain.to_owned() }
}

fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|ending| ending == ENDING) {
        return path;
    }
    let named = format!("{}.{ENDING}", path.file_name().unwrap_or_default().to_string_lossy());
    path.with_file_name(if path.file_name().is_none() { format!("{}.{ENDING}", file_name(&path)) } else { named })
}
