//! What a row is about that names it in a cell of its own: the channel, the purpose, an address or a number.

use std::cell::RefCell;

use crate::import::{Purpose, Recognition, is_of_addresses, permits_email, purpose_of_cell};
use crate::normalise::memo::Memo;
use crate::vocabulary::{Column, Field, System};

/// The column that names the channel of each row.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChannelColumn {
    pub(super) position: usize,
    /// Whether it names purposes, some of which are channels: where it names none, the table's holds.
    pub(super) of_purposes: bool,
    /// Whether it says of what kind the address is: “phone” is then no use of the number.
    pub(super) of_addresses: bool,
    /// Whether a known system names channels in it, and nothing else.
    pub(super) of_system: bool,
}

impl ChannelColumn {
    pub(super) fn of(recognition: &Recognition) -> Option<Self> {
        let position = usize::try_from(recognition.channel_column?.checked_sub(1)?).ok()?;
        let column = recognition.columns.get(position)?;
        let of_system = recognition.system != System::List;
        let of_addresses = !of_system && column.field.is_none() && is_of_addresses(&column.header);
        Some(Self { position, of_purposes: column.field == Some(Field::Purpose), of_addresses, of_system })
    }
}

/// The column whose labels say what a row permitted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Permissions {
    pub(super) position: usize,
    pub(super) column: Column,
    /// Whether a person said that the column is one of answers: then its words say yes, and nothing else does.
    pub(super) answered: bool,
}

impl Permissions {
    pub(super) fn of(recognition: &Recognition) -> Option<Self> {
        let position = usize::try_from(recognition.permitted_column?.checked_sub(1)?).ok()?;
        let answered = recognition.columns.get(position)?.field.is_some();
        Some(Self { position, column: Column(u16::try_from(position).ok()?), answered })
    }

    /// Whether the labels of a row are a permission of e-mail.
    pub(super) fn permit_email(self, labels: &str) -> bool {
        thread_local! {
            static SEEN: RefCell<Memo<bool>> = RefCell::new(Memo::new());
        }
        !self.answered && Memo::recall(&SEEN, labels, permits_email)
    }
}

/// What the purposes of a row are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Purposes {
    sends: bool,
    else_where: bool,
}

impl Purposes {
    /// Counts a cell.
    pub(super) fn name(&mut self, cell: &str) {
        thread_local! {
            static SEEN: RefCell<Memo<Purpose>> = RefCell::new(Memo::new());
        }
        match Memo::recall(&SEEN, cell, purpose_of_cell) {
            Purpose::Sending => self.sends = true,
            Purpose::NoSending => self.else_where = true,
            Purpose::Unplaced => {}
        }
    }

    /// Whether the row is about something that is no message: its yes is one to no channel.
    pub(super) fn are_no_sending(self) -> bool {
        self.else_where && !self.sends
    }
}

/// Whether a cell is written as telephone numbers are dialled: with a plus, with noughts before it, or in groups.
pub(super) fn looks_dialled(cell: &str) -> bool {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\'' | '"'));
    let cell = ["tel:", "Tel:", "p:"].iter().find_map(|mark| cell.strip_prefix(mark)).unwrap_or(cell);
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let dialled = cell.bytes().all(|byte| byte.is_ascii_digit() || b"+()-./ ".contains(&byte));
    let groups = cell.bytes().filter(|byte| b" ()-/".contains(byte)).count();
    dialled
        && (7..=18).contains(&digits)
        && (cell.starts_with(['+', '0']) || cell.starts_with("(+") || cell.starts_with("(0") || groups > 0)
}
