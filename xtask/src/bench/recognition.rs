//! How long `bonafide recognise` takes, by the length and the width of a file.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::ensure;

use super::measure::measure;
use super::table;

/// Rows and columns of the files that are made.
const SHAPES: [(u32, u32); 5] = [(10, 8), (1_000, 8), (1_000_000, 8), (10_000, 100), (2_000, 1_000)];
/// How often each is recognised; the middle one is told.
const TIMES: usize = 5;

/// Makes files of each shape, has each recognised, and prints what the whole program took.
///
/// # Errors
/// When a file could not be written, or the program did not run.
pub(super) fn run(bonafide: &Path, folder: &Path) -> anyhow::Result<()> {
    let mut told = String::from("| rows | columns | bytes | milliseconds |\n|---:|---:|---:|---:|\n");
    for (rows, columns) in SHAPES {
        let path = folder.join(format!("recognise-{rows}-{columns}.csv"));
        let list = list(rows, columns);
        std::fs::write(&path, &list)?;
        let mut taken = Vec::new();
        for _ in 0..TIMES {
            let mut recognise = Command::new(bonafide);
            let measured = measure(recognise.arg("recognise").arg(&path))?;
            ensure!(measured.code == Some(0), "{} was not recognised", path.display());
            taken.push(measured.seconds * 1000.0);
        }
        taken.sort_by(f64::total_cmp);
        let (rows, bytes) = (table::thousands(rows.into()), table::thousands(list.len() as u64));
        // Writing to a text cannot fail.
        let _ = writeln!(told, "| {rows} | {} | {bytes} | {:.0} |", table::thousands(columns.into()), taken[TIMES / 2]);
    }
    print!("\n### Recognition\n\n{told}");
    Ok(())
}

/// A list of people; its columns beyond the sixth are of the kinds that stand in exports, under names that differ.
fn list(rows: u32, columns: u32) -> String {
    let more = columns.saturating_sub(6);
    let mut list = String::from("E-Mail;Vorname;Land;Newsletter;Angemeldet am;Quelle");
    for column in 0..more {
        let word = ["Kundenfeld", "Letzte Bestellung", "Umsatz", "Interesse", "Filiale"][column as usize % 5];
        let _ = write!(list, ";{word} {column}");
    }
    list.push('\n');
    for row in 0..rows {
        let (day, month) = (row % 28 + 1, row % 12 + 1);
        let _ = write!(list, "p{row}@example.org;Ada {row};Österreich;ja;{day:02}.{month:02}.2024;Messe");
        for column in 0..more {
            let _ = match column % 5 {
                0 => write!(list, ";K-{row}"),
                1 => write!(list, ";{day:02}.{month:02}.2025"),
                2 => write!(list, ";{row},{column:02}"),
                3 => write!(list, ";{}", ["ja", "", "nein"][(row + column) as usize % 3]),
                _ => write!(list, ";Filiale {}", row % 9),
            };
        }
        list.push('\n');
    }
    list
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn a_list_has_the_rows_and_columns_asked_for() {
        let list = list(3, 9);
        assert_eq!(list.lines().count(), 4);
        assert!(list.lines().all(|line| line.split(';').count() == 9), "{list}");
    }
}
