//! Where things lie in this repository, and the programs built from it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use anyhow::{Context as _, ensure};

use crate::command::shown;

/// The folder of the sample case.
pub(crate) const SAMPLE: &str = "fixtures/cases/norrsken";
/// The day the sample case is audited on.
pub(crate) const SAMPLE_TODAY: &str = "2026-11-01";
/// Whose lists the sample case holds.
pub(crate) const SAMPLE_CONTROLLER: &str = "Norrsken Kaffe AB";

/// How a program is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Debug,
    /// Quick to run.
    Release,
}

/// The root of the repository this was started in; two clones may share one target folder, and so one program.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let built_in = || PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let started_in = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(built_in, PathBuf::from);
        started_in.parent().expect("xtask is a folder of the repository").to_owned()
    });
    &ROOT
}

/// Cargo itself, to be run at the root.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()).stdin(Stdio::null());
    cargo
}

/// Where Cargo builds, whatever the environment says of it.
pub(crate) fn target() -> anyhow::Result<PathBuf> {
    let described = cargo().args(["metadata", "--no-deps", "--format-version=1"]).output()?;
    let described: serde_json::Value =
        serde_json::from_slice(&described.stdout).context("`cargo metadata` did not describe this workspace")?;
    let target = described["target_directory"].as_str().context("`cargo metadata` names no target directory")?;
    Ok(PathBuf::from(target))
}

/// The machine that is built for, as the compiler names it.
pub(crate) fn host() -> anyhow::Result<String> {
    let said = Command::new("rustc").current_dir(root()).args(["--print", "host-tuple"]).output()?;
    ensure!(said.status.success(), "rustc does not say what machine it builds for");
    Ok(String::from_utf8(said.stdout)?.trim().to_owned())
}

/// Builds the command line and gives back where the program lies.
pub(crate) fn build_bonafide(profile: Profile) -> anyhow::Result<PathBuf> {
    match profile {
        Profile::Debug => build("bonafide"),
        Profile::Release => program("bonafide", &["--package=bonafide-cli", "--release"]),
    }
}

/// A debug build of the command line and of nothing else: the window needs what a machine without a display may lack.
pub(crate) fn build_bonafide_alone() -> anyhow::Result<PathBuf> {
    program("bonafide", &["--package=bonafide-cli"])
}

/// A debug build of a program, with everything the tests build too: another selection would compile the encrypted
/// database once more.
pub(crate) fn build(name: &str) -> anyhow::Result<PathBuf> {
    program(name, &["--workspace", "--all-targets"])
}

fn program(name: &str, selection: &[&str]) -> anyhow::Result<PathBuf> {
    let mut build = cargo();
    build.args(["build", "--locked", "--message-format=json-render-diagnostics"]).args(selection);
    println!("$ {}", shown(&build));
    let built = build.stderr(Stdio::inherit()).output().context("cargo could not be started")?;
    ensure!(built.status.success(), "Bonafide could not be built; the compiler's words stand above");
    built
        .stdout
        .split(|&byte| byte == b'\n')
        .filter_map(|line| serde_json::from_slice::<serde_json::Value>(line).ok())
        .filter(|message| message["target"]["name"] == name && message["target"]["kind"][0] == "bin")
        // Beside the program itself its tests are built, under another path and the same name.
        .filter(|message| message["profile"]["test"] == false)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .with_context(|| format!("cargo built no program named {name}"))
}
