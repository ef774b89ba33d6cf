//! How rows are painted.

use super::{column, read_with};
use crate::import::Corrections;
use crate::vocabulary::Field;

#[test]
fn what_formatting_says_is_asked_about_where_it_may_tell_who_left() {
    let asked = |header: &str, mark: &str| {
        let rows =
            format!("Name;E-Mail;{header}\nAda;ada@example.org;\nBo;bo@example.org;{mark}\nCy;cy@example.org;\n");
        let found = read_with("list.xlsx", "", &rows, &Corrections::none());
        let column = column(&found, header);
        assert_eq!(column.field, None);
        column.perhaps
    };
    for mark in ["struck through", "red letters", "blue fill, struck through"] {
        assert_eq!(asked("(formatting of the row)", mark), Some(Field::Status), "{mark}");
    }
    assert_eq!(asked("(formatting of the row)", "blue fill"), None);
    assert_eq!(asked("(formatting of the row, explained above)", "blue fill"), Some(Field::Status));
}
