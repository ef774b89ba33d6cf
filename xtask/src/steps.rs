//! A list of steps: each is announced, timed, and stops the list when it fails.

use std::time::{Duration, Instant};

use anyhow::Context as _;

/// How a step ended when it did not fail.
pub(crate) enum Outcome {
    /// It was done.
    Done,
    /// It could not be done on this machine, for the reason given. Never counted as done.
    Skipped(String),
}

/// The steps so far.
#[derive(Default)]
pub(crate) struct Steps {
    ended: Vec<(&'static str, Duration, Outcome)>,
}

impl Steps {
    /// Takes the next step.
    ///
    /// # Errors
    /// When the step fails: the steps so far are listed, and the error names the one that failed.
    pub(crate) fn take(
        &mut self,
        name: &'static str,
        step: impl FnOnce() -> anyhow::Result<Outcome>,
    ) -> anyhow::Result<()> {
        println!("\n── {name}");
        let start = Instant::now();
        match step() {
            Ok(outcome) => {
                self.ended.push((name, start.elapsed(), outcome));
                Ok(())
            }
            Err(error) => {
                self.list();
                println!("  {:>7.1} s  {name}: FAILED", start.elapsed().as_secs_f64());
                Err(error).with_context(|| format!("the step “{name}” failed"))
            }
        }
    }

    /// Prints every step with its seconds.
    pub(crate) fn list(&self) {
        println!();
        for (name, took, outcome) in &self.ended {
            let seconds = took.as_secs_f64();
            match outcome {
                Outcome::Done => println!("  {seconds:>7.1} s  {name}"),
                Outcome::Skipped(why) => println!("  {seconds:>7.1} s  {name}: skipped, {why}"),
            }
        }
    }

    /// How many steps were skipped.
    pub(crate) fn skipped(&self) -> usize {
        self.ended.iter().filter(|(_, _, outcome)| matches!(outcome, Outcome::Skipped(_))).count()
    }
}
