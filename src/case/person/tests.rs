#![allow(clippy::unwrap_used)]

use super::*;

#[test]
fn a_day_is_written_year_first() {
    assert_eq!((day(0), day(-1), day(20_758)), ("1970-01-01".into(), "1969-12-31".into(), "2026-11-01".into()));
}
