//! What a column of remarks says: what refuses beyond doubt, what a person has settled, and what somebody has to read.

use std::cell::RefCell;

use crate::import::ColumnMeaning;
use crate::vocabulary::ConsentStatus;

use super::cell;
use super::memo::Memo;
use super::words::{self, InParts};

/// A column of remarks, as the rows of its table are read.
#[derive(Debug, Clone)]
pub struct Remarks {
    /// What a person said of a remark.
    settled: Vec<(String, ConsentStatus)>,
    /// What a person said of all others that are no riddle.
    rest: Option<ConsentStatus>,
}

/// What stands in place of a remark where a person says something of all the others.
pub const REST: &str = "*";

/// What a remark says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Nothing of being written to.
    Silent,
    /// A no in so many words.
    Refuses(InParts),
    /// A no, as a person has settled.
    Settled(ConsentStatus),
    /// Perhaps a no: somebody has to read it.
    Open,
    /// Nobody can tell: where others beside it speak of messages or may be a no, it may be one in words nobody foresaw.
    Unread,
}

impl Remarks {
    /// Of a column.
    pub fn of(column: &ColumnMeaning) -> Self {
        let said = column.values.iter().map(|value| (cell::trim(&value.value).to_owned(), value.status));
        let (rest, settled): (Vec<_>, Vec<_>) = said.partition(|(remark, _)| remark == REST);
        Self { settled, rest: rest.first().map(|(_, status)| *status) }
    }

    /// What a remark says. Whatever a person settled, what refuses in so many words stands, and nothing is a yes.
    pub fn read(&self, text: &str) -> Remark {
        thread_local! {
            static SEEN: RefCell<Memo<Remark>> = RefCell::new(Memo::new());
        }
        let unaided = Memo::recall(&SEEN, text, unaided);
        if matches!(unaided, Remark::Refuses(_)) {
            return unaided;
        }
        let settled = self.settled.iter().find(|(remark, _)| remark == text).map(|(_, status)| *status);
        match settled.or(self.rest.filter(|_| unaided == Remark::Unread)) {
            Some(status) if status.is_refusal() => Remark::Settled(status),
            Some(_) => Remark::Silent,
            None => unaided,
        }
    }
}

/// What a remark says of which no person said anything.
fn unaided(text: &str) -> Remark {
    match words::refusal_in_note(text) {
        Some(found) => Remark::Refuses(found),
        None if words::may_refuse(text) || words::is_another_way(text) => Remark::Open,
        None if text.contains(char::is_alphabetic) || text.chars().count() == 1 => Remark::Unread,
        None => Remark::Silent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settled: &[(&str, ConsentStatus)], text: &str) -> Remark {
        let settled = settled.iter().map(|(remark, status)| ((*remark).to_owned(), *status)).collect();
        Remarks { settled, rest: None }.read(text)
    }

    #[test]
    fn a_remark_is_open_until_a_person_has_read_it() {
        use ConsentStatus::{Given, Unknown, Withdrawn};
        assert_eq!(read(&[], "mag Riesling"), Remark::Unread);
        assert_eq!(read(&[], "2 x 6"), Remark::Unread);
        assert_eq!(read(&[], "2024-03-14"), Remark::Silent);
        assert_eq!(read(&[], "nur zum Sommerfest"), Remark::Open);
        let settled = [("nur zum Sommerfest", Unknown), ("ni hablar", Withdrawn), ("ja, aber nicht jetzt", Given)];
        assert_eq!(read(&settled, "nur zum Sommerfest"), Remark::Silent);
        assert_eq!(read(&settled, "ni hablar"), Remark::Settled(Withdrawn));
        assert_eq!(read(&settled, "ja, aber nicht jetzt"), Remark::Silent);
    }

    #[test]
    fn what_is_said_of_the_rest_settles_no_remark_that_may_be_a_no() {
        use ConsentStatus::{Unknown, Withdrawn};
        let read = |rest, text: &str| Remarks { settled: Vec::new(), rest: Some(rest) }.read(text);
        assert_eq!(read(Unknown, "mag Riesling"), Remark::Silent);
        assert_eq!(read(Unknown, "nur zum Sommerfest"), Remark::Open);
        assert_eq!(read(Withdrawn, "mog koane Mails ned"), Remark::Settled(Withdrawn));
        assert!(matches!(read(Unknown, "keine Mails mehr"), Remark::Refuses(_)));
    }

    #[test]
    fn what_refuses_in_so_many_words_is_settled_by_nobody() {
        for settled in [&[][..], &[("keine Mails mehr", ConsentStatus::Given)]] {
            assert!(matches!(read(settled, "keine Mails mehr"), Remark::Refuses(_)));
        }
    }
}
