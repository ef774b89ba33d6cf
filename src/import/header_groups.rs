//! Headers of two rows: a row above the names says what several columns have in common, its text only in the first
//! of them where cells were merged, or in each.

use std::collections::BTreeSet;

use super::text::Shape;

/// Whether a row can name groups of the columns that `names` names.
pub(crate) fn groups(row: &[String], names: &[String]) -> bool {
    let texts: Vec<(usize, &str)> = filled(row).collect();
    let all_words = texts.iter().all(|(_, text)| Shape::of(text) == Shape::Text && !text.ends_with(':'));
    let (Some((last, _)), true) = (texts.last(), all_words) else { return false };
    // A row of a workbook ends with its last text: columns named above alone may stand behind it.
    let behind = texts.iter().filter(|(at, _)| *at >= names.len()).count();
    let wider = *last >= names.len() && (behind * 2 > texts.len() || texts.len() < 3);
    if wider || texts.iter().any(|(_, text)| text.chars().count() > 60) {
        return false;
    }
    // A title stands alone and first; a line “From, Ada” is followed by nothing.
    let apart = texts.windows(2).any(|pair| pair[1].0 > pair[0].0 + 1) || texts.len() == 1 && texts[0].0 > 0;
    let again = texts.windows(2).any(|pair| pair[0].1 == pair[1].1);
    // Merged cells at the end of a row of a workbook: beside a name that fills both rows, a group goes on to its right.
    let named_below = |at: usize| names.get(at).is_some_and(|name| !name.trim().is_empty());
    let goes_on = names.len() > last + 1 && named_below(*last) && texts.iter().any(|(at, _)| !named_below(*at));
    if !(apart || again || goes_on) {
        return false;
    }
    // There are fewer groups than names below them; a name that fills both rows is no group.
    let kinds: BTreeSet<&str> = texts.iter().filter(|(at, _)| named_below(*at)).map(|(_, text)| *text).collect();
    let named: Vec<&String> = names.iter().filter(|name| !name.trim().is_empty()).collect();
    !kinds.is_empty()
        && named.len() > kinds.len()
        && named.iter().all(|name| Shape::of(name) == Shape::Text)
        && distinct_below(row, names)
}

/// Whether no name stands twice below one group: groups are there to tell names apart.
fn distinct_below(row: &[String], names: &[String]) -> bool {
    let mut seen = BTreeSet::new();
    joined(row, names).iter().filter(|name| !name.is_empty()).all(|name| seen.insert(name.to_lowercase()))
}

/// The names with the groups they belong to: `Group: Name`.
pub(crate) fn joined(row: &[String], names: &[String]) -> Vec<String> {
    let mut group = "";
    let width = names.len().max(row.len());
    let cell = |cells: &'_ [String], at: usize| cells.get(at).map(|cell| cell.trim().to_owned()).unwrap_or_default();
    let above: Vec<String> = (0..width).map(|at| cell(row, at)).collect();
    (0..width)
        .map(|at| {
            let name = cell(names, at);
            if !above[at].is_empty() {
                // A name that fills both rows belongs to no group, and begins none.
                group = if name.is_empty() { "" } else { &above[at] };
                if name.is_empty() {
                    return above[at].clone();
                }
            }
            match (group.is_empty(), name.is_empty()) {
                (_, true) => String::new(),
                (true, false) => name,
                (false, false) if name.eq_ignore_ascii_case(group) => name,
                (false, false) => format!("{group}: {name}"),
            }
        })
        .collect()
}

fn filled(row: &[String]) -> impl Iterator<Item = (usize, &str)> {
    row.iter().map(|cell| cell.trim()).enumerate().filter(|(_, cell)| !cell.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &str) -> Vec<String> {
        row.split(';').map(str::to_owned).collect()
    }

    #[test]
    fn merged_cells_name_every_column_below_them() {
        let (above, names) = (cells("Person;;;Consent;"), cells("Name;Email;Phone;Status;Date"));
        assert!(groups(&above, &names));
        assert_eq!(
            joined(&above, &names),
            ["Person: Name", "Person: Email", "Person: Phone", "Consent: Status", "Consent: Date"]
        );
    }

    #[test]
    fn a_group_may_be_written_over_each_of_its_columns() {
        let (above, names) = (cells("Email;Email;SMS;SMS"), cells("Address;Opt-in;Number;Opt-in"));
        assert!(groups(&above, &names));
        assert_eq!(joined(&above, &names), ["Email: Address", "Email: Opt-in", "SMS: Number", "SMS: Opt-in"]);
    }

    #[test]
    fn a_name_that_fills_both_rows_is_in_no_group() {
        let (above, names) = (cells("Id;Person;;Consent;"), cells(";Name;Email;Status;Date"));
        assert!(groups(&above, &names));
        assert_eq!(joined(&above, &names), ["Id", "Person: Name", "Person: Email", "Consent: Status", "Consent: Date"]);
    }

    #[test]
    fn a_column_named_above_alone_may_be_the_last() {
        let (above, names) = (cells("Kunde;Adresse;Kontakt erlaubt;;;Notiz"), cells(";E-Mail;Mail;SMS;Brief"));
        assert!(groups(&above, &names));
        let expected = [
            "Kunde",
            "Adresse: E-Mail",
            "Kontakt erlaubt: Mail",
            "Kontakt erlaubt: SMS",
            "Kontakt erlaubt: Brief",
            "Notiz",
        ];
        assert_eq!(joined(&above, &names), expected);
    }

    #[test]
    fn titles_and_lines_of_a_preamble_are_no_groups() {
        let names = cells("Id;Name;Town;Since");
        for above in ["Report;;;", "From;Ada;;", "From:;;Ada;", "2024-01-01;;Ada;", ";;;", "a@example.org;;Ada;"] {
            assert!(!groups(&cells(above), &names), "{above}");
        }
    }
}
