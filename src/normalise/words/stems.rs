//! Beginnings of words that tell a state of refusal in a column of states: “bounce - hard”, “Blocked by ISP”,
//! “Subscribed - suspended”. In longer texts and under other headers the same words speak of cards and orders.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::refusal::{NEGATING, POSSIBLE, is_one_of, refusal_within};
use super::{apart, is_never_asked, is_soft_bounce, status};
use crate::normalise::fold::fold_onto;
use crate::vocabulary::ConsentStatus::{self, Bounced, Complained, Suppressed, Withdrawn};

/// Folded; a full stop at the end: a whole word.
const STEMS: &[(ConsentStatus, &str)] = &[
    (
        Withdrawn,
        "deactivat|stopped|removed|deleted|resigned|cancelled|canceled|rejected|declined|refused|revoked|rescind",
    ),
    (Withdrawn, "deaktivier|geloscht|entfernt|gestoppt|gekundigt|verweiger|zuruckgezogen|ausgetreten|abgelehnt"),
    (Withdrawn, "desactiv|supprime|retire.|retiree.|refuse.|refusee.|resilie|retracte"),
    (Withdrawn, "eliminad|retirad|denegad|rechazad|cancelad|disattiv|rimoss|eliminat|ritirat|rifiutat|cancellat"),
    (Withdrawn, "gedeactiveer|verwijderd|teruggetrokken|geweigerd|desativ|removid|excluid|recusad|apagad"),
    (Withdrawn, "avaktiver|inaktiver|borttag|raderad|avslutad|avboj|nekad|deaktiver|slettet|fjernet|afvist|avvist"),
    (Withdrawn, "deaktivoi|poistet|lopetet|hylatty|dezaktyw|usuniet|anulowan|odrzucon"),
    (Suppressed, "block|quarantin|suspend|suspens|unmailable|nonmarketable|excluded|deceased|held."),
    (Suppressed, "blockier|sperr|ausgeschloss|verstorben|bloqu|decede|exclu.|exclue.|bloquead|fallecid|excluid"),
    (Suppressed, "blocc|sospes|esclus|decedut|geblok|opgeschort|uitgeslot|overleden|falecid|sparrad|avstang|avliden"),
    (Suppressed, "spaerret|blokeret|afdod|sperret|blokkert|avdod|estett|keskeytet|kuollut|zablok|zawieszon|zmarl"),
    (Bounced, "bounc|undeliver|invalid|unzustell|ungultig|rebond|rebotad|devuelt|rimbalz|onbestel|devolvid|studs"),
    (Bounced, "ogiltig|ugyldig|palautun|virheelli|odbij|odbity|odbite|nieprawidlow|niedostarcz|npai"),
    (Complained, "complain|abus|spam|junk|beschwer|plainte|queja|denunci|segnalat|klacht|reclamac|klagom|klage"),
    (Complained, "roskaposti|valitus|valittan|skarg"),
];

static MATCHER: LazyLock<(AhoCorasick, Vec<ConsentStatus>)> = LazyLock::new(|| {
    let stems = STEMS.iter().flat_map(|(status, stems)| stems.split('|').map(move |stem| (*status, stem)));
    let (states, stems): (Vec<_>, Vec<_>) =
        stems.map(|(status, stem)| (status, format!(" {}", stem.replace('.', " ")))).unzip();
    (AhoCorasick::new(stems).expect("some hundred short stems fit"), states)
});

/// The refusal that the text of a cell of states holds in whatever words; `None` if it holds none, or only one that
/// is turned round. Never a consent.
///
/// A crossed box is a no to one and a tick to another: it refuses in whatever column, and never grants.
pub fn state_within(text: &str) -> Option<ConsentStatus> {
    if text.trim() == "☒" {
        return Some(Withdrawn);
    }
    let taken_apart = apart(text);
    let text = taken_apart.as_deref().unwrap_or(text);
    if is_never_asked(text) {
        return None;
    }
    refusal_within(text).or_else(|| by_stems(text))
}

fn by_stems(text: &str) -> Option<ConsentStatus> {
    const LONGEST: usize = 80;
    if text.len() > LONGEST || status(text) == Some(ConsentStatus::Given) || super::is_address(text) {
        return None;
    }
    let mut folded = String::with_capacity(text.len() + 2);
    folded.push(' ');
    fold_onto(&mut folded, text);
    folded.push(' ');
    let (matcher, states) = &*MATCHER;
    let stands = |at: usize| {
        !folded[..at].split(' ').rev().take(5).any(|word| is_one_of(NEGATING, word) || is_one_of(POSSIBLE, word))
    };
    let passes = is_soft_bounce(text);
    matcher
        .find_overlapping_iter(&folded)
        .filter(|found| stands(found.start()))
        .map(|found| states[found.pattern()])
        .filter(|status| *status != Bounced || !passes)
        .min_by_key(|status| status.strictness())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::fold::fold;
    use crate::normalise::words::lists::STATUS;

    #[test]
    fn a_state_is_read_from_words_run_together_and_from_words_among_others() {
        for (text, expected) in [
            ("HardBounced", Bounced),
            ("ListSuppressed", Suppressed),
            ("EmailBlocked", Suppressed),
            ("GloballyUnsubscribed", Withdrawn),
            ("SpamComplaint", Complained),
            ("RemovedByUser", Withdrawn),
            ("Blocked by provider", Suppressed),
            ("bounce – hard", Bounced),
            ("Active (suspended)", Suppressed),
            ("Subscribed / blocked", Suppressed),
            ("Adresse ungültig", Bounced),
            ("Konto deaktiviert", Withdrawn),
            ("vom Anbieter blockiert", Suppressed),
            ("adresse bloquée par le FAI", Suppressed),
            ("a été supprimé", Withdrawn),
            ("correo rebotado", Bounced),
            ("bloqueado por el usuario", Suppressed),
            ("indirizzo bloccato", Suppressed),
            ("utente rimosso", Withdrawn),
            ("adres geblokkeerd", Suppressed),
            ("door gebruiker verwijderd", Withdrawn),
            ("endereço devolvido", Bounced),
            ("utilizador removido", Withdrawn),
            ("spärrad av admin", Suppressed),
            ("borttagen av kund", Withdrawn),
            ("adresse ugyldig", Bounced),
            ("spærret af bruger", Suppressed),
            ("konto sperret", Suppressed),
            ("osoite virheellinen", Bounced),
            ("käyttäjä poistettu", Withdrawn),
            ("adres zablokowany", Suppressed),
            ("usunięty przez administratora", Withdrawn),
        ] {
            assert_eq!(status(text).or_else(|| state_within(text)), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_crossed_box_refuses() {
        assert_eq!((state_within("☒"), status("☒")), (Some(Withdrawn), None));
        assert_eq!(state_within("☐"), None);
    }

    #[test]
    fn a_state_that_is_denied_or_passes_is_none_and_no_stem_is_a_yes() {
        for text in [
            "not blocked",
            "nicht gesperrt",
            "SoftBounced",
            "soft bounce",
            "no complaints",
            "NotBlocked",
            "unblocked",
            "NotSeen",
            "Customer",
            "NonSubscribed",
            "can be suspended",
            "blocked@example.org",
        ] {
            assert_eq!(state_within(text), None, "{text}");
        }
        assert_eq!(status("OptedInTwice"), None);
        let given = STATUS
            .iter()
            .filter(|(status, _)| matches!(status, ConsentStatus::Given | ConsentStatus::Pending))
            .flat_map(|(_, words)| words.split('|'));
        for word in given {
            assert_eq!(state_within(word), None, "{word}");
        }
    }

    #[test]
    fn stems_are_folded() {
        for stem in STEMS.iter().flat_map(|(_, stems)| stems.split('|')) {
            assert_eq!(fold(stem), stem.trim_end_matches('.'), "{stem}");
        }
    }
}
