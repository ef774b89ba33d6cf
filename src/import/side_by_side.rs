//! Several lists side by side on one sheet: `Email, Name` of those who subscribed, and to their right of those who left.
//! Read as one row, the second person would be nobody.

use super::layout::{Layout, is_named};
use super::recognise::refusal_in_name;
use super::text::Shape;
use crate::vocabulary::Field;

/// Columns of one list among several on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    pub from: usize,
    /// The column behind its last.
    pub to: usize,
    /// How many columns all lists have together.
    pub all: usize,
}

/// The lists of a sheet with their titles, if there are several side by side; empty otherwise.
pub(crate) fn lists(table: &Layout, rows: &[(u32, Vec<String>)]) -> Vec<(String, Layout)> {
    if table.header_row == 0 || table.window.is_some() {
        return Vec::new();
    }
    let data: Vec<&[String]> =
        rows.iter().filter(|(number, _)| *number >= table.first_row).map(|(_, cells)| &cells[..]).collect();
    let blocks = blocks(&table.header, &data);
    let mut titles: Vec<String> = Vec::new();
    let lists = blocks.iter().enumerate().map(|(at, (from, to))| {
        let names = &table.header[*from..*to];
        let group = names.first().and_then(|name| name.split_once(": ")).map(|(group, _)| group.to_owned());
        let alone = (names.len() == 1).then(|| names[0].clone());
        let mut title = group.clone().or(alone).unwrap_or_else(|| (at + 1).to_string());
        if titles.contains(&title) {
            title = format!("{title} ({})", at + 1);
        }
        titles.push(title.clone());
        let own = |name: &String| {
            let prefix = group.as_ref().map(|group| format!("{group}: "));
            prefix.and_then(|prefix| name.strip_prefix(&prefix)).unwrap_or(name).to_owned()
        };
        let window = Some(Window { from: *from, to: *to, all: table.width() });
        (title, Layout { header: names.iter().map(own).collect(), window, ..table.clone() })
    });
    lists.collect()
}

/// Where the lists begin and end, if there are several.
fn blocks(header: &[String], data: &[&[String]]) -> Vec<(usize, usize)> {
    let cells =
        |column: usize| data.iter().filter_map(move |row| row.get(column)).filter(|cell| !cell.trim().is_empty());
    let holds_addresses = |column: usize| {
        let (all, emails) = cells(column)
            .fold((0, 0), |(all, emails), cell| (all + 1, emails + usize::from(Shape::of(cell) == Shape::Email)));
        emails > 0 && emails * 10 >= all * 7
    };
    // A column for each kind of people, and nothing else.
    if header.len() > 1
        && (0..header.len()).all(|column| !header[column].trim().is_empty() && holds_addresses(column))
        && header.iter().any(|name| refusal_in_name(name).is_some())
        && header.iter().any(|name| refusal_in_name(name).is_none() && !is_named(name, &[Field::Email]))
    {
        return (0..header.len()).map(|column| (column, column + 1)).collect();
    }
    let empty = |column: usize| header[column].trim().is_empty() && cells(column).next().is_none();
    let mut blocks: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for column in 0..=header.len() {
        let gap = column == header.len() || empty(column);
        match (start, gap) {
            (None, false) => start = Some(column),
            (Some(from), true) => {
                blocks.push((from, column));
                start = None;
            }
            _ => {}
        }
    }
    let own_name = |name: &str| name.rsplit_once(": ").map_or(name, |(_, name)| name).trim().to_lowercase();
    let addresses = |(from, to): &(usize, usize)| {
        let named = |column: &usize| is_named(&own_name(&header[*column]), &[Field::Email]) && holds_addresses(*column);
        (*from..*to).filter(named).map(|column| own_name(&header[column])).collect::<Vec<_>>()
    };
    let first = blocks.first().map(addresses).unwrap_or_default();
    let same = blocks.len() > 1 && first.len() == 1 && blocks.iter().all(|block| addresses(block) == first);
    if same { blocks } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(rows: &[&str]) -> Vec<(String, String)> {
        let rows: Vec<(u32, Vec<String>)> =
            (1..).zip(rows).map(|(number, row)| (number, row.split(',').map(str::to_owned).collect())).collect();
        let table = Layout::of(&rows, Some(rows[0].1.len()));
        lists(&table, &rows).into_iter().map(|(title, list)| (title, list.header.join(","))).collect()
    }

    fn expected(lists: &[(&str, &str)]) -> Vec<(String, String)> {
        lists.iter().map(|(title, names)| ((*title).to_owned(), (*names).to_owned())).collect()
    }

    #[test]
    fn lists_with_an_empty_column_between_them_are_several() {
        let rows = ["Email,Name,,Email,Name", "a@example.org,Ada,,b@example.org,Bo", "c@example.org,Cy,,,"];
        assert_eq!(titles(&rows), expected(&[("1", "Email,Name"), ("2", "Email,Name")]));
        let grouped = ["Subscribed,,,Unsubscribed,", rows[0], rows[1], rows[2]];
        assert_eq!(titles(&grouped), expected(&[("Subscribed", "Email,Name"), ("Unsubscribed", "Email,Name")]));
    }

    #[test]
    fn a_column_of_addresses_for_each_state_is_a_list_for_each() {
        let rows = ["Subscribed,Unsubscribed", "a@example.org,b@example.org", "c@example.org,"];
        assert_eq!(titles(&rows), expected(&[("Subscribed", "Subscribed"), ("Unsubscribed", "Unsubscribed")]));
    }

    #[test]
    fn two_addresses_of_one_person_are_one_list() {
        for rows in [
            ["Email,Email 2", "a@example.org,b@example.org"],
            ["Email,Name,Private email", "a@example.org,Ada,b@example.org"],
            ["Email,,Second email", "a@example.org,,b@example.org"],
        ] {
            assert_eq!(titles(&rows), [], "{rows:?}");
        }
    }
}
