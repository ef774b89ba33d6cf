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

use super::import::read_all;
use super::{AtDesk, aside, with_case};
use crate::desk::{Desk, OpenCase, tell_of_change};
use crate::dialogs::Dialogs;
use crate::preferences::{self, Preferences};
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
    /// The open case; of one that waits for its passphrase, its name and place alone.
    pub open: Option<CaseFacts>,
    /// Whether the case waits for its passphrase.
    pub locked: bool,
    /// Cases opened before, latest first.
    pub recent: Vec<RecentCase>,
    /// Files the program was started with; given once.
    pub given: Vec<String>,
    /// Whether the program was started to show the sample case; told once.
    pub sample: bool,
    /// The version of the program.
    pub version: String,
}

/// What a case is about.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// How the case is called.
    pub name: String,
    /// Whose lists these are.
    pub controller: Option<String>,
    /// Where people live unless a row says otherwise, as two letters.
    pub home: Option<String>,
    /// The day the audit speaks of, as `YYYY-MM-DD`.
    pub today: String,
}

/// A case to be created.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewCase {
    /// Where; `null` asks with the native dialog.
    pub path: Option<String>,
    /// What opens it from now on.
    pub passphrase: String,
    /// What it is about.
    #[serde(flatten)]
    pub about: About,
}

/// What can be had of a case only once.
#[derive(Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CreatedCase {
    /// Opens the case when the passphrase is lost.
    pub recovery_key: String,
}

/// A case to be opened.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseToOpen {
    /// Which; `null` asks with the native dialog.
    pub path: Option<String>,
    /// What opens it.
    pub unlock: Key,
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
    pub guesses: String,
}

/// What lies on the desk. Files that were handed over are given once.
#[tauri::command]
#[specta::specta]
pub async fn case_state(app: AppHandle, desk: AtDesk<'_>) -> Result<CaseState, Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let locked = desk.locked();
        let open = match &locked {
            Some(locked) => Some(locked_facts(locked)),
            None if desk.is_open() => Some(desk.with(|open| Ok(open.case.facts()?))?),
            None => None,
        };
        Ok(CaseState {
            open,
            locked: locked.is_some(),
            recent: recent::list(&app),
            given: desk.taken().iter().map(|path| path.display().to_string()).collect(),
            sample: desk.sample_asked(),
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
        guesses: judged.crack_times().offline_slow_hashing_1e4_per_second().to_string(),
    }
}

/// Creates a case, and gives back its recovery key, which is shown only now. `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn create_case(
    app: AppHandle,
    desk: AtDesk<'_>,
    dialogs: State<'_, Arc<dyn Dialogs>>,
    request: NewCase,
) -> Result<Option<CreatedCase>, Trouble> {
    let passphrase = SecretString::from(request.passphrase);
    let settings = settings(request.about)?;
    let path = match request.path {
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
        let open = OpenCase::new(Casefile::open(vault)?);
        open.case.keep_settings(&settings)?;
        put(&app, &desk, open)?;
        Ok(Some(CreatedCase { recovery_key: recovery.to_string() }))
    })
    .await
}

/// Begins a case that keeps nothing.
#[tauri::command]
#[specta::specta]
pub async fn quick_look(app: AppHandle, desk: AtDesk<'_>, request: About) -> Result<(), Trouble> {
    let settings = settings(request)?;
    let desk = Arc::clone(&desk);
    aside(move || {
        let open = OpenCase::new(Casefile::throwaway()?);
        open.case.keep_settings(&settings)?;
        put(&app, &desk, open)
    })
    .await
}

/// Looks at the case that is to be opened, or asks which one. `null` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn choose_case(
    dialogs: State<'_, Arc<dyn Dialogs>>,
    path: Option<String>,
) -> Result<Option<String>, Trouble> {
    let kind = bonafide::texts::text("dialog-case", &[]);
    let path = match path {
        Some(path) => PathBuf::from(path),
        None => match dialogs.file(&kind, &[ENDING]).await {
            Some(path) => path,
            None => return Ok(None),
        },
    };
    // What is no case is told before anybody types a passphrase for it.
    Vault::look(&path)?;
    Ok(Some(path.display().to_string()))
}

/// Opens a case; `false` when the dialog was closed.
#[tauri::command]
#[specta::specta]
pub async fn open_case(
    app: AppHandle,
    desk: AtDesk<'_>,
    dialogs: State<'_, Arc<dyn Dialogs>>,
    request: CaseToOpen,
) -> Result<bool, Trouble> {
    let kind = bonafide::texts::text("dialog-case", &[]);
    let path = match request.path {
        Some(path) => PathBuf::from(path),
        None => match dialogs.file(&kind, &[ENDING]).await {
            Some(path) => path,
            None => return Ok(false),
        },
    };
    let desk = Arc::clone(&desk);
    aside(move || open_at(&app, &desk, &path, &request.unlock)).await?;
    Ok(true)
}

/// Opens the sample case: reads its exports and audits them. Nothing is kept.
#[tauri::command]
#[specta::specta]
pub async fn open_sample(app: AppHandle, desk: AtDesk<'_>, on_progress: Channel<Progress>) -> Result<(), Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let (exports, declarations) = sample::files(&app)?;
        let mut open = OpenCase::new(Casefile::throwaway()?);
        let settings = Settings {
            name: bonafide::texts::text("case-sample", &[]),
            controller: Some(sample::CONTROLLER.to_owned()),
            home: None,
            today: sample::TODAY.to_owned(),
            declarations,
            ..Settings::default()
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

/// Opens the locked case again, by its passphrase or its recovery key.
#[tauri::command]
#[specta::specta]
pub async fn unlock_case(app: AppHandle, desk: AtDesk<'_>, unlock: Key) -> Result<(), Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let locked = desk.locked().ok_or_else(|| Trouble::text("no-case"))?;
        let key = match unlock {
            // A recovery key holds checks of its own, so that no passphrase is taken for one.
            Key::Passphrase(typed) if typed.trim().parse::<RecoveryKey>().is_ok() => Key::RecoveryKey(typed),
            key => key,
        };
        open_at(&app, &desk, &locked.path, &key)
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
pub fn forget_recent(app: AppHandle, path: &str) {
    recent::forget(&app, path);
}

/// Changes what the case is about. Verdicts stay as they are until `audit` is called.
#[tauri::command]
#[specta::specta]
pub async fn set_case_facts(app: AppHandle, desk: AtDesk<'_>, facts: About) -> Result<(), Trouble> {
    with_case(&desk, move |open| {
        let kept = open.case.settings()?;
        Ok(open.case.keep_settings(&Settings {
            declarations: kept.declarations,
            policy: kept.policy,
            ..settings(facts)?
        })?)
    })
    .await?;
    tell_of_change(&app);
    Ok(())
}

/// What the program may not do, tried now.
#[tauri::command]
#[specta::specta]
pub async fn local_proof(app: AppHandle) -> Result<LocalProof, Trouble> {
    aside(move || Ok(proof::try_now(&app))).await
}

/// How the person likes the window.
#[tauri::command]
#[specta::specta]
pub fn preferences(app: AppHandle) -> Preferences {
    preferences::read(&app)
}

/// Keeps how the person likes the window.
#[tauri::command]
#[specta::specta]
#[expect(clippy::needless_pass_by_value, reason = "a command owns what it is given")]
pub fn set_preferences(app: AppHandle, preferences: Preferences) {
    preferences::keep(&app, &preferences);
}

/// Stops the work that runs, at its next step.
#[tauri::command]
#[specta::specta]
pub fn cancel(desk: AtDesk<'_>) {
    desk.cancel();
}

fn open_at(app: &AppHandle, desk: &Desk, path: &Path, key: &Key) -> Result<(), Trouble> {
    let vault = match key {
        Key::Passphrase(passphrase) => Vault::open(path, Unlock::Passphrase(&SecretString::from(passphrase.as_str())))?,
        Key::RecoveryKey(written) => {
            let recovery: RecoveryKey = written.trim().parse().map_err(|_| Trouble::text("recovery-key-mistyped"))?;
            Vault::open(path, Unlock::Recovery(&recovery))?
        }
    };
    put(app, desk, OpenCase::new(Casefile::open(vault)?))
}

/// Puts a case on the desk and remembers it.
fn put(app: &AppHandle, desk: &Desk, open: OpenCase) -> Result<(), Trouble> {
    remember(app, desk);
    desk.put(open)?;
    remember(app, desk);
    tell_of_change(app);
    Ok(())
}

/// Notes what the open case has come to, for the list of recent ones. A quick look leaves no trace there either.
fn remember(app: &AppHandle, desk: &Desk) {
    let Ok(facts) = desk.with(|open| Ok(open.case.facts()?)) else { return };
    let Some(path) = facts.path else { return };
    let (name, controller, people) = (facts.name, facts.controller, facts.people);
    let kept = facts.outcome.map(|outcome| outcome.keep);
    recent::remember(app, RecentCase { name, path, controller, people, kept, opened_on: today(), is_there: true });
}

/// Of a locked case nothing is told but its name and place.
fn locked_facts(locked: &crate::desk::Locked) -> CaseFacts {
    let path = Some(locked.path.display().to_string());
    CaseFacts { name: locked.name.clone(), path, ..CaseFacts::default() }
}

fn settings(about: About) -> Result<Settings, Trouble> {
    let settings = Settings {
        name: about.name.trim().to_owned(),
        controller: about.controller.filter(|controller| !controller.trim().is_empty()),
        home: about.home.filter(|home| !home.trim().is_empty()),
        today: if about.today.trim().is_empty() { today() } else { about.today },
        ..Settings::default()
    };
    settings.audit_options().map_err(bonafide::case::CaseError::from)?;
    Ok(settings)
}

/// The day, as this computer has it.
pub(super) fn today() -> String {
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
    path.with_file_name(format!("{}.{ENDING}", path.file_name().unwrap_or_default().to_string_lossy()))
}
