//! Measurements as Markdown.

use std::fmt::Write as _;

use super::measure::{Measured, Station};

/// One line of a table of stations.
pub(super) struct Line {
    name: String,
    seconds: f64,
    rows: u64,
    peak_mib: Option<f64>,
}

impl Line {
    pub(super) fn of_station(station: &Station) -> Self {
        Self { name: station.name.clone(), seconds: station.seconds, rows: station.rows, peak_mib: None }
    }

    pub(super) fn whole(name: &str, measured: &Measured) -> Self {
        Self {
            name: name.to_owned(),
            seconds: measured.seconds,
            rows: measured.rows,
            peak_mib: Some(measured.peak_mib),
        }
    }
}

/// Seconds, rows and rows a second per station.
pub(super) fn stations(lines: &[Line]) -> String {
    let mut table =
        String::from("| station | seconds | rows | rows a second | peak memory |\n|---|---:|---:|---:|---:|\n");
    for line in lines {
        let peak = line.peak_mib.map_or(String::new(), |peak| format!("{peak:.0} MiB"));
        let (rows, rate) = (counted(line.rows), rate(line.rows, line.seconds));
        // Writing to a text cannot fail.
        let _ = writeln!(table, "| {} | {:.2} | {rows} | {rate} | {peak} |", line.name, line.seconds);
    }
    table
}

/// How the cost grows with the size; the last column is flat when it grows in step.
pub(super) fn growth<'a>(runs: impl Iterator<Item = (u32, &'a Measured)>) -> String {
    let mut table =
        String::from("| people | rows | seconds | peak memory | µs a person |\n|---:|---:|---:|---:|---:|\n");
    for (people, measured) in runs {
        let each = measured.seconds * 1e6 / f64::from(people.max(1));
        let (people, rows) = (thousands(u64::from(people)), counted(measured.rows));
        let (seconds, peak) = (measured.seconds, measured.peak_mib);
        let _ = writeln!(table, "| {people} | {rows} | {seconds:.2} | {peak:.0} MiB | {each:.2} |");
    }
    table
}

/// Groups the digits by three: 2,100,000.
pub(super) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn counted(rows: u64) -> String {
    if rows == 0 { String::new() } else { thousands(rows) }
}

fn rate(rows: u64, seconds: f64) -> String {
    if rows == 0 || seconds <= 0.0 {
        return String::new();
    }
    // Rounded to thousands: more digits would claim more than one run can know.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "shown rounded"
    )]
    let rate = (rows as f64 / seconds / 1000.0).round() as u64 * 1000;
    thousands(rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, seconds: f64, rows: u64, peak_mib: Option<f64>) -> Line {
        Line { name: name.into(), seconds, rows, peak_mib }
    }

    #[test]
    fn a_station_shows_its_rate_and_a_run_its_peak() {
        let lines = [line("import", 2.0, 2_100_000, None), line("**whole run**", 5.5, 0, Some(512.4))];
        let table = stations(&lines);
        assert!(table.contains("| import | 2.00 | 2,100,000 | 1,050,000 |  |\n"), "{table}");
        assert!(table.contains("| **whole run** | 5.50 |  |  | 512 MiB |\n"), "{table}");
    }

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!([0, 999, 1_000, 2_100_000].map(thousands), ["0", "999", "1,000", "2,100,000"]);
    }
}
