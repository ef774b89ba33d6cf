//! Bonafide on the command line: takes arguments, calls the core, prints.

mod arguments;
mod audit;
mod explain;
mod failure;
mod files;
mod history;
mod page;
mod passphrase;
mod progress;
mod read;
mod recognise;
mod repairs;
mod rules;
mod summary;
mod terminal;

use std::process::ExitCode;

use bonafide::texts::text;
use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    if let Err(error) = bonafide_sandbox::deny_internet() {
        return failure::report(&failure::not_filtered(&error));
    }
    if std::env::args_os().nth(1).is_some_and(|first| first == bonafide::import::CHILD_ARGUMENT) {
        bonafide::import::workbook_child::main();
    }
    failure::contain(|| match Arguments::try_parse() {
        Ok(arguments) => run(&arguments).unwrap_or_else(|error| failure::report(&error)),
        Err(error) => failure::of_arguments(&error),
    })
}

fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let common = &arguments.common;
    match &arguments.command {
        Command::Audit(audit) => audit::run(audit, common),
        Command::Recognise(recognise) => recognise::run(recognise, common),
        Command::Read(read) => read::run(read, common),
        Command::History(history) => history::run(history, common),
        Command::Rules => rules::run(common),
        Command::Explain(explain) => explain::run(explain, common),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "bonafide", &mut script);
            terminal::write(&script)
        }
        Command::Man { command } => {
            let mut all = Arguments::command();
            all.build();
            let one = match command {
                None => all,
                Some(name) => match all.find_subcommand(name) {
                    Some(one) => one.clone(),
                    None => anyhow::bail!(text("error-no-such-command", &[("command", name.clone().into())])),
                },
            };
            let mut page = Vec::new();
            clap_mangen::Man::new(one).render(&mut page)?;
            terminal::write(&page)
        }
    }
}
