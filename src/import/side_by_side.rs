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
    if let Some(groups) = groups(header, &holds_addresses) {
        return groups;
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

/// Where the lists begin and end that stand under a group each, `Newsletter` and `kein Newsletter`, or that repeat their
/// names. Each has the same names, an address among them; one of addresses alone is another address of one person,
/// unless a group says a no.
fn groups(header: &[String], holds_addresses: &dyn Fn(usize) -> bool) -> Option<Vec<(usize, usize)>> {
    let own = |name: &str| name.rsplit_once(": ").map_or(name, |(_, name)| name).trim().to_lowercase();
    let first = own(header.first()?);
    let starts: Vec<usize> = (0..header.len()).filter(|at| own(&header[*at]) == first).collect();
    let width = starts.get(1).copied()?;
    let even = header.len().is_multiple_of(width) && starts.iter().enumerate().all(|(at, start)| *start == at * width);
    if !even || starts.len() * width != header.len() || first.is_empty() {
        return None;
    }
    let block = |start: usize| header[start..start + width].iter().map(|name| own(name)).collect::<Vec<_>>();
    let names = block(0);
    let email = names.iter().position(|name| is_named(name, &[Field::Email]))?;
    let addresses = starts.iter().all(|start| holds_addresses(start + email));
    let refuses = starts
        .iter()
        .any(|start| header[*start].rsplit_once(": ").is_some_and(|(group, _)| refusal_in_name(group).is_some()));
    let same = starts.iter().all(|start| block(*start) == names);
    (same && addresses && (width > 1 || refuses)).then(|| starts.iter().map(|start| (*start, start + width)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_under_a_group_each_are_several_without_a_gap_between_them() {
        let people = ["A,a@example.org,B,b@example.org", "C,c@example.org,,"];
        for (groups, names) in [
            ("Newsletter,,kein Newsletter,", "Name,E-Mail,Name,E-Mail"),
            ("Subscribed,,Unsubscribed,", "Name,Email,Name,Email"),
            ("Inscrits,,Désinscrits,", "Nom,E-mail,Nom,E-mail"),
        ] {
            let rows = [&[groups, names][..], &people].concat();
            let (first, second) = groups.split_once(",,").unwrap_or_default();
            let name = names[..names.len() / 2].to_owned();
            let expected = [(first.to_owned(), name.clone()), (second.trim_end_matches(',').to_owned(), name)];
            assert_eq!(titles(&rows), expected, "{groups}");
        }
        let bare = ["Name,E-Mail,Name,E-Mail", people[0], people[1]];
        assert_eq!(titles(&bare).len(), 2);
        let private = ["Privat,Büro", "E-Mail,E-Mail", "a@example.org,b@example.org"];
        assert_eq!(titles(&private), [], "two addresses of one person");
    }

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
