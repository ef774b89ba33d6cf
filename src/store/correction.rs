//! Column meanings a person has set by hand, remembered for every table of the same layout.

use std::collections::BTreeMap;

use rusqlite::params;

use crate::vocabulary::Field;

use super::import::ImportWriter;
use super::{Casefile, StoreError};

impl ImportWriter<'_> {
    /// Remembers, with this import, that the column at a position (from 1) of a layout means a field.
    pub fn remember(&mut self, layout: &str, position: u32, field: Field) -> Result<(), StoreError> {
        self.transaction
            .execute(
                "INSERT INTO correction VALUES (?1, ?2, ?3) ON CONFLICT (layout, position) DO UPDATE SET field = ?3",
                params![layout, position, field.word()],
            )
            .map_err(StoreError::from_write)?;
        Ok(())
    }
}

impl Casefile {
    /// What was set by hand for a layout, by position from 1.
    pub fn remembered(&self, layout: &str) -> Result<BTreeMap<u32, Field>, StoreError> {
        let mut query = self.vault.connection().prepare("SELECT position, field FROM correction WHERE layout = ?1")?;
        let rows = query.query_map([layout], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, String>(1)?)))?;
        let mut remembered = BTreeMap::new();
        for row in rows {
            let (position, field) = row?;
            remembered.insert(position, Field::from_word(&field).ok_or(StoreError::Damaged)?);
        }
        Ok(remembered)
    }
}
