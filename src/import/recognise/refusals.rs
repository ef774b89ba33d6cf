//! Headers that refuse, and headers that say no to something nobody can place.

use super::compose::{optin_field, part};
use super::header::Header;
use super::idea::{Answered, By, Idea};
use super::parts::{Parts, purpose_of};
use crate::import::Polarity;
use crate::import::header_words::{Concept, header_words};
use crate::vocabulary::{Category, Channel, Field};

/// Words for taking a mark out: `uncheck to opt out`.
const TAKEN_OUT: [&str; 15] = [
    "uncheck",
    "untick",
    "deselect",
    "unselect",
    "abwahlen",
    "decocher",
    "decochez",
    "desmarcar",
    "desmarque",
    "deselezionare",
    "uitvinken",
    "avmarkera",
    "bocka",
    "odznaczyc",
    "odznacz",
];

/// Words that deny the one behind them, in twelve languages, folded; none that is an answer of its own in its language.
const DENYING: &str = "no|not|non|never|without|isnt|wasnt|hasnt|havent|arent|didnt|kein|keine|keinen|keiner|nicht|nie|ohne|\
    pas|aucun|aucune|sans|jamais|sin|ningun|ninguna|nunca|nessun|nessuna|senza|mai|geen|niet|zonder|nooit|nao|sem|nenhum|\
    nenhuma|ingen|inga|inget|inte|ej|icke|utan|aldrig|ikke|uden|aldri|uten|ei|ilman|brak|bez|nigdy";
/// What may stand between the two.
const BETWEEN: &str = "a|an|any|the|been|be|has|have|yet|der|die|das|den|auf|in|im|on|noch|d|de|des|du|l|la|le|les|un|una|une|\
    encore|el|en|ha|ha|dado|dada|estado|della|dello|stato|stata|nog|een|op|na|foi|nagon|annu|nogen|noget|er|ole|zadnego";

/// Whether a header denies a refusal: `Kein Widerspruch`, `Not opted out`.
fn denies_a_refusal(header: &Header) -> bool {
    use Concept::{Block, Negation, Unsubscribe};
    let is = |list: &str, word: &str| list.split('|').any(|one| one.trim() == word);
    let words = header_words();
    // What a separator sets apart is said of something else: `No, unsubscribed`.
    if header.written.contains([',', ';', '/', '|', ':', '(', '+', '&']) || header.written.contains(" - ") {
        return false;
    }
    header.words.iter().enumerate().filter(|(_, word)| is(DENYING, word)).any(|(at, _)| {
        let behind = header.words[at + 1..].iter().find(|word| !is(BETWEEN, word));
        behind.is_some_and(|word| {
            let found = words.word(word).concepts;
            found.has(Unsubscribe) || found.has(Block) && !found.has(Negation)
        })
    })
}

/// Whether a header says of an address that it is not the first: `Non primary e-mails`.
fn is_second(header: &Header) -> bool {
    let is = |list: &str, word: &str| list.split('|').any(|one| one.trim() == word);
    let first =
        |word: &String| ["primar", "principa", "hoofd", "ensisij", "glown"].iter().any(|one| word.starts_with(one));
    header.words.windows(2).any(|pair| is(DENYING, &pair[0]) && first(&pair[1]))
}

/// A refusal of being written to or called.
pub(super) fn refusal(header: &Header, parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    let negated = found.any(&[Negation, Block]);
    let of_advertising =
        parts.channel.is_some() || found.any(&[Consent, Assent, Newsletter, Marketing, Subscribe, Contact, All]);
    let blocked_alone = found.has(Block) && parts.others.is_empty();
    // Who asks to be deleted asks for no more mail.
    let deletion = found.has(Erase) && !parts.date && found.any(&[Consent, Legal, Marketing, Newsletter]);
    if !(found.has(Unsubscribe) || blocked_alone || deletion || (negated && of_advertising)) {
        return None;
    }
    if found.has(Purchase) || found.has(Birth) || is_second(header) {
        return None;
    }
    if denies_a_refusal(header) {
        if parts.date || found.any(&[Reason, Ip, Source, Form, Url, Method, Text, Version, Count, Id]) {
            return Some(Idea::nothing(Category::Consent, 0.6, "the header speaks of a refusal that was not made"));
        }
        // No objection is no consent. A no under it is a refusal.
        let mut idea = part(optin_field(parts.channel), 0.5).with_channel(parts.channel);
        idea.why.push_str("; it says that nobody refused, which is no consent");
        return Some(idea.pointing(Polarity::YesOrRefused).of_every_channel(of_every_channel(parts)).asked());
    }
    if header.words.iter().any(|word| TAKEN_OUT.contains(&word.as_str())) {
        // A mark that is taken out to refuse: what stands is no refusal, and nobody's yes before it is asked about.
        let idea = part(optin_field(parts.channel), 0.5).with_channel(parts.channel);
        return Some(idea.pointing(Polarity::YesOrUnknown).asked());
    }
    if found.has(Reason) {
        return Some(part(Field::UnsubscribeReason, 0.85));
    }
    if found.any(&[Ip, Source, Form, Url, Method, Text, Version, Count, Id]) {
        return Some(Idea::nothing(Category::Consent, 0.6, "the header speaks of how a refusal was made"));
    }
    if found.has(Fax) && parts.channel.is_none() {
        return Some(Idea::nothing(Category::Consent, 0.8, "a refusal of fax; Bonafide judges no fax"));
    }
    let every = of_every_channel(parts);
    if parts.date {
        return Some(part(Field::UnsubscribedAt, 0.85).with_channel(parts.channel).of_every_channel(every));
    }
    let field = refusal_field(parts.channel);
    // A purpose would narrow the refusal: only one set apart by a colon is taken.
    let purpose = if parts.colon { purpose_of(parts) } else { None };
    let idea = part(field, 0.8).with_channel(parts.channel).with_purpose(purpose).of_every_channel(every);
    let idea = idea.pointing(Polarity::RefusedOrUnknown);
    // Who wants no profiling may want letters all the same: that is asked, and until then they get none.
    let of_another = found.has(Elsewhere) && parts.channel.is_none() && !found.any(&[Newsletter, Marketing, All]);
    Some(if of_another { idea.asked() } else { idea })
}

/// The field of a refusal of a channel. Messages of apps have none of their own: a state with its channel.
pub(crate) fn refusal_field(channel: Option<Channel>) -> Field {
    match channel {
        None | Some(Channel::Email) => Field::DoNotEmail,
        Some(Channel::Sms) => Field::DoNotSms,
        Some(Channel::PhoneLive | Channel::PhoneAuto) => Field::DoNotCall,
        Some(Channel::Post) => Field::DoNotPost,
        Some(Channel::Push | Channel::Messenger) => Field::Status,
    }
}

/// Whether a refusal is of every channel: it names none, and no list that is left.
pub(super) fn of_every_channel(parts: &Parts<'_>) -> bool {
    use Concept::*;
    let found = parts.found;
    if parts.channel.is_some() || found.any(&[Fax, Newsletter]) {
        return false;
    }
    let of_advertising = found.any(&[Consent, Assent, Marketing, Contact, All, Legal]);
    let leaves = found.any(&[Leave, Subscribe]) && !found.any(&[All, Consent, Marketing]);
    !leaves && (found.any(&[Block, Unsubscribe]) || found.any(&[Negation, Erase]) && of_advertising)
}

/// Lets refusals that name no channel and no newsletter reach every channel, where consents are for more than e-mail.
pub(super) fn reach_every_consent(ideas: &mut [Idea], headers: &[Header]) {
    use Concept::{Email, Newsletter};
    let elsewhere = |idea: &Idea| {
        matches!(idea.field, Some(Field::OptinSms | Field::OptinPhone | Field::OptinPost))
            || idea.grants() && idea.channel.is_some_and(|channel| channel != Channel::Email)
    };
    if !ideas.iter().any(elsewhere) {
        return;
    }
    let names_one = |header: &Header| {
        header.words.iter().any(|word| header_words().concepts(word).any(&[Email, Newsletter, Concept::Fax]))
    };
    for (idea, header) in ideas.iter_mut().zip(headers) {
        if idea.refuses() && idea.by != By::System && idea.channel.is_none() && !names_one(header) {
            idea.every_channel = true;
        }
    }
}

/// Words that refuse by themselves over marks.
const BARE: [&str; 18] = [
    "stop",
    "no",
    "nein",
    "nej",
    "nei",
    "nee",
    "non",
    "nie",
    "ei",
    "nao",
    "never",
    "raus",
    "delete",
    "erased",
    "streichen",
    "verwijderen",
    "stryk",
    "supprimer",
];
/// Words that forbid or ask for something not to be done, each a word or two that follow one another, folded.
const FORBIDDING: &str = "do not|dont|donot|does not|doesnt|never|please no|please not|not wish|not want|not like|\
    nicht mehr|bitte nicht|bitte kein*|mochte nicht|will nicht|will kein*|mochte kein*|wunscht kein*|wunscht nicht|\
    ne pas|ne plus|ne souhait*|ne veu*|ne desir*|veut pas|souhaite pas|veut plus|souhaite plus|\
    no desea|no quier*|no dese*|non vuol*|non desider*|non intend*|non voglio|nao quer*|nao desej*|nao pretend*|\
    niet meer|wil niet|wil geen|wenst niet|wenst geen|wens geen|graag niet|graag geen|\
    vill inte|vill ej|onskar inte|onskar ej|far ej|far inte|onskar inga|vill inga|\
    onsker ikke|vil ikke|ma ikke|skal ikke|onsker ingen|vil ingen|ei saa|ei halua*|ala|alkaa|\
    nie chc*|nie zycz*|prosze nie|nie wolno|exclud*|exclur*|excluir|esclud*|ausschliessen|uteslut*|stop|stoppa|stopp";
/// How verbs end where they are not inflected, behind a no.
const INFINITIVES: [(&str, &[&str]); 6] = [
    ("no", &["ar", "er", "ir", "arle", "arlo", "arla"]),
    ("non", &["are", "ere", "ire", "arsi", "arlo", "arla"]),
    ("nao", &["ar", "er", "ir"]),
    ("nicht", &["en", "ern", "eln"]),
    ("niet", &["en"]),
    ("nie", &["ac", "ic", "yc"]),
];

/// A header that says no, to something nobody can place.
pub(super) fn negated(header: &Header, parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    if !found.any(&[Negation, Block, Erase]) || parts.date || found.any(&[Purchase, Birth, Elsewhere, Terms, Person]) {
        return None;
    }
    let words = &header.words;
    let said = || words.iter().filter(|word| word.len() > 1);
    let bare = said().count() == 1 && said().all(|word| BARE.contains(&word.as_str()));
    let answered = match () {
        () if bare => Answered::RefusesByMark,
        () if forbids(words) => Answered::Refuses,
        () if names_what(header, parts) => Answered::MayRefuseByName,
        () => Answered::MayRefuse,
    };
    let idea = Idea::unknown("the header says no, and nobody can place to what");
    Some(idea.with_channel(parts.channel).answered(answered).of_every_channel(parts.channel.is_none()))
}

/// A refusal with a word for by whom, or from what: `Abgemeldet von`, `Blocked by`. Whoever it was, what is filled was
/// refused.
pub(super) fn by_whom(parts: &Parts<'_>) -> Option<Idea> {
    use Concept::*;
    let found = parts.found;
    let refuses = found.any(&[Unsubscribe, Block]) && parts.by_somebody && !parts.date;
    if !refuses || found.any(&[Person, Purchase, Birth, Terms, Elsewhere, Fax, Count, Id]) {
        return None;
    }
    let idea = part(refusal_field(parts.channel), 0.5).with_channel(parts.channel);
    Some(idea.of_every_channel(of_every_channel(parts)).pointing(Polarity::RefusedOrUnknown).asked())
}

/// Beginnings of words that refuse something, of those that say no; others only tell what is not.
const REFUSING: &str = "refus|exclu|esclu|uteslut|ausgeschl|ausschl|verweiger|abgelehnt|ablehn|rifiut|declin|denied|avboj|\
    weiger|geweiger|nekt|nekad|afvis|avvist|denegad|odmow|odmaw|hylat|rechaz|recus|rejeit|reject|abgewahlt|deselected|\
    frasag|vagra|wyklucz|poissulj|udeluk|uteluk|utelat|uitgesloten|uitsluit";
/// Of these, what is none of refusing.
const EXCLUSIVE: &str = "exclusiv|exklusiv|esclusiv";
/// What stands beside the block that is a building.
const OF_BUILDINGS: &str = "apartment|apt|flat|building|floor|street|house|tower|unit|lot|room|edificio|piso|portal|escalera|\
    puerta|wohnung|haus|gebaude|etage|immeuble|batiment|appartement|palazzo|interno|scala|piano|gebouw|verdieping|predio|\
    andar|byggnad|vaning|bygning|etasje|talo|kerros|budynek|pietro|plot|wing";

/// Whether a header has a word for refusing, and below it may stand what is refused: `Group blacklist`, `Excluded from`.
fn names_what(header: &Header, parts: &Parts<'_>) -> bool {
    use Concept::*;
    let found = parts.found;
    let is = |list: &str, word: &String| list.split('|').any(|stem| word.starts_with(stem.trim()));
    let is_whole = |list: &str, word: &String| list.split('|').any(|one| one.trim() == word);
    let refuses = found.any(&[Block, Unsubscribe]) || header.words.iter().any(|word| is(REFUSING, word));
    let harmless = found.any(&[Reason, Count, Score, Id, Number, Address, Country, Url, Text, Version, Fax, Ip]);
    refuses && !harmless && !header.words.iter().any(|word| is(EXCLUSIVE, word) || is_whole(OF_BUILDINGS, word))
}

/// Whether a header forbids something, or says that it is not wished for.
fn forbids(words: &[String]) -> bool {
    let is = |word: &String, part: &str| match part.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == part,
    };
    let phrase = |phrase: &str| {
        let mut parts = phrase.trim().split(' ');
        match (parts.next(), parts.next()) {
            (Some(first), Some(second)) => words.windows(2).any(|pair| is(&pair[0], first) && is(&pair[1], second)),
            (Some(only), None) => words.len() > 1 && words.iter().any(|word| is(word, only)),
            _ => false,
        }
    };
    let infinitive = |(no, endings): &(&str, &[&str])| {
        let at = words.iter().position(|word| word == no);
        let verb = at.and_then(|at| words.get(at + 1..)).and_then(<[String]>::last);
        verb.is_some_and(|verb| verb.len() > 4 && endings.iter().any(|ending| verb.ends_with(ending)))
    };
    FORBIDDING.split('|').any(phrase) || INFINITIVES.iter().any(infinitive)
}
