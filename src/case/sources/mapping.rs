//! A table's mapping as a file: written for a colleague, and read from one.

use crate::import::{ColumnCorrection, ColumnMeaning, Mapping, Meaning};
use crate::vocabulary::TableId;

use super::super::{Case, CaseError, Watch};
use super::correct::{Said, Step, layout_of};

impl Case {
    /// The mapping of a table as it is understood, as it is written to a file. It holds no row.
    ///
    /// # Errors
    /// When the table is not in the case.
    pub fn mapping(&self, table: TableId) -> Result<String, CaseError> {
        let record = self.table_record(table)?;
        let said = self.store.remembered(&layout_of(&record))?;
        Ok(Mapping::of(&record.recognition, &said).to_toml())
    }

    /// Says of a table's columns what a mapping says, wherever that is not how they are understood already. It holds for
    /// every table of the same layout and can be taken back in one step. Gives back how many columns changed.
    ///
    /// # Errors
    /// When the mapping is for other columns or another system; nothing is changed then.
    pub fn apply_mapping(&mut self, table: TableId, mapping: &Mapping, watch: Watch<'_>) -> Result<u32, CaseError> {
        let record = self.table_record(table)?;
        mapping.is_for(record.recognition.system)?;
        let columns = mapping.of_header(&record.header)?.into_iter().zip(&record.recognition.columns);
        let now: Vec<ColumnCorrection> = columns.map(|(said, column)| news(said, column)).collect();
        let layout = layout_of(&record);
        let before = self.store.remembered(&layout)?;
        let mut said = Said::new();
        self.say(&layout, &now, &mut said)?;
        let Some(after) = said.get(&layout) else { return Ok(0) };
        let changed = after.iter().filter(|(position, said)| before.get(position) != Some(said)).count();
        self.apply_with_step(&said, Step::of_layout(layout, before), watch)?;
        Ok(super::count(changed as u64))
    }
}

/// What of it is not recognised already.
fn news(mut said: ColumnCorrection, column: &ColumnMeaning) -> ColumnCorrection {
    let known = match said.meaning {
        Some(Meaning::Field(field)) => column.field == Some(field),
        Some(Meaning::OwnName) => column.field.is_none(),
        None => false,
    };
    if known {
        said.meaning = None;
    }
    said.dates = said.dates.filter(|order| column.dates != Some(*order));
    said.words.retain(|word, status| {
        let known = column.values.iter().find(|value| value.value == *word);
        known.is_none_or(|value| value.status != *status)
    });
    said
}
