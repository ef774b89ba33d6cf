//! What a word in a yes-or-no or state column stands for. The one place where polarity is applied.

use super::ValueWords;
use crate::import::header_words::bare_answer;
use crate::import::{Polarity, ValueMeaning};
use crate::vocabulary::{ConsentStatus, Field};

/// What a cell of a consent column says, or `None` if nobody can place the word.
///
/// A bare no is a refusal only where the column's polarity says so; elsewhere it is unknown, never a yes.
/// In an inverted column a word that grants (`allow`, `subscribed`) is unknown too: not being opted out is no consent.
pub fn status_of_cell(
    cell: &str,
    field: Field,
    polarity: Polarity,
    status_of_word: &dyn Fn(&str) -> Option<ConsentStatus>,
) -> Option<ConsentStatus> {
    if let Some(yes) = bare_answer(cell) {
        return Some(if yes { status_of_yes(field, polarity) } else { status_of_no(field, polarity) });
    }
    let Some(status) = status_of_word(cell) else {
        return (field == Field::Bounced && is_bounce_reason(cell)).then_some(ConsentStatus::Bounced);
    };
    Some(match (polarity, status) {
        (Polarity::RefusedOrUnknown, ConsentStatus::Given) => ConsentStatus::Unknown,
        (_, status) => status,
    })
}

/// Whether the words of this field's columns are states.
pub fn speaks_of_state(field: Field) -> bool {
    matches!(
        field,
        Field::Status
            | Field::OptinEmail
            | Field::OptinSms
            | Field::OptinPhone
            | Field::OptinPost
            | Field::DoNotEmail
            | Field::DoNotSms
            | Field::DoNotCall
            | Field::DoNotPost
            | Field::Bounced
            | Field::Complained
    )
}

/// The polarity a field has unless its system or header says otherwise.
pub(crate) fn usual_polarity(field: Option<Field>) -> Polarity {
    match field {
        Some(
            Field::DoNotEmail
            | Field::DoNotSms
            | Field::DoNotCall
            | Field::DoNotPost
            | Field::Bounced
            | Field::Complained,
        ) => Polarity::RefusedOrUnknown,
        _ => Polarity::YesOrRefused,
    }
}

/// The distinct words of a sample with what they stand for, most frequent first.
pub(crate) fn value_meanings(
    words: &[(&str, u32)],
    field: Field,
    polarity: Polarity,
    known: &ValueWords<'_>,
) -> Vec<ValueMeaning> {
    words
        .iter()
        .filter_map(|(word, _)| {
            let status = status_of_cell(word, field, polarity, known.status)?;
            Some(ValueMeaning { value: (*word).to_owned(), status })
        })
        .collect()
}

/// A column of bounces that holds text holds reasons; these are none of a bounce for good.
fn is_bounce_reason(cell: &str) -> bool {
    const NONE: [&str; 8] = ["soft", "ok", "none", "valid", "deliver", "transient", "temporary", "never"];
    let cell = cell.trim().to_lowercase();
    cell.chars().any(char::is_alphabetic) && !NONE.iter().any(|none| cell.starts_with(none))
}

fn status_of_yes(field: Field, polarity: Polarity) -> ConsentStatus {
    match (field, polarity) {
        (Field::Bounced, _) => ConsentStatus::Bounced,
        (Field::Complained, _) => ConsentStatus::Complained,
        (_, Polarity::RefusedOrUnknown) => ConsentStatus::Withdrawn,
        _ => ConsentStatus::Given,
    }
}

fn status_of_no(field: Field, polarity: Polarity) -> ConsentStatus {
    match (field, polarity) {
        (Field::Bounced | Field::Complained, _) => ConsentStatus::Unknown,
        (_, Polarity::YesOrRefused) => ConsentStatus::Withdrawn,
        _ => ConsentStatus::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(cell: &str, field: Field, polarity: Polarity) -> Option<ConsentStatus> {
        status_of_cell(cell, field, polarity, &|word| match word {
            "allow" | "subscribed" => Some(ConsentStatus::Given),
            "do not allow" | "opted out" => Some(ConsentStatus::Withdrawn),
            _ => None,
        })
    }

    #[test]
    fn a_no_in_an_inverted_column_is_unknown_and_never_a_yes() {
        use ConsentStatus::{Bounced, Given, Unknown, Withdrawn};
        use Polarity::{RefusedOrUnknown, YesOrRefused, YesOrUnknown};
        for (cell, field, polarity, status) in [
            ("true", Field::DoNotEmail, RefusedOrUnknown, Some(Withdrawn)),
            ("false", Field::DoNotEmail, RefusedOrUnknown, Some(Unknown)),
            ("allow", Field::DoNotEmail, RefusedOrUnknown, Some(Unknown)),
            ("do not allow", Field::DoNotEmail, RefusedOrUnknown, Some(Withdrawn)),
            ("no", Field::OptinEmail, YesOrUnknown, Some(Unknown)),
            ("no", Field::OptinEmail, YesOrRefused, Some(Withdrawn)),
            ("ja", Field::OptinEmail, YesOrRefused, Some(Given)),
            ("opted out", Field::OptinEmail, YesOrUnknown, Some(Withdrawn)),
            ("1", Field::Bounced, RefusedOrUnknown, Some(Bounced)),
            ("0", Field::Bounced, RefusedOrUnknown, Some(Unknown)),
            ("UNKNOWN_USER", Field::Bounced, RefusedOrUnknown, Some(Bounced)),
            ("soft bounce", Field::Bounced, RefusedOrUnknown, None),
            ("perhaps", Field::OptinEmail, YesOrRefused, None),
        ] {
            assert_eq!(said(cell, field, polarity), status, "{cell}");
        }
    }
}
