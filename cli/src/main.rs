//! Bonafide on the command line.

mod sandbox;

fn main() -> anyhow::Result<()> {
    sandbox::deny_internet()?;
    Ok(())
}
