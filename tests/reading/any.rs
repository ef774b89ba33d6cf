//! Any bytes, and any table.

use bonafide::import::Limits;
use proptest::prelude::*;

use super::opened::{cells, read, try_open};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_end_in_rows_or_in_an_error(content in prop::collection::vec(prop_oneof![
        3 => prop::sample::select(b"ab1@.,;\t|\"'\\\r\n =".to_vec()), 1 => any::<u8>()
    ], 0..400)) {
        if let Ok(opened) = try_open("any.csv", &content, &Limits::default()) {
            for table in 0..opened.source.tables.len() {
                read(&opened.source, table);
            }
        }
    }

    #[test]
    fn a_table_of_any_cells_reads_back_identical(
        rows in prop::collection::vec(("[a-z]{1,8}@example\\.org", "[ -~àéöß東\\n]{0,12}", "[ -~àéöß\\r\\n]{0,12}", "[0-9]{1,5}"), 4..30)
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["Email", "Note", "More", "Score"]).unwrap();
        let expected: Vec<Vec<String>> = rows.into_iter().map(|(a, b, c, d)| vec![a, b, c, d]).collect();
        for row in &expected {
            writer.write_record(row).unwrap();
        }
        let content = writer.into_inner().unwrap();
        prop_assert_eq!(cells(&content), expected);
    }
}

#[test]
fn backslashes_that_bring_no_row_into_order_are_text() {
    for note in ["0\\\n", "\n\\", "a\\,b", "C:\\x\\"] {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let rows = [
            ["Email", "Note", "More"],
            ["a@example.org", "\r\\", "1"],
            ["b@example.org", note, "2"],
            ["c@example.org", "", "3"],
        ];
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let content = writer.into_inner().unwrap();
        assert_eq!(cells(&content), rows[1..], "{note:?}");
    }
}
