//! Runs the program as a person or a script would.
#![allow(dead_code)]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run printed, and how it ended.
pub struct Ran {
    pub out: String,
    pub notes: String,
    pub code: i32,
}

impl Ran {
    /// Standard output as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", self.out, self.notes))
    }
}

/// The program, without what the surroundings could change.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bonafide"));
    for variable in ["BONAFIDE_PASSPHRASE", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.env("COLUMNS", "100").stdin(Stdio::null());
    command
}

/// Runs it in a folder.
pub fn run_in(folder: &Path, arguments: &[impl AsRef<OsStr>]) -> Ran {
    ran(program().args(arguments).current_dir(folder))
}

/// Runs it at the root of the repository.
pub fn run(arguments: &[&str]) -> Ran {
    run_in(&root(), arguments)
}

/// Runs a command to its end.
pub fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        out: String::from_utf8(output.stdout).unwrap(),
        notes: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().expect("the program ends by itself"),
    }
}

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}
