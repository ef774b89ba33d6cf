//! Nothing leaves the machine: the kernel is asked to refuse internet sockets before anything else is done.
//!
//! The program opens none anyway; this holds for every library in it and every child process it starts, whatever
//! file it is handed.

/// The filter is not in place.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotFiltered {
    /// This machine's architecture is not known to the filter, or a rule could not be written.
    #[error("the filter against internet sockets could not be built")]
    NotBuilt(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The kernel refused it.
    #[error("the kernel refused the filter against internet sockets")]
    Refused(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Makes the kernel refuse internet sockets to this process and to every process it starts, for good.
///
/// The first statement of `main`: a thread started before it is covered too, a child process started before it
/// is not. Local sockets, pipes and files stay as they were.
///
/// Linux only: macOS and Windows have no such filter, and there this does nothing.
///
/// In debug builds, and only there, `BONAFIDE_TEST_NO_FILTER=1` leaves the filter out, so that the network proof
/// (`cargo xtask local`) can see an attempt instead of its refusal.
///
/// # Errors
/// When the kernel refuses the filter. The caller should stop there rather than run without it.
pub fn deny_internet() -> Result<(), NotFiltered> {
    #[cfg(debug_assertions)]
    if std::env::var_os("BONAFIDE_TEST_NO_FILTER").is_some_and(|value| value == "1") {
        return Ok(());
    }
    platform::deny_internet()
}

/// Tries to open a socket of each refused family, and says which attempts were refused. What opens is closed at once;
/// nothing is sent. Empty where there is no filter to try.
pub fn try_sockets() -> Vec<(&'static str, bool)> {
    platform::try_sockets()
}

#[cfg(target_os = "linux")]
mod platform {
    use seccompiler::{
        BackendError, BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
        SeccompRule,
    };

    use rustix::io::Errno;
    use rustix::net::{AddressFamily, SocketType, socket};

    use super::NotFiltered;

    pub(super) fn deny_internet() -> Result<(), NotFiltered> {
        let program = filter().map_err(|error| NotFiltered::NotBuilt(error.into()))?;
        seccompiler::apply_filter_all_threads(&program).map_err(|error| NotFiltered::Refused(error.into()))
    }

    pub(super) fn try_sockets() -> Vec<(&'static str, bool)> {
        let families = [
            ("ipv4", AddressFamily::INET, SocketType::STREAM),
            ("ipv6", AddressFamily::INET6, SocketType::STREAM),
            ("packet", AddressFamily::PACKET, SocketType::DGRAM),
        ];
        families
            .map(|(name, family, kind)| (name, socket(family, kind, None).is_err_and(|error| error == Errno::ACCESS)))
            .to_vec()
    }

    /// Refuses `socket` for the internet and packet families with `EACCES`, and `io_uring_setup` altogether, through
    /// which a socket could be opened past this filter. Everything else passes.
    pub(super) fn filter() -> Result<BpfProgram, BackendError> {
        let refused =
            [libc::AF_INET, libc::AF_INET6, libc::AF_PACKET].map(family).into_iter().collect::<Result<_, _>>()?;
        let rules = [(libc::SYS_socket, refused), (libc::SYS_io_uring_setup, vec![])].into_iter().collect();
        let refuse = SeccompAction::Errno(libc::EACCES.unsigned_abs());
        SeccompFilter::new(rules, SeccompAction::Allow, refuse, std::env::consts::ARCH.try_into()?)?.try_into()
    }

    /// A call whose first argument is this address family.
    fn family(family: libc::c_int) -> Result<SeccompRule, BackendError> {
        let family = u64::from(family.unsigned_abs());
        SeccompRule::new(vec![SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, family)?])
    }
}

#[cfg(not(target_os = "linux"))]
mod platform {
    pub(super) fn try_sockets() -> Vec<(&'static str, bool)> {
        Vec::new()
    }

    pub(super) fn deny_internet() -> Result<(), super::NotFiltered> {
        Ok(())
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used)]
    #![expect(clippy::disallowed_types, reason = "these tests show that internet sockets are refused")]

    use std::io::ErrorKind;
    use std::net::{TcpListener, UdpSocket};
    use std::os::unix::net::{UnixDatagram, UnixListener};
    use std::process::Command;

    use super::*;

    /// Runs `inside` on a thread that alone carries the filter.
    fn under_the_filter<T: Send + 'static>(inside: impl FnOnce() -> T + Send + 'static) -> T {
        let thread = std::thread::spawn(|| {
            seccompiler::apply_filter(&platform::filter().unwrap()).unwrap();
            inside()
        });
        thread.join().unwrap()
    }

    fn is_refused<T>(outcome: std::io::Result<T>) -> bool {
        outcome.is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
    }

    #[test]
    fn an_internet_socket_is_refused_under_the_filter_and_not_without_it() {
        assert!(TcpListener::bind("127.0.0.1:0").is_ok(), "without the filter the attempt must succeed");
        assert!(under_the_filter(|| is_refused(TcpListener::bind("127.0.0.1:0"))), "IPv4, stream");
        assert!(under_the_filter(|| is_refused(UdpSocket::bind("127.0.0.1:0"))), "IPv4, datagram");
        assert!(under_the_filter(|| is_refused(TcpListener::bind("[::1]:0"))), "IPv6, stream");
        assert!(under_the_filter(|| is_refused(UdpSocket::bind("[::1]:0"))), "IPv6, datagram");
    }

    #[test]
    fn a_local_socket_still_works_under_the_filter() {
        let folder = tempfile::tempdir().unwrap();
        let address = folder.path().join("socket");
        assert!(under_the_filter(move || UnixDatagram::unbound().is_ok() && UnixListener::bind(address).is_ok()));
    }

    #[test]
    fn a_child_process_inherits_the_filter() {
        let attempt = || Command::new("bash").args(["-c", "exec 3<>/dev/udp/127.0.0.1/9"]).output().unwrap();
        assert!(attempt().status.success(), "without the filter the attempt must succeed");
        let refused = under_the_filter(attempt);
        assert!(!refused.status.success());
        assert!(String::from_utf8_lossy(&refused.stderr).contains("Permission denied"));
    }

    /// Plays both roles: the child is this test again, in a process of its own, so that the runner is not filtered.
    #[test]
    fn the_filter_covers_threads_that_were_already_running() {
        const ROLE: &str = "BONAFIDE_TEST_SANDBOX_CHILD";
        if std::env::var_os(ROLE).is_some() {
            let (filtered, wait) = std::sync::mpsc::channel();
            let earlier = std::thread::spawn(move || {
                wait.recv().unwrap();
                is_refused(UdpSocket::bind("127.0.0.1:0"))
            });
            deny_internet().unwrap();
            filtered.send(()).unwrap();
            assert!(earlier.join().unwrap(), "a thread started before the filter");
            assert!(is_refused(UdpSocket::bind("127.0.0.1:0")), "the thread that set it");
            return;
        }
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "tests::the_filter_covers_threads_that_were_already_running", "--nocapture"])
            .env(ROLE, "1")
            .env_remove("BONAFIDE_TEST_NO_FILTER")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&child.stdout);
        assert!(child.status.success() && said.contains("1 passed"), "{said}");
    }
}
