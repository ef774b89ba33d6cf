//! What a screen is told when something could not be done: what, where, what to try. Screens decide by the code.

use bonafide::audit::DeclarationError;
use bonafide::case::{CaseError, DecisionError, SettingsError};
use bonafide::import::ImportError;
use bonafide::store::{StoreError, VaultError};
use serde::Serialize;
use specta::Type;

/// Something could not be done. Never holds the content of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Trouble {
    /// Tells this trouble from others; never shown.
    pub code: String,
    /// What happened, one sentence.
    pub what: String,
    /// Where: a file, a row, a field of the form.
    pub place: Option<String>,
    /// What to try.
    pub hint: Option<String>,
}

impl Trouble {
    /// A trouble from a message that says what happened and, after its first sentence or semicolon, what to try.
    pub fn of(code: &str, message: &str) -> Self {
        let (what, hint) = parted(message);
        Self { code: code.to_owned(), what: sentence(what), place: None, hint: hint.map(sentence) }
    }

    /// The same, with its place.
    pub fn at(mut self, place: &str) -> Self {
        self.place = Some(place.to_owned());
        self
    }

    /// A text of the window that needs no more: its key is its code.
    pub fn text(key: &str) -> Self {
        Self::of(key, &bonafide::texts::text(&format!("trouble-{key}"), &[]))
    }
}

/// What happened, and what to try.
fn parted(message: &str) -> (&str, Option<&str>) {
    match message.split_once(". ").or_else(|| message.split_once("; ")) {
        Some((what, hint)) => (what, Some(hint)),
        None => (message, None),
    }
}

/// A sentence begins with a capital letter and ends with a mark.
fn sentence(text: &str) -> String {
    let mut letters = text.trim().chars();
    ended(letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect())
}

fn ended(mut sentence: String) -> String {
    if !sentence.ends_with(['.', '!', '?', '…']) {
        sentence.push('.');
    }
    sentence
}

impl From<CaseError> for Trouble {
    fn from(error: CaseError) -> Self {
        match &error {
            CaseError::Import(import) => Self::from_import(import),
            CaseError::Store(store) => Self::from_store(store),
            CaseError::Declaration(declaration) => Self::from_declaration(declaration),
            CaseError::Settings(SettingsError::Day(_)) => Self::of("bad-day", &error.to_string()),
            CaseError::Settings(SettingsError::Country(_)) => Self::of("bad-country", &error.to_string()),
            CaseError::Settings(SettingsError::Declarations(inner)) => Self::from_declaration(inner),
            CaseError::Decision(DecisionError::Refused(_)) => Self::of("decision-refused", &error.to_string()),
            CaseError::Decision(_) => Self::of("decision", &error.to_string()),
            CaseError::Write { path, .. } => Self::of("not-written", &error.to_string()).at(path),
            CaseError::Answer(_) => Self::of("answer", &error.to_string()),
            CaseError::Plan(_) => Self::of("plan", &error.to_string()),
            CaseError::Amend(_) => Self::of("amend", &error.to_string()),
            CaseError::Mapping(_) => Self::of("mapping", &error.to_string()),
            CaseError::Snapshot(_) => Self::of("snapshot", &error.to_string()),
            CaseError::Cancelled => Self::of("cancelled", &error.to_string()),
            _ => Self::of("other", &error.to_string()),
        }
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::from_store(&error)
    }
}

impl From<VaultError> for Trouble {
    fn from(error: VaultError) -> Self {
        Self::from_vault(&error)
    }
}

impl Trouble {
    fn from_import(error: &ImportError) -> Self {
        let code = match error {
            ImportError::Unreadable { .. } => "file-unreadable",
            ImportError::NotATable { .. } => "file-not-a-table",
            ImportError::Encrypted { .. } => "file-encrypted",
            ImportError::Limit { .. } => "file-too-large",
            _ => "file-refused",
        };
        let message = error.to_string();
        // The name of the file stays as it is written, whatever marks it has.
        let file = error.file();
        let named = message.find(file).map_or(0, |at| at + file.len());
        let (said, hint) = parted(&message[named..]);
        let what = message[..named + said.len()].trim();
        Self { code: code.to_owned(), what: ended(what.to_owned()), place: None, hint: hint.map(sentence) }
    }

    fn from_declaration(error: &DeclarationError) -> Self {
        Self::of("declaration", &error.to_string())
    }

    fn from_store(error: &StoreError) -> Self {
        match error {
            StoreError::Vault(vault) => Self::from_vault(vault),
            StoreError::TooNew => Self::of("case-too-new", &error.to_string()),
            StoreError::Damaged => Self::of("case-damaged", &error.to_string()),
            StoreError::DiskFull => Self::of("disk-full", &error.to_string()),
            StoreError::Busy => Self::of("case-locked", &error.to_string()),
            _ => Self::of("case-refused", &error.to_string()),
        }
    }

    /// A vault names its path in front; here it becomes the place.
    fn from_vault(error: &VaultError) -> Self {
        let (code, path) = match error {
            VaultError::WrongPassphrase { path } => ("wrong-passphrase", Some(path)),
            VaultError::WrongRecoveryKey { path } => ("wrong-recovery-key", Some(path)),
            VaultError::Damaged { path, .. } => ("case-damaged", Some(path)),
            VaultError::NotACase { path, .. } => ("not-a-case", Some(path)),
            VaultError::TooNew { path, .. } => ("case-too-new", Some(path)),
            VaultError::Exists { path } => ("case-exists", Some(path)),
            VaultError::NotFound { path } => ("case-not-found", Some(path)),
            VaultError::Locked { path } => ("case-locked", Some(path)),
            VaultError::Unwritable { path } => ("case-unwritable", Some(path)),
            VaultError::DiskFull { path } => ("disk-full", Some(path)),
            VaultError::NotEnoughMemory { path, .. } => ("no-memory", Some(path)),
            VaultError::EmptyPassphrase => ("empty-passphrase", None),
            VaultError::Throwaway => ("throwaway", None),
            VaultError::Io { path, .. } | VaultError::Database { path, .. } => ("case-refused", Some(path)),
            _ => ("case-refused", None),
        };
        let message = error.to_string();
        let Some(path) = path.map(|path| path.display().to_string()) else { return Self::of(code, &message) };
        Self::of(code, message.strip_prefix(&format!("{path}: ")).unwrap_or(&message)).at(&path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vault_says_what_where_and_what_to_try() {
        let trouble = Trouble::from(VaultError::WrongPassphrase { path: "/cases/autumn.bonafide".into() });
        assert_eq!(trouble.code, "wrong-passphrase");
        assert_eq!(trouble.what, "This is not the passphrase of this case.");
        assert_eq!(trouble.place.as_deref(), Some("/cases/autumn.bonafide"));
        assert_eq!(trouble.hint.as_deref(), Some("Try again, or use the printed recovery key."));
    }

    #[test]
    fn a_file_keeps_its_name_as_it_is_written() {
        for file in ["photo.csv", "Nr. 5; St. Anna.csv"] {
            let error = ImportError::NotATable { file: file.to_owned(), what: "a picture", hint: "Export it." };
            let trouble = Trouble::from(CaseError::Import(error));
            assert_eq!(trouble.what, format!("{file} is a picture, not a table."));
            assert_eq!(trouble.hint.as_deref(), Some("Export it."));
        }
    }

    #[test]
    fn a_full_disk_is_told_from_a_damaged_case() {
        let codes = [StoreError::DiskFull, StoreError::Damaged].map(|error| Trouble::from(error).code);
        assert_eq!(codes, ["disk-full", "case-damaged"]);
    }
}
