//! One rule as a panel shows it: what it found here, by which law, in which cells, and what follows.

use serde::Serialize;
use specta::Type;

use crate::audit::{Page, Rule, TableFacts, rules};
use crate::plan::FindingRecord;
use crate::store::Ledger;
use crate::vocabulary::{Category, Confidence, Place, Severity, System};

use super::facts::OutcomeFacts;
use super::findings::shown;
use super::{Bucket, Case, CaseError};

/// A rule, and what it found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RulePanel {
    /// The rule's name.
    pub id: String,
    /// The rule book's number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its worst severity here.
    pub severity: Severity,
    /// The surest of its findings shown here.
    pub confidence: Confidence,
    /// What it finds, in one sentence.
    pub finds: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub remedy: String,
    /// The provisions it rests on.
    pub law: Vec<RuleCitation>,
    /// How many findings there are.
    pub findings: u32,
    /// How many people they are about; 0 where it speaks of files and columns.
    pub people: u32,
    /// What may be done with these people.
    pub outcome: OutcomeFacts,
    /// A few findings with their cells.
    pub cited: Vec<RuleCase>,
    /// Invented examples and counter-examples.
    pub examples: Vec<RuleExample>,
}

/// A provision of law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleCitation {
    /// The instrument.
    pub instrument: String,
    /// The place in it.
    pub provision: String,
    /// What it says, in our words.
    pub says: String,
    /// Where to read it.
    pub url: String,
    /// Whether its text was checked against a primary source.
    pub verified: bool,
}

/// A finding with the cells it follows from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleCase {
    /// Whom it is about; `None` for a file or column.
    pub person: Option<u32>,
    /// Why, in one clause.
    pub because: String,
    /// The cells.
    pub cells: Vec<RuleCell>,
    /// Cells it follows from beside those.
    pub more_cells: u32,
}

/// A cell, quoted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleCell {
    /// The system that wrote the file.
    pub system: System,
    /// The file.
    pub file: String,
    /// Sheet or entry; empty for a plain file.
    pub sheet: String,
    /// The row as a spreadsheet counts it.
    pub row: u32,
    /// The column; empty where no column makes the statement.
    pub column: String,
    /// What the cell holds; `None` where the row as a whole is cited. Personal data.
    pub content: Option<String>,
    /// Whether it tells who somebody is, or more than that.
    pub is_personal: bool,
}

/// An invented example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleExample {
    /// What tells it from the others; empty for the first.
    pub title: String,
    /// Whether the rule finds nothing here.
    pub is_counter: bool,
    /// Lines before the table.
    pub given: Vec<String>,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The contacts.
    pub rows: Vec<Vec<String>>,
    /// One line per finding.
    pub finds: Vec<String>,
}

/// Findings a panel shows.
const SHOWN: usize = 3;
/// Cells of a finding it shows.
const CELLS: usize = 4;
/// Characters of a cell it shows.
const CONTENT: usize = 300;

impl Case {
    /// A rule, and what it found. `None` for a rule nobody knows, and before the first audit.
    ///
    /// # Errors
    /// When the casefile cannot be read.
    pub fn rule_panel(&self, ledger: &Ledger, id: &str) -> Result<Option<RulePanel>, CaseError> {
        let Some(rule) = rules::ALL.iter().find(|rule| rule.id == id) else { return Ok(None) };
        let Some(summary) = self.summary()? else { return Ok(None) };
        let bit = 1_u64 << rule.position();
        let mut outcome = OutcomeFacts::default();
        let mut people = Vec::new();
        for person in ledger.people().filter(|person| person.cells().any(|cell| cell.rules() & bit != 0)) {
            outcome.add(Bucket::of_person(person));
            people.push(person.number());
        }
        let mut found: Vec<(Option<u32>, FindingRecord)> = Vec::new();
        for person in spread(&people) {
            let verdict = self.store.verdict(person)?;
            let finding =
                verdict.into_iter().flat_map(|verdict| verdict.findings).find(|one| one.rule == rule.position());
            found.extend(finding.map(|finding| (Some(person), finding)));
        }
        let about_tables = summary.about_tables.iter().filter(|finding| finding.rule == rule.position());
        found.extend(about_tables.take(SHOWN - found.len().min(SHOWN)).map(|finding| (None, finding.clone())));
        let confidence = found.iter().map(|(_, finding)| finding.confidence).max().unwrap_or(Confidence::High);
        let counted = summary.rules.get(rule.id);
        let severity = counted
            .and_then(|counted| Severity::ALL.into_iter().find(|severity| severity.word() == counted.severity))
            .unwrap_or(rule.severity);
        let tables = self.table_facts()?;
        let cited = found.iter().map(|(person, one)| self.cited(*person, one, &tables)).collect::<Result<_, _>>()?;
        let page = Page::of(rule);
        Ok(Some(RulePanel {
            id: rule.id.to_owned(),
            number: rule.number.to_owned(),
            title: rule.title.to_owned(),
            severity,
            confidence,
            finds: page.sentence,
            why: page.why,
            remedy: page.remedy,
            law: citations(rule),
            findings: shown(counted.map_or(0, |counted| counted.findings)),
            people: shown(people.len() as u64),
            outcome,
            cited,
            examples: page.examples.into_iter().map(RuleExample::from).collect(),
        }))
    }

    fn cited(
        &self,
        person: Option<u32>,
        finding: &FindingRecord,
        tables: &[TableFacts],
    ) -> Result<RuleCase, CaseError> {
        let mut cells = Vec::new();
        for place in finding.evidence.iter().take(CELLS) {
            let Some(table) = tables.iter().find(|table| table.id == place.table) else { continue };
            cells.push(self.cited_cell(*place, table)?);
        }
        let more_cells = shown(finding.evidence.len().saturating_sub(CELLS) as u64);
        Ok(RuleCase { person, because: finding.because.clone(), cells, more_cells })
    }

    fn cited_cell(&self, place: Place, table: &TableFacts) -> Result<RuleCell, CaseError> {
        let meaning = place.column.position().and_then(|position| table.recognition.columns.get(position));
        let header = place.row <= table.header_row;
        let content = match self.store.quote(place)? {
            // The header is no row of the table.
            None if header => meaning.map(|meaning| meaning.header.clone()),
            quoted => quoted,
        };
        Ok(RuleCell {
            system: table.system(),
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            row: place.row,
            column: table.header(place.column).unwrap_or_default().into_owned(),
            content: content.map(|content| content.chars().take(CONTENT).collect()),
            is_personal: !header
                && meaning.is_none_or(|meaning| !matches!(meaning.category, Category::Consent | Category::Technical)),
        })
    }
}

/// A few people from the beginning, the middle and the end of a list: neighbours are often alike.
fn spread(people: &[u32]) -> Vec<u32> {
    let mut places: Vec<usize> = match people.len() {
        0 => Vec::new(),
        some => (0..SHOWN).map(|step| step * (some - 1) / (SHOWN - 1)).collect(),
    };
    places.dedup();
    places.into_iter().map(|place| people[place]).collect()
}

fn citations(rule: &Rule) -> Vec<RuleCitation> {
    rule.cites
        .iter()
        .map(|provision| RuleCitation {
            instrument: provision.instrument.to_owned(),
            provision: provision.provision.to_owned(),
            says: provision.says.to_owned(),
            url: provision.url.to_owned(),
            verified: provision.verified,
        })
        .collect()
}

impl From<crate::audit::Example> for RuleExample {
    fn from(example: crate::audit::Example) -> Self {
        let crate::audit::Example { title, is_counter, given, header, rows, declarations: _, finds } = example;
        Self { title, is_counter, given, header, rows, finds }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_come_from_all_over_a_list() {
        assert_eq!(spread(&[]), [0; 0]);
        assert_eq!(spread(&[4]), [4]);
        assert_eq!(spread(&[4, 7]), [4, 7]);
        assert_eq!(spread(&(0..101).collect::<Vec<_>>()), [0, 50, 100]);
    }
}
