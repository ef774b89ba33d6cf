//! The works: everything done to this repository is done by `cargo xtask TASK`, the same way on every machine.
//!
//! `setup`, `demo` and `test` install what they miss, say what they do, and are safe to run twice.
#![allow(clippy::print_stdout, reason = "these tasks talk to the terminal")]

mod bench;
mod bundle;
mod command;
mod demo;
mod documents;
mod generate;
mod local;
mod machine;
mod pages;
mod steps;
mod tally;
mod test;
mod window;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Everything done to this repository.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", max_term_width = 100)]
struct Works {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what building and testing need.
    Setup,
    /// Build Bonafide and show the sample case: in its window, or in the terminal where there is no display.
    Demo,
    /// Install what tests need and run all of them: format, lints, documentation, tests, dependencies, network proof.
    Test,
    /// Show that nothing leaves the machine: run the sample audit where every attempt would be seen.
    Local(local::Arguments),
    /// Make the package that installs window and command line; with --prove, install and start it on a bare Debian.
    Bundle(bundle::Arguments),
    /// Measure a large audit: seconds per station, rows a second, peak memory.
    Bench(bench::Arguments),
    /// Write a large invented case, with the truth beside it.
    Generate(generate::GenerateArgs),
}

fn main() -> ExitCode {
    let outcome = match Works::parse().task {
        Task::Setup => machine::setup(),
        Task::Demo => demo::run(),
        Task::Test => test::run(),
        Task::Local(arguments) => local::run(&arguments),
        Task::Bundle(arguments) => bundle::run(&arguments),
        Task::Bench(arguments) => bench::run(&arguments),
        Task::Generate(arguments) => generate::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn every_task_is_defined_without_contradiction() {
        Works::command().debug_assert();
    }
}
