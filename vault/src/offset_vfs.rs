//! How SQLite comes to see a database that does not start at the first byte of its file.
//!
//! Two thin layers over SQLite's own file access, made as its `appendvfs.c` is made:
//!
//! - [`CASE`] shifts the main database file by [`OFFSET`]. Write-ahead log, journal, locks and everything
//!   else go through untouched.
//! - [`THROWAWAY`] opens the main database as a private temporary file that the system deletes: on Unix its name is gone
//!   as soon as it is open, on Windows the file goes with its last handle, also when the program is killed.
//!
//! One page is moved further. SQLite locks bytes at 1 GiB of the *file* and leaves the page there unused, but counts in
//! *database* bytes; shifted by one page, data would lie under the lock, and Windows refuses to write it. So the page whose place
//! that would be swaps with the unused one behind it. See [`place`].
//!
//! This is the only module with `unsafe` code.
#![allow(unsafe_code)]

use std::ffi::{CStr, c_int, c_void};
use std::mem::size_of;
use std::ptr;
use std::sync::Once;
use std::sync::atomic::{AtomicPtr, Ordering};

use rusqlite::ffi;

/// Name of the layer for case files.
pub(crate) const CASE: &CStr = c"bonafide-case";
/// Name of the layer for throw-away cases.
pub(crate) const THROWAWAY: &CStr = c"bonafide-throwaway";

/// Where the database starts in a case file; also the page size, which [`place`] relies on.
const OFFSET: i64 = crate::slots::FRONT as i64;
/// Where SQLite takes its locks, in bytes of the file. The page there is never used.
const LOCKS: i64 = 0x4000_0000;

/// Where in the file a byte of the database is. Pages stay whole.
const fn place(at: i64) -> i64 {
    if LOCKS - OFFSET <= at && at < LOCKS {
        at + 2 * OFFSET
    } else if LOCKS <= at && at < LOCKS + OFFSET {
        at
    } else {
        at + OFFSET
    }
}

/// The length of the file that holds a database of `length` bytes.
const fn file_length(length: i64) -> i64 {
    if LOCKS - OFFSET < length && length <= LOCKS { length + 2 * OFFSET } else { length + OFFSET }
}

/// The length of the database in a file of `length` bytes. The unused page at the locks never is a database's last.
const fn database_length(length: i64) -> i64 {
    if length <= OFFSET {
        0
    } else if LOCKS < length && length <= LOCKS + 2 * OFFSET {
        LOCKS
    } else {
        length - OFFSET
    }
}

/// SQLite's own layer. Null until [`register`] has run; then never changed.
static BENEATH: AtomicPtr<ffi::sqlite3_vfs> = AtomicPtr::new(ptr::null_mut());

/// Makes both layers known to SQLite, once. Neither becomes the default.
pub(crate) fn register() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: may be called at any time; it initialises SQLite and returns its default layer, which lives forever.
        let beneath = unsafe { ffi::sqlite3_vfs_find(ptr::null()) };
        assert!(!beneath.is_null(), "SQLite is built with a default file layer");
        BENEATH.store(beneath, Ordering::Release);
        // SAFETY: `beneath` is valid and never freed; nobody writes the fields copied here but SQLite's registry,
        // which writes `pNext` only, and that is replaced.
        let own = unsafe { *beneath };
        // Every field the layer's functions look at (path length, private data) is copied, so all functions
        // but `xOpen` can stay what they are. Version 2: no system-call overrides through a copy.
        let layer = |name: &'static CStr, extra: usize, open| ffi::sqlite3_vfs {
            iVersion: own.iVersion.min(2),
            szOsFile: own.szOsFile + extra as c_int,
            pNext: ptr::null_mut(),
            zName: name.as_ptr(),
            xOpen: Some(open),
            ..own
        };
        for layer in [layer(CASE, size_of::<Shifted>(), open_case as Open), layer(THROWAWAY, 0, open_throwaway as Open)]
        {
            // SAFETY: the struct is complete, its strings are static, and it is leaked, so SQLite may keep it forever.
            let code = unsafe { ffi::sqlite3_vfs_register(Box::leak(Box::new(layer)), 0) };
            assert_eq!(code, ffi::SQLITE_OK, "registering fails only without memory");
        }
    });
}

type Open = unsafe extern "C" fn(
    *mut ffi::sqlite3_vfs,
    ffi::sqlite3_filename,
    *mut ffi::sqlite3_file,
    c_int,
    *mut c_int,
) -> c_int;

/// Calls SQLite's own `xOpen`.
///
/// # Safety
/// As for `xOpen`: `name` as SQLite gave it, `file` at least `szOsFile` of the layer beneath, `out` null or valid.
unsafe fn open_beneath(
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let beneath = BENEATH.load(Ordering::Acquire);
    // SAFETY: only registered layers call this, and `register` set BENEATH to a valid layer before.
    // The rest is what the caller promises.
    unsafe {
        match (*beneath).xOpen {
            Some(open) => open(beneath, name, file, flags, out),
            None => ffi::SQLITE_CANTOPEN,
        }
    }
}

/// `xOpen` of [`THROWAWAY`]: the main database becomes a temporary file of SQLite's own kind, which must be new, is private
/// to this process, takes no locks and is deleted by the system.
unsafe extern "C" fn open_throwaway(
    _: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let flags = if flags & ffi::SQLITE_OPEN_MAIN_DB == 0 {
        flags
    } else {
        (flags & !ffi::SQLITE_OPEN_MAIN_DB)
            | ffi::SQLITE_OPEN_TEMP_DB
            | ffi::SQLITE_OPEN_CREATE
            | ffi::SQLITE_OPEN_EXCLUSIVE
            | ffi::SQLITE_OPEN_DELETEONCLOSE
    };
    // SAFETY: the arguments are SQLite's, and `szOsFile` is that of the layer beneath.
    unsafe { open_beneath(name, file, flags, out) }
}

/// An open main database file. SQLite allocates it; the file of the layer beneath follows it in memory.
#[repr(C, align(8))]
struct Shifted {
    base: ffi::sqlite3_file,
}

/// The file of the layer beneath.
///
/// # Safety
/// `file` must be one that [`open_case`] was given for a main database.
unsafe fn beneath(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: SQLite allocated `szOsFile` = size_of::<Shifted>() + the size beneath, aligned to 8; `Shifted`
    // has a size that is a multiple of 8, so what follows it is aligned as well.
    unsafe { file.cast::<Shifted>().add(1).cast() }
}

/// `xOpen` of [`CASE`].
unsafe extern "C" fn open_case(
    _: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    if flags & ffi::SQLITE_OPEN_MAIN_DB == 0 {
        // SAFETY: the arguments are SQLite's; there is room for more than a file of the layer beneath.
        return unsafe { open_beneath(name, file, flags, out) };
    }
    // SAFETY: `file` points to `szOsFile` bytes of this layer, so both the shifted file and the one
    // beneath have room. A null `pMethods` tells SQLite, and here the layer beneath, that nothing is to be closed.
    unsafe {
        (*file).pMethods = ptr::null();
        let below = beneath(file);
        (*below).pMethods = ptr::null();
        let code = open_beneath(name, below, flags, out);
        if code == ffi::SQLITE_OK {
            (*file).pMethods = &METHODS;
        } else if !(*below).pMethods.is_null() {
            close(file);
        }
        code
    }
}

/// Version 2: with shared memory (for the write-ahead log), without memory-mapped pages, which would not be shifted.
static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// Calls a method of the file beneath, or answers `$missing` if it has none.
macro_rules! pass {
    ($file:expr, $method:ident($($argument:expr),*), $missing:expr) => {{
        // SAFETY: SQLite calls methods only on files that `open_case` opened, so the file beneath is open and
        // its methods are valid; the arguments are SQLite's own, which that method expects.
        unsafe {
            let file = beneath($file);
            match (*(*file).pMethods).$method {
                Some(method) => method(file $(, $argument)*),
                None => $missing,
            }
        }
    }};
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    pass!(file, xClose(), ffi::SQLITE_OK)
}

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, into: *mut c_void, amount: c_int, at: i64) -> c_int {
    pass!(file, xRead(into, amount, place(at)), ffi::SQLITE_IOERR_READ)
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, from: *const c_void, amount: c_int, at: i64) -> c_int {
    pass!(file, xWrite(from, amount, place(at)), ffi::SQLITE_IOERR_WRITE)
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, length: i64) -> c_int {
    pass!(file, xTruncate(file_length(length)), ffi::SQLITE_IOERR_TRUNCATE)
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    pass!(file, xSync(flags), ffi::SQLITE_IOERR_FSYNC)
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, length: *mut i64) -> c_int {
    let code = pass!(file, xFileSize(length), ffi::SQLITE_IOERR_FSTAT);
    if code == ffi::SQLITE_OK {
        // SAFETY: SQLite passes a valid place for the length, and the method above has just filled it.
        unsafe { *length = database_length(*length) };
    }
    code
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    pass!(file, xLock(level), ffi::SQLITE_IOERR_LOCK)
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    pass!(file, xUnlock(level), ffi::SQLITE_IOERR_UNLOCK)
}

unsafe extern "C" fn check_reserved_lock(file: *mut ffi::sqlite3_file, out: *mut c_int) -> c_int {
    pass!(file, xCheckReservedLock(out), ffi::SQLITE_IOERR_CHECKRESERVEDLOCK)
}

unsafe extern "C" fn file_control(file: *mut ffi::sqlite3_file, operation: c_int, argument: *mut c_void) -> c_int {
    match operation {
        ffi::SQLITE_FCNTL_SIZE_HINT => {
            // SAFETY: for this operation the argument is a valid 64-bit length.
            let mut length = file_length(unsafe { *argument.cast::<i64>() });
            pass!(file, xFileControl(operation, (&raw mut length).cast()), ffi::SQLITE_NOTFOUND)
        }
        // Would round the file's length up, or map the unshifted file.
        ffi::SQLITE_FCNTL_CHUNK_SIZE | ffi::SQLITE_FCNTL_MMAP_SIZE => ffi::SQLITE_NOTFOUND,
        _ => pass!(file, xFileControl(operation, argument), ffi::SQLITE_NOTFOUND),
    }
}

unsafe extern "C" fn sector_size(file: *mut ffi::sqlite3_file) -> c_int {
    pass!(file, xSectorSize(), 4096)
}

unsafe extern "C" fn device_characteristics(file: *mut ffi::sqlite3_file) -> c_int {
    pass!(file, xDeviceCharacteristics(), 0)
}

unsafe extern "C" fn shm_map(
    file: *mut ffi::sqlite3_file,
    region: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    pass!(file, xShmMap(region, size, extend, out), ffi::SQLITE_IOERR_SHMMAP)
}

unsafe extern "C" fn shm_lock(file: *mut ffi::sqlite3_file, first: c_int, count: c_int, flags: c_int) -> c_int {
    pass!(file, xShmLock(first, count, flags), ffi::SQLITE_IOERR_SHMLOCK)
}

unsafe extern "C" fn shm_barrier(file: *mut ffi::sqlite3_file) {
    pass!(file, xShmBarrier(), ());
}

unsafe extern "C" fn shm_unmap(file: *mut ffi::sqlite3_file, delete: c_int) -> c_int {
    pass!(file, xShmUnmap(delete), ffi::SQLITE_OK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_page_of_a_database_lies_under_the_locks_or_on_another() {
        let unused = LOCKS / OFFSET;
        let near = (unused - 4..unused + 5).filter(|page| *page != unused);
        let mut places: Vec<i64> = (0..4).chain(near).map(|page| place(page * OFFSET)).collect();
        assert!(places.iter().all(|at| *at >= OFFSET && *at != LOCKS && at % OFFSET == 0));
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), 12);
        assert_eq!(place(24), OFFSET + 24);
    }

    #[test]
    fn a_database_of_any_number_of_pages_keeps_its_length() {
        let unused = LOCKS / OFFSET;
        // A database never ends with the unused page.
        for pages in (0..4).chain(unused - 4..unused + 5).filter(|pages| *pages != unused + 1) {
            let length = pages * OFFSET;
            assert_eq!(database_length(file_length(length)), length, "{pages} pages");
            let end = (0..pages).filter(|page| *page != unused).map(|page| place(page * OFFSET) + OFFSET).max();
            assert_eq!(end.unwrap_or(OFFSET), file_length(length), "{pages} pages");
        }
    }
}
