//! One window a person: a second start hands its files to the first and ends.
//!
//! The first start holds a lock on a file in a folder that only its owner may enter: that works on every system, and ends
//! with the program however it ends. Where there are local sockets it listens on one beside the lock, a name on this
//! machine and no internet address, and a later start hands its files over there. Elsewhere, or when nobody answers, the
//! later start says that Bonafide is open already.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// What a start is.
pub enum Start {
    /// The first: it may open the window.
    First(First),
    /// A later one. Its paths were handed to the first.
    HandedOver,
    /// A later one that reaches nobody.
    AlreadyOpen,
}

/// The first start, for as long as this lives.
pub struct First {
    /// Without a folder to write to there is none, and each start opens a window of its own. The lock on a case still
    /// keeps two of them from writing to it.
    lock: Option<File>,
    #[cfg(unix)]
    listener: Option<std::os::unix::net::UnixListener>,
}

/// Claims the place of the first for the person who starts the program.
pub fn claim(paths: &[PathBuf]) -> Start {
    claim_in(folder(dirs::runtime_dir(), dirs::data_local_dir()).as_deref(), paths)
}

/// The folder of a person's own: what the system gives to a session, or one among their data that nobody else may enter.
fn folder(session: Option<PathBuf>, data: Option<PathBuf>) -> Option<PathBuf> {
    if let Some(session) = session.filter(|session| session.is_dir()) {
        return Some(session);
    }
    let own = data?.join("org.bonafide.desktop").join("run");
    std::fs::create_dir_all(&own).ok()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&own, std::fs::Permissions::from_mode(0o700)).ok()?;
    }
    Some(own)
}

fn claim_in(folder: Option<&Path>, paths: &[PathBuf]) -> Start {
    let locked = folder.map(|folder| {
        let lock = File::options().create(true).truncate(false).write(true).open(folder.join("bonafide.lock"));
        let lock = lock.map_err(TryLockError::Error)?;
        lock.try_lock()?;
        Ok::<File, TryLockError>(lock)
    });
    match (folder, locked) {
        (Some(folder), Some(Err(TryLockError::WouldBlock))) => hand_over(folder, paths),
        (Some(folder), Some(Ok(lock))) => Start::First(First {
            lock: Some(lock),
            #[cfg(unix)]
            listener: unix::listener(folder),
        }),
        // No folder, or a file system without locks.
        _ => Start::First(First {
            lock: None,
            #[cfg(unix)]
            listener: None,
        }),
    }
}

#[cfg(unix)]
fn hand_over(folder: &Path, paths: &[PathBuf]) -> Start {
    if unix::hand_over(folder, paths) { Start::HandedOver } else { Start::AlreadyOpen }
}

#[cfg(not(unix))]
fn hand_over(_: &Path, _: &[PathBuf]) -> Start {
    Start::AlreadyOpen
}

impl First {
    /// Has `take` called with what later starts hand over, as long as the program runs. Gives back what has to be kept
    /// until then.
    pub fn listen(self, take: impl Fn(Vec<PathBuf>) + Send + 'static) -> Option<File> {
        #[cfg(unix)]
        if let Some(listener) = self.listener {
            unix::listen(listener, take);
        }
        #[cfg(not(unix))]
        let _ = take;
        self.lock
    }
}

#[cfg(unix)]
mod unix {
    use std::io::{self, BufRead as _, BufReader, Write as _};
    use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
    use std::os::unix::net::{UnixListener, UnixStream};
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    /// The first may hold the lock and not listen yet.
    const TRIES: u32 = 20;
    const PAUSE: Duration = Duration::from_millis(100);

    fn address(folder: &Path) -> PathBuf {
        folder.join("bonafide.sock")
    }

    /// The socket of the first, which holds the lock: what lies there was left by a program that was killed.
    pub(super) fn listener(folder: &Path) -> Option<UnixListener> {
        let _ = std::fs::remove_file(address(folder));
        UnixListener::bind(address(folder)).ok()
    }

    /// Whether the first took the paths.
    pub(super) fn hand_over(folder: &Path, paths: &[PathBuf]) -> bool {
        let running = (0..TRIES).find_map(|tries| {
            if tries > 0 {
                std::thread::sleep(PAUSE);
            }
            UnixStream::connect(address(folder)).ok()
        });
        running.is_some_and(|running| send(running, paths).is_ok())
    }

    fn send(mut running: UnixStream, paths: &[PathBuf]) -> io::Result<()> {
        for path in paths {
            let absolute = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            // A path may hold anything but NUL.
            running.write_all(absolute.as_os_str().as_bytes())?;
            running.write_all(b"\0")?;
        }
        Ok(())
    }

    pub(super) fn listen(listener: UnixListener, take: impl Fn(Vec<PathBuf>) + Send + 'static) {
        let serve = move || {
            for stream in listener.incoming().flatten() {
                let paths = BufReader::new(stream).split(0).map_while(Result::ok);
                take(paths.map(|path| PathBuf::from(std::ffi::OsString::from_vec(path))).collect());
            }
        };
        // Without the thread, a second start says that Bonafide is open already.
        let _ = std::thread::Builder::new().name("second starts".to_owned()).spawn(serve);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn first(folder: &Path) -> First {
        match claim_in(Some(folder), &[]) {
            Start::First(first) => first,
            _ => panic!("another start holds the place"),
        }
    }

    #[test]
    fn the_place_of_the_first_is_free_again_when_it_has_ended() {
        let folder = tempfile::tempdir().unwrap();
        let held = first(folder.path());
        assert!(held.lock.is_some());
        drop(held);
        first(folder.path());
    }

    #[test]
    fn without_a_folder_each_start_opens_a_window_of_its_own() {
        assert!(matches!(claim_in(None, &[]), Start::First(_)));
        assert!(matches!(claim_in(Some(Path::new("/nowhere/at/all")), &[]), Start::First(_)));
    }

    #[cfg(unix)]
    mod with_sockets {
        use std::os::unix::fs::PermissionsExt as _;
        use std::os::unix::net::UnixListener;
        use std::sync::mpsc;
        use std::time::Duration;

        use super::*;

        /// The first start in a folder, and what reaches it.
        fn listening(folder: &Path) -> (Option<File>, mpsc::Receiver<Vec<PathBuf>>) {
            let (tell, told) = mpsc::channel();
            (first(folder).listen(move |paths| tell.send(paths).unwrap_or_default()), told)
        }

        #[test]
        fn a_second_start_hands_its_files_to_the_first() {
            let folder = tempfile::tempdir().unwrap();
            let (lock, told) = listening(folder.path());
            let paths = [PathBuf::from("/tmp/a list.csv"), PathBuf::from("beside.csv")];
            assert!(matches!(claim_in(Some(folder.path()), &paths), Start::HandedOver));
            let taken = told.recv_timeout(Duration::from_secs(5)).unwrap();
            assert_eq!(taken, [paths[0].clone(), std::env::current_dir().unwrap().join("beside.csv")]);
            // One without files asks the first to show itself.
            assert!(matches!(claim_in(Some(folder.path()), &[]), Start::HandedOver));
            assert_eq!(told.recv_timeout(Duration::from_secs(5)).unwrap(), Vec::<PathBuf>::new());
            drop(lock);
        }

        #[test]
        fn a_socket_that_a_killed_program_left_does_not_stand_in_the_way() {
            let folder = tempfile::tempdir().unwrap();
            drop(UnixListener::bind(folder.path().join("bonafide.sock")).unwrap());
            assert!(folder.path().join("bonafide.sock").exists());
            let (lock, told) = listening(folder.path());
            assert!(matches!(claim_in(Some(folder.path()), &[]), Start::HandedOver));
            assert!(told.recv_timeout(Duration::from_secs(5)).is_ok());
            drop(lock);
        }

        #[test]
        fn a_first_start_that_does_not_answer_is_still_the_only_one() {
            let folder = tempfile::tempdir().unwrap();
            let held = first(folder.path());
            std::fs::remove_file(folder.path().join("bonafide.sock")).unwrap();
            assert!(matches!(claim_in(Some(folder.path()), &[]), Start::AlreadyOpen));
            drop(held);
        }

        #[test]
        fn a_session_without_a_folder_has_one_that_nobody_else_may_enter() {
            let data = tempfile::tempdir().unwrap();
            for session in [None, Some(data.path().join("absent"))] {
                let own = folder(session, Some(data.path().to_owned())).unwrap();
                assert!(own.starts_with(data.path()));
                assert_eq!(own.metadata().unwrap().permissions().mode() & 0o777, 0o700);
            }
            let session = tempfile::tempdir().unwrap();
            assert_eq!(folder(Some(session.path().to_owned()), None).unwrap(), session.path());
        }
    }
}
