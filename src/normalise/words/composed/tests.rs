use proptest::prelude::*;

use super::*;
use crate::normalise::fold::fold;
use crate::normalise::words::{refusal_in_note, refusal_in_remark};

fn refuses(remark: &str) -> bool {
    let of_remark = refusal_in_remark(remark).is_some_and(|said| said.everything || said.list || said.email);
    // Whatever refuses must get past the gate of what may.
    assert!(!of_remark || refusal_in_note(remark).is_some(), "{remark}");
    of_remark
}

fn all_are(refusals: bool, remarks: &[&str]) {
    let wrong: Vec<_> = remarks.iter().filter(|remark| refuses(remark) != refusals).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn who_wants_nothing_more_refuses() {
    all_are(
        true,
        &[
            "phoned in June - wants nothing more from us",
            "doesn't want anything further",
            "nothing more from us please",
            "will gar nichts",
            "möchte von uns nichts mehr hören",
            "hat angerufen, will nix mehr bekommen",
            "ne veut plus rien recevoir de nous",
            "il ne souhaite plus rien",
            "ya no quiere nada de nosotros",
            "no desea recibir nada más",
            "non vuole più niente",
            "non desidera ricevere nulla",
            "wil niks meer van ons horen",
            "wil niets ontvangen",
            "já não quer mais nada",
            "não deseja receber nada",
            "vill inte ha något",
            "vill inget mer från oss",
            "önskar ingenting",
            "ønsker ikke noget fra os",
            "vil intet høre fra os",
            "vil ikke ha noe mer",
            "ønsker ingenting",
            "ei halua enää mitään",
            "ei tahdo mitään meiltä",
            "nic już nie chce",
            "nie chce niczego dostawać",
            "wants to hear no more",
            "she would like nothing further",
            "will auch per Mail nichts mehr",
            "möchte nicht mehr auf der Liste stehen",
            "ne veut plus entendre parler de nous",
            "vil ikke høre fra os",
            "soll keine Nachrichten bekommen",
            "skal ikke ha mail",
        ],
    );
}

#[test]
fn who_is_not_to_be_written_to_refused() {
    all_are(
        true,
        &[
            "please don't write to her",
            "asked not to be written to",
            "never write again",
            "send nothing more",
            "no more messages please",
            "leave her alone",
            "bitte nicht mehr schreiben",
            "nichts mehr schicken",
            "will nicht mehr angemailt werden",
            "wünscht keine Erinnerung mehr",
            "keine Nachrichten mehr",
            "lasst mich in Ruhe",
            "ne plus lui écrire",
            "ne rien envoyer",
            "n'écrivez plus",
            "plus de messages svp, ne rien envoyer",
            "no escribirle más",
            "no mandarle nada más",
            "que la dejen en paz",
            "non scrivere più",
            "non inviare più nulla",
            "non mandare più niente",
            "niet meer schrijven",
            "stuur niks meer",
            "liever niets meer toesturen, niet schrijven",
            "não escrever mais",
            "não mandar mais nada",
            "não enviar mais mensagens",
            "skriv inte",
            "skicka inget mer",
            "inga fler meddelanden",
            "lämna henne i fred",
            "skriv ikke mere",
            "vil ikke skrives til",
            "send ikke mere",
            "ikke flere beskeder",
            "ikke send noe mer",
            "ikke skriv til henne",
            "ikke flere meldinger",
            "ei enää viestejä",
            "älä kirjoita",
            "ei saa lähettää mitään",
            "ei saa kirjoittaa",
            "proszę nie pisać",
            "nic nie wysyłać",
            "prosi o niepisanie",
            "żadnych więcej wiadomości",
            "nie przysyłać nic więcej",
            "nicht mehr schreiben seit dem Umzug",
            "not to be mailed",
            "on a demandé qu'on ne lui écrive plus",
            "ne pas relancer",
            "pide que no le escribamos",
            "nada de correos",
            "non inviare altro",
            "nej till mejl",
            "nej tack till utskick",
            "nei til e-post",
            "nein zum Newsletter",
        ],
    );
}

#[test]
fn an_end_of_sending_is_a_refusal() {
    all_are(
        true,
        &[
            "stop sending",
            "asked us to stop writing",
            "bitte aufhören zu schreiben",
            "arrêter les envois",
            "cessez de lui écrire",
            "dejen de escribirme",
            "parar de mandar mensajes",
            "basta mail",
            "smettere di scrivere",
            "smettetela di mandare messaggi",
            "stoppen met mailen",
            "stop met sturen",
            "parem de enviar",
            "chega de mensagens",
            "sluta skicka",
            "sluta mejla",
            "stop med at sende",
            "slut med mails",
            "slutt å sende",
            "slutt å skrive til meg",
            "lopettakaa lähettäminen",
            "lopettakaa viestit",
            "przestać wysyłać",
            "proszę przestać pisać",
            "quit mailing him",
            "vill slippa mejl",
            "vil slippe for mails",
        ],
    );
}

#[test]
fn who_complains_about_mail_refuses_mail() {
    all_are(
        true,
        &[
            "complained about all the emails",
            "annoyed about newsletters",
            "hat sich über Mails beschwert",
            "beschwerte sich über die vielen Newsletter",
            "s'est plainte des mails",
            "se plaint de la newsletter",
            "se quejó del boletín",
            "se ha quejado de los correos",
            "si è lamentata delle mail",
            "klaagde over de nieuwsbrief",
            "queixou-se dos emails",
            "klagade på utskicken",
            "klagede over nyhedsbrevet",
            "klaget på nyhetsbrevet",
            "valitti sähköposteista",
            "skarżył się na maile",
        ],
    );
}

#[test]
fn who_asks_to_be_taken_off_refuses() {
    all_are(
        true,
        &[
            "asked to be taken off",
            "wants to be removed",
            "should be deleted",
            "soll raus",
            "möchte gestrichen werden",
            "bitte rausnehmen",
            "à effacer",
            "demande à être effacée",
            "doit être supprimé",
            "pide ser borrada",
            "quiere ser eliminado",
            "borrarla de la lista",
            "vuole essere tolto",
            "da rimuovere",
            "da cancellare dalla lista",
            "moet worden verwijderd",
            "wil eruit geschrapt worden",
            "pediu para ser apagada",
            "quer ser removido",
            "vill strykas",
            "ska tas bort",
            "bad om att bli struken",
            "vil slettes",
            "skal fjernes",
            "vil strykes",
            "ba om å bli strøket",
            "poistettava",
            "haluaa pois",
            "pyysi poistoa",
            "do usunięcia",
            "ma być skreślona",
            "skreślić",
            "please take her off",
            "unlist him",
            "tolta su richiesta",
            "op verzoek verwijderd",
            "moet van de lijst",
            "skal af listen",
            "ta bort henne",
        ],
    );
}

#[test]
fn a_remark_of_anything_else_refuses_nothing() {
    all_are(
        false,
        &[
            "no longer needs the brochure",
            "sent back the order",
            "nothing wrong with the boiler",
            "wants nothing but organic",
            "wants nothing more than a quiet flat",
            "send nothing before May",
            "did not write back",
            "has not written yet",
            "writes no reviews",
            "stop at the gate",
            "stop by on Friday",
            "will stop by",
            "remove old tyre",
            "take the dog off the lead",
            "nothing more to say",
            "complained by mail about the heating",
            "complained that no mail came",
            "complained about the noise",
            "not by post",
            "don't send before noon",
            "no message left",
            "asked nothing",
            "leave parcel alone in the porch",
            "is leaving us alone on Monday",
            "nichts Neues",
            "will nichts mehr kaufen",
            "hat nichts bekommen",
            "nichts erhalten",
            "schreibt nicht gern",
            "nicht per Post schicken",
            "kann nicht schreiben",
            "nicht geschrieben",
            "Zaun streichen",
            "beschwerte sich per Mail über Lärm",
            "Wand gestrichen",
            "nur Barzahlung",
            "soll Montag raus",
            "hat nie geschrieben",
            "rien à signaler",
            "n'a rien envoyé",
            "ne veut rien payer",
            "à effacer le tableau",
            "s'est plaint du bruit par mail",
            "arrêter le chauffage",
            "plus de mémoire",
            "no quiere nada dulce",
            "no tiene nada",
            "borrar la pizarra",
            "dejar las llaves",
            "se quejó por correo",
            "parar en la puerta",
            "non ha mandato niente",
            "non vuole niente di piccante",
            "niente da segnalare",
            "basta così",
            "togliere le scarpe",
            "niets bijzonders",
            "wil niets betalen",
            "stuurt niets",
            "schuur schrappen na regen",
            "stoppen bij de brug",
            "não tem nada",
            "nada a declarar",
            "não mandou nada",
            "apagar a luz",
            "quer sair cedo",
            "inget särskilt",
            "vill inget köpa",
            "skickade inget",
            "bort i veckan",
            "ska ut på fredag",
            "intet nyt",
            "vil intet spise",
            "skrev ikke",
            "strøk på eksamen",
            "vil ikke ha fisk",
            "sendte ikke noe",
            "ei mitään uutta",
            "ei lähettänyt mitään",
            "pois maanantaina",
            "poistettava vanha rengas",
            "nic nowego",
            "nic nie wysłał",
            "do usunięcia ząb",
            "nie pisał",
            "przestać palić",
            "if he wants nothing more from us, tell Ann",
            "nichts mehr schicken?",
            "wants more messages",
            "schickt mehr Infos",
            "no mail at home",
            "mail stop 12",
            "no worries, write any time",
            "nie ma maila",
            "not on the list yet",
            "wants on the list",
            "will auf die Liste",
            "keine Liste",
            "n'a rien reçu",
            "har inte fått mejl",
            "har ikke fått mails",
            "nie dostaje maili",
            "want to hear more from us",
            "nicht mehr als eine Mail",
            "keine Mail bekommen",
            "take him off insulin",
            "should take the tablets off the shelf",
            "not only mails",
            "nothing but praise for our newsletter",
            "moet naar de lijst kijken",
        ],
    );
}

#[test]
fn elsewhere_only_what_is_said_of_sending_counts() {
    assert_eq!(refusal_composed(" prosze nie pisac ", Place::Elsewhere), Some(Scope::List));
    assert_eq!(refusal_composed(" hat sich uber mails beschwert ", Place::Elsewhere), None);
    assert_eq!(refusal_composed(" nicht schicken ", Place::Elsewhere), None);
    assert_eq!(refusal_composed(" nicht schicken ", Place::Remark), Some(Scope::List));
}

#[test]
fn the_words_are_folded() {
    let words = WORDS.iter().flat_map(|(_, words)| words.split_ascii_whitespace());
    for word in words.chain(CAUSES.split('|')).chain(LEFT_ALONE.split('|')) {
        assert_eq!(fold(word), word, "{word}");
    }
}

proptest! {
    #[test]
    fn no_clause_makes_a_panic(text in "( |nichts|mehr|schicken|nie|mail|per|complained|ä|wants|12){0,14}") {
        for place in [Place::Remark, Place::InRemark, Place::Elsewhere] {
            refusal_composed(&format!(" {} ", fold(&text)), place);
        }
    }
}
