//! One statement of the audit, with the cells it follows from.

use crate::vocabulary::{Action, Column, Confidence, Place, Severity};

use super::record::Record;
use super::rule::Rule;

/// What a rule found. It always cites at least one cell: there is no way to make one without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule, by its place in [`rules::ALL`](super::rules::ALL).
    pub rule: u16,
    /// How bad it is here.
    pub severity: Severity,
    /// How sure it is.
    pub confidence: Confidence,
    /// The cell it is about, by its place in the dossier; `None` if it is about the person, a column or a file.
    pub cell: Option<u16>,
    /// What it asks for, on its target only.
    pub remedy: Action,
    /// Why, in one short clause. Names systems, columns and counts, never what a cell holds.
    pub because: String,
    /// The cells it follows from.
    pub evidence: Vec<Evidence>,
}

/// One cell a finding follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// The cell.
    pub place: Place,
    /// The declaration the statement rests on instead of the cell alone, by its place in the file.
    pub declared: Option<u16>,
}

impl Evidence {
    /// The cell that states a record's status.
    pub fn of(record: &Record<'_>) -> Self {
        Self::at(record.status_place)
    }

    /// A cell.
    pub fn at(place: Place) -> Self {
        Self { place, declared: None }
    }

    /// The row of a record, for something the row lacks.
    pub fn row_of(record: &Record<'_>) -> Self {
        Self::at(record.contact.place(Column::WHOLE_ROW))
    }
}

/// A finding that still lacks its evidence.
#[must_use = "a finding is complete only with its evidence"]
pub struct Draft {
    finding: Finding,
}

impl Draft {
    pub(super) fn new(rule: &Rule, confidence: Confidence) -> Self {
        Self {
            finding: Finding {
                rule: rule.position(),
                severity: rule.severity,
                confidence,
                cell: None,
                remedy: rule.remedy,
                because: String::new(),
                evidence: Vec::new(),
            },
        }
    }

    /// Says which cell of the dossier it is about.
    pub fn on_cell(mut self, cell: usize) -> Self {
        self.finding.cell = Some(u16::try_from(cell).expect("a person has a handful of cells"));
        self
    }

    /// Gives the reason: one short clause without any personal data.
    pub fn because(mut self, because: impl Into<String>) -> Self {
        self.finding.because = because.into();
        self
    }

    /// Where this case is worse or better than the rule's usual one.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.finding.severity = severity;
        self
    }

    /// Where this case asks for something else than the rule's usual remedy.
    pub fn remedy(mut self, remedy: Action) -> Self {
        self.finding.remedy = remedy;
        self
    }

    /// Completes the finding. An empty list does not compile.
    pub fn evidence<const N: usize>(mut self, evidence: [Evidence; N]) -> Finding {
        const { assert!(N > 0, "a finding cites at least one cell") };
        self.finding.evidence.extend(evidence);
        self.finding
    }

    /// Completes the finding with one cell and any number of others.
    pub fn evidence_and(mut self, first: Evidence, others: impl IntoIterator<Item = Evidence>) -> Finding {
        self.finding.evidence.push(first);
        self.finding.evidence.extend(others);
        self.finding
    }
}
