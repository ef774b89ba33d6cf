//! Rows that go on with the row above, in a table whose system nobody knows by its labels: one person, several rows of a
//! list that is theirs, and only the first has the person (Odoo in any language).

use super::TableSample;
use crate::import::ColumnMeaning;
use crate::vocabulary::Field;

/// The columns, from 1, that rows going on with the row above leave empty: all whose names are not `List/Column`, where
/// several are of one list and a row of the sample has nothing but those.
pub(super) fn carried_down(table: &TableSample<'_>, columns: &[ColumnMeaning]) -> Vec<u32> {
    let lists: Vec<Option<&str>> = table.header.iter().map(|header| list_of(header)).collect();
    let Some(list) =
        lists.iter().flatten().find(|list| lists.iter().filter(|other| *other == &Some(**list)).count() > 1)
    else {
        return Vec::new();
    };
    let of_list = |at: &usize| lists[*at] == Some(*list);
    let own: Vec<usize> = (0..lists.len()).filter(|at| !table.header[*at].trim().is_empty() && !of_list(at)).collect();
    let reaches = |at: &usize| matches!(columns[*at].field, Some(Field::Email | Field::Phone));
    let filled = |row: &[String], at: usize| row.get(at).is_some_and(|cell| !cell.trim().is_empty());
    let goes_on = |row: &Vec<String>| {
        !own.iter().any(|at| filled(row, *at)) && (0..lists.len()).filter(of_list).any(|at| filled(row, at))
    };
    // What another row has the person of may be their no, and never their yes.
    let grants = |at: usize| {
        use Field::{ConfirmedAt, ConsentAt, OptinEmail, OptinPhone, OptinPost, OptinSms, Status};
        let field = columns[at].field.filter(|_| !columns[at].is_unsure());
        matches!(field, Some(OptinEmail | OptinSms | OptinPhone | OptinPost | ConsentAt | ConfirmedAt | Status))
    };
    if (0..lists.len()).filter(of_list).any(grants) {
        return Vec::new();
    }
    if !own.iter().any(reaches) || !table.sample.iter().skip(1).any(goes_on) {
        return Vec::new();
    }
    own.into_iter().filter_map(|at| u32::try_from(at + 1).ok()).collect()
}

/// What stands before the stroke of a header, if something does, and something behind it.
fn list_of(header: &str) -> Option<&str> {
    let (list, column) = header.split_once('/')?;
    (!list.trim().is_empty() && !column.trim().is_empty()).then(|| list.trim())
}
