//! Flags that tell of the row, the account or the machine, and never of what anybody wants: `vip`, `is_reviewed`,
//! `_deleted`. Nobody is asked about them.

use super::header::{Header, fold};
use crate::import::header_words::{Concept, HeaderWords};

/// Beginnings of words for what is paid, ordered, eaten, photographed, attended, voted or lent, folded; `!`: the word.
const BUSINESS: &str = "deposit|anzahl|caparr|acconto|acompte|anticipo|aanbetal|handpenning|forskudd|forskud|varausmaks|zaliczk|fee!|fees!|\
    beitrag|mitgliedsbeitrag|cotisation|contributie|contributo|quota!|cuota|avgift|kontingent|jasenmaks|skladk|paid|bezahlt|gezahlt|\
    regle!|reglee|paye!|payee!|pagat|pagad|versat|betaald|betald|betalt|maksettu|zaplac|wplac|invoic|rechnung|facture!|factures!|\
    factuur|fattur|factura|fatura|faktura|lasku|receipt|quittung|kvitto|kvittering|kuitti|paragon|ricevut|recibo|allerg|intoller|\
    intoler|dieet|diaet|diet!|dieta|regime!|vegetar|vegan|gluten|photo|foto|bild!|bilder!|replied|answered|geantwortet|risposto|\
    respondi|repondu|svarat|svaret|vastannut|odpowied|eingeladen|invitat!|attended|teilgenommen|anwesend|narvarande|parkplatz|\
    vote!|voted|votes!|gestimmt|abstimm|stemte|stemt!|rostade|aanest|voto!|votado|votou|votato|votazion|glosow|contrari!|favorevol|\
    meat|schwein|fleisch|mieso|viande|carne!|vlees|kott!|kjott|liha!|mittagess|fruhstuck|lunch|pranzo|ausflug|excursion|gita!|uitstap|\
    utflykt|utflukt|retki|passeio|wycieczk|waiver|sepa!|lastschrift|charges!|training!|schulung|szkolen|preventiv|presupuest|orcament|\
    devis|kostenvoranschl|kosztorys|wycen|quote|estimate|wheelchair|rollstuhl|seat!|parking|schlussel|chiavi|nyckel|hund!|dog!|perro!|cane!|chien!|hond!|koira!|pies!";

/// Whether a header speaks of business, and not of being written to about anything else.
pub(super) fn is_of_business(words: &HeaderWords, header: &Header) -> bool {
    use Concept::{Block, Consent, Marketing, Newsletter, Offer, Subscribe, Unsubscribe};
    let is = |word: &String, known: &str| match known.strip_suffix('!') {
        Some(whole) => word == whole,
        None => word.starts_with(known),
    };
    let folded: Vec<String> = header.words.iter().map(|word| fold(word)).collect();
    let speaks = folded.iter().any(|word| BUSINESS.split('|').any(|known| is(word, known)));
    let else_of = [Consent, Newsletter, Marketing, Offer, Subscribe, Unsubscribe, Block];
    speaks && !header.words.iter().any(|word| words.concepts(word).any(&else_of))
}

/// Marks that programs set beside what they copy.
const COPIED: [&str; 8] = ["fivetran", "airbyte", "sdc", "stitch", "dlt", "hevo", "sync", "etl"];

/// Whether a header is a flag of the row: each of its words tells of it, or nothing.
///
/// A deleted contact may be one who asked for it, and is asked about; the mark of a copied row is none.
pub(super) fn is_idle(words: &HeaderWords, header: &Header) -> bool {
    use Concept::{Assent, Contact, Customer, Erase, Filler, Import, Score, Status};
    let copied = header.words.iter().any(|word| COPIED.contains(&word.as_str()));
    if header.written.starts_with('_') || copied {
        return header.words.iter().any(|word| words.concepts(word).has(Erase)) || all_idle(words, header, &[Filler]);
    }
    all_idle(words, header, &[Filler, Assent, Customer, Contact, Status, Score, Import])
}

/// Whether at least one word is of a flag of the row, and the rest have no other concepts than these.
fn all_idle(words: &HeaderWords, header: &Header, harmless: &[Concept]) -> bool {
    let mut any = false;
    let all = header.words.iter().all(|word| {
        if words.is_idle(word) {
            any = true;
            return true;
        }
        let found = words.concepts(word);
        if found.is_empty() {
            word.len() <= 2 || word.bytes().all(|byte| byte.is_ascii_digit())
        } else {
            found.any(harmless)
        }
    });
    any && all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::header_words::header_words;

    fn idle(header: &str) -> bool {
        is_idle(header_words(), &Header::read(header))
    }

    #[test]
    fn flags_of_the_row_are_idle_in_twelve_languages() {
        for header in [
            "vip",
            "is_vip",
            "VIP customer",
            "_deleted",
            "_fivetran_deleted",
            "_sdc_deleted",
            "is_reviewed",
            "moderator",
            "Two factor auth enabled",
            "two_factor_auth_enabled",
            "chat_only",
            "only_private_comments",
            "shared",
            "verified",
            "Archived",
            "going",
            "Öffentlich",
            "Importiert",
            "Login erlauben",
            "Geprüft",
            "Archiviert",
            "vérifié",
            "archivé",
            "partagé",
            "verificado",
            "compartido",
            "archivado",
            "verificato",
            "condiviso",
            "archiviato",
            "geverifieerd",
            "gedeeld",
            "gearchiveerd",
            "partilhado",
            "arquivado",
            "verifierad",
            "delad",
            "arkiverad",
            "verificeret",
            "delt",
            "arkiveret",
            "verifisert",
            "arkivert",
            "vahvistettu tili",
            "jaettu",
            "arkistoitu",
            "zweryfikowany",
            "udostępniony",
            "zarchiwizowany",
        ] {
            assert!(idle(header), "{header}");
        }
    }

    #[test]
    fn what_may_speak_of_a_will_is_not() {
        for header in [
            "deleted",
            "Contact deleted",
            "Kontakt gelöscht",
            "suspended",
            "Newsletter verified",
            "email shared",
            "Consent verified",
            "Do not share",
            "Xyzzy",
            "Permission",
            "On list",
            "NL",
            "Public newsletter",
            "blocked",
            "vip newsletter",
            "not verified",
        ] {
            assert!(!idle(header), "{header}");
        }
    }
}
