//! What the ledger says of one person and of one cell.

use super::{CellEntry, Ledger, PersonEntry, StateLine};
use crate::audit::CountryCode;
use crate::vocabulary::{Action, Channel, Class, Grade};

/// A person of the ledger.
#[derive(Clone, Copy)]
pub struct Person<'l> {
    pub(super) ledger: &'l Ledger,
    pub(super) place: usize,
}

/// A cell of the ledger.
#[derive(Clone, Copy)]
pub struct LedgerCell<'l> {
    pub(super) ledger: &'l Ledger,
    pub(super) place: usize,
}

impl<'l> Person<'l> {
    /// Their number.
    pub fn number(self) -> u32 {
        u32::try_from(self.place).expect("a case has fewer than 2^32 people")
    }

    /// The address they are written to.
    pub fn email(self) -> Option<&'l str> {
        self.text(0)
    }

    /// The number they are called on.
    pub fn phone(self) -> Option<&'l str> {
        self.text(1)
    }

    /// Their name.
    pub fn name(self) -> Option<&'l str> {
        self.text(2)
    }

    /// Where they work.
    pub fn company(self) -> Option<&'l str> {
        self.text(3)
    }

    /// Their name, folded: what lists are put in order by. Empty if they have none.
    pub fn folded_name(self) -> &'l str {
        self.ledger.folded_text(self.place, 2)
    }

    /// Where they work, folded. Empty if nobody says so.
    pub fn folded_company(self) -> &'l str {
        self.ledger.folded_text(self.place, 3)
    }

    /// Where they live.
    pub fn country(self) -> CountryCode {
        self.entry().country
    }

    /// How many rows are theirs.
    pub fn rows(self) -> u16 {
        self.entry().rows
    }

    /// Their cells, in the order of the verdict. At least one.
    pub fn cells(self) -> impl ExactSizeIterator<Item = LedgerCell<'l>> {
        let ledger = self.ledger;
        let end = ledger.people.get(self.place + 1).map_or(ledger.cells.len(), |next| next.cells as usize);
        (self.entry().cells as usize..end).map(move |place| LedgerCell { ledger, place })
    }

    fn entry(self) -> &'l PersonEntry {
        &self.ledger.people[self.place]
    }

    fn text(self, position: usize) -> Option<&'l str> {
        let entry = self.entry();
        let start =
            entry.text as usize + entry.lengths[..position].iter().map(|length| usize::from(*length)).sum::<usize>();
        let text = &self.ledger.texts[start..start + usize::from(entry.lengths[position])];
        Some(text).filter(|text| !text.is_empty())
    }
}

impl<'l> LedgerCell<'l> {
    /// The channel.
    pub fn channel(self) -> Channel {
        self.entry().channel
    }

    /// The grade.
    pub fn grade(self) -> Grade {
        self.entry().grade
    }

    /// Who may be asked again.
    pub fn class(self) -> Class {
        self.entry().class
    }

    /// What is done: what a person decided, else what the rules ask for.
    pub fn action(self) -> Action {
        self.entry().decided.unwrap_or(self.entry().action)
    }

    /// What a person decided, if anybody did.
    pub fn decided(self) -> Option<Action> {
        self.entry().decided
    }

    /// The rules that fired: bit n stands for the nth of the catalogue.
    pub fn rules(self) -> u64 {
        self.entry().rules
    }

    /// What each voice that knows the person says, in the order of voices.
    pub fn states(self) -> &'l [StateLine] {
        let ledger = self.ledger;
        let end = ledger.cells.get(self.place + 1).map_or(ledger.states.len(), |next| next.states as usize);
        &ledger.states[self.entry().states as usize..end]
    }

    /// When the consent the grade rests on was given, in seconds since 1970-01-01.
    pub fn consent_at(self) -> Option<i64> {
        self.entry().consent_at.map(std::num::NonZeroI64::get)
    }

    /// Whether that consent shares its moment with many others.
    pub fn in_batch(self) -> bool {
        self.entry().in_batch
    }

    /// Whether the grade rests on what somebody declared.
    pub fn declared(self) -> bool {
        self.entry().declared
    }

    /// The key of the question whose answer would lift the cell.
    pub fn question(self) -> Option<u32> {
        self.entry().question.map(std::num::NonZeroU32::get)
    }

    fn entry(self) -> &'l CellEntry {
        &self.ledger.cells[self.place]
    }
}
