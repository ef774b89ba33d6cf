//! The tables of a case, as migrations. A released migration is never changed; a new one is added.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::StoreError;

const MIGRATIONS: &[M<'static>] = &[
    M::up(
        "CREATE TABLE file (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        sha256 BLOB NOT NULL UNIQUE,
        bytes INTEGER NOT NULL,
        imported_on TEXT NOT NULL
    );
    CREATE TABLE source_table (
        id INTEGER PRIMARY KEY,
        file INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
        sheet TEXT NOT NULL,
        encoding TEXT NOT NULL,
        delimiter TEXT NOT NULL,
        header_row INTEGER NOT NULL,
        home TEXT NOT NULL,
        header TEXT NOT NULL,
        recognition TEXT NOT NULL,
        rows INTEGER NOT NULL,
        accepted INTEGER NOT NULL,
        rejected INTEGER NOT NULL,
        filled TEXT NOT NULL
    );
    CREATE INDEX source_table_of_file ON source_table (file);
    CREATE TABLE raw_block (
        id INTEGER PRIMARY KEY,
        source_table INTEGER NOT NULL REFERENCES source_table (id) ON DELETE CASCADE,
        first_row INTEGER NOT NULL,
        last_row INTEGER NOT NULL,
        contacts INTEGER NOT NULL,
        data BLOB NOT NULL
    );
    CREATE INDEX raw_block_of_table ON raw_block (source_table, first_row);
    CREATE TABLE rejected_row (
        source_table INTEGER NOT NULL REFERENCES source_table (id) ON DELETE CASCADE,
        row INTEGER NOT NULL,
        reason TEXT NOT NULL,
        raw TEXT NOT NULL
    );
    CREATE INDEX rejected_row_of_table ON rejected_row (source_table, row);
    CREATE TABLE correction (
        layout TEXT NOT NULL,
        position INTEGER NOT NULL,
        field TEXT NOT NULL,
        PRIMARY KEY (layout, position)
    );
    CREATE TABLE verdict_block (
        first_person INTEGER PRIMARY KEY,
        data BLOB NOT NULL
    );
    CREATE TABLE cell (
        person INTEGER NOT NULL,
        channel INTEGER NOT NULL,
        country TEXT NOT NULL,
        grade INTEGER NOT NULL,
        class INTEGER NOT NULL,
        action INTEGER NOT NULL,
        systems INTEGER NOT NULL,
        rules INTEGER NOT NULL
    );
    CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL);",
    ),
    M::up(
        "DROP TABLE cell;
    DELETE FROM verdict_block;
    ALTER TABLE verdict_block ADD COLUMN ledger BLOB NOT NULL DEFAULT x'';
    ALTER TABLE correction ADD COLUMN date_order TEXT NOT NULL DEFAULT '';
    ALTER TABLE correction ADD COLUMN words TEXT NOT NULL DEFAULT '';
    CREATE TABLE decision (
        id INTEGER PRIMARY KEY,
        person_key TEXT NOT NULL,
        channel TEXT NOT NULL,
        purpose TEXT NOT NULL,
        asked_for TEXT NOT NULL,
        action TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        reason TEXT NOT NULL,
        decided_on TEXT NOT NULL,
        withdrawn_on TEXT
    );",
    ),
    // Verdicts name systems by number, and there are more of them now: the next audit writes them anew.
    M::up("DELETE FROM verdict_block;"),
    M::up(
        "ALTER TABLE source_table ADD COLUMN repaired INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE repair (
        source_table INTEGER NOT NULL REFERENCES source_table (id) ON DELETE CASCADE,
        repair TEXT NOT NULL,
        rows INTEGER NOT NULL,
        first TEXT NOT NULL,
        PRIMARY KEY (source_table, repair)
    );",
    ),
    M::up(
        "CREATE TABLE snapshot (
        older INTEGER NOT NULL REFERENCES source_table (id) ON DELETE CASCADE,
        newer INTEGER NOT NULL REFERENCES source_table (id) ON DELETE CASCADE,
        why TEXT NOT NULL,
        stands INTEGER NOT NULL,
        PRIMARY KEY (older, newer)
    );
    CREATE INDEX snapshot_of_newer ON snapshot (newer);",
    ),
    M::up(
        "ALTER TABLE file ADD COLUMN imported_at TEXT NOT NULL DEFAULT '';
    CREATE TABLE forgotten (
        id INTEGER PRIMARY KEY,
        file INTEGER NOT NULL,
        name TEXT NOT NULL,
        sha256 BLOB NOT NULL,
        bytes INTEGER NOT NULL,
        imported_on TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        forgotten_on TEXT NOT NULL,
        tables TEXT NOT NULL
    );",
    ),
    M::up(
        "CREATE TABLE amendment (
        source_table INTEGER NOT NULL REFERENCES source_table (id) ON DELETE CASCADE,
        row INTEGER NOT NULL,
        reason TEXT NOT NULL,
        raw TEXT NOT NULL,
        cells TEXT,
        PRIMARY KEY (source_table, row)
    );",
    ),
    // The ledger before the verdicts: SQLite goes through all of a row that stands before what it is asked for, and
    // whoever opens a case asks for the ledger alone.
    M::up(
        "CREATE TABLE ledger_first (
        first_person INTEGER PRIMARY KEY,
        ledger BLOB NOT NULL,
        data BLOB NOT NULL
    );
    INSERT INTO ledger_first SELECT first_person, ledger, data FROM verdict_block;
    DROP TABLE verdict_block;
    ALTER TABLE ledger_first RENAME TO verdict_block;",
    ),
    // The same bytes may be there twice, under names that say two things of them: then a number follows their hash, and
    // files are looked for by the hash alone. What is kept of forgotten imports tells of nobody, so neither do their names.
    M::up(
        "CREATE INDEX file_of_bytes ON file (substr(sha256, 1, 32));
    UPDATE forgotten SET
        name = CASE
            WHEN lower(name) LIKE '%.csv' THEN '*.csv'
            WHEN lower(name) LIKE '%.tsv' THEN '*.tsv'
            WHEN lower(name) LIKE '%.txt' THEN '*.txt'
            WHEN lower(name) LIKE '%.xlsx' THEN '*.xlsx'
            WHEN lower(name) LIKE '%.xls' THEN '*.xls'
            WHEN lower(name) LIKE '%.ods' THEN '*.ods'
            WHEN lower(name) LIKE '%.zip' THEN '*.zip'
            ELSE '*'
        END,
        tables = (SELECT json_group_array(json_set(value, '$.sheet', '')) FROM json_each(forgotten.tables));",
    ),
    // Verdicts hold every address and number of a person now: the next audit writes them anew.
    M::up("DELETE FROM verdict_block; DELETE FROM note WHERE name = 'summary';"),
    // The ledger tells every list of no system apart now: the next audit writes it anew.
    M::up("DELETE FROM verdict_block; DELETE FROM note WHERE name = 'summary';"),
];

/// Brings a case up to date, in one transaction per step.
pub fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    match Migrations::from_slice(MIGRATIONS).to_latest(connection) {
        Ok(()) => Ok(()),
        Err(rusqlite_migration::Error::MigrationDefinition(_)) => Err(StoreError::TooNew),
        Err(rusqlite_migration::Error::RusqliteError { err, .. }) => Err(StoreError::from_write(err)),
        Err(_) => Err(StoreError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_migrations_are_sound() {
        assert!(Migrations::from_slice(MIGRATIONS).validate().is_ok());
    }

    #[test]
    fn a_case_of_before_tells_of_nobody_by_the_names_of_what_was_forgotten() {
        let mut connection = Connection::open_in_memory().unwrap();
        let before = 8;
        Migrations::from_slice(&MIGRATIONS[..before]).to_latest(&mut connection).unwrap();
        let insert = "INSERT INTO forgotten VALUES (?1, 1, ?2, x'00', 1, '', '', '', ?3)";
        connection.execute(insert, (1, "Ada.Secret.CSV", r#"[{"sheet":"Ada Secret","rows":3},{"sheet":""}]"#)).unwrap();
        connection.execute(insert, (2, "Ada Secret", "[]")).unwrap();
        migrate(&mut connection).unwrap();
        let told = |id: i64| -> (String, String) {
            let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
            connection.query_row("SELECT name, tables FROM forgotten WHERE id = ?1", [id], row).unwrap()
        };
        assert_eq!(told(1), ("*.csv".to_owned(), r#"[{"sheet":"","rows":3},{"sheet":""}]"#.to_owned()));
        assert_eq!(told(2), ("*".to_owned(), "[]".to_owned()));
    }
}
