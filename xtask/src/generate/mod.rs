//! Writes invented exports. Not there yet.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What to generate.
#[derive(Debug, Clone, Args)]
pub struct GenerateArgs {
    /// How many people the case has
    #[arg(long)]
    pub people: Option<u32>,
    /// The same seed gives the same people
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The folder to write to, made if it is missing
    #[arg(long, default_value = "bench/generated")]
    pub out: PathBuf,
    /// Write a committed case under fixtures/ anew instead
    #[arg(long, value_enum, conflicts_with = "people")]
    pub case: Option<Case>,
    /// Short for --case norrsken
    #[arg(long)]
    pub sample: bool,
}

/// A committed case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Case {
    /// The sample case, fixtures/cases/norrsken
    Norrsken,
}

/// Generates what `args` ask for.
///
/// # Errors
/// Always, until the generator is there.
pub fn run(args: &GenerateArgs) -> anyhow::Result<()> {
    anyhow::bail!("the generator is not there yet: {args:?}")
}
