//! Refusals in cells whose column promised something else: `Do Not Call|Do Not Mail`, “List Unsubscribe” as a source,
//! “customer, deceased” among types.
//!
//! Only firm phrases count, one part of a cell is enough, and a bare no is none. Never a consent.

use std::cell::RefCell;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::remark::{self, Refused};
use super::told::{self, Told};
use super::{composed, is_address, is_soft_bounce, only, plain_no, yes_no};
use crate::normalise::fold::{fold, fold_onto};
use crate::normalise::memo::Memo;
use crate::vocabulary::ConsentStatus::{self, Bounced, Complained, Suppressed, Withdrawn};

/// What a cell refuses that stands where nobody asked for refusals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InParts {
    /// What it says in phrases of refusal.
    pub refused: Refused,
    /// The state it names, where that is a refusal.
    pub state: Option<ConsentStatus>,
    /// Whether somebody died: nobody is to be written to, by whatever.
    pub died: bool,
}

/// Beginnings of states, folded, that are refusals under any header; a full stop at the end: a whole word.
const STATES: &[(ConsentStatus, &str)] = &[
    (Withdrawn, "unsub|opted out|opt out|optedout|optout|abmeldung|abmelde|abgemeldet|abbestellt|austragung|desabonn"),
    (Withdrawn, "desinscri|desuscri|dado de baja|dada de baja|disiscri|uitgeschreven|uitschrijv|afgemeld|afmeld"),
    (Withdrawn, "descadastr|avregistr|avanmal|avprenumer|frameld|avmeldt|avmelding|wypisan|wypisal"),
    (Suppressed, "suppression list|suppressed.|blacklist|blocklist|black list|block list|sperrliste|werbesperre"),
    (Suppressed, "kontaktsperre|liste noire|lista negra|lista nera|zwarte lijst|svarta listan|sortlist|svartelist"),
    (Suppressed, "mustalla listalla|estolista|czarna lista|czarnej liscie|do not contact|do not market|do not promote"),
    (
        Suppressed,
        "do not solicit|no solicitation|no soliciting|not to be solicit|ne pas solliciter|robinsonlist|lista robinson",
    ),
    (
        Bounced,
        "hard bounc|hardbounc|bounced.|bounced hard|bounce hard|permanent bounc|gebounct|gebounced|rebond definitif",
    ),
    (
        Bounced,
        "rebond dur|rebote duro|rebote permanente|rebote definitivo|rebotado|rebotada|rimbalzo permanente|rimbalzat",
    ),
    (Bounced, "rimbalzo definitivo|harde bounce|rejeicao permanente|devolucao permanente|hard studs|permanent studs"),
    (Bounced, "studsad.|studsat.|pysyva palautus|kova palautus|twarde odbicie|twardo odbi|trwale odbi"),
    (Complained, "spam complain|spam report|spamcomplain|spamreport|marked as spam|marked spam|reported as spam"),
    (Complained, "reported spam|flagged as spam|abuse complain|abuse report|isp complain|fbl complain|spam beschwerde"),
    (
        Complained,
        "spambeschwerde|als spam gemeldet|als spam markiert|spammeldung|spam meldung|plainte spam|plainte pour spam",
    ),
    (Complained, "signale comme spam|signalement spam|signalement comme spam|queja de spam|queja spam|queja por spam"),
    (Complained, "denuncia de spam|denunciado como spam|marcado como spam|segnalazione spam|segnalazione di spam"),
    (
        Complained,
        "segnalato come spam|segnalato spam|reclamo spam|reclamo per spam|spamklacht|spam klacht|als spam gemeld",
    ),
    (Complained, "gemeld als spam|reclamacao de spam|marcou como spam|spamanmal|spamklagomal|anmald som spam"),
    (Complained, "markerad som spam|spamklage|markeret som spam|anmeldt som spam|merket som spam|rapportert som spam"),
    (Complained, "roskapostivalitus|roskapostiilmoitus|merkitty roskapostiksi|ilmoitettu roskapostiksi|skarga na spam"),
    (Complained, "skarga spam|zgloszono jako spam|zgloszony jako spam|oznaczono jako spam|oznaczony jako spam"),
];

/// Whole parts that say that somebody died, folded, but for a date behind them.
const DEAD: &str = "deceased|is deceased|passed away|has died|died|client deceased|contact deceased|customer deceased|\
    donor deceased|member deceased|patient deceased|person deceased|verstorben|ist verstorben|gestorben|kunde verstorben|\
    decede|decedee|est decede|est decedee|client decede|fallecido|fallecida|ha fallecido|fallecio|deceduto|deceduta|\
    e deceduto|e deceduta|defunto|defunta|overleden|is overleden|falecido|falecida|faleceu|avliden|har avlidit|avled|dod.|\
    afdod|er afdod|er dod|avdod|er avdod|kuollut|on kuollut|edesmennyt|menehtynyt|zmarly|zmarla|zmarl|nie zyje";

/// Words beside a state that make it the name of a thing.
const INNOCENT: &str = "rate|rates|filter|filters|folder|policy|template|templates|quote|software|plugin|tester|anti|\
    protection|schutz|ordner|vorlage|modele|plantilla|modello";

/// What a row is about where people stop other things than mail: kin of a person, folded, as beginnings of words.
const KIN: &str = "father|mother|spouse|husband|wife|parent|partner|child|children|kin|sibling|brother|sister|vater|mutter|\
    eltern|ehe|kind|bruder|schwester|pere|mere|conjoint|epoux|epouse|mari|enfant|padre|madre|conyuge|esposo|esposa|hijo|\
    coniuge|marito|moglie|figlio|genitor|vader|moeder|echtgeno|ouder|pai|mae|conjuge|filho|far|mor|maka|make|barn|foralder|\
    foraeld|aegtefael|ektefelle|isa|aiti|puoliso|lapsi|ojciec|matka|malzon|dziecko|rodzic";

/// Headers of messages that came in and of what people ask for, folded.
const REQUESTS: &str = "subject|request|requests|message|messages|text|texts|body|reply|replies|response|responses|keyword|command|\
    feedback|betreff|anfrage|anliegen|wunsch|nachricht|antwort|antworten|stichwort|objet|demande|demandes|texte|reponse|sujet|\
    asunto|solicitud|peticion|mensaje|respuesta|texto|oggetto|richiesta|richieste|messaggio|risposta|testo|onderwerp|verzoek|\
    bericht|antwoord|tekst|assunto|pedido|pedidos|mensagem|resposta|amne|begaran|onskemal|meddelande|svar|emne|anmodning|\
    besked|foresporsel|melding|henvendelse|aihe|pyynto|viesti|vastaus|teksti|temat|prosba|wiadomosc|odpowiedz|tresc";

/// Beside an address: it is one no more.
const NO_MORE: &str = "nicht mehr|no more|no longer|not any more|not anymore|ne plus|ya no|non piu|niet meer|nao mais|ja nao|\
    inte langre|ej langre|ikke mere|ikke langere|ikke lenger|ei enaa|juz nie|raus|weg";

/// Before or behind a name: the person is not to be written to.
const NOT_TO_USE: &str = "do not use|do not contact|nicht verwenden|nicht benutzen|ne pas utiliser|ne plus utiliser|no usar|\
    no utilizar|non usare|non utilizzare|niet gebruiken|nao usar|nao utilizar|anvand inte|anvand ej|brug ikke|bruk ikke|\
    ala kayta|nie uzywac|nie uzywaj";

static MATCHER: LazyLock<(AhoCorasick, Vec<ConsentStatus>)> = LazyLock::new(|| {
    let states = STATES.iter().flat_map(|(status, words)| words.split('|').map(move |word| (*status, word)));
    let (states, words): (Vec<_>, Vec<_>) =
        states.map(|(status, word)| (status, format!(" {}", word.replace('.', " ")))).unzip();
    (AhoCorasick::new(words).expect("some hundred short phrases fit"), states)
});

/// Whatever may refuse: most cells hold none of it, and are done with.
static ANY: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let states = STATES.iter().flat_map(|(_, words)| words.split('|'));
    let told = told::words_that_tell().chain(plain_no::words_of_topics());
    let all = states.chain(remark::phrases_that_refuse()).chain(DEAD.split('|')).chain(told).map(str::to_owned);
    let all = all.chain(composed::words_that_compose());
    AhoCorasick::new(all.map(|word| format!(" {}", word.replace('.', " ")))).expect("some hundred short phrases fit")
});

/// As [`ANY`], with the words that refuse only where people write what they know of people.
static ANY_IN_NOTES: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let states = STATES.iter().flat_map(|(_, words)| words.split('|'));
    let told = told::words_that_tell().chain(told::words_of_returns()).chain(plain_no::words_of_topics());
    let requests = plain_no::words_of_requests().chain(remark::whole_remarks());
    let all = states.chain(remark::phrases_that_refuse()).chain(DEAD.split('|')).chain(told).chain(requests);
    let all = all.map(str::to_owned).chain(composed::words_that_compose_in_notes()).chain(only::words_of_only());
    AhoCorasick::new(all.map(|word| format!(" {}", word.replace('.', " ")))).expect("some hundred short phrases fit")
});

/// The marks between the parts of a cell.
const MARKS: [char; 7] = ['|', ';', ',', '/', '\n', '\r', '\t'];

/// What a cell refuses in one of its parts; `None` if nothing.
pub fn refusal_in_parts(text: &str) -> Option<InParts> {
    thread_local! {
        static SEEN: RefCell<Memo<Option<InParts>>> = RefCell::new(Memo::new());
        static FOLDED: RefCell<String> = const { RefCell::new(String::new()) };
    }
    const SHORTEST: usize = 3;
    let has_letters = text.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
    if text.len() < SHORTEST || !has_letters {
        return None;
    }
    Memo::recall(&SEEN, text, |text| {
        let promising = FOLDED.with_borrow_mut(|folded| {
            folded.clear();
            folded.push(' ');
            fold_onto(folded, super::apart(text).as_deref().unwrap_or(text));
            folded.push(' ');
            ANY.is_match(folded.as_str())
        });
        (promising || told::has_cross(text)).then(|| understand(text)).flatten()
    })
}

/// What a cell refuses in which people write what they know of people, or what people ask for: single words refuse there
/// as well, and so does what is told in a sentence.
pub fn refusal_in_note(text: &str) -> Option<InParts> {
    let taken_apart = super::apart(text);
    let may_refuse = |text: &str| ANY_IN_NOTES.is_match(padded(text).as_str());
    if !told::has_cross(text) && !may_refuse(text) && !taken_apart.as_deref().is_some_and(may_refuse) {
        return None;
    }
    let mut found = refusal_in_parts(text).unwrap_or_default();
    if let Some(refused) = remark::refusal_in_remark(text) {
        if refused.list || refused.everything {
            found.state = found.state.filter(|state| matches!(state, Complained | Bounced));
        }
        found.refused = found.refused.with(refused);
    }
    let Told { died, bounced } = told::told(text, true);
    found.died |= died;
    found.state = found.state.or(bounced.then_some(Bounced));
    (found != InParts::default()).then_some(found)
}

/// Whether a header speaks of orders, courses, events: what is refused there may be these.
pub fn is_of_another_matter(header: &str) -> bool {
    remark::speaks_of_matter(&padded(super::apart(header).as_deref().unwrap_or(header)))
}

/// Whether a header speaks of messages that came in, or of what people ask for.
pub fn is_of_requests(header: &str) -> bool {
    let folded = fold(super::apart(header).as_deref().unwrap_or(header));
    folded.split(' ').any(|word| REQUESTS.split('|').any(|one| one == word))
}

/// What a text before or behind an address refuses: “DO NOT USE ada@example.org”, “nicht mehr: ada@example.org”.
pub fn refusal_beside_address(text: &str) -> Option<InParts> {
    let plain: Vec<&str> = text.split_whitespace().filter(|word| !is_link(word)).collect();
    let rest = plain.join(" ");
    let mut found = refusal_in_note(&rest).unwrap_or_default();
    let said = rest.trim_matches(|c: char| !c.is_alphanumeric());
    if NO_MORE.split('|').any(|words| words == fold(said)) {
        found.refused.list = true;
    }
    // What is said beside an address is said of it.
    if !ANY_IN_NOTES.is_match(padded(&rest).as_str()) {
        return (found != InParts::default()).then_some(found);
    }
    let Told { bounced, .. } = told::told(&format!("mail {rest}"), true);
    found.state = found.state.or(bounced.then_some(Bounced));
    (found != InParts::default()).then_some(found)
}

/// What is written before or behind the name of a person refuses: “REMOVED - Bo Carr”, “Bo Carr (deceased)”, “Bo Carr †”.
pub fn refusal_beside_name(text: &str) -> Option<InParts> {
    const MARKED: [char; 8] = ['(', '[', '{', '*', ':', '/', '|', '='];
    let spaces = memchr::memchr_iter(b' ', text.as_bytes()).count();
    let is_marked = text.contains(MARKED) || told::has_cross(text);
    if spaces < 2 && !is_marked {
        return None;
    }
    // What stands before a comma is a family name.
    let plain = text.replace(',', " ");
    let text = plain.as_str();
    let mut found = refusal_in_parts(text).unwrap_or_default();
    let ends = |c: char| MARKED.contains(&c) || matches!(c, ')' | ']' | '}' | '–' | '—');
    let dashed = text.contains(" - ");
    if is_marked || dashed || text.contains(['–', '—']) {
        for aside in text.split(ends).flat_map(|part| part.split(" - ")).filter(|aside| aside.len() < text.len()) {
            if let Some(said) = refusal_in_note(aside) {
                found.refused = found.refused.with(said.refused);
                found.state = found.state.or(said.state);
                found.died |= said.died;
            }
        }
    }
    let folded = fold(text);
    found.refused.list |= NOT_TO_USE.split('|').any(|words| folded.ends_with(words) || folded.starts_with(words));
    (found != InParts::default()).then_some(found)
}

/// Whether a header speaks of somebody's kin.
pub fn is_of_kin(header: &str) -> bool {
    names_kin(&fold(super::apart(header).as_deref().unwrap_or(header)))
}

/// Whether a folded text names somebody's kin.
pub(super) fn names_kin(folded: &str) -> bool {
    folded
        .split(' ')
        .any(|word| KIN.split('|').any(|kin| if kin.len() < 5 { word == kin } else { word.starts_with(kin) }))
}

fn padded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 2);
    folded.push(' ');
    fold_onto(&mut folded, text);
    folded.push(' ');
    folded
}

fn understand(text: &str) -> Option<InParts> {
    /// Longer cells are prose, of which only the phrases count.
    const LONGEST: usize = 240;
    // What a program wrote for programs, and links.
    if text.starts_with(['{', '<']) || text.starts_with("[{") || is_link(text) {
        return None;
    }
    let plain;
    let text = if text.contains(['@', '.']) {
        plain = text.split(' ').filter(|word| !is_link(word)).collect::<Vec<_>>().join(" ");
        &plain
    } else {
        text
    };
    let codes = || text.split(MARKS).filter_map(plain_no::refusal_in_code);
    let code = codes().fold(Refused::default(), Refused::with);
    let kept: Vec<&str> =
        text.split(MARKS).map(str::trim).filter(|part| !part.is_empty() && !is_denied(part)).collect();
    let refused = remark::firm_refusal(&kept.join("|")).unwrap_or_default().with(code);
    let folded: Vec<String> = kept.iter().map(|part| padded(super::apart(part).as_deref().unwrap_or(part))).collect();
    let is_short = text.len() <= LONGEST && folded.iter().all(|part| part.split(' ').count() <= 8);
    let mut found = InParts { refused, ..InParts::default() };
    if is_short {
        let states = kept.iter().zip(&folded).filter_map(|(part, folded)| state_of(part, folded));
        found.state = states.min_by_key(|status| status.strictness());
        let Told { died, bounced } = told::told(&kept.join("|"), false);
        found.died = died || folded.iter().any(|part| is_dead(part));
        found.state = found.state.or(bounced.then_some(Bounced));
    }
    (found != InParts::default()).then_some(found)
}

/// Whether a text is an address, with or without what stands before it in a link.
fn is_link(text: &str) -> bool {
    is_address(text) || (!text.contains(char::is_whitespace) && text.contains('/') && text.contains('.'))
}

/// Whether a part says no to what it names: `unsubscribed: no`, `do_not_email=0`.
fn is_denied(part: &str) -> bool {
    let Some((_, said)) = part.rsplit_once([':', '=']) else { return false };
    let said = said.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '}' | ']'));
    said.is_empty()
        || yes_no(said) == Some(false)
        || super::is_never_asked(said)
        || crate::normalise::cell::is_nothing(said)
}

/// The refusal that a short part names, which stands `folded` between spaces.
fn state_of(part: &str, folded: &str) -> Option<ConsentStatus> {
    let innocent = |word: &str| INNOCENT.split('|').any(|one| one == word);
    if part.contains(['?', '¿'])
        || is_address(part)
        || folded.split(' ').any(innocent)
        || remark::speaks_of_matter(folded)
    {
        return None;
    }
    let (matcher, states) = &*MATCHER;
    let passes = is_soft_bounce(part);
    matcher
        .find_overlapping_iter(folded)
        .filter(|found| remark::stands(&folded[..found.start()]))
        .map(|found| states[found.pattern()])
        .filter(|status| *status != Bounced || !passes)
        .min_by_key(|status| status.strictness())
}

/// Whether a part says that somebody died, and perhaps when.
fn is_dead(folded: &str) -> bool {
    let said = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ').trim_start();
    DEAD.split('|').any(|word| word.trim_end_matches('.') == said)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_part_of_a_cell_refuses_in_whatever_company_it_stands() {
        for (text, [everything, list, email, calls]) in [
            ("Do Not Call|Do Not Mail|Do Not Email", [false, false, true, true]),
            ("VIP; do not call", [false, false, false, true]),
            ("gold / do not email / 2019", [false, false, true, false]),
            ("Partner\nKeine Anrufe", [false, false, false, true]),
            ("Do Not Solicit", [true, false, false, false]),
            ("Kunde, bitte nicht mehr kontaktieren", [true, false, false, false]),
            ("client;ne plus solliciter", [true, false, false, false]),
            ("cliente|no contactar", [true, false, false, false]),
            ("socio/non contattare", [true, false, false, false]),
            ("klant, niet benaderen", [true, false, false, false]),
            ("cliente, não contactar", [true, false, false, false]),
            ("kund|kontakta ej", [true, false, false, false]),
            ("kunde;må ikke kontaktes", [true, false, false, false]),
            ("kunde, ingen henvendelser", [true, false, false, false]),
            ("asiakas, ei saa ottaa yhteyttä", [true, false, false, false]),
            ("klient|nie kontaktować", [true, false, false, false]),
            ("prefs: do_not_email: yes", [false, false, true, false]),
        ] {
            let found = refusal_in_parts(text).unwrap_or_default().refused;
            assert_eq!(
                [found.everything, found.list, found.email, found.calls],
                [everything, list, email, calls],
                "{text}"
            );
        }
    }

    #[test]
    fn why_somebody_is_on_a_list_is_a_state() {
        for (text, state) in [
            ("List Unsubscribe", Withdrawn),
            ("One-click unsubscribe", Withdrawn),
            ("ListUnsubscribe", Withdrawn),
            ("Abmeldelink", Withdrawn),
            ("lien de désinscription", Withdrawn),
            ("Spam Complaint", Complained),
            ("SPAM_REPORT", Complained),
            ("Spambeschwerde", Complained),
            ("signalé comme spam", Complained),
            ("queja de spam", Complained),
            ("segnalazione spam", Complained),
            ("als spam gemeld", Complained),
            ("marcou como spam", Complained),
            ("anmäld som spam", Complained),
            ("markeret som spam", Complained),
            ("merket som spam", Complained),
            ("merkitty roskapostiksi", Complained),
            ("oznaczono jako spam", Complained),
            ("Hard Bounce", Bounced),
            ("HardBounce", Bounced),
            ("rebote duro", Bounced),
            ("twarde odbicie", Bounced),
            ("on our blacklist", Suppressed),
            ("import; Suppression List 2023", Suppressed),
        ] {
            assert_eq!(refusal_in_parts(text).and_then(|found| found.state), Some(state), "{text}");
        }
    }

    #[test]
    fn the_dead_are_known_in_twelve_languages() {
        for text in [
            "Deceased",
            "Deceased 2021",
            "member, deceased",
            "verstorben",
            "Décédée",
            "fallecido",
            "deceduta",
            "overleden",
            "falecida",
            "avliden",
            "afdød",
            "avdød",
            "kuollut",
            "zmarły",
            "passed away",
        ] {
            assert!(refusal_in_parts(text).is_some_and(|found| found.died), "{text}");
        }
        for text in ["Deceased's estate office", "father deceased", "dead lead", "Dod Street"] {
            assert!(refusal_in_parts(text).is_none_or(|found| !found.died), "{text}");
        }
    }

    #[test]
    fn what_is_no_firm_refusal_is_none() {
        for text in [
            "No",
            "no, none",
            "inactive",
            "cancelled",
            "removed",
            "stop",
            "baja",
            "Prioridad baja, alta",
            "customer, subscribed",
            "not unsubscribed",
            "never unsubscribed",
            "unsubscribed?",
            "unsubscribed: no",
            "do_not_email=false;vip=true",
            "{\"unsubscribed\":false}",
            "https://example.org/unsubscribe",
            "example.org/unsubscribe/17",
            "unsubscribe@example.org",
            "unsubscribe rate",
            "soft bounce",
            "Soft Bounced, mailbox full",
            "anti spam",
            "You can unsubscribe here",
            "Robinson Crusoe",
            "Deutschland",
            "2024-03-14",
            "12",
        ] {
            assert_eq!(refusal_in_parts(text), None, "{text}");
        }
    }

    #[test]
    fn what_stands_beside_a_name_or_an_address_is_read_as_a_remark() {
        for text in [
            "REMOVED - Bo Carr",
            "Bo Carr (deceased)",
            "Bo Carr †",
            "† Bo Carr",
            "Bo Carr - abgemeldet",
            "Bo Carr (verstorben)",
            "Bo Carr (KEIN NEWSLETTER)",
            "ZZ Bo Carr do not use",
            "Carr Bo DCD",
            "Bo Carr [désinscrit]",
            "Bo Carr – no molestar",
            "NON USARE: Bo Carr",
            "Bo Carr (avliden 2023)",
            "Bo Carr / ei kiitos",
            "Bo Carr * nie kontaktować",
            "Bo Carr (overleden)",
        ] {
            assert!(refusal_beside_name(text).is_some(), "{text}");
        }
        for text in [
            "Bo Carr",
            "Anna Stop (Bonn)",
            "Bo van der Berg",
            "Maria do Carmo Baja",
            "Bo Carr (nicht abgemeldet)",
            "Bo Carr (privat)",
            "Tot, Anna Maria",
            "Dr. Bo - Anna Carr",
            "Ei Na Kim",
            "Jean-Pierre de la Mort",
            "Rip van Winkle",
            "Carr (father deceased)",
        ] {
            assert_eq!(refusal_beside_name(text), None, "{text}");
        }
        for text in [
            "DO NOT USE bo@example.org",
            "nicht mehr: bo@example.org",
            "bo@example.org (DO NOT EMAIL)",
            "bo@example.org ungültig",
            "bo@example.org ne plus utiliser",
            "ya no bo@example.org",
            "bo@example.org (overleden)",
            "bo@example.org - afmeldt",
            "bo@example.org † 2024",
            "bo@example.org studsar",
        ] {
            assert!(refusal_beside_address(text).is_some(), "{text}");
        }
        for text in ["bo@example.org (privat)", "Bo <bo@example.org>", "stop@example.org x", "neu: bo@example.org"] {
            assert_eq!(refusal_beside_address(text), None, "{text}");
        }
    }

    #[test]
    fn the_headers_of_messages_and_requests_are_known() {
        for header in
            ["Subject", "Last message", "Betreff", "Pedido", "Keyword", "Réponse", "Ärende / ämne", "replyText"]
        {
            assert!(is_of_requests(header), "{header}");
        }
        for header in ["Status", "Stage", "Priority", "Context", "Amount", "Produkt"] {
            assert!(!is_of_requests(header), "{header}");
        }
    }

    #[test]
    fn phrases_are_folded() {
        let states = STATES.iter().flat_map(|(_, words)| words.split('|'));
        for phrase in states
            .chain(DEAD.split('|'))
            .chain(KIN.split('|'))
            .chain([REQUESTS, NO_MORE, NOT_TO_USE].iter().flat_map(|words| words.split('|')))
        {
            assert_eq!(fold(phrase), phrase.trim_end_matches('.'), "{phrase}");
        }
        assert!(is_of_another_matter("Order status") && !is_of_another_matter("Communication Restrictions"));
        assert!(is_of_kin("Father status") && is_of_kin("spouseState") && !is_of_kin("Account Status"));
    }

    proptest! {
        #[test]
        fn no_text_makes_a_yes_or_a_panic(text in "\\PC{0,60}") {
            let state = refusal_in_parts(&text).and_then(|found| found.state);
            prop_assert!(state.is_none_or(ConsentStatus::is_refusal));
        }
    }
}
