//! The command line. Help, completions and the man page all come from these definitions.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Whom on these lists may we still write to, and can we prove it?
///
/// Bonafide reads the exports of marketing and CRM systems, joins the entries that are one person, checks what is
/// missing, unprovable or contradictory, and says for each person and channel what to do. Everything happens on
/// this computer; the program cannot open an internet connection.
#[derive(Parser)]
#[command(name = "bonafide", version, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub common: Common,
}

/// What every command takes.
#[derive(Args)]
pub struct Common {
    /// How results are printed
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Print results only: no progress, no notes
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Read the passphrase from the first line of a file
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

/// How results are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Audit exports: who may be written to, why, and from which cell that follows
    #[command(after_help = AUDIT_EXAMPLES, after_long_help = AUDIT_LONG)]
    Audit(Audit),
    /// Say what a file is: system, encoding, and what every column means and why
    #[command(after_help = RECOGNISE_EXAMPLES)]
    Recognise(Recognise),
    /// Print a table exactly as it was read, as clean CSV
    #[command(after_help = READ_EXAMPLES)]
    Read(Read),
    /// List every import of a case: file, time, mapping, and what became of its rows
    #[command(after_help = HISTORY_EXAMPLES)]
    History(History),
    /// List the rules
    #[command(after_help = RULES_EXAMPLES)]
    Rules,
    /// Explain one rule: why it matters, what to do, the law, examples
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// Print completions for a shell
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    #[command(after_help = MAN_EXAMPLES)]
    Man {
        /// The command; all of them at a glance if not given
        command: Option<String>,
    },
}

/// Arguments of `audit`.
#[derive(Args)]
pub struct Audit {
    /// Exports: CSV, Excel or OpenDocument files, zips of them, or folders that hold some
    #[arg(required = true, value_name = "FILE|FOLDER")]
    pub paths: Vec<PathBuf>,
    /// Keep the audit in an encrypted case, made if it is not there; without it nothing is kept but --out
    #[arg(long, value_name = "CASE.bonafide")]
    pub case: Option<PathBuf>,
    /// Where people live unless a row says otherwise, and where you are: two letters
    #[arg(long, value_name = "IT")]
    pub country: Option<String>,
    /// The company whose lists these are, as the wordings name it
    #[arg(long, value_name = "NAME")]
    pub controller: Option<String>,
    /// The day of the audit [default: today, in UTC]
    #[arg(long, value_name = "2026-11-01")]
    pub today: Option<String>,
    /// A file with what named people declare of whole batches: wordings, forms, methods
    #[arg(long, value_name = "FILE.toml")]
    pub declare: Option<PathBuf>,
    /// Write the lists into this folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// End with 1 if there are findings this bad or worse
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Breach)]
    pub fail_on: FailOn,
    /// Say what a column means: HEADER=FIELD, #POSITION=FIELD or FILE:HEADER=FIELD; may be repeated
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    /// Use a saved mapping for the tables it is for; may be repeated. What --map says counts more
    #[arg(long, value_name = "FILE.toml")]
    pub mapping: Vec<PathBuf>,
    /// Print seconds and rows of each station to standard error
    #[arg(long, hide = true)]
    pub timings: bool,
}

/// How bad a finding has to be for exit code 1.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Stop sending, act now
    Breach,
    /// No reliance until cleared
    Risk,
    /// Quality of the data
    Hygiene,
}

/// Arguments of `recognise`.
#[derive(Args)]
pub struct Recognise {
    /// Exports
    #[arg(required = true, value_name = "FILE")]
    pub paths: Vec<PathBuf>,
    /// Say what a column means, as for `audit`
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    /// Use a saved mapping, as for `audit`
    #[arg(long, value_name = "FILE.toml")]
    pub mapping: Vec<PathBuf>,
    /// Save what the columns mean as a small file for a colleague; it holds no row
    #[arg(long, value_name = "FILE.toml")]
    pub save_mapping: Option<PathBuf>,
}

/// Arguments of `read`.
#[derive(Args)]
pub struct Read {
    /// The file
    #[arg(value_name = "FILE")]
    pub path: PathBuf,
    /// The sheet of a workbook or the entry of a zip; the first if not given
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
}

/// Arguments of `history`.
#[derive(Args)]
pub struct History {
    /// The case
    #[arg(value_name = "CASE.bonafide")]
    pub case: PathBuf,
}

/// Arguments of `explain`.
#[derive(Args)]
pub struct Explain {
    /// The rule: its name or its number
    #[arg(value_name = "RULE")]
    pub rule: String,
}

const EXAMPLES: &str = "\
Examples:
  bonafide audit exports/
  bonafide recognise members_export.csv
  bonafide audit --help";
macro_rules! audit_examples {
    () => {
        "\
Examples:
  bonafide audit exports/
  bonafide audit mailchimp.zip hubspot.csv fair.xlsx --country SE --out lists/
  bonafide audit exports/ --declare declarations.toml --case spring.bonafide
  bonafide audit exports/ --map '#4=consent_at' --fail-on risk --format json
  bonafide audit fair.csv --mapping fair.toml

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run."
    };
}
const AUDIT_EXAMPLES: &str = audit_examples!();
const AUDIT_LONG: &str = concat!(
    audit_examples!(),
    "

A file for --declare:
  [[declaration]]
  id = \"hosted-form\"
  by = \"Saga Lind, marketing\"
  on = 2026-10-20
  applies = { system = \"mailchimp\", source = \"Hosted Signup Form\", from = 2019-03-01 }
  supplies = { method = \"tick\", form = \"www.example.org/news\", wording = \"W-1\", double_opt_in = true }

  [[wording]]
  id = \"W-1\"
  language = \"en\"
  text = \"Yes, send me the newsletter of Norrsken Kaffe AB by e-mail. I can unsubscribe at any time.\"
  channels = [\"email\"]
  purposes = [\"newsletter\"]
  controller = \"Norrsken Kaffe AB\"
  released = 2019-03-01"
);
const RECOGNISE_EXAMPLES: &str = "\
Examples:
  bonafide recognise members_export.csv
  bonafide recognise fair.xlsx --format json
  bonafide recognise fair.csv --map '#3=consent_at' --save-mapping fair.toml";
const READ_EXAMPLES: &str = "\
Examples:
  bonafide read export.csv > clean.csv
  bonafide read fair.xlsx --sheet Deltagare
  bonafide read audience.zip --sheet subscribed_email_audience_export.csv

Rejected rows go to standard error, each with its number and reason.";
const HISTORY_EXAMPLES: &str = "\
Examples:
  bonafide history spring.bonafide
  bonafide history spring.bonafide --format json";
const RULES_EXAMPLES: &str = "\
Examples:
  bonafide rules
  bonafide rules --format json";
const EXPLAIN_EXAMPLES: &str = "\
Examples:
  bonafide explain withdrawn-but-subscribed
  bonafide explain R032";
const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  bonafide completions bash > ~/.local/share/bash-completion/completions/bonafide
  bonafide completions zsh > ~/.zfunc/_bonafide
  bonafide completions fish > ~/.config/fish/completions/bonafide.fish";
const MAN_EXAMPLES: &str = "\
Examples:
  bonafide man > ~/.local/share/man/man1/bonafide.1
  bonafide man audit > ~/.local/share/man/man1/bonafide-audit.1";
