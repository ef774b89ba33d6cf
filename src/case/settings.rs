//! What a case is about: its name, whose lists it holds, the day it speaks of.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::audit::{CountryCode, Declarations};
use crate::store::StoreError;

use super::{AuditOptions, Case, CaseError, KeptPolicy};

/// The name under which a case keeps its settings.
const NOTE: &str = "settings";

/// What a case is about. Kept with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// How the case is called.
    pub name: String,
    /// The controller whose lists these are.
    pub controller: Option<String>,
    /// The country where people live unless a row says otherwise, as two letters.
    pub home: Option<String>,
    /// The day the audit speaks of, as `YYYY-MM-DD`.
    pub today: String,
    /// What named people declare, as the TOML of a declarations file.
    #[serde(default)]
    pub declarations: String,
    /// What is this case's own about the policy.
    #[serde(default)]
    pub policy: KeptPolicy,
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// The day is none.
    #[error("“{0}” is not a day. Write it as year, month, day: 2026-11-01")]
    Day(String),
    /// The country is not a code.
    #[error("“{0}” is not a country code. Write two letters, such as IT or SE")]
    Country(String),
    /// The declarations cannot be read.
    #[error("the declarations of this case cannot be read: {0}")]
    Declarations(#[from] crate::audit::DeclarationError),
}

impl Settings {
    /// What the audit depends on.
    ///
    /// # Errors
    /// When the day, the country or the declarations cannot be read.
    pub fn audit_options(&self) -> Result<AuditOptions, SettingsError> {
        let day = chrono::NaiveDate::parse_from_str(&self.today, "%Y-%m-%d")
            .map_err(|_| SettingsError::Day(self.today.clone()))?;
        let home = self.home.as_deref().filter(|home| !home.is_empty()).map(country).transpose()?;
        let declarations = match self.declarations.trim() {
            "" => Declarations::default(),
            toml => Declarations::parse(toml)?,
        };
        Ok(AuditOptions {
            today: day.signed_duration_since(chrono::NaiveDate::default()).num_days(),
            home,
            controller: self.controller.clone().filter(|controller| !controller.trim().is_empty()),
            declarations,
            parameters: self.policy.own.parameters(),
        })
    }
}

fn country(home: &str) -> Result<CountryCode, SettingsError> {
    CountryCode::parse(home).filter(|code| code.hint().is_some()).ok_or_else(|| SettingsError::Country(home.to_owned()))
}

impl Case {
    /// What the case is about; as good as empty for a case the command line has made.
    pub fn settings(&self) -> Result<Settings, CaseError> {
        match self.store.noted(NOTE)? {
            None => Ok(Settings::default()),
            Some(kept) => Ok(serde_json::from_str(&kept).map_err(|_| StoreError::Damaged)?),
        }
    }

    /// Keeps what the case is about. Verdicts stay as they are until the next audit.
    ///
    /// # Errors
    /// When the day, the country or the declarations cannot be read; nothing is kept then.
    pub fn keep_settings(&self, settings: &Settings) -> Result<(), CaseError> {
        settings.audit_options()?;
        Ok(self.store.note(NOTE, &serde_json::to_string(settings).expect("plain data always encodes"))?)
    }
}
