//! What was mended in the rows of a table, for a person to read: a line by kind with the first row numbers.

use bonafide::import::Repairs;
use bonafide::texts::{number, text};

/// How many rows of a kind are named.
const NAMED: usize = 8;

/// A sentence by kind.
pub fn sentences(repairs: &Repairs) -> Vec<String> {
    let sentence = |(repair, found): (&bonafide::import::Repair, &bonafide::import::RepairedRows)| {
        let mut rows: Vec<String> = found.first.iter().take(NAMED).map(u32::to_string).collect();
        if found.rows > rows.len() as u64 {
            rows.push("…".to_owned());
        }
        let arguments = [
            ("what", text(repair.key(), &[]).into()),
            ("count", found.rows.into()),
            ("shown", number(found.rows).into()),
            ("rows", rows.join(", ").into()),
        ];
        text("terminal-repaired", &arguments)
    };
    repairs.kinds.iter().map(sentence).collect()
}
