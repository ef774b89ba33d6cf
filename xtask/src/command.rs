//! Running other programs: what is run is shown first, and a failure is a sentence.

use std::io::{BufRead as _, BufReader, IsTerminal as _, Read, Write as _};
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let words = program.file_name().into_iter().chain(command.get_args());
    let quoted = |word: &std::ffi::OsStr| {
        let word = word.to_string_lossy();
        if word.contains(' ') { format!("\"{word}\"") } else { word.into_owned() }
    };
    words.map(quoted).collect::<Vec<_>>().join(" ")
}

/// Runs a command to its end.
///
/// # Errors
/// When it could not be started or ended with a failure.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    println!("$ {}", shown(command));
    let status = command.status().with_context(|| format!("`{}` could not be started", shown(command)))?;
    ensure!(status.success(), "`{}` ended with {status}; its own words stand above", shown(command));
    Ok(())
}

/// Whether a command can be started and succeeds. Nothing of it is shown.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Runs a command, showing every line of it and handing each to `look`.
/// Gives back whether it succeeded.
///
/// # Errors
/// When it could not be started.
pub(crate) fn watch(command: &mut Command, look: impl FnMut(&str) + Send) -> anyhow::Result<bool> {
    println!("$ {}", shown(command));
    if std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let spawned = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = spawned.with_context(|| format!("`{}` could not be started", shown(command)))?;
    let look = std::sync::Mutex::new(look);
    std::thread::scope(|scope| {
        let streams: [Option<Box<dyn Read + Send>>; 2] =
            [child.stdout.take().map(|out| Box::new(out) as _), child.stderr.take().map(|err| Box::new(err) as _)];
        for stream in streams.into_iter().flatten() {
            scope.spawn(|| {
                for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
                    let line = String::from_utf8_lossy(&line);
                    // A closed terminal is no reason to stop.
                    let _ = writeln!(std::io::stderr(), "{line}");
                    look.lock().expect("no look at a line panics")(&line);
                }
            });
        }
    });
    Ok(child.wait()?.success())
}
