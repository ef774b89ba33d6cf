//! Refusals that nobody wrote down beforehand, put together from what their words do: a no beside sending or writing
//! (“proszę nie pisać”), a nothing beside wanting (“wants nothing more from us”), an end of sending (“sluta skicka”),
//! a complaint about mail.
//!
//! From the first of these words to the end of the clause every word must be known: “send nothing before May” and
//! “will nichts mehr kaufen” end in one that is not, and speak of something else.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::refusal::is_one_of;
use super::remark::{Scope, stands};

mod vocabulary;
use vocabulary::{CAUSES, LEFT_ALONE, WORDS};

/// What a word does, as bits: a word may do several things.
mod does {
    /// Denies: `nicht`.
    pub const NO: u32 = 1;
    /// Denies everything: `nichts`.
    pub const NOTHING: u32 = 1 << 1;
    /// As [`NOTHING`], where something denies it: `anything`.
    pub const ANYTHING: u32 = 1 << 2;
    /// Says that it was otherwise before: `mehr`.
    pub const MORE: u32 = 1 << 3;
    /// Wants.
    pub const WANT: u32 = 1 << 4;
    /// Asks for something.
    pub const ASK: u32 = 1 << 5;
    /// Sends, in a form that bids and tells of nothing.
    pub const SEND: u32 = 1 << 6;
    /// Writes to somebody, in such a form.
    pub const WRITE: u32 = 1 << 7;
    /// Was sent or written to: to be so must be wanted.
    pub const WRITTEN: u32 = 1 << 8;
    /// Receives.
    pub const GET: u32 = 1 << 9;
    /// Hears.
    pub const HEAR: u32 = 1 << 10;
    /// What is sent.
    pub const MAIL: u32 = 1 << 11;
    /// Those who send.
    pub const US: u32 = 1 << 12;
    /// The one to whom it is sent.
    pub const PERSON: u32 = 1 << 13;
    /// Ends.
    pub const STOP: u32 = 1 << 14;
    /// Complains.
    pub const COMPLAIN: u32 = 1 << 15;
    /// Tells what somebody does or did: “did not write”.
    pub const DID: u32 = 1 << 16;
    /// By which means: `per`.
    pub const MEANS: u32 = 1 << 17;
    /// What is sent, and may be letters.
    pub const LETTERS: u32 = 1 << 18;
    /// What one stands on.
    pub const LISTS: u32 = 1 << 19;
    /// Is polite.
    pub const THANKS: u32 = 1 << 20;
    /// Says what is to be.
    pub const SHALL: u32 = 1 << 21;
    /// Says that something is done to somebody, in a form that tells of nothing.
    pub const BE: u32 = 1 << 22;
    /// Belongs to no matter.
    pub const LITTLE: u32 = 1 << 23;
}
use does::{
    ANYTHING, ASK, BE, COMPLAIN, DID, GET, HEAR, LETTERS, LISTS, LITTLE, MAIL, MEANS, MORE, NO, NOTHING, PERSON, SEND,
    SHALL, STOP, THANKS, US, WANT, WRITE, WRITTEN,
};

static MEANINGS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut meanings = HashMap::new();
    for (does, words) in WORDS {
        for word in words.split_ascii_whitespace() {
            *meanings.entry(word).or_insert(0) |= does;
        }
    }
    meanings
});

/// Where a refusal was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A whole remark of a person about a person.
    Remark,
    /// A part of such a remark.
    InRemark,
    /// Anywhere else.
    Elsewhere,
}

/// The words without one of which nothing is put together; a full stop at the end: whole words.
pub(super) fn words_that_compose() -> impl Iterator<Item = String> {
    const TELLING: u32 = NOTHING | ANYTHING | SEND | WRITE | WRITTEN;
    of(TELLING).chain(LEFT_ALONE.split('|').map(str::to_owned))
}

/// As [`words_that_compose`], where people write what they know of people.
pub(super) fn words_that_compose_in_notes() -> impl Iterator<Item = String> {
    words_that_compose().chain(of(MAIL | COMPLAIN | HEAR | LISTS))
}

fn of(wanted: u32) -> impl Iterator<Item = String> {
    let groups = WORDS.iter().filter(move |(does, _)| does & wanted != 0);
    groups.flat_map(|(_, words)| words.split_ascii_whitespace()).map(|word| format!("{word}."))
}

/// What a clause refuses, which is folded and stands between spaces; `None` if nothing.
pub(super) fn refusal_composed(clause: &str, place: Place) -> Option<Scope> {
    const MOST: usize = 24;
    if LEFT_ALONE.split('|').any(|words| follows_nothing(clause, words)) {
        return Some(Scope::Everything);
    }
    let joined;
    let clause = if clause.contains(" e mail") || clause.contains(" e post") {
        joined = clause.replace(" e mail", " email").replace(" e post", " epost");
        &joined
    } else {
        clause
    };
    let words: Vec<(&str, u32)> = clause.split_ascii_whitespace().map(|word| (word, meaning(word))).collect();
    if words.len() > MOST {
        return None;
    }
    let ends = words.iter().enumerate().skip(2).filter(|(_, (word, _))| is_one_of(CAUSES, word)).map(|(at, _)| at);
    ends.chain([words.len()]).find_map(|end| Said::at_the_end_of(&words[..end])?.refuses(place))
}

/// Whether a phrase stands in a clause, and nothing turns it round.
fn follows_nothing(clause: &str, phrase: &str) -> bool {
    clause.match_indices(phrase).any(|(at, _)| {
        let ends = clause[at + phrase.len()..].starts_with(' ');
        ends && clause[..at].ends_with(' ') && stands(&clause[..at])
    })
}

fn meaning(word: &str) -> u32 {
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    MEANINGS.get(word).copied().unwrap_or(if is_number { LITTLE } else { 0 })
}

/// The known words with which a clause ends.
struct Said<'w> {
    words: &'w [(&'w str, u32)],
    /// Whether the clause has no other words.
    alone: bool,
}

impl<'w> Said<'w> {
    /// `None` if what stands before them makes them a condition, a question or the opposite.
    fn at_the_end_of(words: &'w [(&'w str, u32)]) -> Option<Self> {
        let from = words.iter().rposition(|(_, does)| *does == 0).map_or(0, |at| at + 1);
        let before: String = words[..from].iter().map(|(word, _)| format!("{word} ")).collect();
        (from < words.len() && stands(&before)).then_some(Self { words: &words[from..], alone: from == 0 })
    }

    fn has(&self, does: u32) -> bool {
        self.find(does).is_some()
    }

    fn find(&self, does: u32) -> Option<usize> {
        self.words.iter().position(|(_, said)| said & does != 0)
    }

    fn refuses(&self, place: Place) -> Option<Scope> {
        // “Not by post” leaves mail.
        if self.words.windows(2).any(|pair| pair[0].1 & MEANS != 0 && pair[1].1 & LETTERS != 0) {
            return None;
        }
        let wants = self.has(WANT)
            || self.has(ASK) && self.has(SEND | WRITE | WRITTEN | GET)
            || self.has(SHALL) && self.has(WRITTEN | GET)
            || self.has(BE) && self.has(WRITTEN);
        let tells = self.has(DID) && !wants;
        let no = self.find(NO);
        let nothing = self.has(NOTHING) || no.is_some() && self.has(ANYTHING);
        let sends = self.has(SEND | WRITE);
        let turned = || {
            no.is_some() && self.has(WRITE)
                || no.is_some() && wants && self.has(WRITTEN | LISTS)
                || no.is_some() && wants && self.has(GET) && self.has(US | MORE)
                || no.is_some()
                    && self.has(SEND)
                    && (self.has(MORE | WANT | ASK | US | MAIL) || self.alone && place == Place::Remark)
        };
        let no_mail = || {
            let before = no.is_some_and(|no| self.words[no..].iter().any(|(_, said)| said & MAIL != 0));
            let mail = self.has(MAIL) && (before || nothing) && (wants || self.alone && !self.has(GET));
            mail && (wants || self.has(MORE) || self.has(THANKS))
        };
        let ends = || {
            let what = |stop: usize| self.words[stop..].iter().any(|(_, said)| said & (SEND | WRITE | MAIL) != 0);
            self.find(STOP).is_some_and(what)
        };
        let nothing_wanted = nothing
            && (wants || sends && (self.alone || self.has(MORE | US | PERSON)) || self.alone && self.is_of_us());
        if !tells && (nothing_wanted || turned() || no_mail() || ends() || self.says_no_to_mail()) {
            return Some(Scope::List);
        }
        (place != Place::Elsewhere && self.complains()).then_some(Scope::Email)
    }

    /// “Nej till mejl”, “nada de correos”.
    fn says_no_to_mail(&self) -> bool {
        const TO: &str = "to|zu|zum|aux|au|a|al|alla|alle|aan|till|til|de";
        self.alone
            && self.words.windows(3).any(|said| {
                let answers = is_one_of("no|nein|non|nee|nej|nei|nao|nie|nada", said[0].0);
                answers && is_one_of(TO, said[1].0) && said[2].1 & MAIL != 0
            })
    }

    /// “Nothing more from us.”
    fn is_of_us(&self) -> bool {
        self.has(MORE) && self.has(US)
    }

    /// Whether somebody complained about mail, and not by mail, nor that none came.
    fn complains(&self) -> bool {
        let Some((complaint, mail)) = self.find(COMPLAIN).zip(self.find(MAIL)) else { return false };
        let before = mail.checked_sub(1).map_or(0, |at| self.words[at].1);
        let (first, last) = (complaint.min(mail), complaint.max(mail));
        before & MEANS == 0 && last - first <= 6 && !self.has(NO | NOTHING)
    }
}

#[cfg(test)]
mod tests;
