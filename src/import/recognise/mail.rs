//! “Mail” in a header: e-mail in every language, and in English letters where its e-mail twin stands beside it.

use super::compose::optin_field;
use super::header::Header;
use super::idea::{By, Idea};
use super::refusals::refusal_field;
use crate::import::{ColumnMeaning, Polarity};
use crate::vocabulary::{Channel, Field};

/// The words of English headers for consents to mail and refusals of it, but for mail itself.
const ENGLISH: &str = "a|accept|accepted|accepts|agreed|agrees|all|allow|allowed|allows|allowing|any|at|by|bulk|can|consent|\
    consented|contact|customer|date|do|does|doesnt|donot|dont|exclude|excluded|flag|for|from|granted|has|have|i|in|\
    is|may|me|member|my|never|no|not|of|off|ok|okay|on|opt|opted|optedin|optedout|optin|optout|optouts|out|permission|\
    permitted|preference|receive|receives|refused|reject|remove|removed|send|status|stop|subscribe|subscribed|suppress|\
    suppressed|suppression|the|time|timestamp|to|unsubscribe|unsubscribed|us|via|want|wants|wish|with|without|yes|you";

/// What a column of consent says to a channel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Grants,
    Refuses,
}

/// Settles which columns of mail are of letters. A yes for letters is one where the header is listed as such; a no may be
/// for both, see [`also_refused`].
pub(super) fn settle(ideas: &mut [Idea], headers: &[Header]) {
    let sides: Vec<Option<Side>> = ideas.iter().map(|idea| side(idea.field, idea.refuses())).collect();
    for at in 0..ideas.len() {
        let (header, Some(side)) = (&headers[at], sides[at]) else { continue };
        if ideas[at].by == By::System || !is_of_mail(header) {
            continue;
        }
        let twin =
            || (0..ideas.len()).any(|other| other != at && sides[other] == Some(side) && is_twin(&headers[other]));
        let letters = is_english(header) && (twin() || ideas[at].field == Some(Field::OptinPost));
        let channel = if letters { Channel::Post } else { Channel::Email };
        let idea = &mut ideas[at];
        let field = match (idea.field, side) {
            (Some(field @ (Field::UnsubscribedAt | Field::ConsentAt)), _) => field,
            (_, Side::Refuses) => refusal_field(Some(channel)),
            (_, Side::Grants) => optin_field(Some(channel)),
        };
        if idea.field != Some(field) {
            let polarity = idea.polarity;
            let why = format!("{}; “mail” may be e-mail or letters", idea.why);
            idea.becomes(field, idea.confidence.min(0.6), why);
            idea.polarity = polarity;
        }
        idea.channel = Some(channel);
    }
}

/// Whether a header is the abbreviation of “do not call” and of “do not contact”.
pub(super) fn is_dnc(header: &Header) -> bool {
    header.key == "dnc"
}

/// The other channel that a no refuses in a column whose header may speak of e-mail or of letters, and has no twin to tell
/// which: `No mail`; or of calls and of everything: `DNC`.
pub(crate) fn also_refused(column: &ColumnMeaning, columns: &[ColumnMeaning]) -> Option<Channel> {
    let other = match column.field? {
        Field::DoNotEmail => Channel::Post,
        Field::DoNotPost | Field::OptinPost => Channel::Email,
        Field::DoNotCall if is_dnc(&Header::read(&column.header)) && !column.is_set_by_hand() => {
            return Some(Channel::Email);
        }
        _ => return None,
    };
    let header = Header::read(&column.header);
    if !is_of_mail(&header) || !is_english(&header) || column.is_set_by_hand() {
        return None;
    }
    let side_of = |column: &ColumnMeaning| side(column.field, column.polarity == Polarity::RefusedOrUnknown);
    let own = side_of(column);
    let is_twin = |other: &ColumnMeaning| {
        other.position != column.position && side_of(other) == own && is_twin(&Header::read(&other.header))
    };
    (!columns.iter().any(is_twin)).then_some(other)
}

fn side(field: Option<Field>, refuses: bool) -> Option<Side> {
    match field? {
        Field::DoNotEmail | Field::DoNotPost | Field::UnsubscribedAt => Some(Side::Refuses),
        Field::OptinEmail | Field::OptinPost | Field::ConsentAt if !refuses => Some(Side::Grants),
        _ => None,
    }
}

fn is_of_mail(header: &Header) -> bool {
    header.words.iter().any(|word| word == "mail" || word == "mails")
        && !header.words.iter().any(|word| word.starts_with("post") || word == "directmail")
}

/// Whether a header says of e-mail what another says of mail.
fn is_twin(header: &Header) -> bool {
    header.words.iter().any(|word| word.starts_with("email")) && is_english(header)
}

/// Whether a header is made of English words, and of nothing else.
fn is_english(header: &Header) -> bool {
    let is_known = |word: &String| {
        word.starts_with("mail")
            || word.starts_with("email")
            || word.starts_with("marketing")
            || ENGLISH.split('|').any(|known| known.trim() == word)
    };
    // Of these every language makes headers: `Marketing mail`, `Mail ok`, `Status mail`.
    let is_shared = |word: &String| {
        const SHARED: [&str; 7] = ["a", "date", "flag", "i", "in", "ok", "status"];
        SHARED.contains(&word.as_str()) || ["mail", "email", "marketing"].iter().any(|start| word.starts_with(start))
    };
    header.words.iter().all(is_known) && !header.words.iter().all(is_shared)
}
