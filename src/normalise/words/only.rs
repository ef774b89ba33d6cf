//! Another way and no other: “phone only”, “nur noch Post”, “uniquement par téléphone” leave no room for mail.
//!
//! “Only” is said of much. It refuses where a remark, or a clause of one, holds nothing but it and the way: “nur
//! Post-Adresse bekannt” tells what is missing, “phone only after five” is a time, “orders: phone only” another matter.

use super::refusal::is_one_of;
use super::remark::{Refused, speaks_of_matter};
use crate::normalise::fold::{fold, fold_onto};

/// Leave nothing else, folded.
const ONLY: &str = "only|solely|exclusively|nur|ausschliesslich|lediglich|bloss|uniquement|seulement|exclusivement|solo|solamente|\
    unicamente|exclusivamente|soltanto|esclusivamente|alleen|enkel|uitsluitend|so|somente|apenas|bara|endast|enbart|kun|\
    udelukkende|bare|utelukkende|vain|ainoastaan|pelkastaan|tylko|wylacznie|jedynie";

/// Calls and messages, folded.
const CALLS: &str = "phone|telephone|tel|telefon|call|calls|ring|sms|whatsapp|telegram|signal|fax|telefonisch|fernmundlich|anruf|anrufe|anrufen|\
    telephonique|appel|appels|appeler|telefono|telefonico|telefonicamente|llamada|llamadas|llamar|chiamata|chiamate|\
    chiamare|telefonare|telefonata|telefonate|telefonicas|telefoon|bellen|telefoontjes|telefone|telefonema|telefonemas|chamada|chamadas|\
    ligar|telefonar|ringa|ringas|samtal|telefonsamtal|telefonledes|opringning|opkald|ringe|ringes|ringer|telefonisk|telefonsamtale|\
    puhelin|puhelimitse|puhelimella|puhelu|puhelut|soitto|soittaa|soita|soittamalla|tekstiviesti|tekstiviestilla|tekstiviestit|\
    telefonu|telefonicznie|telefoniczny|telefoniczne|dzwonic|telefonem|smsem|smsy";

/// Letters, folded: who has nothing else is not called either.
const LETTERS: &str = "post|postal|letter|letters|paper|brief|briefe|briefen|brieflich|briefpost|postweg|postalisch|courrier|\
    courriers|lettre|lettres|postale|carta|cartas|lettera|lettere|cartacea|cartaceo|brieven|correio|brev|brevet|brevpost|brevledes|\
    posten|papper|papir|kirje|kirjeitse|kirjeella|kirjeet|kirjeena|posti|postitse|postilla|list|listy|listem|listownie|listami|\
    poczta|pocztowo";

/// What else may stand beside them, folded.
const BESIDE: &str = "by|per|via|par|por|op|med|pa|over|tramite|mit|le|la|il|lo|el|de|da|a|al|au|the|noch|still|bitte|please|pls|svp|\
    kontakt|kontakte|contact|contacts|contacted|contacting|kontaktieren|kontaktiert|contacter|contacte|contattare|contatto|contacto|\
    contactar|contato|contatar|contacteren|kontakta|kontaktas|kontaktes|kontaktet|yhteydenotto|yhteydenotot|yhteys|kontaktowac|wants|wishes|want|mochte|wunscht|will|veut|souhaite|quiere|\
    desea|vuole|desidera|wil|wenst|quer|deseja|vill|onskar|vil|onsker|haluaa|chce|prefers|bevorzugt|prefere|prefiere|preferisce|to|\
    be|being|and|und|et|y|e|en|och|og|ja|i|oder|or|ou|o|eller|lub|tai|him|her|them|me|ihn|sie|mich|from|now|on|od|teraz|ab|\
    jetzt|asks|for|bittet|um|demande|pide|chiede|vraagt|pede|ber|om|prosi|kontaktu|ota|ottakaa|yhteytta|reach|ansprechen|za|pomoca|droga|voie|correo|correspondence|\
    graag|liefst|gerne|tack|tak|takk|kiitos|dziekuje|merci|gracias|grazie|obrigado|danke|thanks|ok|haar|hem|reply|rings|gebeld|worden|werden|angerufen|nyt|jatkossa|framover|fortan|kunftig|desormais|nu|numa|att|at|af|av";

/// Parts of words of mail, folded, which then is not ruled out.
const MAIL: [&str; 8] = ["mail", "mejl", "meil", "epost", "sahkop", "newsl", "courriel", "elektron"];

/// Times, by which a call is limited and mail is not ruled out, folded.
const TIMES: &str = "after|before|between|until|morning|mornings|evening|evenings|afternoon|afternoons|weekend|weekends|weekdays|pm|\
    am|oclock|uhr|nach|vor|abends|morgens|vormittags|nachmittags|mittags|wochenende|apres|avant|soir|matin|heures|h|tarde|tardes|\
    manana|noche|sera|mattina|pomeriggio|dopo|prima|avond|avonds|ochtend|na|voor|efter|innan|kvall|kvallar|aften|etter|kveld|\
    jalkeen|iltaisin|aamuisin|wieczorem|rano|po";

/// What a whole remark refuses by leaving one other way; `None` if nothing.
pub(super) fn another_way(remark: &str) -> Option<Refused> {
    const LONGEST: usize = 120;
    if remark.len() > LONGEST || remark.contains(['?', '¿']) {
        return None;
    }
    let folded = format!(" {} ", fold(remark));
    let limited = folded.split_ascii_whitespace().any(|word| is_one_of(TIMES, word));
    if limited || speaks_of_matter(&folded) {
        return None;
    }
    let mut clauses = clauses(remark);
    clauses.find_map(|(clause, headed)| if headed { None } else { leaves_only(clause, |words| words == 0) })
}

/// What an answer refuses that names one other way and goes on as it likes: “only by post at Christmas”.
pub(super) fn another_way_in_answer(answer: &str) -> Option<Refused> {
    const MOST: usize = 4;
    leaves_only(answer, |words| words <= MOST)
}

/// The clauses of a remark, and whether each says of what stands before it what is so.
fn clauses(remark: &str) -> impl Iterator<Item = (&str, bool)> {
    let sentences = remark.split(". ").flat_map(|sentence| sentence.split(" - "));
    let clauses = sentences.flat_map(|part| part.split([',', ';', '!', '\n', '|', '–', '—', '…', ')']));
    clauses.map(|clause| match clause.rsplit_once([':', '(', '=']) {
        Some((head, said)) => (said, !is_about_contact(head)),
        None => (clause, false),
    })
}

/// Whether nothing stands before a colon, or what speaks of contact.
fn is_about_contact(head: &str) -> bool {
    fold(head).split_ascii_whitespace().all(|word| is_one_of(BESIDE, word))
}

/// What a clause refuses; `may_follow`: how many words that nobody knows.
fn leaves_only(clause: &str, may_follow: impl Fn(usize) -> bool) -> Option<Refused> {
    const MOST: usize = 12;
    let mut folded = String::with_capacity(clause.len());
    fold_onto(&mut folded, clause);
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    let (mut only, mut calls, mut letters) = (false, false, false);
    let mut unknown = 0;
    for word in words.iter().take(MOST + 1) {
        match *word {
            word if is_one_of(ONLY, word) => only = true,
            word if is_one_of(CALLS, word) => calls = true,
            "list" | "listy" if !words.iter().any(|word| is_one_of("tylko|wylacznie|jedynie", word)) => return None,
            "correo" if !words.contains(&"postal") => return None,
            word if is_one_of(LETTERS, word) => letters = true,
            word if is_one_of(BESIDE, word) => {}
            word if MAIL.iter().any(|mail| word.contains(mail)) => return None,
            _ if only && (calls || letters) => unknown += 1,
            _ => return None,
        }
    }
    // “So” is as much as “like this” where it is not Portuguese.
    let portuguese = |word: &&str| is_one_of("telefone|carta|cartas|correio|chamada|chamadas|por", word);
    let so = words.contains(&"so") && !clause.contains(['ó', 'Ó']) && !words.iter().any(portuguese);
    let holds = only && (calls || letters) && words.len() <= MOST && !so && may_follow(unknown);
    holds.then_some(Refused { email: true, calls: !calls, sms: !calls, ..Refused::default() })
}

/// The words without one of which nothing is said to be the only way.
pub(super) fn words_of_only() -> impl Iterator<Item = String> {
    // “So” and “bare” are everyday words: the way beside them is looked for instead.
    ONLY.split('|')
        .filter(|word| *word != "so")
        .chain(["telefone", "so por", "so carta", "so cartas", "so correio"])
        .map(|word| format!("{word}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_way_and_no_other_leaves_no_mail() {
        for remark in [
            "phone only",
            "only by phone",
            "Contact by letter only",
            "post only please",
            "rang in May - only calls from now on",
            "WhatsApp only",
            "nur noch Post",
            "bitte nur telefonisch",
            "ausschließlich per Brief",
            "bloß anrufen",
            "möchte nur noch Briefe",
            "uniquement par téléphone",
            "courrier seulement",
            "contact par courrier postal uniquement",
            "solo telefono",
            "solo per lettera",
            "soltanto via telefono",
            "solo WhatsApp",
            "solo por teléfono",
            "únicamente llamadas",
            "só telefone",
            "só por carta",
            "apenas por correio",
            "alleen bellen",
            "enkel per brief",
            "bara telefon",
            "endast brev",
            "kun brev",
            "kun telefonisk kontakt",
            "bare telefon",
            "kun post, takk",
            "vain puhelimitse",
            "ainoastaan kirjeitse",
            "tylko listownie",
            "wyłącznie telefonicznie",
            "tylko poczta",
            "contact: phone only",
            "calls only, no thanks to the rest",
        ] {
            assert!(another_way(remark).is_some_and(|said| said.email && !said.list), "{remark}");
        }
        assert!(another_way("nur Brief").is_some_and(|said| said.calls && said.sms));
        assert!(another_way("nur Telefon").is_some_and(|said| !said.calls && !said.sms));
    }

    #[test]
    fn only_is_said_of_much_else() {
        for remark in [
            "only email",
            "email only",
            "nur per E-Mail",
            "uniquement par mail",
            "solo email",
            "alleen e-mail",
            "bara mejl",
            "vain sähköpostitse",
            "nur Post-Adresse bekannt",
            "phone only after 5pm",
            "phone only, evenings",
            "solo telefono fisso",
            "nur Barzahlung",
            "telefonisch erreichbar ab 17 Uhr",
            "nur telefonisch erreichbar",
            "only phone number on file",
            "solo los martes",
            "bara på sommaren",
            "orders: phone only",
            "Bestellung nur telefonisch",
            "Lieferung (nur per Post)",
            "payment by post only",
            "only child",
            "only calls when it is urgent",
            "only by phone or email",
            "nur Anrufbeantworter",
            "seulement le samedi",
            "telefoon alleen thuis",
            "so telefon",
            "so phone him",
            "kun et kort brev",
            "just call",
            "tylko rano, telefon",
            "bare fødder",
            "vain käteinen",
            "enkel reis",
            "Solo, Hans",
            "solo phone recital on",
            "post",
            "phone",
            "nicht nur Post",
            "not only by phone",
            "only phone?",
            "solo lettere d'amore",
            "só no verão",
            "endast kontant",
        ] {
            assert_eq!(another_way(remark), None, "{remark}");
        }
    }

    #[test]
    fn an_answer_may_go_on() {
        for answer in
            ["only by post at Christmas", "nur Post zum Geburtstag", "phone only after 5pm", "bara brev till jul"]
        {
            assert!(another_way_in_answer(answer).is_some_and(|said| said.email), "{answer}");
        }
        for answer in ["only at Christmas", "nur sonntags", "only by e-mail", "yes, by post", "only phone or mail"] {
            assert_eq!(another_way_in_answer(answer), None, "{answer}");
        }
    }

    #[test]
    fn the_words_are_folded() {
        for word in [ONLY, CALLS, LETTERS, BESIDE, TIMES].iter().flat_map(|list| list.split('|')) {
            assert_eq!(fold(word), word, "{word}");
        }
    }
}
