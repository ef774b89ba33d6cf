//! Columns of addresses that are not the person's: an adviser's, a shop's, a household's. Their headers have too many
//! words; what gives them away is that one address of theirs stands beside several of another column.

use std::collections::{BTreeMap, BTreeSet};

use super::TableSample;
use super::idea::{By, Idea};
use crate::vocabulary::{Category, Field};

/// An address that stands beside so many others, in a column that has a third of the other's addresses at most, is not
/// the person's.
const SEVERAL: usize = 3;
/// How much less sure a column is that shares its addresses: the other one names the person.
const LESS_SURE: f32 = 0.05;

/// Finds, among several columns of addresses, those whose addresses are shared by people who have one of their own.
pub(super) fn settle(ideas: &mut [Idea], table: &TableSample<'_>) {
    let columns: Vec<usize> = (0..ideas.len()).filter(|at| ideas[*at].field == Some(Field::Email)).collect();
    let addresses = |column: usize| {
        let cells = table.sample.iter().map(move |row| row.get(column).map_or("", |cell| cell.trim()));
        cells.map(|cell| if cell.contains('@') { cell } else { "" })
    };
    let distinct = |column: usize| addresses(column).filter(|cell| !cell.is_empty()).collect::<BTreeSet<_>>().len();
    let Some(own) = columns.iter().copied().rev().max_by_key(|column| distinct(*column)) else { return };
    for column in columns {
        if column == own || ideas[column].by == By::System {
            continue;
        }
        let mut beside: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (shared, theirs) in addresses(column).zip(addresses(own)) {
            if !shared.is_empty() && !theirs.is_empty() && !shared.eq_ignore_ascii_case(theirs) {
                beside.entry(shared).or_default().insert(theirs);
            }
        }
        let most = beside.values().map(BTreeSet::len).max().unwrap_or(0);
        if most < 2 || distinct(column) >= distinct(own) {
            continue;
        }
        let why = format!("one of its addresses stands beside {most} of “{}”", table.header[own].trim());
        if most >= SEVERAL && distinct(column) * SEVERAL <= distinct(own) {
            ideas[column] = Idea {
                by: By::Content,
                ..Idea::nothing(Category::Other, 0.8, &format!("somebody else's address: {why}"))
            };
        } else {
            let sure = ideas[own].confidence - LESS_SURE;
            let idea = &mut ideas[column];
            idea.confidence = idea.confidence.min(sure);
            idea.why.push_str(&format!("; it is shared: {why}"));
        }
    }
}
