//! Yes beside no: what the rules on contradictions set against each other.

use crate::vocabulary::{ConsentStatus, Place, System, TableId};

use super::dossier::Cell;
use super::merge::{Refusal, regrants};
use super::policy::Policy;
use super::record::Record;

/// A yes that a row claims, even where a stricter word of the same row outweighs it.
#[derive(Debug, Clone, Copy)]
pub struct Yes<'r, 'a> {
    /// The row.
    pub record: &'r Record<'a>,
    /// The cell that says yes.
    pub place: Place,
}

impl<'a> Cell<'a> {
    /// Every row that claims a yes. A row may say "subscribed" in one column and "complained" in another: its
    /// record is then a complaint, and the yes is still there to be stopped.
    pub fn yeses(&self) -> impl Iterator<Item = Yes<'_, 'a>> {
        self.records.iter().filter_map(|record| {
            let claim = record.contact.claims().iter().find(|claim| {
                claim.status == ConsentStatus::Given
                    && claim.channel == self.channel
                    && record.contact.text_of(claim.purpose).eq_ignore_ascii_case(&self.purpose)
            })?;
            Some(Yes { record, place: record.contact.place(claim.column) })
        })
    }

    /// Every no that no later act of the person lifts.
    pub fn standing(&self) -> impl Iterator<Item = &Refusal> {
        self.refusals.iter().filter(|no| !self.records.iter().any(|record| regrants(record, no)))
    }
}

impl Policy {
    /// Whether two tables are one system's: what one of them knows, the other has to know. Lists of no
    /// particular system are one only where they are one file.
    pub fn is_one_system(&self, one: TableId, other: TableId) -> bool {
        let (one, other) = (self.table(one), self.table(other));
        one.system() == other.system() && (one.system() != System::List || one.file == other.file)
    }

    /// Whether an id means the same person in two tables.
    pub fn is_one_numbering(&self, one: TableId, other: TableId) -> bool {
        let (one, other) = (self.table(one), self.table(other));
        one.system() == other.system() && (one.system() != System::List || one.numbered_as == other.numbered_as)
    }
}

impl Policy {
    /// The names of two sides that say different things. Two lists of no particular system are told apart by their files:
    /// “withdrawn in list, subscribed in list” leads nowhere.
    pub fn sides(&self, one: impl Iterator<Item = TableId>, other: impl Iterator<Item = TableId>) -> (String, String) {
        let (one, other): (Vec<TableId>, Vec<TableId>) = (one.collect(), other.collect());
        let has_list = |tables: &[TableId]| tables.iter().any(|table| self.table(*table).system() == System::List);
        let by_file = has_list(&one) && has_list(&other);
        (self.named(&one, by_file), self.named(&other, by_file))
    }

    fn named(&self, tables: &[TableId], by_file: bool) -> String {
        let mut names: Vec<String> = Vec::with_capacity(2);
        for table in tables.iter().map(|id| self.table(*id)) {
            let word = table.system().word();
            let name = match by_file && table.system() == System::List {
                true => format!("{word} “{}”", table.file),
                false => word.to_owned(),
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
    }
}

/// The names of systems, each once, in their order.
pub fn each_once(systems: impl Iterator<Item = System>) -> String {
    let mut words: Vec<&str> = Vec::with_capacity(2);
    for word in systems.map(System::word) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(", ")
}
