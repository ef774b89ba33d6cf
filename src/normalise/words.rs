//! The words in which exports say yes, no and what state a subscription is in, in twelve languages.
//!
//! A word that is not listed means nothing here: unknown is never yes. Left out on purpose are the words that look
//! like a yes and are none: `enabled` (listmonk: the account works), `transactional`, `archived`, and every way of
//! saying that nobody ever asked (`non-subscribed`, `never subscribed`, `NotSeen`).

use std::sync::LazyLock;

use crate::vocabulary::ConsentStatus::{self, Bounced, Complained, Erased, Given, Pending, Suppressed, Withdrawn};

use super::fold::{Lexicon, fold};

mod refusal;
pub use refusal::{begins_with_no, denies, is_address, refusal_within};

const YES_NO: &[(bool, &str)] = &[
    (true, "yes|y|true|t|1|1.0|on|x|✓|✔|☑|✅|checked|granted|allow|allowed"),
    (true, "opted in|opt in|optin|accepted|accept|agreed|agree|i agree|express|express consent"),
    (true, "consented|consent given|consent granted"),
    (true, "sì|vero|acconsento|accetto|accettato|autorizzo|autorizzato|concesso"),
    (true, "ja|j|sant|samtycker|godkänd|godkänt|accepterar|accepterat"),
    (true, "wahr|zugestimmt|eingewilligt|erteilt|erlaubt|zulassen"),
    (true, "oui|vrai|accepté|acceptée|accordé|autorisé"),
    (true, "sí|s|verdadero|acepto|aceptado|autorizado"),
    (true, "waar|akkoord|toegestaan|sim|verdadeiro|aceito|aceite"),
    (true, "sand|accepteret|givet|sann|godtatt|gitt"),
    (true, "kyllä|tosi|hyväksytty|annettu|tak|prawda|zgoda|wyrażona|zgoda wyrażona"),
    (false, "no|n|false|f|0|0.0|off|✗|✘|✖|❌|×|unchecked|denied|declined"),
    (false, "rejected|refused|do not allow|not allowed|opted out|opt out|optout|disagree"),
    (false, "falso|nego|rifiuto|rifiutato|non acconsento|non accetto|non autorizzo|negato"),
    (false, "nej|falskt|samtycker ej|samtycker inte|avböjt|avböjer|ej godkänd"),
    (false, "nein|falsch|abgelehnt|nicht erteilt|nicht zulassen|nicht zugestimmt|nicht erlaubt"),
    (false, "non|faux|refusé|refusée|non accepté"),
    (false, "rechazado|no acepto|no aceptado|nee|onwaar|geweigerd|não|recusado"),
    (false, "falsk|afvist|nei|usann|avslått|ei|epätosi|kielletty"),
    (false, "nie|fałsz|brak zgody|odmowa"),
];

const STATUS: &[(ConsentStatus, &str)] = &[
    (Given, "subscribed|active|confirmed|member|opt-in|optin|opted in|subscriber"),
    (Given, "iscritto|iscritta|attivo|attiva|confermato|confermata"),
    (Given, "aktiv|prenumererar|prenumerant|bekräftad|angemeldet|abonniert|bestätigt"),
    (Given, "abonné|abonnée|inscrit|inscrite|actif|confirmé"),
    (Given, "suscrito|suscrita|activo|activa|confirmado|confirmada|de alta"),
    (Given, "ingeschreven|actief|aangemeld|bevestigd|subscrito|inscrito|ativo"),
    (Given, "tilmeldt|bekræftet|påmeldt|abonnent|bekreftet"),
    (Given, "tilannut|aktiivinen|vahvistettu|zapisany|zapisana|aktywny|potwierdzony"),
    (Withdrawn, "unsubscribed|unsubscribe|opted out|opt-out|optout|cancelled|canceled|removed"),
    (Withdrawn, "inactive|disabled|withdrawn|revoked|objected|refused|denied|declined|left"),
    (Withdrawn, "unsubscribed via ma|unsubscribedviama|unsubscribedviaemail|unsubscribedviaapi|normal_unsubscribe"),
    (Withdrawn, "unsubscribe all|unsubscribed all|unsubscribed from all|globally unsubscribed|global unsubscribe"),
    (Withdrawn, "delete|deleted|to be deleted|delete me|löschen|gelöscht|radera|raderad|supprimer"),
    (Withdrawn, "supprimé|eliminar|eliminado|eliminare|eliminato"),
    (Withdrawn, "disiscritto|disiscritta|cancellato|cancellata|revocato|non attivo|rifiutato"),
    (Withdrawn, "avregistrerad|avslutad|avanmäld|inaktiv|återkallad|avprenumererad"),
    (Withdrawn, "abgemeldet|widerrufen|ausgetragen|deaktiviert|gekündigt|abbestellt"),
    (Withdrawn, "désabonné|désabonnée|désinscrit|désinscrite|inactif|retiré|résilié"),
    (Withdrawn, "dado de baja|dada de baja|baja|cancelado|desuscrito|inactivo|revocado"),
    (Withdrawn, "uitgeschreven|afgemeld|inactief|ingetrokken|descadastrado|inativo|removido|revogado"),
    (Withdrawn, "afmeldt|frameldt|trukket tilbage|avmeldt|trukket|perunut|peruutettu|ei-aktiivinen"),
    (Withdrawn, "wypisany|wypisana|nieaktywny|zrezygnował|wycofana"),
    (Withdrawn, "unsub|no longer subscribed|rejected|objection|disagree|do not allow|opposed|never again"),
    (Withdrawn, "abgelehnt|widersprochen|widerspruch|abmeldung|abgemeldete|nicht aktiv|nicht zugestimmt|nicht erteilt"),
    (Withdrawn, "refusé|refusée|a refusé|désabonnement|opposition|inactive|résiliée|annulé|annulée"),
    (Withdrawn, "rechazado|rechazada|de baja|cancelada|inactiva|revocada|desuscrita|no acepto|no aceptado"),
    (Withdrawn, "rifiutata|revocata|non attiva|negato|non acconsento|non accetto|non autorizzo|disdetto|disdetta"),
    (Withdrawn, "geweigerd|opgezegd|afmelding|geen toestemming|niet actief|bezwaar"),
    (Withdrawn, "recusado|recusada|recusou|cancelou|inativa|removida|revogada|descadastrada|sem consentimento"),
    (Withdrawn, "avböjt|avböjer|nekad|nekat|samtycker inte|samtycker ej|ej godkänd|avregistrering|inte aktiv"),
    (Withdrawn, "afvist|udmeldt|tilbagekaldt|ikke aktiv|avslått|utmeldt|reservert|tilbakekalt"),
    (Withdrawn, "kielletty|kieltänyt|kielto|peruttu|peruuttanut|ei aktiivinen|hylätty"),
    (Withdrawn, "odmowa|odmówił|odmówiła|brak zgody|rezygnacja|zrezygnowała|nieaktywna|wycofany|sprzeciw"),
    (Pending, "unconfirmed|pending|not activated|double_opt_in_pending|awaiting|awaiting confirmation"),
    (Pending, "validating|not confirmed|pending confirmation|opt-in pending"),
    (Pending, "in attesa|non confermato|da confermare|obekräftad|väntar|väntande"),
    (Pending, "unbestätigt|ausstehend|nicht aktiviert|nicht bestätigt|non confirmé|en attente"),
    (Pending, "no confirmado|pendiente|onbevestigd|in afwachting|não confirmado|pendente"),
    (Pending, "ubekræftet|afventer|ubekreftet|venter|vahvistamaton|odottaa"),
    (Pending, "niepotwierdzony|oczekujący"),
    (Bounced, "bounced|cleaned|hard bounce|hard bounced|hardbounce|hard|invalid|invalid email"),
    (Bounced, "undeliverable|bounce|rimbalzato|errore|non valido|pulito|studsad|ogiltig"),
    (Bounced, "gebounct|unzustellbar|ungültig|npai|rebond|invalide|rebotado|inválido"),
    (Bounced, "gebounced|ongeldig|onbestelbaar|devolvido|ugyldig|returnert|palautunut|virheellinen"),
    (Bounced, "odbity|nieprawidłowy"),
    (Suppressed, "blocklisted|blacklisted|suppressed|on hold|blocked|do not contact|do not email"),
    (Suppressed, "dnc|adminblocked|admin blocked|user suppressed|do not mail|blocklist|blacklist|suppression"),
    (Suppressed, "bloccato|lista nera|non contattare|spärrad|blockerad|kontakta ej|kontakta inte"),
    (Suppressed, "gesperrt|blockiert|keine kontaktaufnahme|nicht kontaktieren|kontaktsperre|werbesperre"),
    (Suppressed, "bloqué|liste noire|ne pas contacter|bloqueado|no contactar|geblokkeerd|niet contacteren"),
    (Suppressed, "não contactar|não contatar|spærret|blokeret|sperret|må ikke kontaktes|estetty"),
    (Suppressed, "bloqueada|bloquée|bloccata|blokkert|geblokkeerde|zablokowana|sperrliste|auf sperrliste"),
    (Suppressed, "zablokowany|nie kontaktować"),
    (Complained, "complained|complaint|spam|junk|abuse|spam complaint|spam report|marked as spam"),
    (Complained, "contactflaggedasspam|segnalato spam|segnalato come spam|spamanmäld|unerwünscht|spambeschwerde"),
    (Complained, "plainte|queja|klacht|reclamação|klage|skarga"),
    (Erased, "erased|redacted|anonymised|anonymized|forgotten|gdpr erased|gdpr deleted"),
    (Erased, "anonimizzato|anonymiserad|anonymisiert|anonymisé|anonimizado"),
];

/// Ways of saying that nobody ever asked, and words that look like a state of consent and are none.
const NEVER_ASKED: &[((), &str)] = &[
    ((), "unknown|not set|not specified|not asked|never asked|no answer|not seen|notseen|unspecified|undecided"),
    ((), "nonsubscribed|non subscribed|non-subscribed|not subscribed|never subscribed|no consent recorded"),
    (
        (),
        "enabled|transactional|archived|sconosciuto|non specificato|mai chiesto|okänd|okänt|ej angivet|inte tillfrågad",
    ),
    ((), "unbekannt|nicht angegeben|nie gefragt|inconnu|non renseigné|desconocido|sin especificar|onbekend"),
    ((), "ukendt|ukjent|tuntematon|nieznany|desconhecido"),
];

/// A refusal that goes beyond the channel it stands at.
const ALL_CHANNELS: &str = "unsubscribe all|unsubscribed all|unsubscribe from all|unsubscribed from all|unsubscribe from everything|\
    globally unsubscribed|global unsubscribe|do not contact|dnc|delete|delete me|delete all|forget me|\
    no contact|do not disturb|dnd|non contattare|non contattarmi|cancellare i dati|cancellate i miei dati|kontakta ej|\
    kontakta inte|radera|radera mig|keine kontaktaufnahme|nicht kontaktieren|kontaktsperre|kontaktverbot|\
    löschen|datenlöschung|ne pas contacter|supprimer|ne plus contacter|no contactar|eliminar|\
    eliminar mis datos|niet contacteren|niet contact opnemen|verwijderen|não contactar|não contatar|\
    må ikke kontaktes|kontakt ikke|älä ota yhteyttä|nie kontaktować|\
    deletion|erasure|löschung|radering|HasOptedOutSolicit|HasOptedOutProcessing|ShouldForget";

/// What makes a reason for leaving a complaint.
const COMPLAINTS: &str = "abuse|spam|junk|complaint|complained|reclamo|segnalato|klagomål|beschwerde|plainte|queja";

static YES_NO_WORDS: LazyLock<Lexicon<bool>> = LazyLock::new(|| Lexicon::of(YES_NO));
static STATUS_WORDS: LazyLock<Lexicon<ConsentStatus>> = LazyLock::new(|| Lexicon::of(STATUS));
static NEVER_ASKED_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(NEVER_ASKED));
static ALL_CHANNEL_PHRASES: LazyLock<Vec<String>> = LazyLock::new(|| phrases(ALL_CHANNELS));
static COMPLAINT_PHRASES: LazyLock<Vec<String>> = LazyLock::new(|| phrases(COMPLAINTS));

/// Whether a word says yes or no; `None` if it says neither. A yes with a mark of doubt, a sign or a share is none:
/// “Ja?”, “-1”, “1 %”.
pub fn yes_no(word: &str) -> Option<bool> {
    YES_NO_WORDS.get(&fold(word)).filter(|yes| !yes || !is_in_doubt(word))
}

fn is_in_doubt(word: &str) -> bool {
    word.contains(['?', '~', '<', '>', '%', '≈', '±']) || word.trim_start().starts_with(['!', '-', '−', '¬'])
}

/// The state a word stands for; `None` if it is not known, or says that nobody ever asked.
/// Never [`ConsentStatus::Unknown`].
pub fn status(word: &str) -> Option<ConsentStatus> {
    STATUS_WORDS.get(&fold(word)).filter(|status| *status != Given || !is_in_doubt(word))
}

/// Whether a word is known to say nothing: that nobody asked, or something other than consent.
pub fn is_never_asked(word: &str) -> bool {
    NEVER_ASKED_WORDS.get(&fold(word)).is_some()
}

/// Whether the text refuses every channel: “unsubscribe all”, “do not contact”, “keine Kontaktaufnahme”.
/// “All emails” stays with e-mail.
pub fn is_all_channels(text: &str) -> bool {
    let folded = fold(text);
    let narrower = folded.contains("from all") && folded.contains("mail");
    !narrower && holds_phrase(&folded, ALL_CHANNEL_PHRASES.iter().map(String::as_str))
}

/// Whether a reason for leaving is a complaint: `ABUSE`, “this is spam”.
pub fn is_complaint(reason: &str) -> bool {
    let folded = fold(reason);
    holds_phrase(&folded, COMPLAINT_PHRASES.iter().map(String::as_str))
        || folded.split(' ').any(|word| word.starts_with("spam"))
}

/// Whether a bounce passes: soft, temporary, a full mailbox. Such a bounce says nothing for good.
pub fn is_soft_bounce(reason: &str) -> bool {
    const SOFT: &str = "soft|tempor|transient|mailbox full|quota|deferred|greylist|throttl|timeout|timed out|casella piena|\
        tillfallig|vorubergehend|postfach voll|boite pleine|buzon lleno|try again";
    let folded = fold(reason);
    let code = folded.as_bytes();
    let soft_code = code.len() >= 3
        && code[0] == b'4'
        && code[..3].iter().all(u8::is_ascii_digit)
        && code.get(3).is_none_or(|next| !next.is_ascii_alphanumeric());
    soft_code || folded.split(' ').any(|word| word == "full") || SOFT.split('|').any(|word| folded.contains(word))
}

fn phrases(list: &str) -> Vec<String> {
    list.split('|').map(fold).collect()
}

/// Whether a folded text holds one of the folded phrases as whole words.
pub(super) fn holds_phrase<'p>(folded: &str, mut phrases: impl Iterator<Item = &'p str>) -> bool {
    phrases.any(|phrase| {
        folded.match_indices(phrase).any(|(at, _)| {
            let end = at + phrase.len();
            (at == 0 || folded.as_bytes()[at - 1] == b' ') && (end == folded.len() || folded.as_bytes()[end] == b' ')
        })
    })
}

#[cfg(test)]
mod index;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::normalise::fold::ambiguous;

    #[test]
    fn no_word_means_two_things() {
        assert_eq!(ambiguous(YES_NO), Vec::<String>::new());
        assert_eq!(ambiguous(STATUS), Vec::<String>::new());
    }

    #[test]
    fn yes_and_no_are_known_in_twelve_languages() {
        for yes in [
            "yes",
            "YES",
            "True",
            "1",
            "1.0",
            "x",
            "✓",
            "Sì",
            "SI'",
            "sí",
            "ja",
            "JA",
            "oui",
            "sim",
            "kyllä",
            "tak",
            "VERO",
            "SANT",
            "WAHR",
            "VRAI",
            "VERDADERO",
            "WAAR",
            "VERDADEIRO",
            "SAND",
            "SANN",
            "TOSI",
            "PRAWDA",
            "opted-in",
            "granted",
        ] {
            assert_eq!(yes_no(yes), Some(true), "{yes}");
        }
        for no in [
            "no",
            "No",
            "FALSE",
            "0",
            "nej",
            "nein",
            "non",
            "nee",
            "não",
            "nao",
            "nei",
            "ei",
            "nie",
            "FALSO",
            "FALSKT",
            "FALSCH",
            "FAUX",
            "ONWAAR",
            "FALSK",
            "USANN",
            "EPÄTOSI",
            "FAŁSZ",
            "opted out",
            "samtycker ej",
            "brak zgody",
        ] {
            assert_eq!(yes_no(no), Some(false), "{no}");
        }
        for neither in ["", "maybe", "2", "n/a", "unknown", "implied", "enabled", "o", "2024-03-14", "Email"] {
            assert_eq!(yes_no(neither), None, "{neither}");
        }
    }

    #[test]
    fn states_are_known_in_twelve_languages() {
        for (word, expected) in [
            ("Subscribed", Given),
            ("opt-in", Given),
            ("OptIn", Given),
            ("iscritto", Given),
            ("angemeldet", Given),
            ("Abonné", Given),
            ("de alta", Given),
            ("prenumererar", Given),
            ("bekreftet", Given),
            ("unsubscribed", Withdrawn),
            ("Opted Out", Withdrawn),
            ("OptOut", Withdrawn),
            ("disiscritto", Withdrawn),
            ("avregistrerad", Withdrawn),
            ("abgemeldet", Withdrawn),
            ("désabonné", Withdrawn),
            ("dado de baja", Withdrawn),
            ("afmeldt", Withdrawn),
            ("perunut", Withdrawn),
            ("unsubscribedViaMA", Withdrawn),
            ("pending", Pending),
            ("double_opt_in_pending", Pending),
            ("in attesa", Pending),
            ("unbestätigt", Pending),
            ("cleaned", Bounced),
            ("hardBounce", Bounced),
            ("NPAI", Bounced),
            ("blocklisted", Suppressed),
            ("gesperrt", Suppressed),
            ("do not contact", Suppressed),
            ("spärrad", Suppressed),
            ("spam", Complained),
            ("unerwünscht", Complained),
            ("contactFlaggedAsSpam", Complained),
            ("redacted", Erased),
        ] {
            assert_eq!(status(word), Some(expected), "{word}");
        }
    }

    #[test]
    fn words_that_look_like_a_yes_stay_unknown() {
        for word in [
            "enabled",
            "transactional",
            "non-subscribed",
            "nonsubscribed",
            "not_subscribed",
            "never subscribed",
            "never asked",
            "archived",
            "Marketing contact",
            "Seen",
            "NotSeen",
            "imported",
            "lead",
            "customer",
            "unknown",
            "",
            "1",
            "yes",
            "soft",
        ] {
            assert_eq!(status(word), None, "{word}");
        }
    }

    #[test]
    fn a_refusal_of_everything_is_told_from_a_refusal_of_mail() {
        for all in [
            "Unsubscribe all",
            "Do not contact",
            "DELETE",
            "keine Kontaktaufnahme",
            "please delete my data",
            "no contactar",
        ] {
            assert!(is_all_channels(all), "{all}");
        }
        for one in ["unsubscribed", "Unsubscribed from all email", "undelete", "do not email", ""] {
            assert!(!is_all_channels(one), "{one}");
        }
    }

    #[test]
    fn complaints_and_soft_bounces_are_told_by_their_words() {
        for complaint in ["ABUSE", "This is spam", "The emails are spam and should be reported", "Spambeschwerde"] {
            assert!(is_complaint(complaint), "{complaint}");
        }
        assert!(!is_complaint("NORMAL") && !is_complaint("no longer interested"));
        for soft in
            ["Soft", "soft bounce", "MAILBOX_FULL", "Temporary failure", "vorübergehend", "452 4.2.2 over quota", "421"]
        {
            assert!(is_soft_bounce(soft), "{soft}");
        }
        for hard in ["UNKNOWN_USER", "OTHER", "hard", "550 5.1.1 no such user", "4711 Street"] {
            assert!(!is_soft_bounce(hard), "{hard}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_words_panic(text in "\\PC{0,40}") {
            yes_no(&text);
            prop_assert_ne!(status(&text), Some(ConsentStatus::Unknown));
            is_all_channels(&text);
            is_complaint(&text);
            is_soft_bounce(&text);
        }
    }
}
