//! Writes invented exports: the sample case, the bundles of the fixtures, and cases of any size.
//!
//! The same arguments always give the same content. Nobody here exists: addresses end in example.org,
//! .com or .net, numbers lie in the ranges kept free for fiction, IP addresses in those kept for documentation.

mod bundles;
mod hubspot;
mod mailchimp;
mod mautic;
mod moments;
mod names;
mod norrsken;
mod people;
mod phones;
mod shopify;
mod tree;
mod workbook;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, ValueEnum};

/// What to generate.
#[derive(Debug, Clone, Args)]
pub struct GenerateArgs {
    /// How many people the case has; each has about 2.1 rows in three systems
    #[arg(long, required_unless_present_any = ["case", "sample"])]
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
    #[arg(long, conflicts_with_all = ["people", "case"])]
    pub sample: bool,
}

/// A committed case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Case {
    /// The sample case, fixtures/cases/norrsken
    Norrsken,
    /// The zips and workbooks of fixtures/systems, from the texts beside them
    Systems,
}

/// Generates what `args` ask for.
///
/// # Errors
/// If a file cannot be written.
pub fn run(args: &GenerateArgs) -> anyhow::Result<()> {
    let case = if args.sample { Some(Case::Norrsken) } else { args.case };
    match (case, args.people) {
        (Some(Case::Norrsken), _) => tree::write(&fixtures().join("cases/norrsken"), &norrsken::files()?),
        (Some(Case::Systems), _) => tree::write(&fixtures().join("systems"), &bundles::files(&fixtures())?),
        (None, Some(people)) => people::write(people, args.seed, &args.out),
        (None, None) => anyhow::bail!("say how many people: --people N"),
    }
    .context("generating")
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_committed_sample_case_is_what_the_generator_writes() {
        tree::assert_fresh(&fixtures().join("cases/norrsken"), &norrsken::files().unwrap());
    }

    #[test]
    fn the_committed_bundles_hold_the_texts_beside_them() {
        tree::assert_fresh(&fixtures().join("systems"), &bundles::files(&fixtures()).unwrap());
    }
}
