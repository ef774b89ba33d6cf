//! The meaning of a header that is listed whole, chosen among several by cells, language and neighbours.

use super::compose;
use super::content::{Kind, Profile};
use super::header::Header;
use super::idea::{By, Idea};
use super::language_name;
use super::reconcile::{Fit, fit};
use crate::import::header_words::{LANGUAGES, Meaning, header_words};
use crate::vocabulary::Field;

/// The language most of the headers are written in, as its bit; 0 if none stands out.
pub(crate) fn language_of(headers: &[Header]) -> u16 {
    let mut votes = [0_u32; LANGUAGES.len()];
    for header in headers {
        for meaning in meanings_of(header) {
            let share = 12 / meaning.languages.count_ones().max(1);
            for (language, vote) in votes.iter_mut().enumerate() {
                if meaning.languages & (1 << language) != 0 {
                    *vote += share;
                }
            }
        }
    }
    let most = votes.iter().copied().max().unwrap_or(0);
    let first = votes.iter().position(|vote| *vote == most && most > 0);
    first.map_or(0, |language| 1 << language)
}

/// What a whole header means, or `None` if it is not listed.
pub(crate) fn meaning(header: &Header, headers: &[Header], profile: &Profile<'_>, language: u16) -> Option<Idea> {
    let meanings = meanings_of(header);
    let mut best: Option<(f32, &Meaning)> = None;
    for meaning in meanings {
        let score = score(meaning, header, headers, profile, language);
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, meaning));
        }
    }
    let (_, chosen) = best?;
    let why = match language_name(chosen.languages) {
        Some(language) => format!("the header is a word for it in {language}"),
        None => "the header is a word for it".to_owned(),
    };
    let sure = if meanings.len() > 1 { 0.75 } else { 0.88 };
    let Some(field) = chosen.field else {
        return Some(Idea {
            by: By::WholeHeader,
            ..Idea::nothing(chosen.category, sure, "the header is a word for something no field keeps")
        });
    };
    let mut idea = Idea::of(By::WholeHeader, field, sure, why);
    idea.channel = compose::channel_of(header_words(), header);
    idea.names_only_a_channel = matches!(field, Field::Email | Field::Phone);
    Some(idea)
}

fn meanings_of(header: &Header) -> &'static [Meaning] {
    let words = header_words();
    let found = words.meanings(&header.key);
    if found.is_empty() { words.meanings(&header.core) } else { found }
}

/// How well a meaning fits the cells, the language of the table and the headers beside it.
fn score(meaning: &Meaning, header: &Header, headers: &[Header], profile: &Profile<'_>, language: u16) -> f32 {
    let no_country = meaning.field == Some(Field::Country) && profile.filled > 0 && profile.countries == 0;
    let by_cells = match meaning.field.map(|field| fit(field, profile)) {
        Some(_) if no_country => 0.0,
        Some(Fit::Agrees) => 2.0,
        Some(Fit::Silent) => 1.0,
        Some(Fit::Contradicts) => 0.0,
        // A meaning without a field wins where every other one contradicts the cells.
        None => 0.6,
    };
    let by_language = if meaning.languages & language != 0 { 0.3 } else { 0.0 };
    let beside = |field: Field| {
        headers
            .iter()
            .filter(|other| *other != header)
            .any(|other| meanings_of(other).iter().any(|meaning| meaning.field == Some(field)))
    };
    let by_neighbours = match meaning.field {
        Some(Field::LastName) if beside(Field::FirstName) => 0.6,
        Some(Field::FullName) if !beside(Field::FirstName) => 0.4,
        // Without cells a status is the safer reading of `stato` and `estado` than a country.
        Some(Field::Status) if profile.kind() != Some(Kind::Text) => 0.1,
        _ => 0.0,
    };
    by_cells + by_language + by_neighbours
}
