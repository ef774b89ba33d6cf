//! One row that a person wrote or mended, parted as the table it belongs to.

use super::dialect::Dialect;
use super::record::Record;
use super::records::Records;

/// The cells of a row as the reader of a table parts it; `None` if the text goes on behind its first row.
pub fn part(row: &str, delimiter: &str, width: usize) -> Option<Vec<String>> {
    let bytes = row.as_bytes();
    let dialect = Dialect { delimiter: delimiter.as_bytes().to_vec(), ..Dialect::default() };
    let mut record = Record::default();
    let used = Records::new(dialect, Some(width)).next(0, bytes, true, &mut record)?;
    let rest = &row[used..];
    let cells = || record.cells(bytes).map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    rest.trim().is_empty().then(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_parted_as_the_reader_parts_it_and_two_rows_are_not() {
        let one = |cells: &[&str]| Some(cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
        for (row, delimiter, expected) in [
            ("a,\"b, c\",d", ",", one(&["a", "b, c", "d"])),
            ("a,\"b\nc\",d\r\n", ",", one(&["a", "b\nc", "d"])),
            ("a;b;c", ",", one(&["a", "b", "c"])),
            ("a||b||c", "||", one(&["a", "b", "c"])),
            ("a,b\nc,d", ",", None),
            ("a,b\r\nc,d,e", ",", None),
            ("only one, it seems", "\t", one(&["only one, it seems"])),
        ] {
            assert_eq!(part(row, delimiter, 3), expected, "{row}");
        }
    }
}
