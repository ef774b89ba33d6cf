//! What a consent is for, where a column says so row by row.
//!
//! A log of consents has a row for each thing agreed to: the newsletter, cookies, pictures, terms. A yes to something
//! that is no sending is a yes to no channel; what nobody can place is asked about.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::content::Profile;
use super::header::{self, Header};
use super::idea::{By, Idea};
use super::table_channel::channel_of_cell;
use crate::import::header_words::{Concept, Concepts, header_words};
use crate::vocabulary::Field;

/// What a cell of a column of purposes names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Messages, be it among other things.
    Sending,
    /// Something that is no message: nobody agreed to be written to.
    NoSending,
    /// Nobody can place it.
    Unplaced,
}

/// What is never a message, whatever stands beside it; beginnings of folded words in twelve languages, `!`: the word.
const NEVER: &str = "cookie|kakor|informasjonskapsl|ciasteczk|evaste|traceur|analyt|anality|analiti|analis|analys|statist|\
    estatist|estadist|tilasto|statyst|measur|messung|reichweite|mesure|medicion|medicao|misuraz|meting|matning|maling!|\
    mittaus|pomiar|tracking|sporing|sparning|seuranta|sledzen|profiling|profilage|profilaz|profilbild|profilering|\
    profilow|profilointi|profileren|perfilad|perfiles|perfis|perfilam|retarget|remarket|third|dritte|drittan|tiers|\
    tercer|terceir|terzi!|terze!|derden|derde!|tredje|kolman|kolmas|trzeci|stronom|weitergabe|ubermittl|sharing|\
    datasharing|disclosure|partage|cesion|cessione|compartir|partilha|delning|deling!|luovut|udostep|terms|tos!|agb!|\
    nutzungsbed|geschaftsbed|teilnahmebed|cgu!|cgv!|terminos|termos!|termini!|condic|condiz|condition|voorwaard|villkor|\
    vilkar|betingels|ehdot|ehtoj|kayttoeh|regulamin|warunk|privac|privatliv|datenschutz|confidentialit|integritet|\
    personvern|tietosuoj|prywatno|rodo!|gdpr!|policy|informativa|charte|processing|verarbeitung|datenverarbeitung|\
    traitement|tratamiento|trattamento|tratamento|verwerking|behandling|kasittely|przetwarzan|waiver|liability|haftung|\
    biometr|scoring|bonitat|creditcheck|schufa|parental|guardian";
/// What may be the matter of a newsletter, and else is no message.
const UNLESS_NEWS: &str = "photo|foto|image|imagen|imagem|imagens|immagin|bildrecht|bildnutz|bilder|bildmat|bildveroff|\
    bildauf|billed|bilde!|beeld|portret|kuva!|kuvat|kuvau|kuvien|valokuv|wizerun|zdjec|fotograf|video|filming|filmaufn|\
    recording|aufnahme|aufzeichn|enregistr|grabac|registraz|gravac|opname|inspelning|optagelse|opptak|nagran|picture|\
    publicering|veroffentlich|payment|zahlung|paiement|pagament|betaling|betalning|platnos|liberator";
/// What is no message where no word of one stands beside it.
const UNLESS_SENDING: &str = "personali|personnalis|personoin|standort|location|localis|localiz|ubicac|sijainti|necess|\
    necesar|notwendig|erforderlich|essential|essenziell|functional|funktional|fonctionnel|funcional|funzional|\
    functioneel|noodzakelijk|nodvandig|nodvendig|valttamat|niezbedn|performance|preferenc|profile|profil|perfil";
/// Kinds of cookies: what stands in one list with them is one of them.
const OF_COOKIES: &str = "cookie|necess|necesar|notwendig|essential|essenziell|functional|funktional|fonctionnel|\
    funcional|funzional|functioneel|noodzakelijk|nodvandig|nodvendig|valttamat|niezbedn|performance|analyt|analiti|\
    anality|statist|estadist|estatist|statyst|tilasto";
/// Words between two purposes.
const AND: [&str; 14] = ["and", "und", "et", "e", "y", "og", "och", "en", "ja", "oraz", "samt", "sowie", "plus", "i"];

/// Headers of a column of the kinds of consent, which are purposes, ways of giving it, or channels.
const KINDS: [&str; 42] = [
    "consent type",
    "consent kind",
    "consent name",
    "consent category",
    "type of consent",
    "purpose type",
    "purpose name",
    "purpose code",
    "permission type",
    "agreement type",
    "Einwilligungsart",
    "Einwilligungstyp",
    "Art der Einwilligung",
    "Typ der Einwilligung",
    "Zweck der Einwilligung",
    "Einwilligungszweck",
    "type de consentement",
    "finalité du consentement",
    "objet du consentement",
    "tipo de consentimiento",
    "finalidad del consentimiento",
    "tipo di consenso",
    "tipo consenso",
    "finalità del consenso",
    "soort toestemming",
    "type toestemming",
    "toestemmingstype",
    "doel van toestemming",
    "tipo de consentimento",
    "finalidade do consentimento",
    "samtyckestyp",
    "typ av samtycke",
    "ändamål med samtycke",
    "samtykketype",
    "type samtykke",
    "formål med samtykke",
    "suostumustyyppi",
    "suostumuksen tyyppi",
    "suostumuksen tarkoitus",
    "rodzaj zgody",
    "typ zgody",
    "cel zgody",
];
/// Ways in which a consent is given or kept, folded; beginnings of words.
const WAYS: &str = "single|double|doppel|dopp|doble|dubbel|dobbel|duplo|kaksin|podwojn|doi|soi|coi|optin|optout|express|\
    explicit|implicit|implied|explizit|implizit|ausdruck|konklud|stillschw|expres|esplicit|tacit|uttryck|uttrykk|\
    udtrykk|nimenomai|wyrazn|domniem|verbal|oral|written|schriftlich|mundlich|ecrit|escrit|scritt|skriftlig|muntlig|\
    schriftelijk|mondeling|kirjallin|suullin|pisemn|ustn|soft|confirmed|unconfirmed|presumed|legitim|contract|manual|\
    import|api|form|tick|checkbox|signature|paper|online|web|\
    phone call|hakchen|angehakt|angekreuzt|casella|casilla|spunta|cochee|kryss|kryds|rasti|vinkje|aangevinkt|zaznacz|\
    button|click|clic|klick|klik|unterschr|firma|firmat|underskr|underteck|podpis|allekirj|telefon|puhelim";

/// Headers over the answer of a log of consents, folded; beginnings of single words.
const GRANTED: &str = "grant|given|accept|agreed|allowed|approved|erteilt|gegeben|akzeptiert|zugestimmt|angenommen|\
    accord|donne|otorgad|concedid|dado|acept|concess|accett|rilasci|gegeven|verleend|geaccept|aceit|lamnat|godkan|\
    bevilja|beviljat|givet|afgivet|godkendt|gitt|avgitt|godkjent|annettu|hyvaksytty|udzielon|wyrazon|zaakcept";

/// What a cell of a column of purposes names.
pub(crate) fn of_cell(cell: &str) -> Purpose {
    let parts: Vec<Vec<String>> = cell.split([',', ';', '|', '/', '+', '&', '\n']).flat_map(parts_of).collect();
    let of_cookies = parts.iter().any(|words| begins(words, OF_COOKIES));
    let mut found = Purpose::Unplaced;
    for words in &parts {
        match of_part(words, of_cookies) {
            Purpose::Sending => return Purpose::Sending,
            Purpose::NoSending => found = Purpose::NoSending,
            Purpose::Unplaced => {}
        }
    }
    found
}

/// The words of a text, in parts between words for “and”.
fn parts_of(text: &str) -> Vec<Vec<String>> {
    let words = Header::read(text).words;
    let parts = words.split(|word| AND.contains(&word.as_str()));
    parts.filter(|part| !part.is_empty()).map(<[String]>::to_vec).collect()
}

fn of_part(words: &[String], of_cookies: bool) -> Purpose {
    use Concept::{Email, Marketing, Messenger, Newsletter, Offer, Post, Push, Sms};
    if begins(words, NEVER) {
        return Purpose::NoSending;
    }
    let mut found = Concepts::default();
    words.iter().for_each(|word| found.add(header_words().concepts(word)));
    let news = found.any(&[Newsletter, Email, Sms, Messenger]);
    if !news && begins(words, UNLESS_NEWS) {
        return Purpose::NoSending;
    }
    // `Marketing` beside `Necessary` is a kind of cookies.
    if news || (found.any(&[Marketing, Offer, Post, Push]) && !of_cookies) {
        return Purpose::Sending;
    }
    let else_where = found.any(&[Concept::Terms, Concept::Elsewhere]) || (of_cookies && found.has(Marketing));
    match else_where || begins(words, UNLESS_SENDING) {
        true => Purpose::NoSending,
        false => Purpose::Unplaced,
    }
}

fn begins(words: &[String], stems: &str) -> bool {
    let is = |word: &String, stem: &str| match stem.strip_suffix('!') {
        Some(whole) => word == whole,
        None => word.starts_with(stem),
    };
    words.iter().any(|word| stems.split('|').any(|stem| is(word, stem)))
}

/// Settles what columns of kinds of consent hold, and asks about the yes of a log whose purposes nobody can place.
pub(super) fn settle(ideas: &mut [Idea], headers: &[Header], profiles: &[Profile<'_>]) {
    static KEYS: LazyLock<BTreeSet<String>> = LazyLock::new(|| KINDS.iter().map(|name| header::key(name)).collect());
    let is_kind = |header: &Header| KEYS.contains(&header.key);
    for ((idea, header), profile) in ideas.iter_mut().zip(headers).zip(profiles) {
        let open = !matches!(idea.by, By::System | By::Hand) && idea.field != Some(Field::Purpose);
        if open && profile.filled > 0 && is_kind(header) && !are_ways(profile) {
            let why = "the header speaks of the kind of consent, and the cells name what for".to_owned();
            *idea = Idea::of(By::WholeHeader, Field::Purpose, 0.75, why);
        }
    }
    let Some(at) = ideas.iter().position(|idea| idea.field == Some(Field::Purpose) && idea.by != By::System) else {
        return;
    };
    // A log has its consent in a column of its own: `granted`, beside what was granted.
    let concerns = |header: &Header| concepts(header).has(Concept::Consent);
    let log = is_kind(&headers[at])
        || concerns(&headers[at])
        || ideas.iter().zip(headers).any(|(idea, header)| idea.grants() && concerns(header));
    if log {
        // `granted` beside the kinds of consent answers them.
        for (idea, header) in ideas.iter_mut().zip(headers) {
            let says_so = header.words.len() == 1 && begins(&header.words, GRANTED);
            if idea.field.is_none() && idea.perhaps == Some(Field::OptinEmail) && says_so {
                let why = "the header says that the consent was given which another column names".to_owned();
                *idea = Idea::of(By::PartOfHeader, Field::OptinEmail, 0.75, why);
            }
        }
    }
    if !log || profiles[at].filled == 0 || !has_unplaced(&profiles[at]) {
        return;
    }
    let name = headers[at].written.clone();
    for idea in ideas.iter_mut().filter(|idea| !matches!(idea.by, By::System | By::Hand)) {
        if idea.grants() && idea.channel.is_none() {
            idea.ask();
            idea.why.push_str(&format!("; but “{name}” names purposes that nobody can place"));
        }
    }
}

/// Whether the cells name ways of consenting, and nothing consented to.
fn are_ways(profile: &Profile<'_>) -> bool {
    let named = profile.words.iter().filter(|(cell, _)| {
        let words = Header::read(cell).words;
        begins(&words, WAYS) && !matches!(of_cell(cell), Purpose::NoSending)
    });
    named.map(|(_, times)| times).sum::<u32>() * 2 >= profile.filled
}

/// Whether some cells name nothing that is known; too many different ones are known to nobody.
fn has_unplaced(profile: &Profile<'_>) -> bool {
    let unplaced = |cell: &str| of_cell(cell) == Purpose::Unplaced && channel_of_cell(cell).is_none();
    let of_cookies = profile.words.iter().any(|(cell, _)| {
        let words = Header::read(cell).words;
        begins(&words, OF_COOKIES)
    });
    // Beside kinds of cookies a bare `Marketing` may be one of them.
    let bare = |cell: &str| {
        let words = Header::read(cell).words;
        of_cookies && of_part(&words, true) != of_part(&words, false)
    };
    profile.words.is_empty() || profile.words.iter().any(|(cell, _)| unplaced(cell) || bare(cell))
}

fn concepts(header: &Header) -> Concepts {
    let mut found = Concepts::default();
    header.words.iter().for_each(|word| found.add(header_words().concepts(word)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_is_known_in_twelve_languages() {
        for cell in [
            "ANALYTICS",
            "Cookies",
            "profiling",
            "Third parties",
            "third-party marketing",
            "terms_of_service",
            "Privacy policy",
            "photo release",
            "Image rights",
            "Marketing cookies",
            "statistics, necessary",
            "Bildrechte",
            "Datenschutzerklärung",
            "AGB",
            "Weitergabe an Dritte",
            "Profilbildung",
            "Fotos für Werbung",
            "cookies et traceurs",
            "Droit à l'image",
            "CGV",
            "partage avec des tiers",
            "mesure d'audience",
            "cesión a terceros",
            "derechos de imagen",
            "términos y condiciones",
            "estadísticas",
            "política de privacidad",
            "profilazione",
            "cessione a terzi",
            "liberatoria foto",
            "informativa privacy",
            "immagini",
            "beeldmateriaal",
            "delen met derden",
            "algemene voorwaarden",
            "statistieken",
            "direitos de imagem",
            "partilha com terceiros",
            "termos de uso",
            "análise",
            "bilder på webben",
            "villkor",
            "tredje part",
            "kakor",
            "profilering",
            "billeder",
            "privatlivspolitik",
            "tredjepart",
            "vilkår",
            "bilder",
            "personvern",
            "informasjonskapsler",
            "valokuvat",
            "evästeet",
            "käyttöehdot",
            "kolmannet osapuolet",
            "tietosuoja",
            "profilointi",
            "wizerunek",
            "ciasteczka",
            "regulamin",
            "udostępnianie stronom trzecim",
            "profilowanie",
            "polityka prywatności",
            "necessary, analytics, marketing",
            "dataProcessing",
        ] {
            assert_eq!(of_cell(cell), Purpose::NoSending, "{cell}");
        }
    }

    #[test]
    fn messages_stay_messages_beside_anything_else() {
        for cell in [
            "MARKETING_EMAILS",
            "Newsletter",
            "newsletter and photos",
            "Marketing e profilazione",
            "Photo newsletter",
            "Werbung",
            "Direktmarketing",
            "email marketing",
            "sms_marketing",
            "personalised offers",
            "Nyhetsbrev",
            "boletín",
            "uutiskirje",
            "oferty",
            "nieuwsbrief",
            "terms, newsletter",
            "promotions",
            "Nyhedsbrev og billeder",
            "Health newsletter",
            "reklame",
            "mainonta",
            "publicidade",
        ] {
            assert_eq!(of_cell(cell), Purpose::Sending, "{cell}");
        }
        for cell in ["xyzzy", "P3", "", "Weiterbildung", "Bildung", "events", "17"] {
            assert_eq!(of_cell(cell), Purpose::Unplaced, "{cell}");
        }
    }
}
