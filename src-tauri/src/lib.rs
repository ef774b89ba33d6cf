//! Bonafide in a window: takes what a person asks for, calls the core, and answers with what screens show.
//!
//! Nothing here knows anything about consent. A command takes its arguments, calls the core and maps the error;
//! what is left is the machine's own: dialogs, the open case, recent cases, and that nothing gets out.

pub mod bindings;
mod commands;
mod desk;
mod dialogs;
#[cfg(target_os = "linux")]
mod drawing;
mod only_one;
#[cfg(test)]
mod permitted;
mod preferences;
mod progress;
mod proof;
mod recent;
mod sample;
#[cfg(debug_assertions)]
mod test_hooks;
mod trouble;
mod window;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use tauri::Manager as _;

use desk::Desk;

/// The one word of the command line beside files to open: shows the sample case.
const SAMPLE: &str = "--sample";

/// Starts the program, and gives back how it ended.
pub fn main() -> ExitCode {
    if window::filters_at_start()
        && let Err(error) = bonafide_sandbox::deny_internet()
    {
        return refused(&error);
    }
    if std::env::args_os().nth(1).is_some_and(|first| first == bonafide::import::CHILD_ARGUMENT) {
        bonafide::import::workbook_child::main();
    }
    window::leave_no_core_dump();
    window::keep_panics_quiet();
    let (words, given): (Vec<OsString>, Vec<OsString>) = std::env::args_os().skip(1).partition(|word| word == SAMPLE);
    let given: Vec<PathBuf> = given.into_iter().map(PathBuf::from).collect();
    let sample = !words.is_empty();
    let first = match only_one::claim(&given) {
        only_one::Start::First(first) => first,
        only_one::Start::HandedOver => return ExitCode::SUCCESS,
        only_one::Start::AlreadyOpen => return window::say_it_is_open(),
    };

    let bindings = bindings::builder();
    let started = tauri::Builder::default()
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(bindings.invoke_handler())
        .manage(Arc::new(Desk::default()))
        .manage(dialogs::of_this_run())
        .setup(move |app| {
            let handle = app.handle().clone();
            app.manage(first.listen(move |paths| window::come_forward(&handle, &paths)));
            window::open(app.handle())?;
            let desk = app.state::<Arc<Desk>>();
            desk.hand_over(given);
            if sample {
                desk.ask_for_sample();
            }
            Ok(())
        })
        .run(context());
    match started {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refused(&error),
    }
}

/// The configuration, pages and permissions that are compiled in.
fn context() -> tauri::Context {
    tauri::generate_context!()
}

/// Without a window, a sentence on standard error is all there is.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn refused(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("Bonafide did not start: {error}");
    ExitCode::from(2)
}
