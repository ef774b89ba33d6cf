//! How lists name the column of a cell.

use crate::audit::TableFacts;
use crate::vocabulary::Column;

/// The header of a column; its letters where it has none; what stands for it where no column makes the statement.
pub fn column_name(table: &TableFacts, column: Column) -> String {
    match column.position() {
        None if column == Column::FILE_NAME => "(file name)".to_owned(),
        None => String::new(),
        Some(position) => match table.recognition.columns.get(position) {
            Some(known) if !known.header.trim().is_empty() => known.header.clone(),
            _ => spreadsheet_letters(position),
        },
    }
}

/// The letters a spreadsheet gives a column: 0 is A, 26 is AA.
pub fn spreadsheet_letters(position: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = position + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(spreadsheet_letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
