//! States that may be those of something else, and codes that look like answers.

use super::compose::optin_field;
use super::content::{Kind, Profile};
use super::header::Header;
use super::idea::{By, Idea};
use super::refusals::refusal_field;
use crate::import::Polarity;
use crate::import::header_words::{Concept, Concepts, HeaderWords, bare_answer, header_words};
use crate::vocabulary::{Channel, ConsentStatus, Field};

/// Parts of words beside which a refusal may be of something else than of messages.
const OF_NO_MESSAGE: [&str; 4] = ["profiling", "profilbild", "tracking", "bounced"];

/// Weighs what states are states of: of a subscription, or of a booking, a membership, an account.
pub(crate) fn weigh_states(ideas: &mut [Idea], headers: &[Header], profiles: &[Profile<'_>]) {
    let words = header_words();
    for ((idea, header), profile) in ideas.iter_mut().zip(headers).zip(profiles) {
        if matches!(idea.by, By::System | By::Hand) {
            continue;
        }
        by_words_of_lists(idea, words, header, profile);
        if idea.refuses() && OF_NO_MESSAGE.iter().any(|other| header.key.contains(other)) {
            idea.ask();
            idea.why.push_str("; but to be followed, or an address that fails, is no message");
        }
        if idea.field == Some(Field::Status) && idea.grants() && says_yes(idea) {
            let listed = idea.by == By::WholeHeader;
            let of_subscription = names_subscription(words, header, listed) || of_lists(words, profile) > 0;
            if !of_subscription {
                idea.ask();
                idea.why.push_str("; but an account, a booking or a membership has such a state as well");
            }
        }
        codes(idea, profile);
        may_be_turned(idea, words, header, profile);
    }
}

/// Whoever cut a word short knew what it says; nobody else does. Beside `Newsletter` it may turn a yes round.
fn may_be_turned(idea: &mut Idea, words: &HeaderWords, header: &Header, profile: &Profile<'_>) {
    let unknown = |at: &usize| header.is_short(*at) && words.concepts(&header.words[*at]).is_empty();
    let short = (0..header.words.len()).any(|at| header.words[at].len() > 1 && unknown(&at));
    if !short || idea.field != Some(Field::OptinEmail) {
        return;
    }
    for (cell, _) in &profile.words {
        let known = idea.words.iter().any(|(word, _)| word.eq_ignore_ascii_case(cell));
        if bare_answer(cell) == Some(true) && !known {
            idea.words.push(((*cell).to_owned(), ConsentStatus::Unknown));
        }
    }
    idea.ask();
    idea.why.push_str("; but a word that is cut short may turn it round");
}

/// Cells that only lists of recipients hold are states of a subscription under any header.
fn by_words_of_lists(idea: &mut Idea, words: &HeaderWords, header: &Header, profile: &Profile<'_>) {
    let nothing = idea.field.is_none() || (idea.confidence <= 0.3 && profile.kind() == Some(Kind::Answer));
    if !nothing || profile.filled == 0 || states_of_lists(words, profile) * 2 <= profile.filled {
        return;
    }
    let why = "most of the cells are states of a subscription, whatever the header says".to_owned();
    // `Stop status`: what stands there refuses, or nobody knows what it says.
    let turned = |word: &String| words.word(word).concepts.any(&[Concept::Negation, Concept::Block]);
    if header.words.iter().any(turned) {
        idea.becomes(refusal_field(idea.channel), 0.5, why);
        idea.polarity = Some(Polarity::RefusedOrUnknown);
    } else {
        idea.becomes(Field::Status, 0.5, why);
    }
    idea.ask();
}

/// As [`of_lists`], without the names of newsletters: `News` is a campaign, and no state.
fn states_of_lists(words: &HeaderWords, profile: &Profile<'_>) -> u32 {
    let names_one = |cell: &Header| {
        let newsletter = Concepts::default().with(Concept::Newsletter);
        cell.words.iter().all(|word| words.concepts(word) == newsletter)
    };
    count(profile, |cell| is_of_lists(words, cell) && !names_one(cell))
}

/// How many sampled cells hold a word that stands in lists of recipients only.
fn of_lists(words: &HeaderWords, profile: &Profile<'_>) -> u32 {
    count(profile, |cell| is_of_lists(words, cell))
}

fn is_of_lists(words: &HeaderWords, cell: &Header) -> bool {
    cell.words.iter().any(|word| words.is_of_lists(word))
}

/// How many sampled cells are such; of those with a letter, and no longer than a state.
fn count(profile: &Profile<'_>, is_such: impl Fn(&Header) -> bool) -> u32 {
    let may_be = |cell: &str| cell.len() <= 60 && cell.chars().any(char::is_alphabetic);
    let such = profile.words.iter().filter(|(cell, _)| may_be(cell) && is_such(&Header::read(cell)));
    such.map(|(_, times)| times).sum()
}

/// Whether a header says that its states are those of a consent or a subscription, and says nothing that could not be
/// placed beside it, unless it is `listed` whole.
fn names_subscription(words: &HeaderWords, header: &Header, listed: bool) -> bool {
    use Concept::{Consent, Email, Marketing, Newsletter, Status, Subscribe};
    let mut found = Concepts::default();
    for written in &header.words {
        let word = words.word(written);
        let digits = written.bytes().all(|byte| byte.is_ascii_digit());
        if !listed && !digits && (word.doubtful || (word.concepts.is_empty() && written.len() > 2)) {
            return false;
        }
        found.add(word.concepts);
    }
    found.any(&[Consent, Newsletter, Subscribe, Marketing])
        || (found.has(Email) && found.has(Status))
        || header.words.iter().any(|word| word == "doi")
}

/// Whether no fixed words of the column rule a yes out.
fn says_yes(idea: &Idea) -> bool {
    idea.words.is_empty() || idea.words.iter().any(|(_, status)| *status == ConsentStatus::Given)
}

/// Where `1` stands beside `2`, or `S` beside `A`, it is a code and no yes; in a column of states a bare yes is one only
/// among answers; and a lone `O` may be an opt-out.
fn codes(idea: &mut Idea, profile: &Profile<'_>) {
    let optin = [Channel::Email, Channel::Sms, Channel::PhoneLive, Channel::Post].map(|one| optin_field(Some(one)));
    let of_states = idea.field == Some(Field::Status) && idea.polarity != Some(Polarity::RefusedOrUnknown);
    if !of_states && !idea.field.is_some_and(|field| optin.contains(&field)) {
        return;
    }
    let is_code = |cell: &str, kind: fn(&char) -> bool| {
        cell.len() <= 4 && bare_answer(cell).is_none() && cell.chars().all(|c| kind(&c))
    };
    let among = |kind: fn(&char) -> bool, most: usize| {
        profile.words.iter().any(|(cell, _)| cell.chars().count() <= most && is_code(cell, kind))
    };
    let (numbers, letters) = (among(char::is_ascii_digit, 4), among(|c| c.is_alphabetic(), 1));
    // “O” is a yes beside “N”, and an opt-out beside “I”.
    let is_french = |cell: &str| ["n", "non", "oui"].iter().any(|word| cell.eq_ignore_ascii_case(word));
    let lone_o = profile.words.iter().any(|(cell, _)| cell.eq_ignore_ascii_case("o"))
        && !profile.words.iter().any(|(cell, _)| is_french(cell));
    let answers_only = profile.words.iter().all(|(cell, _)| bare_answer(cell).is_some());
    let no_yes = |cell: &str| {
        (of_states && !answers_only)
            || (lone_o && cell.eq_ignore_ascii_case("o"))
            || (numbers && cell.bytes().all(|byte| byte.is_ascii_digit()))
            || (letters && cell.chars().count() == 1 && cell.chars().all(char::is_alphabetic))
    };
    let mut found = false;
    // A code may be met first behind the sample; in a column of states no bare yes is met at all.
    let unmet: &[&str] = if of_states { &[] } else { &["1", "y", "t", "x", "s", "j", "o"] };
    let met = profile.words.iter().map(|(cell, _)| *cell);
    for cell in met.chain(unmet.iter().copied()) {
        let known = idea.words.iter().any(|(word, _)| word.eq_ignore_ascii_case(cell));
        if bare_answer(cell) == Some(true) && no_yes(cell) && !known {
            found |= profile.words.iter().any(|(met, _)| *met == cell);
            idea.words.push((cell.to_owned(), ConsentStatus::Unknown));
        }
    }
    if found {
        idea.ask();
        idea.why.push_str("; but a yes stands among codes or states, and is none there");
    }
}
