//! Bonafide on the command line: takes arguments, calls the core, prints.

mod arguments;
mod audit;
mod explain;
mod files;
mod passphrase;
mod progress;
mod read;
mod recognise;
mod rules;
mod sandbox;
mod summary;
mod terminal;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command};

/// Could not run.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    if let Err(error) = sandbox::deny_internet() {
        eprintln!("bonafide: {error:#}");
        return ExitCode::from(FAILED);
    }
    if std::env::args_os().nth(1).is_some_and(|first| first == bonafide::import::CHILD_ARGUMENT) {
        bonafide::import::workbook_child::main();
    }
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bonafide: {}", terminal::inert(&format!("{error:#}")));
            ExitCode::from(FAILED)
        }
    }
}

fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let common = &arguments.common;
    match &arguments.command {
        Command::Audit(audit) => audit::run(audit, common),
        Command::Recognise(recognise) => recognise::run(recognise, common),
        Command::Read(read) => read::run(read, common),
        Command::Rules => rules::run(common),
        Command::Explain(explain) => explain::run(explain, common),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "bonafide", &mut script);
            terminal::write(&script)
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
            terminal::write(&page)
        }
    }
}

/// A reader that has seen enough (`bonafide rules | head`) is no failure.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
