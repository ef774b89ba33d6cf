//! Firm refusals in what people write about people: “will keine Mails mehr”, “hat sich abgemeldet”, “ne plus contacter”.
//!
//! A note speaks of anything. It refuses only where it says so beyond doubt: no question, no condition, nothing turned
//! round, and nothing that was ordered, booked or owed. A note is never a consent.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::composed::{Place, refusal_composed};
use super::refusal::{NEGATING, POSSIBLE, is_one_of};
use super::{is_address, only, plain_no};
use crate::normalise::fold::fold_onto;

mod phrases;
use phrases::{AFTER, CONDITIONS, FIRM, MATTERS, OBJECTS, UNWILLING, WHOLE};

/// What a remark refuses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Refused {
    /// Contact of whatever kind.
    pub everything: bool,
    /// What the list is for: the remark names no channel.
    pub list: bool,
    /// E-mail.
    pub email: bool,
    /// Calls.
    pub calls: bool,
    /// Text messages.
    pub sms: bool,
}

/// What a phrase speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Everything,
    List,
    Email,
    Calls,
    Sms,
    /// Receiving, of whatever kind.
    Receiving,
}

#[derive(Clone, Copy)]
enum Part {
    /// Refuses by itself.
    Firm(Scope),
    /// Is not wanted: what follows is refused.
    Unwilling,
    Object(Scope),
    /// Shows that the clause speaks of another matter.
    Matter,
}

/// How far behind the unwilling word the thing stands that is not wanted.
const REACH: usize = 64;

static MATCHER: LazyLock<(AhoCorasick, Vec<Part>)> = LazyLock::new(|| {
    let each = |words: &'static str| words.split('|');
    let firm = FIRM.iter().flat_map(|(scope, words)| each(words).map(|word| (word, Part::Firm(*scope))));
    let unwilling = UNWILLING.iter().flat_map(|words| each(words).map(|word| (word, Part::Unwilling)));
    let objects = OBJECTS.iter().flat_map(|(scope, words)| each(words).map(|word| (word, Part::Object(*scope))));
    let matters = MATTERS.iter().flat_map(|words| each(words).map(|word| (word, Part::Matter)));
    let all = firm.chain(unwilling).chain(objects).chain(matters);
    let (words, parts): (Vec<_>, Vec<_>) =
        all.map(|(word, part)| (format!(" {}", word.replace('.', " ")), part)).unzip();
    (AhoCorasick::new(words).expect("some hundred short phrases fit"), parts)
});

/// What a remark firmly refuses; `None` if nothing.
pub fn refusal_in_remark(text: &str) -> Option<Refused> {
    refusal_in(text, true)
}

/// As [`refusal_in_remark`], without the words that refuse only as a whole remark: elsewhere “stop” and “baja” are names
/// and amounts.
pub(super) fn firm_refusal(text: &str) -> Option<Refused> {
    refusal_in(text, false)
}

/// Every phrase without which no text refuses.
pub(super) fn phrases_that_refuse() -> impl Iterator<Item = &'static str> {
    FIRM.iter().map(|(_, words)| *words).chain(UNWILLING.iter().copied()).flat_map(|words| words.split('|'))
}

/// Remarks that refuse as a whole.
pub(super) fn whole_remarks() -> impl Iterator<Item = &'static str> {
    WHOLE.iter().copied()
}

/// Whether a text, folded and between spaces, speaks of trade, of events or of machines.
pub(super) fn speaks_of_matter(folded: &str) -> bool {
    let (matcher, parts) = &*MATCHER;
    matcher.find_overlapping_iter(folded).any(|found| matches!(parts[found.pattern()], Part::Matter))
}

/// What a text refuses. `whole`: whether words count that refuse only alone.
fn refusal_in(text: &str, whole: bool) -> Option<Refused> {
    const SHORTEST: usize = 3;
    if text.len() < SHORTEST || text.contains(['?', '¿']) {
        return None;
    }
    let plain;
    let text = if text.contains(['@', ':']) || text.contains("www.") {
        plain = text.split_whitespace().filter(|word| !is_address(word)).collect::<Vec<_>>().join(" ");
        &plain
    } else {
        text
    };
    let mut refused = Refused::default();
    let mut folded = String::with_capacity(text.len().min(200) + 2);
    let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).len();
    let ends = |c: char| matches!(c, ';' | ',' | '!' | '(' | ')' | '[' | ']' | '\n' | '|' | ':' | '–' | '—' | '…');
    const LONGEST_WHOLE: usize = 40;
    if whole && text.len() <= LONGEST_WHOLE {
        fold_onto(&mut folded, text);
        if WHOLE.contains(&folded.as_str()) {
            refused.add(Scope::List);
        }
    }
    if whole && let Some(said) = only::another_way(text) {
        refused = refused.with(said);
    }
    for sentence in text.split(". ").flat_map(|sentence| sentence.split(" - ")) {
        for clause in sentence.split(ends).filter(|clause| clause.len() >= SHORTEST) {
            folded.clear();
            folded.push(' ');
            fold_onto(&mut folded, clause);
            folded.push(' ');
            let is_whole = bare(clause) == bare(text);
            if whole && plain_no::is_bare_request(clause, is_whole) {
                refused.add(Scope::List);
            }
            let place = match (whole, is_whole) {
                (true, true) => Place::Remark,
                (true, false) => Place::InRemark,
                (false, _) => Place::Elsewhere,
            };
            refused.read(&folded, place);
        }
    }
    (refused != Refused::default()).then_some(refused)
}

impl Refused {
    /// What either refuses.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            everything: self.everything || other.everything,
            list: self.list || other.list,
            email: self.email || other.email,
            calls: self.calls || other.calls,
            sms: self.sms || other.sms,
        }
    }

    /// Adds what a clause refuses, which is folded and stands between spaces.
    fn read(&mut self, clause: &str, place: Place) {
        if place == Place::Remark && WHOLE.contains(&clause.trim()) {
            self.add(Scope::List);
            return;
        }
        let (matcher, parts) = &*MATCHER;
        let mut firm: [Option<Scope>; 4] = [None; 4];
        let mut unwilling = None;
        let mut objects: [Option<Scope>; 4] = [None; 4];
        for found in matcher.find_overlapping_iter(clause) {
            match parts[found.pattern()] {
                Part::Matter => return,
                Part::Firm(scope)
                    if stands(&clause[..found.start()])
                        && (matches!(scope, Scope::Everything | Scope::List) || is_meant(&clause[found.end()..])) =>
                {
                    keep(&mut firm, scope);
                }
                Part::Unwilling if unwilling.is_none() && stands(&clause[..found.start()]) => {
                    unwilling = Some(found.end());
                }
                Part::Object(scope)
                    if unwilling.is_some_and(|end| found.start() + 1 >= end && found.start() < end + REACH) =>
                {
                    keep(&mut objects, scope);
                }
                _ => {}
            }
        }
        let is_silent = firm.iter().chain(&objects).all(Option::is_none);
        if let Some(scope) = is_silent.then(|| refusal_composed(clause, place)).flatten() {
            keep(&mut firm, scope);
        }
        let named = objects.iter().flatten().any(|scope| *scope != Scope::Receiving);
        let objects = objects.into_iter().flatten().filter(|scope| !named || *scope != Scope::Receiving);
        for scope in firm.into_iter().flatten().chain(objects) {
            // “Not before nine” is a time and no refusal.
            if scope != Scope::Calls || !AFTER.iter().any(|word| clause.contains(word)) {
                self.add(scope);
            }
        }
    }

    pub(super) fn add(&mut self, scope: Scope) {
        match scope {
            Scope::Everything => self.everything = true,
            Scope::List | Scope::Receiving => self.list = true,
            Scope::Email => self.email = true,
            Scope::Calls => self.calls = true,
            Scope::Sms => self.sms = true,
        }
    }
}

fn keep(scopes: &mut [Option<Scope>], scope: Scope) {
    if !scopes.contains(&Some(scope))
        && let Some(free) = scopes.iter_mut().find(|kept| kept.is_none())
    {
        *free = Some(scope);
    }
}

/// Whether nothing before it turns a phrase round or makes it a mere possibility.
pub(super) fn stands(before: &str) -> bool {
    let turns = |word: &str| is_one_of(NEGATING, word) || is_one_of(POSSIBLE, word) || is_one_of(CONDITIONS, word);
    !before.split(' ').rev().filter(|word| !word.is_empty()).take(5).any(turns)
}

/// Whether what follows a phrase leaves it a refusal: “keine Mail erhalten” tells what is missing.
fn is_meant(behind: &str) -> bool {
    const MISSING: &str = "address|addresses|adresse|adressen|adress|adres|indirizzo|direccion|endereco|osoite|vorhanden|bekannt|\
        angegeben|hinterlegt|known|available|on|given|provided|found|yet|erhalten|bekommen|angekommen|received|arrived|\
        recu|recibido|ricevuto|ricevuta|ontvangen|recebido|fatt|fick|modtaget|mottatt|saanut|otrzymal";
    behind.split(' ').find(|word| !word.is_empty()).is_none_or(|word| !is_one_of(MISSING, word))
}

#[cfg(test)]
mod tests;
