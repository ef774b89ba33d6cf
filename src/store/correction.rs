//! What a person has said of columns by hand, remembered for every table of the same layout.

use std::collections::BTreeMap;

use rusqlite::params;

use crate::import::{ColumnCorrection, DateOrder, Meaning};
use crate::vocabulary::{ConsentStatus, Field};

use super::import::ImportWriter;
use super::{Casefile, StoreError};

/// How the meaning of a column that keeps its own name is kept.
const OWN_NAME: &str = "own_name";

impl ImportWriter<'_> {
    /// Remembers what was said of the column at a position (from 1) of a layout; forgets it where nothing is said.
    pub fn remember(&mut self, layout: &str, position: u32, said: &ColumnCorrection) -> Result<(), StoreError> {
        self.transaction
            .execute("DELETE FROM correction WHERE layout = ?1 AND position = ?2", params![layout, position])
            .map_err(StoreError::from_write)?;
        if said.is_empty() {
            return Ok(());
        }
        self.transaction
            .execute(
                "INSERT INTO correction (layout, position, field, date_order, words) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![layout, position, meaning_word(said.meaning), order_word(said.dates), words_text(&said.words)],
            )
            .map_err(StoreError::from_write)?;
        Ok(())
    }
}

impl Casefile {
    /// What was set by hand for a layout, by position from 1.
    pub fn remembered(&self, layout: &str) -> Result<BTreeMap<u32, ColumnCorrection>, StoreError> {
        let mut query = self
            .vault
            .connection()
            .prepare("SELECT position, field, date_order, words FROM correction WHERE layout = ?1 ORDER BY position")?;
        let mut rows = query.query([layout])?;
        let mut remembered = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (meaning, order, words): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
            let said =
                ColumnCorrection { meaning: meaning_of(&meaning)?, dates: order_of(&order)?, words: words_of(&words)? };
            remembered.insert(row.get(0)?, said);
        }
        Ok(remembered)
    }
}

fn meaning_word(meaning: Option<Meaning>) -> &'static str {
    match meaning {
        None => "",
        Some(Meaning::OwnName) => OWN_NAME,
        Some(Meaning::Field(field)) => field.word(),
    }
}

fn meaning_of(word: &str) -> Result<Option<Meaning>, StoreError> {
    match word {
        "" => Ok(None),
        OWN_NAME => Ok(Some(Meaning::OwnName)),
        field => Ok(Some(Meaning::Field(Field::from_word(field).ok_or(StoreError::Damaged)?))),
    }
}

fn order_word(order: Option<DateOrder>) -> &'static str {
    match order {
        Some(DateOrder::DayFirst) => "day_first",
        Some(DateOrder::MonthFirst) => "month_first",
        Some(DateOrder::Unknown) => "unknown",
        // Nobody says by hand that a column needs no order, or that its order is open.
        None | Some(DateOrder::Plain | DateOrder::Ambiguous) => "",
    }
}

fn order_of(word: &str) -> Result<Option<DateOrder>, StoreError> {
    match word {
        "" => Ok(None),
        "day_first" => Ok(Some(DateOrder::DayFirst)),
        "month_first" => Ok(Some(DateOrder::MonthFirst)),
        "unknown" => Ok(Some(DateOrder::Unknown)),
        _ => Err(StoreError::Damaged),
    }
}

fn words_text(words: &BTreeMap<String, ConsentStatus>) -> String {
    if words.is_empty() {
        return String::new();
    }
    serde_json::to_string(words).expect("words and states always encode")
}

fn words_of(text: &str) -> Result<BTreeMap<String, ConsentStatus>, StoreError> {
    if text.is_empty() {
        return Ok(BTreeMap::new());
    }
    serde_json::from_str(text).map_err(|_| StoreError::Damaged)
}
