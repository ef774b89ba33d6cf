//! How long recognition takes.

use crate::opened::{Opened, opened};

/// What a table is, is decided from a sample: a file of a hundred thousand rows takes no longer than one of a thousand.
#[test]
fn recognition_takes_a_tenth_of_a_second_at_most_whatever_the_size_of_the_file() {
    let of_rows = |rows: usize| {
        let mut text = String::from("E-mail;Namn;Land;Samtycke;Samtyckesdatum;Källa;Status\n");
        for row in 0..rows {
            let (day, month) = (row % 28 + 1, row % 12 + 1);
            text += &format!("p{row}@example.org;Ada {row};Sverige;ja;{day:02}/{month:02}/2024;mässa;active\n");
        }
        opened(text)
    };
    let (small, large) = (of_rows(1_000), of_rows(100_000));
    let recognise = |opened: &Opened| {
        let table = &opened.source.tables[0];
        let start = std::time::Instant::now();
        let found = bonafide::case::recognise_table("list.csv", table, &bonafide::import::Corrections::none(), None);
        (found, start.elapsed())
    };
    recognise(&small);
    let (of_small, _) = recognise(&small);
    let (of_large, took) = recognise(&large);
    assert_eq!(small.source.tables[0].sample, large.source.tables[0].sample, "both see the same sample");
    assert_eq!(of_small, of_large);
    // Unoptimised and on a busy machine there must only be no explosion.
    let limit = if cfg!(debug_assertions) { 2_000 } else { 100 };
    assert!(took.as_millis() < limit, "{took:?}");
}
