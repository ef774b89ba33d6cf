//! Progress bars on a terminal; nothing in a pipe.

use std::io::IsTerminal;
use std::ops::ControlFlow;
use std::time::Instant;

use bonafide::case::{Progress, Station};
use bonafide::texts::text;
use indicatif::{ProgressBar, ProgressStyle};

use crate::page::{left, shortened};

/// Columns of what stands before a bar.
const MESSAGE: usize = 32;

/// Shows how far the work is, and times the stations.
pub struct Watcher {
    shown: bool,
    file: String,
    bar: Option<(Station, ProgressBar)>,
    times: Vec<(Station, f64, u64)>,
    since: Instant,
    last: Option<(Station, u64)>,
    /// What the tables of this file before the present one came to, and how far that one is.
    before: u64,
    at: u64,
}

impl Watcher {
    /// Shows bars only on a terminal, and not when asked to be quiet.
    pub fn new(quiet: bool) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        Self {
            shown,
            file: String::new(),
            bar: None,
            times: Vec::new(),
            since: Instant::now(),
            last: None,
            before: 0,
            at: 0,
        }
    }

    /// Names the file that is read next.
    pub fn reading(&mut self, file: &str) {
        self.end_station();
        // Looking at the file before its first row is part of reading it.
        self.last = Some((Station::Import, 0));
        self.file = file.to_owned();
        self.clear();
    }

    /// Told of progress by the core.
    pub fn watch(&mut self, progress: Progress) -> ControlFlow<()> {
        if self.last.is_none_or(|(station, _)| station != progress.station) {
            self.end_station();
        }
        self.last = Some((progress.station, progress.total));
        if self.shown {
            self.draw(progress);
        }
        ControlFlow::Continue(())
    }

    fn draw(&mut self, progress: Progress) {
        if self.bar.as_ref().is_none_or(|(station, _)| *station != progress.station) {
            self.clear();
            (self.before, self.at) = (0, 0);
            let message = match progress.station {
                Station::Import => text("terminal-importing", &[("name", shortened(&self.file, MESSAGE - 8).into())]),
                Station::Matching => text("terminal-matching", &[]),
                Station::Regroup => text("terminal-regrouping", &[]),
                Station::Audit => text("terminal-judging", &[]),
                Station::Reread => text("terminal-rereading", &[]),
                Station::Export => text("terminal-exporting", &[]),
            };
            let bar = ProgressBar::new(progress.total).with_message(left(&message, MESSAGE));
            let look = match progress.station {
                Station::Import => "{msg} {wide_bar:.green/dim} {bytes:>10} {eta:>4}",
                _ => "{msg} {wide_bar:.green/dim} {human_pos:>10} of {human_len} {eta:>4}",
            };
            let style = ProgressStyle::with_template(look).expect("the template is tested by every run");
            bar.set_style(style.progress_chars("━╸─"));
            self.bar = Some((progress.station, bar));
        }
        // Tables of one file are counted one after the other, and unpacked they may be more than the file.
        if progress.done < self.at {
            self.before += self.at;
        }
        self.at = progress.done;
        if let Some((_, bar)) = &self.bar {
            bar.set_length(progress.total.max(self.before + self.at));
            bar.set_position(self.before + self.at);
        }
    }

    /// Prints something while no bar stands in its way.
    pub fn aside(&self, print: impl FnOnce()) {
        match &self.bar {
            Some((_, bar)) => bar.suspend(print),
            None => print(),
        }
    }

    fn clear(&mut self) {
        if let Some((_, bar)) = self.bar.take() {
            bar.finish_and_clear();
        }
    }

    fn end_station(&mut self) {
        let seconds = self.since.elapsed().as_secs_f64();
        self.since = Instant::now();
        if let Some((station, items)) = self.last.take() {
            self.add(station, seconds, items);
        }
    }

    fn add(&mut self, station: Station, seconds: f64, items: u64) {
        match self.times.iter_mut().find(|(known, _, _)| *known == station) {
            Some((_, sum, _)) => *sum += seconds,
            None => self.times.push((station, seconds, items)),
        }
    }

    /// Ends the last bar and gives back the seconds of each station.
    pub fn finish(mut self) -> Vec<(Station, f64, u64)> {
        self.end_station();
        self.clear();
        self.times
    }
}
