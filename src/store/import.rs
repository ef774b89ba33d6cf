//! What was read: files, tables, rows in compressed blocks, and rows that were refused.

use rusqlite::{OptionalExtension, Transaction, params};

use crate::audit::CountryCode;
use crate::import::{Recognition, RejectedRow, RowBatch, SourceRow};
use crate::vocabulary::{Place, TableId};

use super::{Casefile, FORGET_VERDICTS, StoreError, TAKE_BACK, pack, unpack};

/// One imported file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRecord {
    /// Its number within the case.
    pub id: i64,
    /// Its name, without the folder.
    pub name: String,
    /// What its bytes hash to.
    pub sha256: [u8; 32],
    /// Its size.
    pub bytes: u64,
    /// The day of the import, as `YYYY-MM-DD`.
    pub imported_on: String,
    /// The moment of the import, as `YYYY-MM-DDTHH:MM:SSZ`; empty where no clock was known.
    pub imported_at: String,
}

/// One imported table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRecord {
    /// Its number within the case.
    pub id: TableId,
    /// The file's number.
    pub file: i64,
    /// What the file's bytes hash to.
    pub sha256: [u8; 32],
    /// Sheet or entry; empty for a plain file.
    pub sheet: String,
    /// How it was decoded; empty for a workbook.
    pub encoding: String,
    /// What parts its cells, if anything does.
    pub delimiter: Option<String>,
    /// The row of its header; 0 if it has none.
    pub header_row: u32,
    /// Its header as written.
    pub header: Vec<String>,
    /// What was recognised of it.
    pub recognition: Recognition,
    /// The country by which its numbers in national notation were read.
    pub home: Option<CountryCode>,
    /// Rows read: accepted + rejected.
    pub rows: u64,
    /// Rows that became contacts.
    pub accepted: u64,
    /// Rows that were refused, each with its reason.
    pub rejected: u64,
    /// Rows of which something was mended when they were read.
    pub repaired: u64,
    /// How many cells of each column hold something.
    pub filled: Vec<u64>,
}

/// A batch of rows, compressed and ready to be written.
#[derive(Debug)]
pub struct Block {
    first_row: u32,
    last_row: u32,
    contacts: u32,
    data: Vec<u8>,
}

/// A block as it lies in the case.
#[derive(Debug)]
pub struct StoredBlock {
    /// The table its rows belong to.
    pub table: TableId,
    /// How many of its rows are contacts; the others were rejected.
    pub contacts: u32,
    pub(super) data: Vec<u8>,
}

impl Block {
    /// Compresses a batch of which so many rows are contacts. Runs beside the writer. `None` without rows.
    pub fn pack(batch: &RowBatch, contacts: u32) -> Option<Self> {
        let (first_row, last_row) = (batch.rows().next()?.number(), batch.rows().last()?.number());
        let bytes = postcard::to_stdvec(batch).expect("a batch of texts and numbers always encodes");
        Some(Self { first_row, last_row, contacts, data: pack(&bytes) })
    }
}

impl StoredBlock {
    /// Decompresses the rows.
    pub fn open(&self) -> Result<RowBatch, StoreError> {
        postcard::from_bytes(&unpack(&self.data)?).map_err(|_| StoreError::Damaged)
    }
}

/// The number of the next table: beyond those that are there, and those of imports that were forgotten.
pub(super) const NEXT_TABLE: &str = "SELECT MAX(
    (SELECT COALESCE(MAX(id) + 1, 0) FROM source_table),
    COALESCE((SELECT CAST(value AS INTEGER) FROM note WHERE name = 'next-table'), 0))";

/// One change of rows or of their meaning in progress: a transaction that leaves the case as it was unless it is
/// committed.
pub struct ImportWriter<'c> {
    pub(super) transaction: Transaction<'c>,
}

impl ImportWriter<'_> {
    /// Adds a file. The same bytes may be there under a name that says something else of them.
    pub fn file(&mut self, name: &str, sha256: &[u8; 32], bytes: u64, imported_on: &str) -> Result<i64, StoreError> {
        let of_bytes = self.numbered(sha256)?;
        self.transaction
            .execute(
                "INSERT INTO file (name, sha256, bytes, imported_on) VALUES (?1, ?2, ?3, ?4)",
                params![name, of_bytes, i64::try_from(bytes).unwrap_or(i64::MAX), imported_on],
            )
            .map_err(StoreError::from_write)?;
        Ok(self.transaction.last_insert_rowid())
    }

    /// A hash as it is kept of a file: no two rows may hold one value, so that of the second file with the same bytes is
    /// followed by a number.
    fn numbered(&self, sha256: &[u8; 32]) -> Result<Vec<u8>, StoreError> {
        let mut query = self.transaction.prepare_cached("SELECT sha256 FROM file WHERE substr(sha256, 1, 32) = ?1")?;
        let taken = query.query_map([sha256], |row| row.get(0))?.collect::<Result<Vec<Vec<u8>>, _>>()?;
        let mut kept = sha256.to_vec();
        for number in 1_u32.. {
            if !taken.contains(&kept) {
                break;
            }
            kept.truncate(sha256.len());
            kept.extend_from_slice(&number.to_be_bytes());
        }
        Ok(kept)
    }

    /// Adds a table and gives it its number; the counts follow with [`Self::finish_table`].
    pub fn table(&mut self, record: &TableRecord) -> Result<TableId, StoreError> {
        let next: i64 = self.transaction.query_row(NEXT_TABLE, [], |row| row.get(0))?;
        self.transaction
            .execute(
                "INSERT INTO source_table
                     (id, file, sheet, encoding, delimiter, header_row, header, recognition, home, rows, accepted, rejected, filled)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, 0, 0, '[]')",
                params![
                    next,
                    record.file,
                    record.sheet,
                    record.encoding,
                    record.delimiter.as_deref().unwrap_or_default(),
                    record.header_row,
                    json(&record.header),
                    json(&record.recognition),
                    home_word(record.home),
                ],
            )
            .map_err(StoreError::from_write)?;
        Ok(TableId(u32::try_from(next).map_err(|_| StoreError::Damaged)?))
    }

    /// Adds a block of rows.
    pub fn block(&mut self, table: TableId, block: &Block) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached(
                "INSERT INTO raw_block (source_table, first_row, last_row, contacts, data) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![table.0, block.first_row, block.last_row, block.contacts, block.data])
            .map_err(StoreError::from_write)?;
        Ok(())
    }

    /// Adds a rejected row.
    pub fn reject(&mut self, table: TableId, row: &RejectedRow) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("INSERT INTO rejected_row (source_table, row, reason, raw) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![table.0, row.row, row.reason, row.raw])
            .map_err(StoreError::from_write)?;
        Ok(())
    }

    /// Writes the counts of a table. Every row has to have become a contact or a rejected row.
    pub fn finish_table(
        &mut self,
        table: TableId,
        accepted: u64,
        rejected: u64,
        filled: &[u64],
    ) -> Result<(), StoreError> {
        let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        self.transaction
            .execute(
                "UPDATE source_table SET rows = ?2, accepted = ?3, rejected = ?4, filled = ?5 WHERE id = ?1",
                params![table.0, count(accepted + rejected), count(accepted), count(rejected), json(&filled)],
            )
            .map_err(StoreError::from_write)?;
        Ok(())
    }

    /// Keeps a text under a name, with the rest of the change.
    pub fn note(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        super::note(&self.transaction, name, value)
    }

    /// Makes a change part of the case that changes no row and no meaning: verdicts still hold.
    pub fn commit_keeping_verdicts(self) -> Result<(), StoreError> {
        self.transaction.commit().map_err(StoreError::from_write)
    }

    /// Makes the change part of the case. Verdicts of before no longer hold and are removed.
    pub fn commit(self) -> Result<(), StoreError> {
        self.transaction.execute_batch(TAKE_BACK).map_err(StoreError::from_write)?;
        self.transaction.execute_batch(FORGET_VERDICTS).map_err(StoreError::from_write)?;
        self.transaction.commit().map_err(StoreError::from_write)
    }
}

impl Casefile {
    /// Starts an import, or another change of rows or of their meaning.
    pub fn begin_import(&mut self) -> Result<ImportWriter<'_>, StoreError> {
        let transaction = self
            .vault
            .connection_mut()
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(StoreError::from_write)?;
        Ok(ImportWriter { transaction })
    }

    /// The files with these bytes that were imported before, in the order of import.
    pub fn files_with(&self, sha256: &[u8; 32]) -> Result<Vec<FileRecord>, StoreError> {
        Ok(self.files()?.into_iter().filter(|file| file.sha256 == *sha256).collect())
    }

    /// Every imported file, in the order of import.
    pub fn files(&self) -> Result<Vec<FileRecord>, StoreError> {
        let mut query = self
            .vault
            .connection()
            .prepare("SELECT id, name, sha256, bytes, imported_on, imported_at FROM file ORDER BY id")?;
        let files = query.query_map([], |row| {
            Ok(FileRecord {
                id: row.get(0)?,
                name: row.get(1)?,
                sha256: hash_of(&row.get::<_, Vec<u8>>(2)?),
                bytes: row.get::<_, i64>(3)?.unsigned_abs(),
                imported_on: row.get(4)?,
                imported_at: row.get(5)?,
            })
        })?;
        Ok(files.collect::<Result<_, _>>()?)
    }

    /// Every table, in the order of import.
    pub fn tables(&self) -> Result<Vec<TableRecord>, StoreError> {
        self.tables_where("", [])
    }

    /// The tables of a file, in the order of import.
    pub fn tables_of(&self, file: i64) -> Result<Vec<TableRecord>, StoreError> {
        self.tables_where("WHERE file = ?1", [file])
    }

    /// One table, if it is in the case.
    pub fn table(&self, id: TableId) -> Result<Option<TableRecord>, StoreError> {
        Ok(self.tables_where("WHERE source_table.id = ?1", [i64::from(id.0)])?.pop())
    }

    /// Number, file and sheet of every table, in the order of import. Costs little, however many there are.
    pub fn table_names(&self) -> Result<Vec<(TableId, i64, String)>, StoreError> {
        let mut query =
            self.vault.connection().prepare_cached("SELECT id, file, sheet FROM source_table ORDER BY id")?;
        let named = query.query_map([], |row| Ok((TableId(row.get(0)?), row.get(1)?, row.get(2)?)))?;
        Ok(named.collect::<Result<_, _>>()?)
    }

    fn tables_where<const N: usize>(&self, condition: &str, values: [i64; N]) -> Result<Vec<TableRecord>, StoreError> {
        let mut query = self.vault.connection().prepare_cached(&format!(
            "SELECT source_table.id, file, sheet, encoding, delimiter, header_row, header, recognition, home, rows, accepted,
                    rejected, filled, repaired, sha256
             FROM source_table JOIN file ON file.id = file {condition} ORDER BY source_table.id",
        ))?;
        let mut rows = query.query(rusqlite::params_from_iter(values))?;
        let mut tables = Vec::new();
        while let Some(row) = rows.next()? {
            let number = |column: usize| row.get::<_, i64>(column).map(i64::unsigned_abs);
            let text = |column: usize| row.get::<_, String>(column);
            tables.push(TableRecord {
                id: TableId(row.get(0)?),
                file: row.get(1)?,
                sheet: text(2)?,
                encoding: text(3)?,
                delimiter: Some(text(4)?).filter(|delimiter| !delimiter.is_empty()),
                header_row: row.get(5)?,
                header: from_json(&text(6)?)?,
                recognition: from_json(&text(7)?)?,
                home: CountryCode::parse(&text(8)?),
                rows: number(9)?,
                accepted: number(10)?,
                rejected: number(11)?,
                filled: from_json(&text(12)?)?,
                repaired: number(13)?,
                sha256: hash_of(&row.get::<_, Vec<u8>>(14)?),
            });
        }
        Ok(tables)
    }

    /// Every block of rows in the order of tables and rows, one at a time. The sink may stop by an error.
    pub fn each_block<E: From<StoreError>>(&self, mut sink: impl FnMut(StoredBlock) -> Result<(), E>) -> Result<(), E> {
        let lost = |error: rusqlite::Error| E::from(StoreError::from(error));
        let mut query = self
            .vault
            .connection()
            .prepare("SELECT source_table, contacts, data FROM raw_block ORDER BY source_table, first_row")
            .map_err(lost)?;
        let mut rows = query.query([]).map_err(lost)?;
        while let Some(row) = rows.next().map_err(lost)? {
            let table = TableId(row.get(0).map_err(lost)?);
            sink(StoredBlock { table, contacts: row.get(1).map_err(lost)?, data: row.get(2).map_err(lost)? })?;
        }
        Ok(())
    }

    /// Rows as they were read. Neighbouring rows cost one block; a row that is not there is left out.
    pub fn each_row<E: From<StoreError>>(
        &self,
        rows: impl IntoIterator<Item = (TableId, u32)>,
        mut sink: impl FnMut(TableId, SourceRow<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let lost = |error: rusqlite::Error| E::from(StoreError::from(error));
        let connection = self.vault.connection();
        let mut block = connection
            .prepare_cached(
                "SELECT id FROM raw_block WHERE source_table = ?1 AND first_row <= ?2 ORDER BY first_row DESC LIMIT 1",
            )
            .map_err(lost)?;
        let mut opened: Option<(i64, RowBatch)> = None;
        for (table, row) in rows {
            let found = block.query_row(params![table.0, row], |found| found.get(0)).optional().map_err(lost)?;
            let Some(id) = found else { continue };
            if opened.as_ref().is_none_or(|(open, _)| *open != id) {
                let data = connection.query_row("SELECT data FROM raw_block WHERE id = ?1", [id], |found| found.get(0));
                let stored = StoredBlock { table, contacts: 0, data: data.map_err(lost)? };
                opened = Some((id, stored.open()?));
            }
            if let Some(found) = opened.as_ref().and_then(|(_, batch)| batch.row(row)) {
                sink(table, found)?;
            }
        }
        Ok(())
    }

    /// What a cell says, quoted as it was read; `None` if no column makes the statement or the row is short.
    pub fn quote(&self, place: Place) -> Result<Option<String>, StoreError> {
        let found = self
            .vault
            .connection()
            .query_row(
                "SELECT data FROM raw_block WHERE source_table = ?1 AND first_row <= ?2 ORDER BY first_row DESC LIMIT 1",
                params![place.table.0, place.row],
                |row| row.get::<_, Vec<u8>>(0),
            )
            .optional()?;
        let (Some(data), Some(position)) = (found, place.column.position()) else { return Ok(None) };
        let batch = StoredBlock { table: place.table, contacts: 0, data }.open()?;
        Ok(batch.row(place.row).and_then(|row| row.cell(position)).map(str::to_owned))
    }

    /// Every rejected row, in the order of tables and rows.
    pub fn each_rejected<E: From<StoreError>>(
        &self,
        mut sink: impl FnMut(TableId, RejectedRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let lost = |error: rusqlite::Error| E::from(StoreError::from(error));
        let mut query = self
            .vault
            .connection()
            .prepare("SELECT source_table, row, reason, raw FROM rejected_row ORDER BY source_table, row")
            .map_err(lost)?;
        let mut rows = query.query([]).map_err(lost)?;
        while let Some(row) = rows.next().map_err(lost)? {
            let rejected = RejectedRow {
                row: row.get(1).map_err(lost)?,
                reason: row.get(2).map_err(lost)?,
                raw: row.get(3).map_err(lost)?,
            };
            sink(TableId(row.get(0).map_err(lost)?), rejected)?;
        }
        Ok(())
    }
}

/// The hash of a file's bytes, without the number that tells two files with the same bytes apart.
fn hash_of(kept: &[u8]) -> [u8; 32] {
    kept.first_chunk().copied().unwrap_or_default()
}

/// How a country is kept: its code, or nothing.
pub(super) fn home_word(home: Option<CountryCode>) -> String {
    home.map_or_else(String::new, |home| home.word().to_owned())
}

pub(super) fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("plain data always encodes")
}

pub(super) fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Damaged)
}
