//! What strace wrote down of a program's socket calls.

use std::collections::BTreeSet;

/// The calls that matter for the network proof.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Trace {
    /// Calls that ask for an internet or packet socket, or for a ring through which one could be opened unseen.
    pub(super) attempts: Vec<String>,
    /// Whether the program asked the kernel to filter its calls, and the kernel agreed.
    pub(super) filter_installed: bool,
    /// Hosts of the domain `invalid` that a resolver was asked for.
    pub(super) asked: BTreeSet<String>,
}

impl Trace {
    /// Reads what strace wrote.
    pub(super) fn read(written: &str) -> Self {
        let mut trace = Self::default();
        for line in written.lines() {
            // "1234  socket(AF_INET, …) = 3", or without the number in a single process.
            let call = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
            if is_attempt(call) {
                trace.attempts.push(call.to_owned());
            }
            trace.asked.extend(host(call));
            trace.filter_installed |= call.starts_with("seccomp(SECCOMP_SET_MODE_FILTER") && call.ends_with("= 0");
        }
        trace
    }
}

/// The host a resolver is asked for. On the wire each label stands behind its length, which strace writes as an escape.
fn host(call: &str) -> Option<String> {
    let (before, _) = call.split_once("\\7invalid\\0")?;
    let label = before.rsplit('\\').next()?;
    Some(label.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned())
}

fn is_attempt(call: &str) -> bool {
    // AF_INET stands for AF_INET6 as well.
    ["socket(AF_INET", "socket(AF_PACKET", "io_uring_setup("].iter().any(|attempt| call.starts_with(attempt))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_internet_socket_is_an_attempt_refused_or_not() {
        let trace = Trace::read(
            "101   socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 3\n\
             102   socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP <unfinished ...>\n\
             socket(AF_PACKET, SOCK_RAW, 768) = -1 EACCES (Permission denied)\n\
             103   io_uring_setup(8, {flags=0}) = -1 EACCES (Permission denied)\n",
        );
        assert_eq!(trace.attempts.len(), 4);
    }

    #[test]
    fn local_sockets_are_no_attempt() {
        let trace = Trace::read(
            "101   socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3\n\
             101   socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0\n\
             101   socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 3\n",
        );
        assert_eq!(trace, Trace::default());
    }

    #[test]
    fn a_host_that_a_resolver_is_asked_for_is_named() {
        let trace = Trace::read(
            "201   sendmmsg(21, [{msg_hdr={msg_name=NULL, msg_iov=[{iov_base=\"\\344\\3\\1\\0\\0\\1\\0\\0\\0\\0\\0\\0\\5fetch\\7invalid\\0\\0\\1\\0\\1\", iov_len=31}]}}], 2, MSG_NOSIGNAL) = 2\n",
        );
        assert_eq!(trace.asked, BTreeSet::from(["fetch".to_owned()]));
    }

    #[test]
    fn a_filter_counts_only_when_the_kernel_took_it() {
        let call = "101   seccomp(SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, {len=22, filter=0x7ffe})";
        assert!(Trace::read(&format!("{call} = 0\n")).filter_installed);
        assert!(!Trace::read(&format!("{call} = -1 EINVAL (Invalid argument)\n")).filter_installed);
    }
}
