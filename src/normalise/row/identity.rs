//! Whom a row is about: what it is known by, and why it is known by nothing.

use crate::import::SourceRow;
use crate::normalise::email;
use crate::vocabulary::Field;

use super::Normaliser;

/// What a row has to be known by.
#[derive(Default)]
pub(super) struct Identity {
    pub(super) known: bool,
    pub(super) bad_email: Option<usize>,
    pub(super) bad_phone: Option<usize>,
    pub(super) rounded_phone: Option<usize>,
}

impl Normaliser {
    /// Why a row identifies nobody, without any content of it.
    pub(super) fn nobody(&self, identity: &Identity, row: SourceRow<'_>) -> String {
        let name = |at: usize| {
            let plan = &self.columns[at];
            if plan.header.is_empty() { (plan.position + 1).to_string() } else { format!("“{}”", plan.header) }
        };
        if self.hashed {
            return "only a hash of an address names this person, and nobody is found by one: a no in this row does not count"
                .to_owned();
        }
        match (identity.bad_email, identity.bad_phone, identity.rounded_phone) {
            (Some(at), ..) => format!("the e-mail address in column {} is not an address", name(at)),
            (None, Some(at), _) => {
                format!("the telephone number in column {} cannot be used without knowing its country", name(at))
            }
            (None, None, Some(at)) => format!(
                "a spreadsheet rounded the telephone number in column {}, and its last digits are lost: export that column as text",
                name(at)
            ),
            (None, None, None) if row.cells().any(holds_address) => {
                "the row holds an e-mail address, but not alone in a cell of a column of addresses".to_owned()
            }
            (None, None, None) => "nothing in this row identifies a person".to_owned(),
        }
    }
}

/// Whether a cell holds an address, be it among other words.
fn holds_address(cell: &str) -> bool {
    let part =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '"' | '\'' | '§' | '|' | ':');
    cell.contains('@') && cell.split(part).any(|word| email::normalise(word.trim_end_matches('.')).is_ok())
}

/// Whether a field that is no address and no number tells who somebody is.
pub(super) fn identifies(field: Field) -> bool {
    matches!(field, Field::ExternalId | Field::CustomerId | Field::FirstName | Field::LastName | Field::FullName)
}
