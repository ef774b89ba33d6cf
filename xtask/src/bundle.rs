//! `cargo xtask bundle`: the installable package of this system, and the proof that Debian's installs and starts on a
//! bare Debian.
//!
//! Every package holds the window, the command line, the sample and the file type of cases; Debian's the manual page and
//! shell completions as well. The workflows of `.github/` call this on the other systems: one way leads to all of them,
//! and the one to Debian's is walked here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};
use serde_json::{Map, Value, json};

use crate::command::{run as call, shown, succeeds};
use crate::workspace::{self, root};
use crate::{machine, pages};

/// The bundler, at the version that belongs to the Tauri of this workspace. No part of the lock file: its packages for
/// other systems are not in every registry, and only a package needs it.
const TAURI: &str = "--package=@tauri-apps/cli@2.12.5";

/// What to do beside building the package.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Install the package in a folder that holds nothing but a fresh Debian 12, and start it there. Needs root, and
    /// fetches about 300 MB of packages.
    #[arg(long)]
    prove: bool,
}

/// The systems there are packages for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum System {
    Linux,
    MacOs,
    Windows,
}

impl System {
    fn here() -> Self {
        match std::env::consts::OS {
            "windows" => Self::Windows,
            "macos" => Self::MacOs,
            _ => Self::Linux,
        }
    }

    /// What the bundler calls its package, which is the folder it lies in too, and the ending of the file.
    fn package(self) -> (&'static str, &'static str) {
        match self {
            Self::Linux => ("deb", "deb"),
            Self::MacOs => ("dmg", "dmg"),
            Self::Windows => ("nsis", "exe"),
        }
    }
}

/// Builds the package.
///
/// # Errors
/// When something is missing, the build fails, or the package does not start where it was installed.
pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<()> {
    machine::have(machine::BUILD)?;
    machine::have(machine::WINDOW)?;
    pages::build()?;
    let release = ["build", "--locked", "--release", "--package=bonafide-cli", "--package=bonafide-window", "--bins"];
    call(workspace::cargo().args(release))?;
    let target = workspace::target()?.join("release");
    let made = target.join("bundle-files");
    fs::create_dir_all(&made)?;
    // In a file: what a command line does to quotation marks differs between systems.
    let configuration = made.join("tauri.json");
    let system = System::here();
    let bonafide = beside_the_window(&target, &made, &workspace::host()?)?;
    let pages = if system == System::Linux { manual_and_completions(&target, &made)? } else { Map::new() };
    fs::write(&configuration, contents(system, &bonafide, pages).to_string())?;
    // The programs are there: only the package is made.
    call(bundler(system).arg(&configuration))?;
    let (folder, ending) = system.package();
    let package = newest(&target.join("bundle").join(folder), ending)?;
    println!("\n{} ({:.1} MiB)", package.display(), fs::metadata(&package)?.len() as f64 / 1_048_576.0);
    if arguments.prove {
        ensure!(system == System::Linux, "only a Debian package can be proved, and only on Linux");
        prove(&package)?;
    }
    Ok(())
}

/// The bundler, which lacks nothing but the name of a configuration.
fn bundler(system: System) -> Command {
    let mut bundler = pages::npm();
    // It looks for `tauri.conf.json` below the folder it is called in, and for the programs beside it.
    bundler.current_dir(root());
    bundler.args([
        "exec",
        "--yes",
        TAURI,
        "--",
        "tauri",
        "bundle",
        "--ci",
        "--bundles",
        system.package().0,
        "--config",
    ]);
    bundler
}

/// What a package holds beside what `tauri.conf.json` says: the command line, and where pages about it are read.
fn contents(system: System, bonafide: &Path, pages: Map<String, Value>) -> Value {
    let mut bundle = json!({ "targets": [system.package().0], "externalBin": [bonafide] });
    if system == System::Linux {
        // The bundler's own menu entry gives the window no file that was opened.
        let entry = root().join("src-tauri/linux/bonafide.desktop");
        bundle["linux"] = json!({ "deb": { "files": pages, "desktopTemplate": entry } });
    }
    json!({ "bundle": bundle })
}

/// Puts the command line where the bundler takes programs from, which asks for the machine in their names. Gives back
/// the name without it, as the bundler wants to be told.
fn beside_the_window(target: &Path, made: &Path, host: &str) -> anyhow::Result<PathBuf> {
    let suffix = std::env::consts::EXE_SUFFIX;
    let program = made.join(format!("bonafide-{host}{suffix}"));
    fs::copy(target.join(format!("bonafide{suffix}")), &program)
        .with_context(|| format!("{} could not be written", program.display()))?;
    Ok(made.join("bonafide"))
}

/// What a Debian package holds beside the programs: where it is to lie, and where it is now.
fn manual_and_completions(target: &Path, made: &Path) -> anyhow::Result<Map<String, Value>> {
    let bonafide = target.join("bonafide");
    let write = |name: &str, arguments: &[&str]| -> anyhow::Result<PathBuf> {
        let said = Command::new(&bonafide).args(arguments).stdin(Stdio::null()).output()?;
        ensure!(said.status.success(), "`bonafide {}` failed", arguments.join(" "));
        fs::write(made.join(name), said.stdout)?;
        Ok(made.join(name))
    };
    let mut files = Map::new();
    let mut put = |place: &str, file: PathBuf| files.insert(place.to_owned(), file.display().to_string().into());
    put("/usr/share/man/man1/bonafide.1", write("bonafide.1", &["man"])?);
    put("/usr/share/bash-completion/completions/bonafide", write("bonafide.bash", &["completions", "bash"])?);
    put("/usr/share/zsh/vendor-completions/_bonafide", write("_bonafide", &["completions", "zsh"])?);
    put("/usr/share/fish/vendor_completions.d/bonafide.fish", write("bonafide.fish", &["completions", "fish"])?);
    put("/usr/share/mime/packages/bonafide.xml", root().join("src-tauri/linux/bonafide.xml"));
    put("/usr/share/doc/bonafide/LICENSE", root().join("LICENSE"));
    Ok(files)
}

fn newest(folder: &Path, ending: &str) -> anyhow::Result<PathBuf> {
    let packages = fs::read_dir(folder).with_context(|| format!("{} was not made", folder.display()))?;
    packages
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|it_has| it_has == ending))
        .max_by_key(|path| path.metadata().and_then(|about| about.modified()).ok())
        .context("no package was made")
}

/// Installs the package in a bare Debian 12 in a folder, and starts window and command line there.
fn prove(package: &Path) -> anyhow::Result<()> {
    machine::have(machine::BARE)?;
    let folder = workspace::target()?.join("bare-debian");
    if !folder.join("usr/bin/dpkg").exists() {
        call(Command::new("debootstrap").args(["--variant=minbase", "bookworm"]).arg(&folder))?;
    }
    fs::copy(package, folder.join("tmp/bonafide.deb")).context("the package could not be put into the folder")?;
    fs::write(folder.join("tmp/prove.sh"), include_str!("bundle/prove.sh"))?;
    let mut inside = Command::new("chroot");
    inside.arg(&folder).args(["/bin/bash", "/tmp/prove.sh"]).stdin(Stdio::null());
    println!("$ {}", shown(&inside));
    let mounted = ["proc", "sys", "dev"].map(|name| Mount::bind(name, &folder));
    let status = inside.status();
    drop(mounted);
    ensure!(status?.success(), "the package does not install and start on a bare Debian 12; its words stand above");
    Ok(())
}

/// A folder of this system seen from inside, for as long as this lives.
struct Mount(PathBuf);

impl Mount {
    fn bind(name: &str, folder: &Path) -> Self {
        let inside = folder.join(name);
        succeeds(Command::new("mount").args(["--rbind", "--make-rslave"]).arg(format!("/{name}")).arg(&inside));
        Self(inside)
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        succeeds(Command::new("umount").args(["--recursive", "--lazy"]).arg(&self.0));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// A workflow of another system, none of which can be run here.
    fn workflow(name: &str) -> String {
        fs::read_to_string(root().join(".github/workflows").join(name)).unwrap()
    }

    #[test]
    fn the_bundler_starts_where_it_finds_its_configuration() {
        let bundler = bundler(System::here());
        let below = fs::read_dir(bundler.get_current_dir().unwrap()).unwrap();
        let found = below.filter(|folder| folder.as_ref().unwrap().path().join("tauri.conf.json").is_file());
        assert_eq!(found.count(), 1, "the bundler looks in the folders below the one it is called in");
    }

    #[test]
    fn the_command_line_is_part_of_every_package() {
        for system in [System::Linux, System::MacOs, System::Windows] {
            let contents = contents(system, Path::new("made/bonafide"), Map::new());
            assert_eq!(contents["bundle"]["externalBin"][0], "made/bonafide");
            assert_eq!(contents["bundle"]["targets"][0], system.package().0);
        }
    }

    #[test]
    fn a_program_is_put_where_the_bundler_looks_for_this_machine() {
        let target = std::env::temp_dir().join(format!("bonafide-bundle-{}", std::process::id()));
        let made = target.join("made");
        fs::create_dir_all(&made).unwrap();
        let suffix = std::env::consts::EXE_SUFFIX;
        fs::write(target.join(format!("bonafide{suffix}")), "program").unwrap();
        let named = beside_the_window(&target, &made, "x86_64-none").unwrap();
        let taken = format!("{}-x86_64-none{suffix}", named.display());
        assert_eq!(fs::read_to_string(taken).unwrap(), "program");
        fs::remove_dir_all(target).unwrap();
    }

    #[test]
    fn the_workflows_make_their_package_as_it_is_made_here() {
        for (name, system) in [("windows.yml", System::Windows), ("macos.yml", System::MacOs)] {
            let workflow = workflow(name);
            let (folder, ending) = system.package();
            assert!(workflow.contains("run: cargo xtask bundle\n"), "{name} does not call this task");
            assert!(workflow.contains(&format!("path: target/release/bundle/{folder}/*.{ending} ")), "{name}");
            // Whatever is done in another folder, or by the bundler itself, is not what is done here.
            assert!(!workflow.contains("working-directory") && !workflow.contains("@tauri-apps"), "{name}");
            assert!(workflow.starts_with("# NOT YET RUN."), "{name} was run: say here and in the README how it went");
        }
    }
}
