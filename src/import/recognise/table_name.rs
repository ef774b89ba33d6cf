//! What the name of a file, a sheet or a section says of everybody on it. A name can refuse and never grant.

use super::header::Header;
use super::table_name_words::{
    AND, BLACK_LISTS, CLEANED, FORMER, HALVES, INVALID, NEUTRAL, NO_MORE, NOT, OUT, PHRASES, POSITIVE, REMOVED, STRONG,
    UNCONFIRMED, WAITING, WEAK, WITHOUT, YET, among, state_among,
};
use crate::import::header_words::{Concept, header_words};
use crate::vocabulary::ConsentStatus::{self, Bounced, Complained, Suppressed, Unknown, Withdrawn};

/// What one word does in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Refuses(ConsentStatus),
    /// Refuses where nothing of any meaning stands beside it; `true`: not even customers.
    Weakly(ConsentStatus, bool),
    Removed,
    Cleaned,
    Without,
    Not,
    NoMore,
    Former,
    Yet,
    /// Was asked to confirm, and has not.
    Unconfirmed,
    /// Waits for something.
    Waiting,
    /// A state that may be a yes.
    Positive,
    Half,
    Subscriber,
    Customer,
    /// A newsletter, a consent, a contact: what can be refused.
    Topic,
    And,
    Neutral,
    Other,
}

/// What a part of a name says, from one “and” to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Refusal(ConsentStatus),
    /// A no and a yes, or a no that was taken out: nobody on it said yes for sure.
    Doubt,
    /// Those whom the words mean were left out.
    LeftOut,
    /// Only a word such as `removed`.
    Removed,
    /// Others, of whom it says no refusal.
    Yes,
    Customers,
    Nothing,
}

/// A sentence of so many words with a meaning of their own is no name; what it refuses is only doubted.
const SENTENCE: usize = 6;

/// The no that a name says of all who are on the list; [`Unknown`] where it says a no and something else, so that
/// nothing on the list may be taken for a yes; `None` where it says no no.
pub(crate) fn refusal_in_name(name: &str) -> Option<ConsentStatus> {
    let words = words_of(name);
    let kinds = kinds_of(&words);
    if legend(name).next().is_some() {
        // It says what a sign means, and of nobody which sign he has.
        return legend(name).any(|(_, meaning)| refusal_in_name(meaning).is_some()).then_some(Unknown);
    }
    let parts: Vec<Part> =
        kinds.split(|kind| *kind == Kind::And).map(Part::of).filter(|part| *part != Part::Nothing).collect();
    let first = parts.iter().position(|part| matches!(part, Part::Refusal(_)));
    let Some(first) = first else {
        return match parts[..] {
            [Part::Removed] => Some(Withdrawn),
            _ => parts.contains(&Part::Doubt).then_some(Unknown),
        };
    };
    // “Without unsubscribed and bounced” leaves both out.
    if parts[..first].contains(&Part::LeftOut) {
        return None;
    }
    let others = |part: &Part| matches!(part, Part::Doubt | Part::Yes);
    // A filter that was set: `Unsubscribed = no`.
    let filtered = name.contains(['=', ':']) && kinds.last() == Some(&Kind::Not);
    let wordy = kinds.iter().filter(|kind| kind.is_other()).count() > SENTENCE;
    if wordy || filtered || parts.iter().any(others) || parts[..first].contains(&Part::Customers) {
        return Some(Unknown);
    }
    let mut said = parts.iter().filter_map(|part| match part {
        Part::Refusal(status) => Some(*status),
        Part::Removed => Some(Withdrawn),
        _ => None,
    });
    let status = said.next()?;
    // Everybody on it is the one or the other: the no that a person said counts, else the one of the system.
    Some(said.fold(status, |one, other| match (one, other) {
        (one, other) if one == other => one,
        (Withdrawn, _) | (_, Withdrawn) => Withdrawn,
        _ => Suppressed,
    }))
}

/// Whether a name says that those on the list were asked to confirm, and have not: neither a yes nor a no.
pub(super) fn is_unconfirmed(name: &str) -> bool {
    let kinds = kinds_of(&words_of(name));
    let at = |wanted: Kind| kinds.iter().position(|kind| *kind == wanted);
    let says_more = |kind: &Kind| {
        kind.refuses()
            || matches!(
                kind,
                Kind::Positive | Kind::And | Kind::Without | Kind::Not | Kind::Removed | Kind::Cleaned | Kind::Former
            )
    };
    let says_nothing = |kind: &Kind| matches!(kind, Kind::Neutral | Kind::Subscriber | Kind::Topic | Kind::Waiting);
    if kinds.iter().any(says_more) {
        return false;
    }
    at(Kind::Unconfirmed).is_some() || at(Kind::Waiting).is_some() && kinds.iter().all(says_nothing)
}

/// Whether a name tells of refusals of several kinds, and not which of them is whose.
pub(super) fn names_several(name: &str) -> bool {
    let kinds = kinds_of(&words_of(name));
    let mut said = kinds.split(|kind| *kind == Kind::And).map(Part::of).filter(|part| matches!(part, Part::Refusal(_)));
    said.next().is_some_and(|first| said.any(|other| other != first))
}

/// Whether a name speaks of those who are subscribed, and says no no.
pub(crate) fn names_others(name: &str) -> bool {
    let kinds = kinds_of(&words_of(name));
    refusal_in_name(name).is_none() && kinds.iter().any(|kind| matches!(kind, Kind::Positive | Kind::Subscriber))
}

/// The signs that a line such as `x = abgemeldet, 1 = will Newsletter` explains, each with what it says.
pub(super) fn legend(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split([',', ';', '|', '\n']).filter_map(|part| {
        let (sign, meaning) = part.split_once(['=', '→', '≙'])?;
        let sign = sign.rsplit([':', ' ', '(']).find(|word| !word.is_empty())?;
        let meaning = meaning.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, ')' | '.' | '>'));
        let short = sign.chars().count() <= 3 && !meaning.is_empty();
        // A filter that was set (`DOI = no`) has a word where a legend has a sign.
        let word = sign.chars().count() > 1 && !header_words().concepts(&sign.to_lowercase()).is_empty();
        (short && !word).then_some((sign, meaning))
    })
}

/// The signs that a line above a table speaks of, whatever it says of them: `+ eller ÷`, `m = på mejl, p = bara papper`. A
/// lone letter is one where it is a capital, a digit only before `=`.
pub(super) fn signs_in(line: &str) -> impl Iterator<Item = &str> {
    let is_bound =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '·' | '(' | ')' | ':' | '.' | '"' | '“' | '”');
    let marks = line.split(is_bound).map(|word| word.trim_matches('=')).filter(|word| {
        let letters = word.chars().count();
        (1..=3).contains(&letters)
            // A dash or an “and” stands in any line.
            && !matches!(*word, "-" | "–" | "—" | "&" | "/")
            && (!word.chars().any(char::is_alphanumeric) || letters == 1 && word.chars().all(char::is_uppercase))
    });
    let before_equals = line.match_indices('=').filter_map(move |(at, _)| {
        let sign = line[..at].trim_end().rsplit(is_bound).next().filter(|sign| !sign.is_empty())?;
        (sign.chars().count() <= 3).then_some(sign)
    });
    marks.chain(before_equals)
}

/// Whether a line above a table explains several signs.
fn explains_signs(line: &str) -> bool {
    let mut signs = signs_in(line);
    signs.next().is_some_and(|first| signs.any(|other| other != first))
}

impl Part {
    fn of(kinds: &[Kind]) -> Self {
        let has = |kind: Kind| kinds.contains(&kind);
        let negated =
            |at: usize| kinds[..at].iter().rev().take(3).any(|kind| matches!(kind, Kind::Without | Kind::Not));
        let strong = kinds.iter().enumerate().find_map(|(at, kind)| match kind {
            Kind::Refuses(status) => Some((at, *status)),
            _ => None,
        });
        if let Some((at, status)) = strong {
            if negated(at) {
                return Self::LeftOut;
            }
            let doubted = has(Kind::Removed) || has(Kind::Cleaned) || has(Kind::Positive);
            return if doubted { Self::Doubt } else { Self::Refusal(status) };
        }
        if let Some(part) = Self::denied(kinds) {
            return part;
        }
        if has(Kind::Former) && (has(Kind::Subscriber) || has(Kind::Positive)) {
            return Self::Refusal(Withdrawn);
        }
        if kinds.iter().any(|kind| kind.is_other()) {
            return if has(Kind::Positive) || has(Kind::Subscriber) { Self::Yes } else { Self::Nothing };
        }
        let people = has(Kind::Subscriber) || has(Kind::Customer);
        let weak = kinds.iter().find_map(|kind| match kind {
            Kind::Weakly(status, alone) if !(*alone && people) => Some(*status),
            _ => None,
        });
        let left_out = has(Kind::Without) || has(Kind::Not);
        match weak {
            Some(_) if left_out => return Self::LeftOut,
            Some(_) if has(Kind::Positive) || has(Kind::Cleaned) || has(Kind::Removed) => return Self::Doubt,
            Some(status) => return Self::Refusal(status),
            None => {}
        }
        if has(Kind::Removed) && !left_out && !has(Kind::Positive) {
            return Self::Removed;
        }
        // Those of former times are no list of anybody who is still on one.
        if kinds.iter().all(|kind| matches!(kind, Kind::Former | Kind::Neutral)) && has(Kind::Former) {
            return Self::Doubt;
        }
        match () {
            () if has(Kind::Positive) || has(Kind::Half) || has(Kind::Subscriber) => Self::Yes,
            () if has(Kind::Customer) => Self::Customers,
            () => Self::Nothing,
        }
    }

    /// A word that denies, and what it denies: writing to somebody, or that somebody is subscribed.
    fn denied(kinds: &[Kind]) -> Option<Self> {
        if kinds.contains(&Kind::Yet) {
            return None;
        }
        let at = kinds.iter().position(|kind| matches!(kind, Kind::Not | Kind::Without))?;
        // `Non primary e-mails` denies that they are the first, not the e-mail.
        let what = kinds[at + 1..].iter().take_while(|kind| !kind.is_other()).take(3);
        let no_more = kinds.contains(&Kind::NoMore);
        what.copied().find_map(|kind| match kind {
            Kind::Topic if kinds[at] == Kind::Not => Some(Self::Refusal(Withdrawn)),
            Kind::Subscriber | Kind::Positive if no_more => Some(Self::Refusal(Withdrawn)),
            Kind::Subscriber | Kind::Positive | Kind::Topic => Some(Self::Doubt),
            _ => None,
        })
    }
}

/// What a person may lack.
const REACH: &[Concept] = &[Concept::Address, Concept::Phone, Concept::Sms, Concept::Post, Concept::Messenger];

fn is_reach(word: &str, among: &[Concept]) -> bool {
    header_words().concepts(word).any(among)
}

fn kinds_of(words: &[String]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = words.iter().map(|word| Kind::of(word)).collect();
    let at = |word: &str| words.iter().position(|other| other == word);
    // A soft bounce passes; `cleaned` is a bounce only beside another refusal: “unsubscribed and cleaned”.
    for (at, word) in words.iter().enumerate().skip(1) {
        let after = words[at - 1].as_str();
        if after == "soft" && word.starts_with("bounce") {
            kinds[at] = Kind::Other;
        }
        if word == "cleaned" && kinds[at - 1] == Kind::And && kinds[..at].iter().any(|kind| kind.refuses()) {
            kinds[at] = Kind::Refuses(Bounced);
        }
        // What HubSpot calls a non-marketing contact refused nothing, nor did one without an address or a number.
        let lacks = || match kinds[at - 1] {
            Kind::Not => after == "non" && word == "marketing" || is_reach(word, REACH),
            Kind::Without => is_reach(word, REACH) || is_reach(word, &[Concept::Email]),
            _ => false,
        };
        if kinds[at] == Kind::Topic && lacks() {
            (kinds[at - 1], kinds[at]) = (Kind::Other, Kind::Other);
        } else if kinds[at - 1] == Kind::Not && is_reach(word, &[Concept::Email]) {
            kinds[at] = Kind::Subscriber;
        }
    }
    // `Raus` alone is where those are who were thrown out; beside others it says who was.
    if let Some(out) = words.iter().position(|word| among(OUT, word))
        && kinds.iter().enumerate().all(|(at, kind)| at == out || *kind == Kind::Neutral)
    {
        kinds[out] = Kind::Refuses(Withdrawn);
    }
    // What Mailchimp calls its list of bounces.
    if at("cleaned") == Some(0) && (at("export").is_some() || at("audience").is_some()) {
        kinds[0] = Kind::Refuses(Bounced);
    }
    if let Some(and) = at("and")
        && at("cleaned") == Some(0)
        && and == 1
    {
        kinds[0] = Kind::Refuses(Bounced);
    }
    let spam = at("spam").or(at("abuse")).or(at("junk"));
    let complaint = words.iter().position(|word| word.starts_with("complain") || word.starts_with("report"));
    if let (Some(_), Some(complaint)) = (spam, complaint) {
        kinds[complaint] = Kind::Refuses(Complained);
    }
    kinds
}

impl Kind {
    fn refuses(self) -> bool {
        matches!(self, Self::Refuses(_) | Self::Weakly(..))
    }

    /// Whether it has no part in what a name refuses.
    fn is_other(self) -> bool {
        matches!(self, Self::Other | Self::Unconfirmed | Self::Waiting)
    }

    fn of(word: &str) -> Self {
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            return Self::Neutral;
        }
        if let Some(status) = state_among(&STRONG, word) {
            return Self::Refuses(status);
        }
        if let Some(status) = state_among(&WEAK, word) {
            return Self::Weakly(status, status != Withdrawn);
        }
        let listed = [
            (REMOVED, Self::Removed),
            (CLEANED, Self::Cleaned),
            (WITHOUT, Self::Without),
            (NOT, Self::Not),
            (NO_MORE, Self::NoMore),
            (FORMER, Self::Former),
            (YET, Self::Yet),
            (UNCONFIRMED, Self::Unconfirmed),
            (WAITING, Self::Waiting),
            (POSITIVE, Self::Positive),
            (AND, Self::And),
            (HALVES, Self::Half),
            (INVALID, Self::Weakly(Bounced, true)),
            (NEUTRAL, Self::Neutral),
        ];
        if let Some((_, kind)) = listed.iter().find(|(words, _)| among(words, word)) {
            return *kind;
        }
        let concepts = header_words().concepts(word);
        match () {
            () if concepts.has(Concept::Subscribe) => Self::Subscriber,
            () if concepts.has(Concept::Customer) => Self::Customer,
            // `nicht kontaktiert` and `not contacted` say that nobody wrote yet.
            () if concepts.has(Concept::Sent) || word == "kontaktiert" => Self::Other,
            () if concepts.any(&[
                Concept::Newsletter,
                Concept::Marketing,
                Concept::Consent,
                Concept::Contact,
                Concept::Sending,
                Concept::Email,
                Concept::Sms,
                Concept::Phone,
                Concept::Post,
                Concept::Messenger,
            ]) =>
            {
                Self::Topic
            }
            () => Self::Other,
        }
    }
}

/// The words of a name, folded, with phrases such as “do not contact” in one.
fn words_of(name: &str) -> Vec<String> {
    let divided = name.replace(['&', '+', ','], " and ");
    let mut folded = format!(" {} ", Header::read(&divided).words.join(" "));
    for (phrase, word) in PHRASES.iter().copied().chain(BLACK_LISTS.map(|list| (list, "blacklist"))) {
        if let Some(at) = folded.find(phrase)
            && folded[..at].ends_with(' ')
            && folded[at + phrase.len()..].starts_with(' ')
        {
            folded.replace_range(at..at + phrase.len(), word);
        }
    }
    folded.split_ascii_whitespace().map(str::to_owned).collect()
}

/// The dead and those who asked to be erased are written to by nothing.
const OF_PEOPLE: &str = "kontaktsperr* kontaktverbot* donotcontact* verstorben* deceased decede* fallecid* decedut* overleden* \
    falecid* avliden avlidna avlidne afdod afdode avdod avdode kuolleet kuollut edesmenneet zmarli zmarly zmarla difunto* defunti \
    erasure erasures loschantrag* loeschantrag* loschgesuch* loschbegehren slettekrav raderingsbegar* verwijderverzoek*";

/// Whether a name refuses contact as such, by whatever channel.
pub(super) fn is_of_all_channels(name: &str) -> bool {
    const STEMS: [&str; 8] = ["contact", "contatt", "kontakt", "contat", "benader", "yhtey", "disturb", "reach"];
    let folded = format!(" {} ", Header::read(name).words.join(" "));
    let phrases =
        PHRASES.iter().filter(|(phrase, word)| *word == "dnc" && STEMS.iter().any(|stem| phrase.contains(stem)));
    phrases.into_iter().any(|(phrase, _)| folded.contains(&format!(" {phrase} ")))
        || folded.split_ascii_whitespace().any(|word| among(OF_PEOPLE, word))
}

/// What stands above a table, if it refuses or explains signs: the line, shortened.
pub(crate) fn title_that_refuses<'r>(lines: impl Iterator<Item = &'r [String]>) -> Option<String> {
    lines.into_iter().find_map(|cells| {
        let filled: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        let title = filled.join(" ");
        let fits = (1..=3).contains(&filled.len()) && title.chars().count() <= 200 && !title.contains('@');
        let tells = |title: &str| refusal_in_name(title).is_some() || explains_signs(title);
        (fits && tells(&title)).then(|| title.chars().take(160).collect())
    })
}

#[cfg(test)]
#[path = "table_name_tests.rs"]
mod tests;
