//! The end of a consent that does not say so itself: `gültig bis` beside `Newsletter`.

use super::content::{Kind, Profile};
use super::header::Header;
use super::idea::{By, Idea};
use crate::import::header_words::{Concept, Concepts, header_words};
use crate::vocabulary::Field;

/// Columns beside which an end is that of a consent, if it is anything.
const OF_CONSENT: [Field; 8] = [
    Field::OptinEmail,
    Field::OptinSms,
    Field::OptinPhone,
    Field::OptinPost,
    Field::ConsentAt,
    Field::ConsentSource,
    Field::ConsentMethod,
    Field::LegalBasis,
];

/// Asks about days that are the end of something, in a table that tells of consent.
pub(super) fn settle(ideas: &mut [Idea], headers: &[Header], profiles: &[Profile<'_>]) {
    let has = |wanted: &[Field]| ideas.iter().any(|idea| idea.field.is_some_and(|field| wanted.contains(&field)));
    if !has(&OF_CONSENT) || has(&[Field::ConsentUntil]) {
        return;
    }
    for ((idea, header), profile) in ideas.iter_mut().zip(headers).zip(profiles) {
        let open = idea.field.is_none() && idea.by != By::System && idea.by != By::Hand;
        if open && profile.kind() == Some(Kind::Date) && names_an_end(header) {
            let why = "the header speaks of an end, and another column of consent".to_owned();
            *idea = Idea::of(By::PartOfHeader, Field::ConsentUntil, 0.5, why).asked();
        }
    }
}

/// Whether a header says until when, and nothing of what.
fn names_an_end(header: &Header) -> bool {
    const BESIDE: [Concept; 6] =
        [Concept::Until, Concept::UntilAtEnd, Concept::Unsettled, Concept::Date, Concept::DateAtEnd, Concept::Filler];
    let last = header.words.len().saturating_sub(1);
    let of = |word: &String| header_words().concepts(word);
    let is_end = |(at, word): (usize, &String)| {
        let found = of(word);
        found.has(Concept::Until) || at == last && at > 0 && found.has(Concept::UntilAtEnd)
    };
    let says_no_more = |word: &String| of(word) == Concepts::default() && word.len() <= 2 || of(word).any(&BESIDE);
    header.words.iter().enumerate().any(is_end) && header.words.iter().all(says_no_more)
}
