//! The meaning of a header that is listed whole, chosen among several by cells, language and neighbours.

use super::clauses;
use super::compose;
use super::content::{Kind, Profile};
use super::header::Header;
use super::idea::{By, Idea};
use super::reconcile::{Fit, fit};
use super::values::speaks_of_state;
use super::{language_name, mail};
use crate::import::header_words::{LANGUAGES, Meaning, header_words};
use crate::vocabulary::Field;

/// Meanings whose scores lie nearer to each other are too close to choose between.
const CLOSE: f32 = 0.25;
/// How sure one of two close meanings is: so little that it is asked about where it decides anything.
const DOUBTFUL: f32 = 0.45;

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
    if is_homograph(header, headers, meanings) {
        return None;
    }
    if meanings.is_empty()
        && header.written.contains('_')
        && let Some(field) = Field::from_word(header.written.trim())
    {
        let mut idea = Idea::of(By::WholeHeader, field, 0.88, "the header is Bonafide's own word for it".to_owned());
        idea.channel = compose::channel_of(header_words(), header);
        return Some(idea);
    }
    // What is listed is the header without its brackets.
    if header.core != header.key && clauses::brackets_turn(header_words(), header) {
        let listed = header_words().meanings(&header.key);
        if listed.is_empty() && meanings.iter().any(|meaning| meaning.field.is_some_and(|field| grants(field, profile)))
        {
            return None;
        }
    }
    let mut scored: Vec<(f32, &Meaning)> =
        meanings.iter().map(|meaning| (score(meaning, header, headers, profile, language), meaning)).collect();
    // The first of equals stays first.
    scored.sort_by(|one, other| other.0.total_cmp(&one.0));
    // Of two close meanings the one that decides about consent is taken, because only that one is asked about.
    if let [(most, first), (next, second), ..] = scored[..]
        && most - next < CLOSE
        && !first.field.is_some_and(speaks_of_state)
        && second.field.is_some_and(speaks_of_state)
        && profile.filled > 0
    {
        scored.swap(0, 1);
    }
    let (most, chosen) = *scored.first()?;
    let rival = scored.get(1).filter(|(next, _)| (most - next).abs() < CLOSE && profile.filled > 0);
    let mut why = match language_name(chosen.languages) {
        Some(language) => format!("the header is a word for it in {language}"),
        None => "the header is a word for it".to_owned(),
    };
    if let Some((_, rival)) = rival {
        why.push_str("; it may as well mean ");
        why.push_str(
            &rival.field.map_or("something no field keeps".to_owned(), |field| field.word().replace('_', " ")),
        );
    }
    let sure = match (rival, meanings.len()) {
        (Some(_), _) => DOUBTFUL,
        (None, 1) => 0.88,
        (None, _) => 0.75,
    };
    let Some(field) = chosen.field else {
        return Some(Idea {
            by: By::WholeHeader,
            ..Idea::nothing(chosen.category, sure, "the header is a word for something no field keeps")
        });
    };
    let mut idea = Idea::of(By::WholeHeader, field, sure, why);
    idea.channel = compose::channel_of(header_words(), header);
    idea.names_only_a_channel = matches!(field, Field::Email | Field::Phone);
    idea.every_channel = idea.refuses() && compose::refuses_every_channel(header_words(), header);
    if mail::is_dnc(header) {
        idea.why.push_str("; “do not call” or “do not contact”, so that it refuses e-mail as well");
        idea.ask();
    }
    Some(idea)
}

/// Whether a header is a word of two languages, listed for one that no other header is written in: `Contact by`, `Via`.
fn is_homograph(header: &Header, headers: &[Header], meanings: &[Meaning]) -> bool {
    const HOMOGRAPHS: [&str; 2] = ["by", "via"];
    if !header.words.last().is_some_and(|word| HOMOGRAPHS.contains(&word.as_str())) || meanings.is_empty() {
        return false;
    }
    let languages = meanings.iter().fold(0, |languages, meaning| languages | meaning.languages);
    // English is the first of them.
    let of_its_own = |other: &&Header| {
        meanings_of(other).iter().any(|meaning| meaning.languages & languages != 0 && meaning.languages & 1 == 0)
    };
    header.words.len() > 1 || !headers.iter().filter(|other| *other != header).any(|other| of_its_own(&other))
}

/// Whether a yes, or the date of one, stands under it.
fn grants(field: Field, profile: &Profile<'_>) -> bool {
    match field {
        Field::OptinEmail | Field::OptinSms | Field::OptinPhone | Field::OptinPost => true,
        Field::Email | Field::Phone => profile.kind() == Some(Kind::Answer),
        field => matches!(field, Field::ConsentAt | Field::ConfirmedAt | Field::Status),
    }
}

fn meanings_of(header: &Header) -> &'static [Meaning] {
    let words = header_words();
    let found = words.meanings(&header.key);
    let found = if found.is_empty() { words.meanings(&header.core) } else { found };
    let found = match header.without_owner() {
        Some(key) if found.is_empty() => words.meanings(&key),
        _ => found,
    };
    if found.is_empty() { below_a_group(header) } else { found }
}

/// What a name means of itself, whatever group it stands below: `Werbung: Bemerkung` holds remarks, `Kunde: Name` names.
fn below_a_group(header: &Header) -> &'static [Meaning] {
    const OF_ITSELF: [Field; 12] = [
        Field::FirstName,
        Field::LastName,
        Field::FullName,
        Field::Company,
        Field::Address,
        Field::City,
        Field::Postcode,
        Field::Country,
        Field::Language,
        Field::BirthDate,
        Field::CustomerId,
        Field::Notes,
    ];
    let Some((_, name)) = header.written.rsplit_once(": ") else { return &[] };
    let found = header_words().meanings(&super::header::key(name));
    let of_itself = |meaning: &Meaning| meaning.field.is_some_and(|field| OF_ITSELF.contains(&field));
    if found.iter().all(of_itself) { found } else { &[] }
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
