//! What may never happen to a table however a user left it: a column of the core taken for another one with much
//! confidence, or a yes taken for a no.

use bonafide::import::{ColumnMeaning, Polarity, Recognition};
use bonafide::normalise::words::is_all_channels;
use bonafide::vocabulary::Field;

use crate::mutations::Column;

/// From here on a person is not asked.
pub const SURE: f32 = 0.8;

/// Which way a yes, or a date, in a column points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Points {
    ToYes,
    ToNo,
}

/// What a recognition of these columns got wrong. `system` is the system's word.
pub fn objections(system: &str, columns: &[Column], seen: &Recognition) -> Vec<String> {
    let mut found = Vec::new();
    if seen.system.word() != system && seen.system.word() != "list" {
        found.push(format!("{system} is taken for {}", seen.system.word()));
    }
    let any_list = seen.system.word() == "list";
    for (column, seen) in columns.iter().zip(&seen.columns) {
        let is = format!("“{}” ({}) is {} at {}", column.header, word(column.means), word(seen.field), seen.confidence);
        if turned_round(column.means, seen) {
            found.push(format!("{is} and turned round"));
        } else if surely_another(column.means, seen) && !(any_list && means_so_in_a_list(seen)) {
            found.push(is);
        }
    }
    found
}

/// Names that a system uses in its own way, and the rest of the world in this one. Once nothing tells the system any
/// more, they mean what they mean in any list.
fn means_so_in_a_list(seen: &ColumnMeaning) -> bool {
    const USUAL: [(&str, Field); 3] =
        [("status", Field::Status), ("subscriptiontime", Field::ConsentAt), ("mobiltelefon2", Field::Phone)];
    let letters: String = seen.header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    USUAL.iter().any(|(name, field)| letters == *name && seen.field == Some(*field))
}

fn surely_another(means: Option<Field>, seen: &ColumnMeaning) -> bool {
    let Some(read) = seen.field.filter(|field| is_core(*field) && seen.confidence >= SURE) else { return false };
    match means {
        Some(means) if means == read => false,
        // A yes to a confirmed double opt-in is a state; its no is none.
        Some(Field::ConsentMethod) => read != Field::Status || seen.polarity != Polarity::YesOrUnknown,
        // A date under “Unsubscribed” refuses, whichever of the two it is called.
        Some(Field::UnsubscribedAt) if read == Field::DoNotEmail => false,
        // Who refuses every channel refuses this one.
        Some(means) if refuses(means) && refuses(read) => !is_all_channels(&seen.header),
        _ => true,
    }
}

fn turned_round(means: Option<Field>, seen: &ColumnMeaning) -> bool {
    let (Some(means), Some(read)) = (means, seen.field) else { return false };
    let was = match means {
        field if refuses(field) || field == Field::UnsubscribedAt => Points::ToNo,
        field if grants(field) || field == Field::ConsentAt => Points::ToYes,
        _ => return false,
    };
    let is = match read {
        Field::UnsubscribedAt => Points::ToNo,
        Field::ConsentAt => Points::ToYes,
        field if refuses(field) || grants(field) || field == Field::Status => match seen.polarity {
            Polarity::RefusedOrUnknown => Points::ToNo,
            Polarity::YesOrRefused | Polarity::YesOrUnknown => Points::ToYes,
        },
        _ => return false,
    };
    was != is
}

fn refuses(field: Field) -> bool {
    matches!(field, Field::DoNotEmail | Field::DoNotSms | Field::DoNotCall | Field::DoNotPost)
}

fn grants(field: Field) -> bool {
    matches!(field, Field::OptinEmail | Field::OptinSms | Field::OptinPhone | Field::OptinPost)
}

fn is_core(field: Field) -> bool {
    let core = matches!(field, Field::Email | Field::Phone | Field::Status | Field::ConsentAt | Field::UnsubscribedAt);
    core || refuses(field) || grants(field)
}

fn word(field: Option<Field>) -> &'static str {
    field.map_or("no field", Field::word)
}
