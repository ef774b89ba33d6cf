//! What answers say under headers that no field takes.

use super::content::{Kind, Profile};
use super::idea::{Answered, By, Idea};
use super::reconcile::{answers, holds};
use super::refusals::refusal_field;
use crate::import::Polarity;
use crate::import::header_words::bare_answer;
use crate::vocabulary::{Channel, ConsentStatus, Field};

/// What answers say under a header that says no; whether they say anything.
pub(super) fn turned_round(idea: &mut Idea, profile: &Profile<'_>) -> bool {
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

/// Whether every filled cell is a bare yes or no.
pub(super) fn are_answers(profile: &Profile<'_>) -> bool {
    profile.words.iter().all(|(cell, _)| bare_answer(cell).is_some())
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
