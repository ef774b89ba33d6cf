//! A random case, judged by the program.

use bonafide::plan::{CellVerdict, Verdict, person_name};

use crate::invented::{MEANINGS, Row, Source, export};
use crate::support::{Audited, Setting, folder_of, permuted, shuffled};

/// An audited case, and who each of its rows is about.
pub struct Judged {
    pub audited: Audited,
    rows: Vec<Row>,
    verdicts: Vec<Verdict>,
}

impl Judged {
    pub fn of(rows: &[Row], declarations: &str) -> Self {
        Self::in_order(rows, declarations, 0)
    }

    /// The files in an order that depends on the seed; 0 is as they are named.
    pub fn in_order(rows: &[Row], declarations: &str, seed: u64) -> Self {
        let files: Vec<(&str, String)> = Source::ALL
            .into_iter()
            .filter(|source| rows.iter().any(|row| row.source == *source))
            .map(|source| (source.file(), export(source, rows)))
            .collect();
        let order: Vec<usize> = if seed == 0 { (0..files.len()).collect() } else { shuffled(files.len(), seed) };
        let (_folder, paths) = folder_of(&files);
        let setting = Setting { corrections: MEANINGS.to_vec(), ..Setting::declaring(declarations) };
        let audited = Audited::of(&permuted(&paths, &order), &setting);
        assert_eq!(audited.summary.accepted, rows.len() as u64, "every invented row is a contact");
        let verdicts = audited.verdicts();
        Self { audited, rows: rows.to_vec(), verdicts }
    }

    /// The verdict on whoever a row is about. Equal rows are about the same person.
    pub fn verdict_of(&self, row: &Row) -> &Verdict {
        let at = self.rows.iter().position(|other| other == row).unwrap();
        let before = self.rows[..at].iter().filter(|other| other.source == row.source).count();
        let number = u32::try_from(before).unwrap() + 2;
        let is_it = |(table, row_number): &(bonafide::vocabulary::TableId, u32)| {
            *row_number == number && self.audited.policy.table(*table).file == row.source.file()
        };
        self.verdicts.iter().find(|verdict| verdict.rows.iter().any(is_it)).unwrap()
    }

    pub fn cells_of(&self, row: &Row) -> &[CellVerdict] {
        &self.verdict_of(row).cells
    }

    pub fn name_of(&self, row: &Row) -> String {
        person_name(self.verdict_of(row).person)
    }

    /// All that is said of everybody but the numbers of rows and people, sorted.
    pub fn essence(&self) -> Vec<String> {
        let of_person = |verdict: &Verdict| {
            let cells: Vec<String> = verdict
                .cells
                .iter()
                .enumerate()
                .map(|(position, cell)| {
                    let states: Vec<String> = cell
                        .states
                        .iter()
                        .map(|state| format!("{}={} {}", state.system.word(), state.status.word(), state.says_yes))
                        .collect();
                    let rules: Vec<u16> = verdict.rules_on(position).collect();
                    format!(
                        "{} “{}” {} {} {} {} {rules:?}",
                        cell.channel.word(),
                        cell.purpose.to_lowercase(),
                        cell.grade.word(),
                        cell.class.word(),
                        cell.action.word(),
                        states.join(" "),
                    )
                })
                .collect();
            let mut severities: Vec<String> = verdict
                .findings
                .iter()
                .map(|finding| format!("{} {:?} {}", finding.rule, finding.cell, finding.severity.word()))
                .collect();
            severities.sort();
            let (email, country) = (verdict.email.as_deref().unwrap_or_default(), verdict.country.word());
            format!("{email} {country} {} rows: {cells:?} {severities:?}", verdict.rows.len())
        };
        let mut all: Vec<String> = self.verdicts.iter().map(of_person).collect();
        all.sort();
        all
    }
}
