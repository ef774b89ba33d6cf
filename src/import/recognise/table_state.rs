//! The state every row of a table has because its name or one of its columns says so.

use super::TableSample;
use super::header::{Header, fold, key};
use super::idea::Idea;
use super::table_name;
use super::values::speaks_of_state;
use crate::import::systems::{Evidence, Layout};
use crate::import::{ColumnMeaning, ValueMeaning};
use crate::vocabulary::{ConsentStatus, Field, System};

/// The state of all rows, and what says so.
pub(crate) struct TableState {
    pub(crate) status: ConsentStatus,
    pub(crate) why: &'static str,
}

/// The state of a table's rows, if its name or columns carry it.
///
/// A system that keeps the state in the name is believed both ways. The name of any other list can only refuse:
/// a file called `subscribers` proves nothing, one called `unsubscribed` is a no.
///
/// A firm no in a name stands beside whatever the rows say of themselves: rows are moved into such a list with all their
/// columns, and whoever gave the list its name said what it is. A name that only casts doubt gives way to the rows.
///
/// `claims`: whether the system is said to have written the table.
pub(crate) fn of(
    layout: &Layout,
    claims: bool,
    table: &TableSample<'_>,
    columns: &[ColumnMeaning],
) -> Option<TableState> {
    let shown = by_system(layout, claims, table).or_else(|| over_addresses(columns));
    let named = names_of(table).find_map(refusal_in_name);
    let named = named.or_else(|| names_of(table).find_map(unconfirmed_in_name));
    if shown.as_ref().is_some_and(|shown| refuses(shown.status)) {
        return shown;
    }
    // A sheet of subscribers in a workbook of those who left: its name says two things.
    let inner = names_of(table).take_while(|name| table_name::refusal_in_name(name).is_none());
    let divided = inner.into_iter().any(table_name::names_others);
    // “Unsubscribes and bounces” of a system: its rows say who is which, and of what.
    let told_apart = claims && (layout.tells_refusals_apart || names_of(table).any(table_name::names_several));
    match named {
        Some(named) if refuses(named.status) && !divided && !told_apart => Some(named),
        named => shown.or_else(|| {
            let says_itself = columns.iter().any(|column| column.field.is_some_and(speaks_of_state));
            let dated = columns.iter().any(|column| column.field == Some(Field::UnsubscribedAt));
            // Whose layout is only remembered is believed no more than a list.
            let believed = layout.system != System::List && layout.evidence == Evidence::Seen;
            named.filter(|named| match named.status {
                // Nobody on it confirmed, whatever box they ticked and whoever of them left.
                ConsentStatus::Pending => {
                    !believed && !columns.iter().any(|column| column.field == Some(Field::Status))
                }
                _ => !believed && !says_itself && !dated,
            })
        }),
    }
}

/// Whether a state is a no, and no doubt.
fn refuses(status: ConsentStatus) -> bool {
    !matches!(status, ConsentStatus::Given | ConsentStatus::Pending | ConsentStatus::Unknown)
}

/// The no that the header over the addresses says: a column `Unsubscribed` of those who did. Beside a column of other
/// addresses nobody knows whose it is, so that no row is a yes.
fn over_addresses(columns: &[ColumnMeaning]) -> Option<TableState> {
    let addresses = || columns.iter().filter(|column| column.field == Some(Field::Email));
    let refusal = |column: &ColumnMeaning| {
        table_name::refusal_in_name(&column.header).filter(|status| *status != ConsentStatus::Unknown)
    };
    let status = addresses().find_map(refusal)?;
    if addresses().all(|column| refusal(column).is_some()) {
        return Some(TableState { status, why: "the header over the addresses says that nobody may be written to" });
    }
    let why = "one of its columns of addresses is of those who may not be written to, and one is not";
    Some(TableState { status: ConsentStatus::Unknown, why })
}

/// The state as the system itself shows it, by a column or in the name, unless a column of it has one for each row.
fn by_system(layout: &Layout, claims: bool, table: &TableSample<'_>) -> Option<TableState> {
    if !claims || !layout.state_in_name && layout.state_by_column.is_empty() {
        return None;
    }
    let headers: Vec<Header> = table.header.iter().map(|header| Header::read(header)).collect();
    let by_column =
        layout.state_by_column.iter().find(|(name, _)| headers.iter().any(|header| header.written == *name));
    if let Some((_, status)) = by_column {
        return Some(TableState { status: *status, why: "its columns show the state of all its rows" });
    }
    let row_by_row = layout.columns.iter().filter(|column| column.field == Some(Field::Status)).any(|column| {
        let key = key(column.header);
        headers.iter().any(|header| header.key == key)
    });
    if !layout.state_in_name || row_by_row {
        return None;
    }
    let own = names_of(table).find_map(|name| state_in_name(name, layout.state_words));
    let named = own.or_else(|| names_of(table).find_map(refusal_in_name));
    named.or_else(|| names_of(table).find_map(unconfirmed_in_name))
}

/// Whether the name of a list speaks of a no without saying whose: no sign is explained by which a row shows it.
pub(super) fn is_doubted(state: Option<&TableState>, table: &TableSample<'_>) -> bool {
    state.is_some_and(|state| state.status == ConsentStatus::Unknown)
        && names_of(table).any(|name| table_name::refusal_in_name(name) == Some(ConsentStatus::Unknown))
        && names_of(table).all(|name| table_name::legend(name).next().is_none())
}

/// Turns what a legend in the name of the table says is a no (`x = abgemeldet`) into one where it stands in a column of
/// states. What it says is a yes is left to the column.
pub(super) fn apply_legend(columns: &mut [ColumnMeaning], table: &TableSample<'_>) {
    let signs = names_of(table).flat_map(table_name::legend);
    let noes = signs.filter_map(|(sign, meaning)| Some((sign, table_name::refusal_in_name(meaning)?)));
    for (sign, status) in noes.filter(|(_, status)| status.is_refusal()) {
        for column in columns.iter_mut().filter(|column| column.field.is_some_and(speaks_of_state)) {
            column.values.retain(|known| !known.value.trim().eq_ignore_ascii_case(sign));
            column.values.insert(0, ValueMeaning { value: sign.to_owned(), status });
        }
    }
}

/// Gives the column that dates the state of the table the meaning which that state has.
pub(crate) fn date_by_state(ideas: &mut [Idea], layout: &Layout, headers: &[Header], table: &TableSample<'_>) {
    let dating = layout.columns.iter().filter(|column| column.dates_the_state);
    for key in dating.map(|column| key(column.header)) {
        let Some(field) = by_system(layout, true, table).and_then(|state| date_of(state.status)) else { return };
        for (idea, _) in ideas.iter_mut().zip(headers).filter(|(_, header)| header.key == key) {
            let (confidence, why) = (idea.confidence, std::mem::take(&mut idea.why));
            idea.becomes(field, confidence, why);
        }
    }
}

/// The date that belongs to a state.
pub(crate) fn date_of(status: ConsentStatus) -> Option<Field> {
    Some(match status {
        ConsentStatus::Given | ConsentStatus::Pending => Field::ConsentAt,
        ConsentStatus::Withdrawn => Field::UnsubscribedAt,
        ConsentStatus::Bounced => Field::BouncedAt,
        ConsentStatus::Complained => Field::ComplaintAt,
        ConsentStatus::Erased => Field::ErasedAt,
        ConsentStatus::Suppressed | ConsentStatus::Unknown => return None,
    })
}

/// What a table is called, from the title right above it to the name of the file.
pub(super) fn names_of<'a>(table: &TableSample<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    table.sheet.rsplit('!').chain([table.file_name])
}

/// The one state a name has a word for: `unsubscribed_email_audience_export_…`. A name with two says neither.
fn state_in_name(name: &str, states: &[(&str, ConsentStatus)]) -> Option<TableState> {
    let words = words_of(name);
    let mut said = words.iter().enumerate().filter_map(|(at, word)| {
        let status = states.iter().find(|(state, _)| state == word)?.1;
        let denied = at > 0 && matches!(words[at - 1].as_str(), "non" | "not" | "no" | "never");
        Some(if denied { ConsentStatus::Unknown } else { status })
    });
    let status = said.next()?;
    said.all(|other| other == status)
        .then_some(TableState { status, why: "the name of the table says the state of all its rows" })
}

/// A no in the name of a list, or the doubt that a name casts on everybody on it.
fn refusal_in_name(name: &str) -> Option<TableState> {
    let status = table_name::refusal_in_name(name)?;
    let why = match status {
        ConsentStatus::Unknown => "the name of the table speaks of a no, so nobody on it is taken to have said yes",
        _ => "the name of the table says that nobody on it may be written to",
    };
    Some(TableState { status, why })
}

/// That nobody on a list has confirmed, in its name.
fn unconfirmed_in_name(name: &str) -> Option<TableState> {
    let why = "the name of the table says that nobody on it has confirmed";
    table_name::is_unconfirmed(name).then_some(TableState { status: ConsentStatus::Pending, why })
}

/// The words of a name, folded.
fn words_of(name: &str) -> Vec<String> {
    let spaced = fold(name).replace(['-', '_'], " ");
    spaced.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::systems::STATE_WORDS;

    fn name(name: &str) -> Option<ConsentStatus> {
        state_in_name(name, STATE_WORDS).map(|state| state.status)
    }

    #[test]
    fn the_name_of_a_mailchimp_table_carries_its_state() {
        assert_eq!(name("subscribed_email_audience_export_0a1b2c.csv"), Some(ConsentStatus::Given));
        assert_eq!(name("unsubscribed_members_export_0a1b2c.csv"), Some(ConsentStatus::Withdrawn));
        assert_eq!(name("cleaned_segment_export_0a1b2c.csv"), Some(ConsentStatus::Bounced));
        assert_eq!(name("nonsubscribed_email_audience_export_0a1b2c.csv"), Some(ConsentStatus::Unknown));
        assert_eq!(name("non-subscribed_email_audience_export_0a1b2c.csv"), Some(ConsentStatus::Unknown));
        assert_eq!(name("audience.csv"), None);
        assert_eq!(name("subscribed and unsubscribed.csv"), None);
    }
}
