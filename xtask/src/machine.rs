//! What a machine needs that has only Rust and Node, and how it gets it.

use std::io::IsTerminal as _;
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::command::{run, succeeds};
use crate::workspace;

/// A system program, how to see whether it is there, and the Debian package that brings it.
pub(crate) struct Need {
    program: &'static str,
    probe: &'static [&'static str],
    package: &'static str,
}

const PERL: Need =
    Need { program: "perl", probe: &["-MIPC::Cmd", "-MFindBin", "-MFile::Compare", "-e", "1"], package: "perl" };

/// What building needs: SQLCipher and OpenSSL are compiled from their sources. On Windows the compiler and its make are
/// those Rust itself asks for, and OpenSSL is part assembler.
#[cfg(not(windows))]
pub(crate) const BUILD: &[Need] = &[
    Need { program: "cc", probe: &["--version"], package: "gcc" },
    Need { program: "make", probe: &["--version"], package: "make" },
    PERL,
];
#[cfg(windows)]
pub(crate) const BUILD: &[Need] = &[Need { program: "nasm", probe: &["-v"], package: "nasm" }, PERL];

/// What building the window needs: its web view, which Windows and macOS bring along, and Node for its pages.
pub(crate) const WINDOW: &[Need] = &[
    #[cfg(target_os = "linux")]
    Need { program: "pkg-config", probe: &["--version"], package: "pkg-config" },
    #[cfg(target_os = "linux")]
    Need { program: "pkg-config", probe: &["--exists", "webkit2gtk-4.1"], package: "libwebkit2gtk-4.1-dev" },
    // Vite asks for this much; Debian 12 itself brings an older one.
    Need {
        program: "node",
        probe: &[
            "-e",
            "const [a, b] = process.versions.node.split('.').map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)",
        ],
        package: "nodejs (20.19 or newer)",
    },
    Need { program: if cfg!(windows) { "npm.cmd" } else { "npm" }, probe: &["--version"], package: "npm" },
];

/// What the tests of the window need: a display, a hand on it, its driver, and a browser for the pages over recorded data.
pub(crate) const SCREENS: &[Need] = &[
    Need { program: "Xvfb", probe: &["-help"], package: "xvfb" },
    Need { program: "xauth", probe: &["-V"], package: "xauth" },
    // It does not start without a display, not even to say its version.
    Need { program: "sh", probe: &["-c", "command -v xdotool"], package: "xdotool" },
    Need { program: "WebKitWebDriver", probe: &["--help"], package: "webkit2gtk-driver" },
    Need { program: "chromium", probe: &["--version"], package: "chromium" },
];

/// What the network proof needs.
pub(crate) const PROOF: &[Need] = &[
    Need { program: "strace", probe: &["-V"], package: "strace" },
    Need { program: "ip", probe: &["-V"], package: "iproute2" },
    Need { program: "unshare", probe: &["--version"], package: "util-linux" },
    Need { program: "mount", probe: &["--version"], package: "mount" },
    Need { program: "getent", probe: &["--version"], package: "libc-bin" },
];

/// What a bare Debian in a folder needs.
pub(crate) const BARE: &[Need] = &[
    Need { program: "debootstrap", probe: &["--version"], package: "debootstrap" },
    Need { program: "chroot", probe: &["--version"], package: "coreutils" },
    Need { program: "mount", probe: &["--version"], package: "mount" },
];

/// What measuring needs.
pub(crate) const MEASURE: &[Need] = &[Need { program: "/usr/bin/time", probe: &["--version"], package: "time" }];

/// A tool of Cargo's that is built from its source, at the version this repository was last tested with.
struct Tool {
    subcommand: &'static str,
    version: &'static str,
    features: &'static [&'static str],
}

const TOOLS: &[Tool] = &[
    // Without the part that updates itself, which brings a network stack and a C library to compile.
    Tool {
        subcommand: "nextest",
        version: "0.9.143",
        features: &["--no-default-features", "--features=default-no-update"],
    },
    Tool { subcommand: "deny", version: "0.20.2", features: &[] },
];

/// `cargo xtask setup`: installs what building and testing need, and fetches the dependencies.
///
/// # Errors
/// When something is missing that cannot be installed here; the error names it.
pub(crate) fn setup() -> anyhow::Result<()> {
    have(BUILD)?;
    have(WINDOW)?;
    have(SCREENS)?;
    if let Err(error) = have(PROOF) {
        println!("Without these the network proof is skipped: {error:#}");
    }
    have_tools()?;
    run(workspace::cargo().args(["fetch", "--locked"]))?;
    crate::pages::install()?;
    println!("\nThis machine has what Bonafide needs. Next: cargo xtask demo");
    Ok(())
}

/// Installs what is missing of these, with apt-get where there is apt.
///
/// # Errors
/// When something is missing and cannot be installed here; the error names the packages.
pub(crate) fn have(needs: &[Need]) -> anyhow::Result<()> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !need.is_met()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let programs = missing.iter().map(|need| need.program).collect::<Vec<_>>().join(", ");
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    println!("Not on this machine yet: {programs}");
    let by_hand = format!("please install {programs} (on Debian and Ubuntu the packages {})", packages.join(" "));
    if !succeeds(Command::new("apt-get").arg("--version")) {
        bail!("there is no apt-get here, so {by_hand}, then try again");
    }
    let Some(apt) = apt_get() else {
        bail!("neither root nor sudo without a password is at hand, so {by_hand}, then try again");
    };
    // A list that could not be renewed may still be good enough.
    if let Err(error) = run(apt().arg("update")) {
        println!("{error:#}");
    }
    run(apt().args(["install", "--yes", "--no-install-recommends"]).args(&packages)).with_context(|| by_hand)?;
    if let Some(need) = missing.iter().find(|need| !need.is_met()) {
        bail!("{} was installed with the package {}, and still does not start", need.program, need.package);
    }
    Ok(())
}

/// Installs nextest, cargo-deny and the components of the toolchain that tests need.
///
/// # Errors
/// When one of them cannot be installed.
pub(crate) fn have_tools() -> anyhow::Result<()> {
    for component in ["fmt", "clippy"] {
        if !succeeds(workspace::cargo().args([component, "--version"])) {
            let name = if component == "fmt" { "rustfmt" } else { component };
            run(Command::new("rustup").current_dir(workspace::root()).args(["component", "add", name]))
                .with_context(|| format!("please install {name} for this Rust toolchain"))?;
        }
    }
    let folder = workspace::target()?.join("tools");
    for tool in TOOLS.iter().filter(|tool| !tool.is_there()) {
        println!("cargo-{} is not here yet; building it takes some minutes, once", tool.subcommand);
        // Unoptimised, it is there in half the time, and quick enough for what it does.
        let package = format!("cargo-{}@{}", tool.subcommand, tool.version);
        run(workspace::cargo()
            .args(["install", "--locked", "--debug", &package, "--target-dir"])
            .arg(&folder)
            .args(tool.features)
            .env("CARGO_PROFILE_DEV_DEBUG", "0"))
        .with_context(|| format!("please install it by hand: cargo install --locked {package}"))?;
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("{} could not be removed", folder.display()))?;
    }
    Ok(())
}

impl Need {
    /// The Debian package that brings it.
    #[cfg(test)]
    pub(crate) fn package(&self) -> &'static str {
        self.package
    }

    fn is_met(&self) -> bool {
        succeeds(Command::new(self.program).args(self.probe))
    }
}

impl Tool {
    fn is_there(&self) -> bool {
        succeeds(workspace::cargo().args([self.subcommand, "--version"]))
    }
}

/// How apt-get may be called here, if at all: as root, or through sudo.
fn apt_get() -> Option<impl Fn() -> Command> {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    let may_ask = std::io::stdin().is_terminal();
    let sudo: Option<&'static [&'static str]> = if is_root {
        None
    } else if succeeds(Command::new("sudo").args(["-n", "true"])) {
        Some(&["-n"])
    } else if may_ask && succeeds(Command::new("sudo").arg("--version")) {
        Some(&[])
    } else {
        return None;
    };
    Some(move || {
        let mut apt = match sudo {
            None => Command::new("apt-get"),
            Some(flags) => {
                let mut sudo = Command::new("sudo");
                sudo.args(flags).args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
                sudo
            }
        };
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    })
}
