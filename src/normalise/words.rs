//! The words in which exports say yes, no and what state a subscription is in, in twelve languages.
//!
//! A word that is not listed means nothing here: unknown is never yes. Left out on purpose are the words that look
//! like a yes and are none: `enabled` (listmonk: the account works), `transactional`, `archived`, and every way of
//! saying that nobody ever asked (`non-subscribed`, `never subscribed`, `NotSeen`).

use std::sync::LazyLock;

use crate::vocabulary::ConsentStatus::{self, Given};

use super::fold::{Lexicon, fold};

mod composed;
mod doubt;
mod header_no;
mod lists;
mod only;
mod parts;
mod plain_no;
mod refusal;
mod remark;
mod short_no;
mod stems;
mod told;

pub use doubt::{begins_with_yes, is_another_way, may_refuse, may_refuse_beside, speaks_of_messages};
pub use header_no::{HeaderNo, header_no};
pub use parts::{
    InParts, is_of_another_matter, is_of_kin, is_of_requests, refusal_beside_address, refusal_beside_name,
    refusal_in_note, refusal_in_parts,
};
pub use plain_no::is_stop_word;
pub use refusal::{begins_with_no, denies, is_address, refusal_within};
pub use remark::{Refused, refusal_in_remark};
pub use stems::state_within;

use lists::{ALL_CHANNELS, COMPLAINTS, NEVER_ASKED, STATUS, YES_NO};

/// Longer texts are prose.
const LONGEST_WORD: usize = 64;

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
///
/// Words run together are taken apart where the case changes (`HardBounced`), but never into a yes.
pub fn status(word: &str) -> Option<ConsentStatus> {
    let whole = STATUS_WORDS.get(&fold(word)).filter(|status| *status != Given || !is_in_doubt(word));
    whole.or_else(|| {
        let apart = apart(word)?;
        STATUS_WORDS.get(&fold(&apart)).filter(|status| *status != Given)
    })
}

/// The text with a space wherever a small letter is followed by a capital one; `None` if there is no such place.
fn apart(text: &str) -> Option<String> {
    let changes = |(one, next): (char, char)| one.is_lowercase() && next.is_uppercase();
    let pairs = || text.chars().zip(text.chars().skip(1));
    if text.len() > LONGEST_WORD || !pairs().any(changes) {
        return None;
    }
    let mut apart = String::with_capacity(text.len() + 4);
    for pair in pairs() {
        apart.push(pair.0);
        if changes(pair) {
            apart.push(' ');
        }
    }
    apart.extend(text.chars().next_back());
    Some(apart)
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
    use ConsentStatus::{Bounced, Complained, Erased, Pending, Suppressed, Withdrawn};

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
