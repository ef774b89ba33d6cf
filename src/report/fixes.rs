//! Per system, who must be set to unsubscribed there, in a layout that system imports.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::case::CaseError;
use crate::plan::{CellVerdict, SystemState, Verdict};
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

    /// Adds a line for each system that still says yes where the merged state is a no.
    pub fn add(&mut self, verdict: &Verdict, cell: &CellVerdict) -> Result<(), CaseError> {
        if cell.grade != Grade::Neg {
            return Ok(());
        }
        for state in cell.states.iter().filter(|state| state.says_yes) {
            let Some((header, line)) = layout(verdict, cell, state) else { continue };
            let key = (state.system, cell.channel);
            if !self.tables.contains_key(&key) {
                self.tables.insert(key, Table::create(&self.folder.join(file_name(key)), &header)?);
            }
            let table = self.tables.get_mut(&key).expect("it was just added");
            table.line(line.into_iter().map(Cow::Owned))?;
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

/// Header and line in the import layout of the system (each format's import help; the values are those its own
/// export uses). `None` for a person the system could not find.
fn layout(verdict: &Verdict, cell: &CellVerdict, state: &SystemState) -> Option<(Vec<&'static str>, Vec<String>)> {
    let email = verdict.email.clone();
    let phone = verdict.phone.clone();
    let id = state.id.clone();
    let no = |word: &str| word.to_owned();
    if cell.channel != Channel::Email {
        let reach = phone.or(email).or(id)?;
        return Some((vec!["contact", "channel", "status"], vec![reach, no(cell.channel.word()), no("unsubscribed")]));
    }
    Some(match state.system {
        // Imported as “Unsubscribed”: the status is chosen in the import, not in the file.
        System::Mailchimp => (vec!["Email Address"], vec![email?]),
        // An opt-out list: one column of addresses.
        System::HubSpot => (vec!["Email"], vec![email?]),
        System::Mautic => (vec!["email", "doNotEmail"], vec![email?, no("1")]),
        // Data Loader updates by record id.
        System::Salesforce => match id {
            Some(id) => (vec!["Id", "Email", "HasOptedOutOfEmail"], vec![id, email.unwrap_or_default(), no("true")]),
            None => (vec!["Id", "Email", "HasOptedOutOfEmail"], vec![String::new(), email?, no("true")]),
        },
        System::Brevo => (vec!["EMAIL", "EMAIL_BLACKLISTED"], vec![email?, no("Yes")]),
        System::Shopify => (vec!["Email", "Accepts Email Marketing"], vec![email?, no("no")]),
        // Imported in blocklist mode.
        System::Listmonk => (vec!["email", "name", "attributes"], vec![email?, String::new(), no("{}")]),
        _ => (vec!["email", "status"], vec![email?, no("unsubscribed")]),
    })
}
