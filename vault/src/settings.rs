//! How a database is opened: the settings that must hold before the first statement of anyone else.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::keys::DatabaseKey;
use crate::offset_vfs;

/// `application_id` of a case: "BONA".
pub(crate) const APPLICATION_ID: i32 = 0x424F_4E41;

/// Opens the database in the case file at `path`, which must exist; empty behind its envelope, it becomes a new database.
///
/// Reads its first page, so a wrong key or a damaged front shows here.
pub(crate) fn open_case(path: &Path, key: &DatabaseKey) -> rusqlite::Result<Connection> {
    let database = open(path, offset_vfs::CASE, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    // Erased rows are overwritten: what the key opens later does not hold them either. And
    // exclusive: one connection, so the index of the write-ahead log is kept in memory. It needs no shared
    // memory file, and none that a network folder could get wrong.
    database.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;",
    )?;
    guarded(database)
}

/// Opens a new database in a file that no one else can see and that is gone with the connection.
///
/// The rollback journal is in memory: a transaction keeps there the old content of the pages it changes, not of those it adds.
pub(crate) fn open_throwaway(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let database = open(path, offset_vfs::THROWAWAY, flags, &DatabaseKey::random())?;
    database.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = MEMORY;
         PRAGMA synchronous = OFF;",
    )?;
    guarded(database)
}

fn open(
    path: &Path,
    layer: &'static std::ffi::CStr,
    flags: OpenFlags,
    key: &DatabaseKey,
) -> rusqlite::Result<Connection> {
    offset_vfs::register();
    let database = Connection::open_with_flags_and_vfs(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX, layer)?;
    // SQLCipher would print errors to standard error by itself. Its memory wiping is off: it slows every
    // allocation of SQLite, and protects only pages that the program holds in plain memory anyway.
    database.execute_batch(
        "PRAGMA cipher_log_level = NONE;
         PRAGMA cipher_memory_security = OFF;",
    )?;
    database.pragma_update(None, "key", key.raw().as_str())?;
    // 16 KiB pages are fastest for bulk inserts, and what `offset_vfs` is laid out for.
    database.execute_batch(
        "PRAGMA cipher_page_size = 16384;
         PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;",
    )?;
    database.busy_timeout(Duration::from_secs(5))?;
    Ok(database)
}

/// What a database handed over by a stranger cannot do: run code through its schema. Extensions are not loadable,
/// as nothing ever allows them.
fn guarded(database: Connection) -> rusqlite::Result<Connection> {
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    ] {
        database.set_db_config(setting, on)?;
    }
    database.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
    Ok(database)
}
