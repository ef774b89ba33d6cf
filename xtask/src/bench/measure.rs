//! Runs a program and measures it from outside: wall clock, peak memory, and what it says of its stations.

use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::Context as _;

use crate::command::shown;

/// What one run cost.
#[derive(Debug)]
pub(super) struct Measured {
    /// Wall clock of the whole process.
    pub(super) seconds: f64,
    /// The most memory the process held at once, in MiB (the largest process, if it started others).
    pub(super) peak_mib: f64,
    /// What the program said of its stations, in its order.
    pub(super) stations: Vec<Station>,
    /// Rows that were read, as far as the program says.
    pub(super) rows: u64,
    /// How it ended; `None` if by a signal.
    pub(super) code: Option<i32>,
    /// Everything else it wrote to standard output.
    pub(super) said: String,
}

/// One line `timing<TAB>station<TAB>seconds<TAB>rows`.
#[derive(Debug, PartialEq)]
pub(super) struct Station {
    /// Its name.
    pub(super) name: String,
    /// How long it took.
    pub(super) seconds: f64,
    /// How many rows went through.
    pub(super) rows: u64,
}

/// Runs a program to its end and measures it.
///
/// # Errors
/// When it could not be started, or the measuring program (`/usr/bin/time`) said nothing.
pub(super) fn measure(program: &Command) -> anyhow::Result<Measured> {
    println!("$ {}", shown(program));
    let report = std::env::temp_dir().join(format!("bonafide-bench-{}", std::process::id()));
    let mut timed = Command::new("/usr/bin/time");
    timed.args(["-q", "-f", "%M", "-o"]).arg(&report);
    timed.arg(program.get_program()).args(program.get_args());
    timed.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let start = Instant::now();
    let ended = timed.stdin(Stdio::null()).output().context("/usr/bin/time could not be started")?;
    let seconds = start.elapsed().as_secs_f64();
    let peak = std::fs::read_to_string(&report).context("/usr/bin/time wrote no report")?;
    // The report is ours and lies in the folder for temporary files: a leftover harms nobody.
    let _ = std::fs::remove_file(&report);
    let peak_kib: f64 = peak.trim().parse().context("/usr/bin/time reported no memory")?;

    let errors = String::from_utf8_lossy(&ended.stderr);
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    let stations: Vec<Station> = errors.lines().chain(said.lines()).filter_map(station).collect();
    errors.lines().filter(|line| station(line).is_none()).for_each(|line| eprintln!("{line}"));
    let rows = stations.iter().map(|station| station.rows).max().unwrap_or_default();
    Ok(Measured { seconds, peak_mib: peak_kib / 1024.0, stations, rows, code: ended.status.code(), said })
}

fn station(line: &str) -> Option<Station> {
    let mut parts = line.strip_prefix("timing\t")?.split('\t');
    let (name, seconds, rows) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Station { name: name.to_owned(), seconds: seconds.parse().ok()?, rows: rows.trim_end().parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timing_line_names_station_seconds_and_rows() {
        let import = Station { name: "import".into(), seconds: 2.25, rows: 2_100_000 };
        assert_eq!(station("timing\timport\t2.25\t2100000"), Some(import));
        assert_eq!(station("import took 2.25 seconds"), None);
    }
}
