//! `cargo xtask bundle`: the installable package, and the proof that it installs and starts on a bare Debian.
//!
//! A Debian package holds the window, the command line, its manual page and shell completions, the icon, the entry in
//! the menu and the file type of cases. Packages for Windows and macOS are built by the workflows of `.github/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, ensure};
use serde_json::json;

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
    let extras = extras(&target)?;
    // The binary is there: only the package is made.
    let config = json!({ "bundle": { "linux": { "deb": { "files": extras } } } }).to_string();
    // The bundler looks for the program in the folder it is called in.
    call(pages::npm().current_dir(root()).args([
        "exec",
        "--yes",
        TAURI,
        "--",
        "tauri",
        "bundle",
        "--bundles=deb",
        "--ci",
        "--config",
        &config,
    ]))?;
    let package = newest(&target.join("bundle/deb"))?;
    println!("\n{} ({:.1} MiB)", package.display(), fs::metadata(&package)?.len() as f64 / 1_048_576.0);
    if arguments.prove {
        prove(&package)?;
    }
    Ok(())
}

/// What the package holds beside the window: where it is to lie, and where it is now.
fn extras(target: &Path) -> anyhow::Result<serde_json::Map<String, serde_json::Value>> {
    let bonafide = target.join("bonafide");
    let made = target.join("bundle-files");
    fs::create_dir_all(&made)?;
    let write = |name: &str, arguments: &[&str]| -> anyhow::Result<PathBuf> {
        let said = Command::new(&bonafide).args(arguments).stdin(Stdio::null()).output()?;
        ensure!(said.status.success(), "`bonafide {}` failed", arguments.join(" "));
        fs::write(made.join(name), said.stdout)?;
        Ok(made.join(name))
    };
    let mut files = serde_json::Map::new();
    let mut put = |place: &str, file: PathBuf| files.insert(place.to_owned(), file.display().to_string().into());
    put("/usr/bin/bonafide", bonafide.clone());
    put("/usr/share/man/man1/bonafide.1", write("bonafide.1", &["man"])?);
    put("/usr/share/bash-completion/completions/bonafide", write("bonafide.bash", &["completions", "bash"])?);
    put("/usr/share/zsh/vendor-completions/_bonafide", write("_bonafide", &["completions", "zsh"])?);
    put("/usr/share/fish/vendor_completions.d/bonafide.fish", write("bonafide.fish", &["completions", "fish"])?);
    put("/usr/share/mime/packages/bonafide.xml", root().join("src-tauri/linux/bonafide.xml"));
    put("/usr/share/doc/bonafide/LICENSE", root().join("LICENSE"));
    Ok(files)
}

fn newest(folder: &Path) -> anyhow::Result<PathBuf> {
    let packages = fs::read_dir(folder).with_context(|| format!("{} was not made", folder.display()))?;
    packages
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "deb"))
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
