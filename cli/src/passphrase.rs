//! Opening the case of an audit: the passphrase comes from a file, the environment or a prompt.

use std::io::IsTerminal;
use std::path::Path;

use anyhow::bail;
use bonafide::store::{Casefile, KdfCost, RecoveryKey, Unlock, Vault};
use bonafide::texts::text;
use secrecy::{ExposeSecret, SecretString};

use crate::arguments::Common;
use crate::{files, terminal};

/// The variable that may hold the passphrase.
const VARIABLE: &str = "BONAFIDE_PASSPHRASE";

/// Opens the case at a path, or creates it; without a path, one that leaves nothing behind.
pub fn open_case(path: Option<&Path>, common: &Common) -> anyhow::Result<Casefile> {
    let Some(path) = path else { return Ok(Casefile::throwaway()?) };
    let case = path.display().to_string();
    if path.exists() {
        let passphrase = given(common)?.map_or_else(|| ask("terminal-passphrase", &case), Ok)?;
        // A recovery key holds checks of its own, so that no passphrase is taken for one.
        let vault = match passphrase.expose_secret().parse::<RecoveryKey>() {
            Ok(recovery) => Vault::open(path, Unlock::Recovery(&recovery))?,
            Err(_) => Vault::open(path, Unlock::Passphrase(&passphrase))?,
        };
        return Ok(Casefile::open(vault)?);
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        let arguments = [("path", case.into()), ("folder", folder.display().to_string().into())];
        bail!(text("error-no-such-folder", &arguments));
    }
    let passphrase = match given(common)? {
        Some(passphrase) => passphrase,
        None => ask_twice(&case)?,
    };
    let (vault, recovery) = Vault::create(path, &passphrase, KdfCost::default())?;
    for line in [text("terminal-recovery-key", &[]).as_str(), "", &format!("  {recovery}"), ""] {
        terminal::note(line);
    }
    Ok(Casefile::open(vault)?)
}

/// The passphrase given without asking.
fn given(common: &Common) -> anyhow::Result<Option<SecretString>> {
    if let Some(file) = &common.passphrase_file {
        return Ok(Some(SecretString::from(files::content(file)?.lines().next().unwrap_or_default())));
    }
    Ok(std::env::var(VARIABLE).ok().map(SecretString::from))
}

fn ask(key: &str, case: &str) -> anyhow::Result<SecretString> {
    if !std::io::stdin().is_terminal() {
        bail!(text("error-no-passphrase", &[]));
    }
    let prompt = format!("{} ", terminal::inert(&text(key, &[("case", case.to_owned().into())])));
    Ok(SecretString::from(rpassword::prompt_password(prompt)?))
}

fn ask_twice(case: &str) -> anyhow::Result<SecretString> {
    let first = ask("terminal-passphrase-new", case)?;
    let again = ask("terminal-passphrase-again", case)?;
    if first.expose_secret() != again.expose_secret() {
        bail!(text("error-passphrases-differ", &[]));
    }
    Ok(first)
}
