//! What one cell of a state column says: polarity, words and the meanings the recognition settled.

use crate::import::{ColumnMeaning, DateOrder, Polarity, bare_answer};
use crate::vocabulary::{ConsentStatus, Field};

use super::cell;
use super::date::{self, Date};
use super::fold::fold;
use super::remarks::{Remark, Remarks};
use super::words;

/// What kind of state a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word for the state itself.
    Status,
    /// Yes, or no, or nothing.
    YesOrNo(Polarity),
    /// Whether the address bounced, or why.
    Bounced,
    /// Whether the person complained.
    Complained,
    /// Why the person left.
    Reason,
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Said {
    /// The state; `None` for what is unknown.
    pub status: Option<ConsentStatus>,
    /// Whether it speaks of every channel.
    pub all_channels: bool,
    /// Whether it is a bounce that passes.
    pub soft: bool,
    /// Whether the state follows from something being written there, in whatever words.
    pub presumed: bool,
    /// Whether it is no yes, and a person is asked what it says: the column, or the word in it.
    pub open: bool,
}

/// Reads the cells of one state column and remembers the few words it holds.
pub(super) struct StateColumn {
    kind: Kind,
    settled: Vec<(String, ConsentStatus)>,
    /// Whether a person is still asked what the column means: no word of it is a yes but those that are settled.
    unsure: bool,
    /// Whether the header counts bounces for good.
    hard: bool,
    seen: Vec<(Box<str>, Said)>,
}

/// A column of states has a handful of words; one with more is looked up anew.
const REMEMBERED: usize = 24;

/// What a word in a column of states says, as the rows of its table are read; `None` if nothing.
pub fn state_of_word(column: &ColumnMeaning, word: &str) -> Option<ConsentStatus> {
    let text = cell::text(word)?;
    StateColumn::new(Kind::of(column)?, column).read(text).status
}

/// Whether somebody knows what a word of a column of states says, be it nothing.
pub fn is_placed(column: &ColumnMeaning, word: &str) -> bool {
    if column.field == Some(Field::Notes) {
        let Some(text) = cell::text(word) else { return true };
        return Remarks::of(column).read(text) != Remark::Open;
    }
    let (Some(text), Some(kind)) = (cell::text(word), Kind::of(column)) else { return true };
    let states = StateColumn::new(kind, column);
    let said = states.understand(text);
    (said.status.is_some() && !said.presumed) || states.knows(text)
}

/// Whether a remark is none that may be a no by its words, and has to be read for what stands beside it.
pub fn is_unread(column: &ColumnMeaning, word: &str) -> bool {
    column.field == Some(Field::Notes)
        && column.tells_of_messages
        && cell::text(word).is_some_and(|text| Remarks::of(column).read(text) == Remark::Unread)
}

/// Whether a cell under a header that nobody can place may be a no, where a person is asked whether the column is what
/// it is `perhaps`: of a yes everything but a yes, of a refusal everything that does not deny it.
pub(super) fn may_be_a_no(perhaps: Field, text: &str) -> bool {
    match perhaps {
        Field::DoNotEmail | Field::DoNotSms | Field::DoNotCall | Field::DoNotPost => is_filled(text),
        // Among signs of a state `T` may be anything.
        Field::Status if text.chars().count() == 1 => true,
        _ => words::yes_no(text) != Some(true) && !words::begins_with_yes(text),
    }
}

impl Kind {
    /// The kind of a column, if it holds states. An opt-out column is read as one whatever polarity it was given.
    pub fn of(column: &ColumnMeaning) -> Option<Self> {
        Some(match column.field? {
            Field::Status => Self::Status,
            Field::OptinEmail | Field::OptinSms | Field::OptinPhone | Field::OptinPost => {
                Self::YesOrNo(column.polarity)
            }
            Field::DoNotEmail | Field::DoNotSms | Field::DoNotCall | Field::DoNotPost => {
                Self::YesOrNo(Polarity::RefusedOrUnknown)
            }
            Field::Bounced => Self::Bounced,
            Field::Complained => Self::Complained,
            Field::UnsubscribeReason => Self::Reason,
            _ => return None,
        })
    }
}

impl StateColumn {
    pub fn new(kind: Kind, column: &ColumnMeaning) -> Self {
        let settled = column.values.iter().map(|value| (cell::trim(&value.value).to_owned(), value.status)).collect();
        Self { kind, settled, unsure: column.is_unsure(), hard: is_hard(&column.header), seen: Vec::new() }
    }

    /// What a cell that is not empty says.
    pub fn read(&mut self, text: &str) -> Said {
        if let Some((_, said)) = self.seen.iter().find(|(word, _)| **word == *text) {
            return *said;
        }
        let said = self.understand(text);
        if self.seen.len() < REMEMBERED && text.len() <= 64 {
            self.seen.push((text.into(), said));
        }
        said
    }

    fn understand(&self, text: &str) -> Said {
        let decided = self.settled.iter().any(|(word, _)| word == text);
        let status = match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
            Some(list) if !decided => self.status_of_list(list),
            _ => self.status_of(text),
        };
        let presumed = status.is_none() && !decided && self.asks_for_refusals() && is_filled(text);
        let status = if presumed { Some(self.asked_for()) } else { status };
        let refuses = status.is_some_and(ConsentStatus::is_refusal);
        Said {
            status,
            presumed,
            open: status.is_none() && self.is_open(text),
            // A complaint and an erasure speak of everything (rule book 1.6).
            all_channels: matches!(status, Some(ConsentStatus::Complained | ConsentStatus::Erased))
                || (refuses || self.kind == Kind::Reason) && words::is_all_channels(text),
            soft: self.kind == Kind::Bounced && words::is_soft_bounce(text),
        }
    }

    /// Whether a person is asked about the column or the word, and the word is no yes: a no, a nought, anything that
    /// nobody knows.
    fn is_open(&self, text: &str) -> bool {
        let of_a_will = self.kind == Kind::Status
            || matches!(self.kind, Kind::YesOrNo(Polarity::YesOrRefused | Polarity::YesOrUnknown));
        if !of_a_will {
            return false;
        }
        if !self.unsure {
            return !self.knows(text);
        }
        // “O” is a yes in French, beside a “N”; elsewhere it is short for “out”.
        let french = || self.settled.iter().any(|(word, _)| matches!(fold(word).as_str(), "n" | "non" | "oui"));
        if self
            .settled
            .iter()
            .any(|(word, status)| *status == ConsentStatus::Unknown && word.eq_ignore_ascii_case(text))
        {
            return true;
        }
        let yes = words::yes_no(text) == Some(true) && (!text.eq_ignore_ascii_case("o") || french());
        !yes && !words::begins_with_yes(text) && words::status(text) != Some(ConsentStatus::Given)
    }

    /// Whether a word is settled, or known to say nothing, or a date.
    fn knows(&self, text: &str) -> bool {
        self.settled.iter().any(|(word, _)| word.eq_ignore_ascii_case(text))
            || words::status(text).is_some()
            || words::yes_no(text).is_some()
            || bare_answer(text).is_some()
            || words::is_never_asked(text)
            || matches!(date::read(text, DateOrder::Plain, false), Date::Moment(_) | Date::Sentinel(_) | Date::Zero)
    }

    /// Whether a person is still asked what the column means.
    pub fn is_asked_about(&self) -> bool {
        self.unsure
    }

    /// Whether whatever is written into this column was written there for a refusal.
    fn asks_for_refusals(&self) -> bool {
        matches!(self.kind, Kind::YesOrNo(Polarity::RefusedOrUnknown) | Kind::Complained)
    }

    fn asked_for(&self) -> ConsentStatus {
        if self.kind == Kind::Complained { ConsentStatus::Complained } else { ConsentStatus::Withdrawn }
    }

    fn status_of(&self, text: &str) -> Option<ConsentStatus> {
        let exact = self.settled.iter().find(|(word, _)| word == text);
        let settled = exact.or_else(|| self.settled.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)));
        match settled.map(|(_, status)| *status) {
            Some(ConsentStatus::Unknown) => None,
            Some(ConsentStatus::Given) if self.kind == Kind::YesOrNo(Polarity::RefusedOrUnknown) => None,
            Some(status) => Some(status),
            None => self.by_words(text).filter(|status| !(self.unsure && *status == ConsentStatus::Given)),
        }
    }

    /// The gravest of several words in brackets: `['UNSUBSCRIBED', 'HARD_BOUNCE']` (Klaviyo).
    fn status_of_list(&self, list: &str) -> Option<ConsentStatus> {
        let words = list.split(',').map(|word| word.trim_matches([' ', '\'', '"'])).filter(|word| !word.is_empty());
        let grave = |status: &ConsentStatus| match status {
            ConsentStatus::Unknown => 0,
            ConsentStatus::Given => 1,
            ConsentStatus::Pending => 2,
            ConsentStatus::Bounced => 3,
            ConsentStatus::Suppressed => 4,
            ConsentStatus::Withdrawn => 5,
            ConsentStatus::Complained => 6,
            ConsentStatus::Erased => 7,
        };
        words.filter_map(|word| self.status_of(word)).max_by_key(grave)
    }

    fn by_words(&self, text: &str) -> Option<ConsentStatus> {
        let status = words::status(text);
        let refusal = status.filter(|status| !matches!(status, ConsentStatus::Given | ConsentStatus::Pending));
        let part = || words::state_within(text);
        match self.kind {
            Kind::Status => status.or_else(part),
            Kind::YesOrNo(Polarity::RefusedOrUnknown) => match (status, permission(text)) {
                (Some(_), _) => refusal,
                (None, Some(allowed)) => (!allowed).then_some(ConsentStatus::Withdrawn),
                (None, None) if words::yes_no(text) == Some(true) => Some(ConsentStatus::Withdrawn),
                (None, None) => part(),
            },
            Kind::YesOrNo(polarity) => {
                match words::yes_no(text).or_else(|| words::begins_with_no(text).then_some(false)) {
                    Some(true) => Some(ConsentStatus::Given),
                    Some(false) if polarity == Polarity::YesOrRefused => Some(ConsentStatus::Withdrawn),
                    // “no” may mean that nobody asked; “opted out” does not.
                    Some(false) => refusal.or_else(part),
                    None => status.or_else(part),
                }
            }
            // A number of bounces for good is one of bounces that do not pass.
            Kind::Bounced if self.hard && counts(text) => Some(ConsentStatus::Bounced),
            Kind::Bounced => bounced(text, status),
            Kind::Complained => {
                let counted = text.bytes().all(|byte| byte.is_ascii_digit()) && text.bytes().any(|byte| byte != b'0');
                let complained = counted || words::yes_no(text) == Some(true) || words::is_complaint(text);
                let denied = words::yes_no(text) == Some(false) || fold(text).starts_with("no ");
                (complained && !denied).then_some(ConsentStatus::Complained)
            }
            Kind::Reason => words::is_complaint(text).then_some(ConsentStatus::Complained),
        }
    }
}

/// Whether a text says something, and does not deny what its column asks, nor that anybody asked; no link, address or
/// key.
pub(super) fn is_filled(text: &str) -> bool {
    const FINE: &[&str] = &["ok", "okay", "fine", "valid", "in ordnung", "clean", "good"];
    let is_key = text.len() >= 16 && !text.contains(' ') && text.bytes().any(|byte| byte.is_ascii_digit());
    let folded = fold(text);
    let says = folded.bytes().any(|byte| !matches!(byte, b'0' | b' '));
    says && !text.contains('%')
        && !words::is_address(text)
        && !is_key
        && !FINE.contains(&folded.as_str())
        && words::status(text).is_none()
        && words::yes_no(text) != Some(false)
        && permission(text).is_none()
        && !words::is_never_asked(text)
        && !words::denies(text)
}

/// `Allow` and `Do Not Allow` stand in opt-out columns with their own meaning, not as yes and no (Dynamics).
fn permission(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "allow" | "allowed" | "zulassen" | "erlaubt" | "permitted" | "consenti" | "tillat" | "autoriser"
        | "permitir" => Some(true),
        "do not allow" | "not allowed" | "nicht zulassen" | "nicht erlaubt" | "denied" | "non consentire"
        | "tillat inte" | "ne pas autoriser" | "no permitir" => Some(false),
        _ => None,
    }
}

/// Whether a header speaks of bounces that do not pass.
fn is_hard(header: &str) -> bool {
    const HARD: &[&str] =
        &["hard", "hardbounces", "harte", "harde", "harda", "dur", "durs", "duro", "duros", "twarde", "kova", "kovat"];
    fold(header).split(' ').any(|word| HARD.contains(&word) || word.starts_with("permanent"))
}

/// Whether a text is a number above nought.
fn counts(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.bytes().any(|byte| byte != b'0')
}

/// Yes or any reason, unless it passes. A bare number may be a count of soft bounces.
fn bounced(text: &str, status: Option<ConsentStatus>) -> Option<ConsentStatus> {
    let folded = fold(text);
    let fine = matches!(
        folded.as_str(),
        "not bounced"
            | "no bounce"
            | "valid"
            | "ok"
            | "delivered"
            | "deliverable"
            | "unknown"
            | "clean"
            | "good"
            | "never"
    );
    let positive = match (words::yes_no(text), status) {
        (Some(yes), _) => yes,
        (None, Some(ConsentStatus::Bounced)) => true,
        (None, Some(_)) => false,
        (None, None) => !fine && !folded.is_empty() && !folded.bytes().all(|byte| byte.is_ascii_digit()),
    };
    (positive && !words::is_soft_bounce(text)).then_some(ConsentStatus::Bounced)
}
