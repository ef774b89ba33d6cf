//! What answers say under headers that no field takes.

use super::content::{Kind, Profile};
use super::header::Header;
use super::idea::{Answered, By, Idea};
use super::idle::is_idle;
use super::reconcile::{answers, holds};
use super::refusals::refusal_field;
use crate::import::Polarity;
use crate::import::header_words::{bare_answer, header_words};
use crate::vocabulary::{Channel, ConsentStatus, Field};

/// What answers say under a header that says no; whether they say anything.
pub(super) fn turned_round(idea: &mut Idea, header: &Header, profile: &Profile<'_>) -> bool {
    let (answered, channel, every) = (idea.answered, idea.channel, idea.every_channel);
    let only_answers = answers(profile);
    match answered {
        Answered::NotYet if only_answers => {
            idea.by = By::PartOfHeader;
            idea.becomes(Field::Status, 0.5, format!("{}, and {}", idea.why, holds(profile)));
            idea.polarity = Some(Polarity::YesOrUnknown);
            idea.words = answers_meaning(profile, ConsentStatus::Pending, ConsentStatus::Unknown);
        }
        Answered::Refuses if only_answers || profile.filled == 0 => refuse(idea, channel, every),
        Answered::RefusesByMark if only_answers && profile.numbers == 0 => refuse(idea, channel, every),
        Answered::Refuses | Answered::RefusesByMark if profile.kind() == Some(Kind::Date) => {
            refuse(idea, channel, every);
            idea.becomes(Field::UnsubscribedAt, 0.5, format!("the header says no; {}", holds(profile)));
        }
        // What is written there names what was refused, in whatever words.
        Answered::Refuses | Answered::MayRefuseByName if names_something(profile) => refuse(idea, channel, every),
        Answered::MayRefuseByName if profile.filled == 0 => refuse(idea, channel, every),
        Answered::MayRefuse | Answered::MayRefuseByName if is_idle(header_words(), header) => return false,
        // A word for blocking or suppressing denies more than an adjective does: `Custom suppress`, but `Non-smoker`.
        Answered::MayRefuseByName if only_answers && says_something(profile) => refuse(idea, channel, every),
        Answered::MayRefuse | Answered::RefusesByMark if only_answers && says_something(profile) => {
            idea.perhaps = Some(refusal_field(channel));
            idea.confidence = 0.3;
            idea.why.push_str("; a yes there may be a refusal");
        }
        _ => return false,
    }
    idea.ask();
    true
}

fn refuse(idea: &mut Idea, channel: Option<Channel>, every: bool) {
    idea.by = By::PartOfHeader;
    let why = "the header says no; nobody can place to what, so that a yes there refuses".to_owned();
    idea.becomes(refusal_field(channel), 0.5, why);
    idea.polarity = Some(Polarity::RefusedOrUnknown);
    idea.every_channel = every;
}

/// Whether the cells are words, and neither keys nor numbers.
fn names_something(profile: &Profile<'_>) -> bool {
    matches!(profile.kind(), Some(Kind::Text | Kind::Country))
        && !are_keys(profile)
        && profile.numbers * 2 < profile.filled
}

/// Whether a column of answers tells its rows apart, or is no flag that a system sets on all of them.
pub(super) fn says_something(profile: &Profile<'_>) -> bool {
    profile.distinct > 1 || profile.numbers == 0
}

/// Whether no two cells are alike and each is a word with digits, as identifiers are.
pub(super) fn are_keys(profile: &Profile<'_>) -> bool {
    profile.filled > 1
        && profile.distinct == profile.filled
        && profile.keys == profile.filled
        && profile.answers + profile.states == 0
}

/// Whether every filled cell is a bare yes or no, but for one odd word beside a yes and a no.
pub(super) fn are_answers(profile: &Profile<'_>) -> bool {
    let odd = profile.words.iter().filter(|(cell, _)| bare_answer(cell).is_none()).count();
    let has = |answer: bool| profile.words.iter().any(|(cell, _)| bare_answer(cell) == Some(answer));
    odd == 0 || (odd == 1 && has(true) && has(false))
}

/// Beginnings of words for what somebody wants, beside a channel.
const PREFERENCES: &str = "prefer|preferanse|praferen|praeferen|praferan|voorkeur|mieltymy|asetu|wunsch|onske|zyczen|ustawien|darf|durfen|erlaubt|\
    einstellung|instelling|installning|indstilling|innstilling|impostazion|parametr|reglage|choice|choix|scelt|eleccion|\
    escolha|valg|wahl|keuze|wybor|valinta|permission|permis|erlaubnis|tillstand|tillatels|tilladels|lupa|pozwolen|setting|pref";

/// Whether codes stand under a channel and a word for what somebody wants: `Email preference` 0, 1, 2.
pub(super) fn are_codes_of_a_will(header: &Header, profile: &Profile<'_>) -> bool {
    const MOST: usize = 8;
    let wants = |word: &String| PREFERENCES.split('|').any(|stem| word.starts_with(stem.trim()));
    let is_code = |cell: &str| {
        let one = cell.chars().count() == 1 && cell.chars().all(char::is_alphabetic);
        one || bare_answer(cell).is_some() || (cell.len() <= 2 && cell.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let codes: u32 = profile.words.iter().filter(|(cell, _)| is_code(cell)).map(|(_, times)| times).sum();
    let few = !profile.words.is_empty() && profile.words.len() <= MOST;
    few && codes * 2 > profile.filled && header.words.iter().any(wants)
}

/// What the words of yes and no in a sample stand for.
pub(super) fn answers_meaning(
    profile: &Profile<'_>,
    yes: ConsentStatus,
    no: ConsentStatus,
) -> Vec<(String, ConsentStatus)> {
    profile
        .words
        .iter()
        .filter_map(|(word, _)| {
            let answer = bare_answer(word)?;
            Some(((*word).to_owned(), if answer { yes } else { no }))
        })
        .collect()
}
