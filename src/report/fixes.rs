//! Per system, who must be set to unsubscribed there, in a layout that system imports.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::case::CaseError;
use crate::plan::{CellVerdict, OwnId, SystemState, Verdict};
use crate::vocabulary::{Channel, Grade, System};

use super::table::{Held, Table};

/// The fix files of a case. A file appears when it has its first line.
pub struct Fixes {
    folder: PathBuf,
    tables: BTreeMap<(System, Channel), Table>,
}

impl Fixes {
    /// Fix files in a folder.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), tables: BTreeMap::new() }
    }

    /// Adds the lines for each system that still says yes where the merged state is a no.
    pub fn add(&mut self, verdict: &Verdict, cell: &CellVerdict) -> Result<(), CaseError> {
        if cell.grade != Grade::Neg {
            return Ok(());
        }
        for state in cell.states.iter().filter(|state| state.says_yes) {
            let (header, lines) = layout(verdict, cell, state);
            if lines.is_empty() {
                continue;
            }
            let key = (state.system, cell.channel);
            if !self.tables.contains_key(&key) {
                self.tables.insert(key, Table::create(&self.folder.join(file_name(key)), &header)?);
            }
            let table = self.tables.get_mut(&key).expect("it was just added");
            for line in lines {
                table.line_of(&verdict.name(), line.into_iter().map(Cow::Owned))?;
            }
        }
        Ok(())
    }

    /// Finishes the files and gives back their names and what they hold.
    pub fn finish(self) -> Result<Vec<(String, Held)>, CaseError> {
        let mut names = Vec::new();
        for (key, table) in self.tables {
            names.push((file_name(key), table.finish()?));
        }
        Ok(names)
    }
}

fn file_name((system, channel): (System, Channel)) -> String {
    match channel {
        Channel::Email => format!("{}.csv", system.word()),
        other => format!("{}-{}.csv", system.word(), other.word()),
    }
}

/// Header and lines in the import layout of the system (each format's import help; the values are those its own export
/// uses): a line for every address, as the system may know the person by any of them. None of a person it could not find.
fn layout(verdict: &Verdict, cell: &CellVerdict, state: &SystemState) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let no = |word: &str| word.to_owned();
    if cell.channel != Channel::Email {
        let id = || state.ids.first().map(|own| own.id.as_str());
        let reached = verdict
            .reached(cell)
            .filter_map(|(email, phone)| [phone, email].into_iter().find(|reach| !reach.is_empty()).or_else(id));
        let lines = reached.map(|reach| vec![no(reach), no(cell.channel.word()), no("unsubscribed")]).collect();
        return (vec!["contact", "channel", "status"], lines);
    }
    let emails = || verdict.reached(cell).map(|(email, _)| email.to_owned()).filter(|email| !email.is_empty());
    match state.system {
        // Imported as “Unsubscribed”: the status is chosen in the import, not in the file.
        System::Mailchimp => (vec!["Email Address"], emails().map(|email| vec![email]).collect()),
        // An opt-out list: one column of addresses.
        System::HubSpot => (vec!["Email"], emails().map(|email| vec![email]).collect()),
        System::Mautic => (vec!["email", "doNotEmail"], emails().map(|email| vec![email, no("1")]).collect()),
        // Data Loader updates by record id, and writes what stands beside it into the record.
        System::Salesforce => {
            let header = vec!["Id", "Email", "HasOptedOutOfEmail"];
            let of_record = |own: &OwnId| vec![own.id.clone(), own.email.clone().unwrap_or_default(), no("true")];
            let lines = match state.ids.as_slice() {
                [] => emails().map(|email| vec![String::new(), email, no("true")]).collect(),
                ids => ids.iter().map(of_record).collect(),
            };
            (header, lines)
        }
        System::Brevo => (vec!["EMAIL", "EMAIL_BLACKLISTED"], emails().map(|email| vec![email, no("Yes")]).collect()),
        System::Shopify => {
            (vec!["Email", "Accepts Email Marketing"], emails().map(|email| vec![email, no("no")]).collect())
        }
        // Imported in blocklist mode.
        System::Listmonk => {
            (vec!["email", "name", "attributes"], emails().map(|email| vec![email, String::new(), no("{}")]).collect())
        }
        _ => (vec!["email", "status"], emails().map(|email| vec![email, no("unsubscribed")]).collect()),
    }
}
