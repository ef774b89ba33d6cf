//! Counts tests by what the test runners themselves say at their end.

/// How many tests passed, failed, and were left out.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Passed.
    pub(crate) passed: u64,
    /// Failed, timed out, or could not be started.
    pub(crate) failed: u64,
    /// Left out.
    pub(crate) skipped: u64,
}

impl Tally {
    /// Adds what a line of output says, if it is the closing line of nextest or of `cargo test`.
    pub(crate) fn read(&mut self, line: &str) {
        let line = without_colours(line);
        let Some(counts) = closing(line.trim_start()) else { return };
        let words: Vec<&str> = counts.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(count) = pair[0].parse::<u64>() else { continue };
            match pair[1] {
                "passed" => self.passed += count,
                "failed" | "timed" | "exec" => self.failed += count,
                "skipped" | "ignored" => self.skipped += count,
                _ => {}
            }
        }
    }
}

/// The counts of a closing line.
fn closing(line: &str) -> Option<&str> {
    if let Some(counts) = line.strip_prefix("test result:") {
        return Some(counts);
    }
    line.strip_prefix("Summary [")?.split_once("run:").map(|(_, counts)| counts)
}

/// The line without terminal colours.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, escape)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = escape.split_once('m').map_or("", |(_, after)| after);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn the_closing_lines_of_both_runners_add_up() {
        let counted = tally(&[
            "     Summary [   2.134s] 212 tests run: 210 passed (3 slow, 1 leaky), 1 failed, 1 timed out, 4 skipped",
            "test result: ok. 3 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.30s",
        ]);
        assert_eq!(counted, Tally { passed: 213, failed: 2, skipped: 6 });
    }

    #[test]
    fn colours_do_not_hide_a_closing_line() {
        let counted = tally(&[
            "\u{1b}[32;1m     Summary\u{1b}[0m [   0.015s] \u{1b}[1m5\u{1b}[0m tests run: \u{1b}[1m5\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, 0 skipped",
        ]);
        assert_eq!(counted, Tally { passed: 5, failed: 0, skipped: 0 });
    }

    #[test]
    fn a_line_in_the_middle_of_a_run_counts_nothing() {
        let counted =
            tally(&["PASS [0.010s] bonafide tests::a_case_with_3_passed", "a test printed: 7 passed, 7 failed"]);
        assert_eq!(counted, Tally::default());
    }
}
