use proptest::prelude::*;

use super::phrases::{CONDITIONS, FIRM, MATTERS, OBJECTS, UNWILLING, WHOLE};
use super::*;
use crate::normalise::fold::fold;

fn of(text: &str) -> [bool; 5] {
    let said = refusal_in_remark(text).unwrap_or_default();
    [said.everything, said.list, said.email, said.calls, said.sms]
}

#[test]
fn a_firm_refusal_in_a_remark_is_read_in_twelve_languages() {
    for text in [
        "Customer asked to be removed from the newsletter",
        "phoned: doesn't want our emails any longer",
        "No more newsletters, please.",
        "unsubscribed 3 May by letter",
        "Wünscht keine Newsletter",
        "Hat sich im Mai abgemeldet",
        "möchte keinerlei Werbung, bitte keine Mails",
        "Einwilligung widerrufen am 3.4.",
        "ne souhaite plus recevoir la newsletter",
        "S'est désinscrite par téléphone",
        "merci de ne plus envoyer de courriels",
        "no desea recibir correos",
        "ya no quiere el boletín",
        "solicita la baja de la lista",
        "non desidera ricevere newsletter",
        "ha revocato il consenso",
        "wenst geen nieuwsbrief",
        "heeft zich uitgeschreven in maart",
        "não deseja receber e-mails",
        "pediu para ser removida da lista",
        "vill inte få nyhetsbrev",
        "har avregistrerat sig",
        "vil ikke have nyhedsbrevet",
        "har trukket sit samtykke",
        "ønsker ikke nyhetsbrev",
        "har meldt seg av",
        "ei halua uutiskirjettä",
        "perunut uutiskirjeen",
        "nie chce newslettera",
        "cofnęła zgodę 3.4.",
    ] {
        assert_ne!(of(text), [false; 5], "{text}");
        assert!(!of(text)[0], "{text}");
    }
    for text in [
        "Please do not contact any more",
        "does not wish to be contacted",
        "bitte nicht mehr anschreiben!",
        "möchte nicht kontaktiert werden",
        "ne plus démarcher",
        "no volver a contactar",
        "non vuole essere contattato",
        "niet meer benaderen",
        "não quer ser contactada",
        "får ej kontaktas",
        "skal ikke kontaktes",
        "reservert mot markedsføring",
        "markkinointikielto 2023",
        "proszę nie kontaktować się",
    ] {
        assert!(of(text)[0], "{text}");
    }
    for text in ["do not call", "Nicht mehr anrufen", "ne souhaite pas être appelé", "vill inte bli uppringd"] {
        assert_eq!(of(text), [false, false, false, true, false], "{text}");
    }
    assert_eq!(of("no SMS"), [false, false, false, false, true]);
}

#[test]
fn what_was_asked_for_in_passing_is_a_refusal() {
    for text in [
        "remove from newsletter",
        "wants off",
        "complained about spam in May",
        "GDPR deletion",
        "No, thank you",
        "will nichts mehr",
        "widerr. 5/2022",
        "gelöscht auf Wunsch",
        "gesperrt",
        "Löschgesuch vom 3.4.",
        "a demandé la suppression de ses données",
        "cancelar suscripción",
        "supresión de sus datos",
        "ha chiesto di essere tolta",
        "heeft bezwaar gemaakt",
        "wil van de lijst",
        "remover",
        "pediu apagamento",
        "har tackat nej",
        "begärt radering",
        "nej tak",
        "anmodet om sletning",
        "nei takk",
        "ikke send",
        "ei saa lähettää",
        "haluaa pois listalta",
        "wniosek o usunięcie danych",
        "chce zniknąć z listy",
    ] {
        assert_ne!(of(text), [false; 5], "{text}");
    }
    for text in [
        "remove the old number",
        "widerspenstig",
        "Karte gesperrt, neue bestellt",
        "will nichts mehr kaufen",
        "no thanks needed, all paid",
        "ei kiitosta puuttunut",
        "send ikke til kontoret før mandag?",
        "deleted duplicate entry",
        "cancelled the appointment",
    ] {
        assert_eq!(refusal_in_remark(text), None, "{text}");
    }
}

#[test]
fn what_asks_denies_wonders_or_speaks_of_another_matter_refuses_nothing() {
    for text in [
        "Abgemeldet?",
        "nicht abgemeldet",
        "hat sich nie abgemeldet",
        "has not unsubscribed",
        "never opted out",
        "wollte wissen, ob er abgemeldet ist",
        "asks how to unsubscribe from the app",
        "call back if she unsubscribed",
        "can be removed from the list at any time",
        "no emails received",
        "keine Mail erhalten",
        "keine E-Mail-Adresse",
        "keine E-Mail vorhanden",
        "No",
        "no",
        "nein",
        "No allergies",
        "Nicht anrufen vor 9 Uhr",
        "do not call before 9",
        "hat die Bestellung widerrufen",
        "vom Webinar abgemeldet",
        "Widerspruch gegen die Rechnung",
        "does not want the blue one",
        "will keine Tüte",
        "no quiere pagar",
        "non vuole sconti",
        "likes the newsletter",
        "ja, Newsletter gewünscht",
        "https://news.example.org/unsubscribed",
        "see https://news.example.org/please-unsubscribe for details",
        "unsubscribed@example.org",
        "E-Mail funktioniert nicht mehr",
        "has mail at home",
        "stop by the shop",
        "opted in",
        "n'est pas désabonné",
        "non disiscritta",
        "no dado de baja",
        "niet uitgeschreven",
        "não descadastrado",
        "inte avregistrerad",
        "ikke frameldt",
        "ikke avmeldt",
        "ei perunut uutiskirjettä",
        "nie wypisany",
    ] {
        assert_eq!(refusal_in_remark(text), None, "{text}");
    }
}

#[test]
fn the_phrases_are_folded() {
    let firm = FIRM.iter().map(|(_, words)| *words);
    let all = firm.chain(OBJECTS.iter().map(|(_, words)| *words)).chain(UNWILLING.iter().copied());
    for phrase in all.chain(MATTERS.iter().copied()).chain([CONDITIONS]).flat_map(|words| words.split('|')) {
        assert_eq!(fold(phrase), phrase.trim_end_matches('.'), "{phrase}");
    }
    for phrase in WHOLE {
        assert_eq!(fold(phrase), *phrase);
    }
}

proptest! {
    #[test]
    fn no_remark_makes_a_panic(text in "\\PC{0,80}|(will keine|no more|nicht|,|\\. |mails|unsubscribed| ){0,12}") {
        refusal_in_remark(&text);
    }
}
