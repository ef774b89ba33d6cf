//! What went wrong, as one sentence on standard error, and the exit code that says so.

use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use bonafide::texts::text;
use bonafide_sandbox::NotFiltered;

use crate::terminal;

/// Could not run.
const FAILED: u8 = 2;

/// Tells of an error: what, where, what to try. Causes are part of the sentence already.
pub fn report(error: &anyhow::Error) -> ExitCode {
    let mut sentence = terminal::without_numbers(&error.to_string());
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    terminal::note(&format!("bonafide: {sentence}"));
    ExitCode::from(FAILED)
}

/// What to do where internet sockets cannot be refused.
pub fn not_filtered(error: &NotFiltered) -> anyhow::Error {
    let key = match error {
        NotFiltered::NotBuilt(_) => "error-filter-not-built",
        _ => "error-filter-refused",
    };
    anyhow::Error::msg(text(key, &[]))
}

/// Tells what is wrong with the arguments, or gives the help that was asked for.
pub fn of_arguments(error: &clap::Error) -> ExitCode {
    // Names of files come through the shell as they are, and the message repeats them.
    let hostile = std::env::args_os().any(|argument| argument.to_string_lossy().contains(terminal::is_hostile));
    if hostile && error.use_stderr() {
        error.render().to_string().lines().for_each(terminal::note);
    } else {
        let _ = error.print();
    }
    if error.use_stderr() { ExitCode::from(FAILED) } else { ExitCode::SUCCESS }
}

/// Runs the program. A panic is our defect: it is told as one, by its place and without its words, which could
/// hold a cell of a list.
pub fn contain(run: impl FnOnce() -> ExitCode) -> ExitCode {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        let arguments = [("program", "Bonafide".into()), ("place", place.into())];
        terminal::note(&format!("bonafide: {}", text("error-defect", &arguments)));
    }));
    panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| ExitCode::from(FAILED))
}
