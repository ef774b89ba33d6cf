//! Opening the case of an audit: the passphrase comes from a file, the environment or a prompt.

use std::io::IsTerminal;
use std::path::Path;

use anyhow::bail;
use bonafide::store::{Casefile, KdfCost, Unlock, Vault};
use bonafide::texts::text;
use secrecy::SecretString;

use crate::arguments::Common;

/// The variable that may hold the passphrase.
const VARIABLE: &str = "BONAFIDE_PASSPHRASE";

/// Opens the case at a path, or creates it; without a path, one that leaves nothing behind.
pub fn open_case(path: Option<&Path>, common: &Common) -> anyhow::Result<Casefile> {
    let Some(path) = path else { return Ok(Casefile::throwaway()?) };
    let case = path.display().to_string();
    if path.exists() {
        let passphrase = given(common)?.map_or_else(|| ask("terminal-passphrase", &case), Ok)?;
        return Ok(Casefile::open(Vault::open(path, Unlock::Passphrase(&passphrase))?)?);
    }
    let passphrase = match given(common)? {
        Some(passphrase) => passphrase,
        None => ask_twice(&case)?,
    };
    let (vault, recovery) = Vault::create(path, &passphrase, KdfCost::default())?;
    eprintln!("{}\n\n  {recovery}\n", text("terminal-recovery-key", &[]));
    Ok(Casefile::open(vault)?)
}

/// The passphrase given without asking.
fn given(common: &Common) -> anyhow::Result<Option<SecretString>> {
    if let Some(file) = &common.passphrase_file {
        let content = std::fs::read_to_string(file).map_err(|error| {
            let arguments = [("path", file.display().to_string().into()), ("reason", error.to_string().into())];
            anyhow::anyhow!(text("error-unreadable", &arguments))
        })?;
        return Ok(Some(SecretString::from(content.lines().next().unwrap_or_default())));
    }
    Ok(std::env::var(VARIABLE).ok().map(SecretString::from))
}

fn ask(key: &str, case: &str) -> anyhow::Result<SecretString> {
    if !std::io::stdin().is_terminal() {
        bail!(text("error-no-passphrase", &[]));
    }
    let prompt = format!("{} ", text(key, &[("case", case.to_owned().into())]));
    Ok(SecretString::from(rpassword::prompt_password(prompt)?))
}

fn ask_twice(case: &str) -> anyhow::Result<SecretString> {
    use secrecy::ExposeSecret;
    let first = ask("terminal-passphrase-new", case)?;
    let again = ask("terminal-passphrase-again", case)?;
    if first.expose_secret() != again.expose_secret() {
        bail!(text("error-passphrases-differ", &[]));
    }
    Ok(first)
}
