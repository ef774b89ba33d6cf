//! Several tables on one sheet, one below the other: under a header of its own, or under a line that refuses and the
//! header of the first.

use std::collections::BTreeSet;

use super::layout::{Layout, column_of_people, names_columns_again, names_people, same_columns};
use super::recognise::{names_others, refusal_in_name};
use super::text::Shape;

/// More tables are not looked for on one sheet.
const MOST: usize = 64;

/// The tables of a sheet with their titles, if there are several below each other; empty otherwise. The first has no
/// title of its own here.
pub(crate) fn tables(first: &Layout, rows: &[(u32, Vec<String>)]) -> Vec<(String, Layout)> {
    if first.window.is_some() || first.first_row == 0 {
        return Vec::new();
    }
    let begin = rows.partition_point(|(number, _)| *number < first.first_row);
    let mut parts: Vec<(String, u32, Layout)> = Vec::new();
    let mut header: &[String] = &first.header;
    let mut refusing = false;
    let mut people = false;
    let mut at = begin;
    while at < rows.len() && parts.len() < MOST {
        let (number, cells) = &rows[at];
        let apart = at > 0 && rows[at - 1].0 + 1 < *number;
        let title = title(cells);
        let below = rows.get(at + 1).filter(|(_, cells)| filled(cells) > 1);
        let names = match (title, below) {
            (Some(_), Some(below)) if names_people(&below.1) => Some(below),
            _ => {
                let again = people && names_columns_again(cells, column_of_people(header));
                (again && !same_columns(header, cells)).then_some(&rows[at])
            }
        };
        if let Some((names_row, names)) = names.filter(|_| people) {
            let layout =
                Layout { header_row: *names_row, first_row: names_row + 1, header: names.clone(), ..Layout::default() };
            refusing = title.is_some_and(|title| refusal_in_name(title).is_some());
            parts.push((title.map_or_else(|| untitled(*names_row), str::to_owned), *number, layout));
            header = names;
            at += if title.is_some() { 2 } else { 1 };
            continue;
        }
        let refuses = title.is_some_and(|title| refusal_in_name(title).is_some());
        let ends = refusing && title.is_some_and(|title| apart || names_others(title));
        if let Some(title) = title.filter(|_| people && below.is_some() && (refuses || ends)) {
            let of = parts.iter().rev().map(|(.., layout)| layout).find(|layout| layout.header == header);
            let layout = Layout { first_row: number + 1, ..of.unwrap_or(first).clone() };
            refusing = refuses;
            parts.push((title.to_owned(), *number, layout));
        }
        people |= filled(cells) > 1;
        at += 1;
    }
    if parts.is_empty() {
        return parts.into_iter().map(|(title, _, layout)| (title, layout)).collect();
    }
    let ends: Vec<u32> = parts.iter().skip(1).map(|(_, from, _)| *from).chain([u32::MAX]).collect();
    let mut named = BTreeSet::new();
    let mut tables = vec![(String::new(), Layout { rows: Some((0, parts[0].1)), ..first.clone() })];
    tables.extend(parts.into_iter().zip(ends).map(|((title, from, layout), to)| {
        let own = rows.iter().filter(|(number, _)| (layout.first_row..to).contains(number));
        let width = own.map(|(_, cells)| cells.len()).max().unwrap_or(0).max(layout.header.len());
        let mut header = layout.header;
        header.resize(width, String::new());
        (unlike_others(&title, &mut named), Layout { rows: Some((from, to)), header, ..layout })
    }));
    tables
}

/// What a table without a title is called.
pub(crate) fn untitled(row: u32) -> String {
    format!("from row {row}")
}

/// A title, with a number where it comes again.
pub(crate) fn unlike_others(title: &str, named: &mut BTreeSet<String>) -> String {
    let mut unlike = title.to_owned();
    for again in 2.. {
        if named.insert(unlike.clone()) {
            break;
        }
        unlike = format!("{title} ({again})");
    }
    unlike
}

fn filled(cells: &[String]) -> usize {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// The one text of a row that has no other, as a line over a table has.
fn title(cells: &[String]) -> Option<&str> {
    let mut texts = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let title = texts.next().filter(|_| texts.next().is_none())?;
    (Shape::of(title) == Shape::Text && title.chars().count() <= 80).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Title, header and rows of a table.
    type Told = (String, String, Option<(u32, u32)>);

    fn stack(rows: &[&str]) -> Vec<Told> {
        let rows: Vec<(u32, Vec<String>)> = (1..)
            .zip(rows)
            .filter(|(_, row)| !row.is_empty())
            .map(|(number, row)| (number, row.split(',').map(str::to_owned).collect()))
            .collect();
        let first = Layout::of(&rows, None);
        tables(&first, &rows).into_iter().map(|(title, table)| (title, table.header.join(","), table.rows)).collect()
    }

    #[test]
    fn rows_below_another_header_are_a_table_of_their_own() {
        for (first, second) in [
            ("Email,Name,Newsletter", "Email,Name,Unsubscribed"),
            ("E-Mail,Name,Angemeldet am", "E-Mail,Name,Abgemeldet am"),
            ("Email,Newsletter,SMS", "Email,SMS,Newsletter"),
            ("E-post,Namn,Nyhetsbrev", "Namn,E-post,Avregistrerad"),
            ("Sähköposti,Nimi,Uutiskirje", "Sähköposti,Nimi,Peruttu"),
        ] {
            for between in [&[][..], &[""], &["Abgemeldet"]] {
                let rows = [
                    &[first, "a@example.org,yes,yes", "b@example.org,no,no"],
                    between,
                    &[second],
                    &["c@example.org,x,yes"],
                ];
                let found = stack(&rows.concat());
                assert_eq!(found.len(), 2, "{first} {second} {between:?}: {found:?}");
                assert_eq!(found[1].1, second);
            }
        }
    }

    #[test]
    fn the_same_header_again_begins_no_other_table() {
        for second in ["Email,Name,Newsletter", "Email,Name,newsletter", "E-Mail,Name,Newsletter"] {
            let rows = ["Email,Name,Newsletter", "a@example.org,A,yes", second, "b@example.org,B,yes"];
            assert_eq!(stack(&rows), [], "{second}");
        }
    }

    #[test]
    fn rows_below_a_line_that_refuses_have_the_header_above() {
        let rows = ["Name,E-Mail,Datum", "A,a@example.org,2024-01-01", "Abgemeldet", "B,b@example.org,2024-02-01"];
        let found = stack(&rows);
        assert_eq!(found[1], ("Abgemeldet".to_owned(), "Name,E-Mail,Datum".to_owned(), Some((3, u32::MAX))));
        let rows =
            [&rows[..], &["C", "D,d@example.org,2024-02-01", "", "Aktive", "E,e@example.org,2024-03-01"]].concat();
        let titles: Vec<String> = stack(&rows).into_iter().map(|(title, ..)| title).collect();
        assert_eq!(titles, ["", "Abgemeldet", "Aktive"], "a person of whom only the name is known ends nothing");
    }

    #[test]
    fn people_without_an_address_begin_no_table() {
        let rows = ["Email,Name,Channel", "a@example.org,Ann,Phone", ",Mail,Phone", "n/a,Bo,Email", ",Post,E-Mail"];
        assert_eq!(stack(&rows), []);
    }
}
