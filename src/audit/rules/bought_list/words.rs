//! The word list of rule book 1.7, folded: lower case, no accents. Inflected forms of its words are listed too.

use super::reading::Origin::{self, Appended, Bought, Rented, Scraped};

/// Words for getting data, by what they say of it. One of them counts only near a [`DATA`] word.
pub(super) const ACQUIRED: &[(Origin, &[&str])] = &[
    // English
    (Bought, &["purchased", "bought", "broker", "brokers"]),
    (Rented, &["rented", "leased", "licensed", "licenced"]),
    (Scraped, &["scraped", "scrapped", "harvested", "crawled", "extracted"]),
    (Appended, &["appended", "enriched"]),
    // Italian
    (Bought, &["acquistata", "acquistato", "acquistati", "acquistate", "comprata", "comprato", "comprati", "comprate"]),
    (Bought, &["ceduta", "ceduto", "ceduti", "cedute"]),
    (
        Rented,
        &["noleggiata", "noleggiato", "noleggiati", "noleggiate", "affittata", "affittato", "affittati", "affittate"],
    ),
    (Scraped, &["estratta", "estratto", "estratti", "estratte", "scaricata", "scaricato", "scaricati", "scaricate"]),
    (Scraped, &["raschiata", "raschiato", "raschiati", "raschiate"]),
    (Appended, &["arricchita", "arricchito", "arricchiti", "arricchite"]),
    // Swedish
    (Bought, &["inkopt", "inkopta", "kopt", "kopta"]),
    (Rented, &["hyrd", "hyrda", "hyrt"]),
    (Scraped, &["skrapad", "skrapade", "skrapat"]),
    (Appended, &["berikad", "berikade", "berikat"]),
    // German
    (Bought, &["gekauft", "gekaufte", "gekaufter", "gekauften", "gekauftes"]),
    (Bought, &["zugekauft", "zugekaufte", "zugekaufter", "zugekauften", "angekauft", "angekaufte", "angekauften"]),
    (Rented, &["gemietet", "gemietete", "gemieteter", "gemieteten", "angemietet", "angemietete", "angemieteten"]),
    (Scraped, &["gescrapt", "gescrapte", "gescrapten", "gescraped", "ausgelesen", "ausgelesene", "ausgelesenen"]),
    (Appended, &["angereichert", "angereicherte", "angereicherten"]),
    // French
    (Bought, &["achete", "achetee", "achetes", "achetees", "courtier", "courtiers"]),
    (Rented, &["loue", "louee", "loues", "louees"]),
    (Scraped, &["aspire", "aspiree", "aspires", "aspirees", "scrape", "scrapee", "scrapes", "scrapees"]),
    (Appended, &["enrichi", "enrichie", "enrichis", "enrichies"]),
    // Spanish and Portuguese
    (Bought, &["compradas", "comprados", "comprado", "comprada", "adquirida", "adquiridas", "adquirido", "adquiridos"]),
    (Bought, &["cedida", "cedidas", "cedido", "cedidos"]),
    (Rented, &["alquilada", "alquiladas", "alquilado", "alquilados", "alugada", "alugadas", "alugado", "alugados"]),
    (Scraped, &["raspada", "raspadas", "raspado", "raspados", "extraida", "extraidas", "extraido", "extraidos"]),
    (Appended, &["enriquecida", "enriquecidas", "enriquecido", "enriquecidos"]),
    // Dutch
    (Bought, &["gekocht", "gekochte", "aangekocht", "aangekochte", "ingekocht", "ingekochte"]),
    (Rented, &["gehuurd", "gehuurde"]),
    (Scraped, &["gescrapet", "gescrapete"]),
    (Appended, &["verrijkt", "verrijkte"]),
    // Danish and Norwegian
    (Bought, &["kobt", "kobte", "indkobt", "indkobte", "kjopt", "kjopte", "innkjopt", "innkjopte"]),
    (Rented, &["lejet", "lejede", "leid", "leide"]),
    (Scraped, &["skrabet", "skrabede", "skrapet", "skrapede"]),
    (Appended, &["beriget", "berigede", "beriket", "berikede"]),
    // Polish
    (Bought, &["kupiona", "kupione", "kupiony", "kupionej", "zakupiona", "zakupione", "zakupiony", "zakupionej"]),
    (Rented, &["wynajeta", "wynajete", "wynajety", "wynajetej"]),
    (Scraped, &["zeskrobana", "zeskrobane", "zeskrobany"]),
];

/// Beginnings that count like the full words, and the words that begin so and mean something else.
pub(super) const STEMS: &[(Origin, &str, &[&str])] = &[
    (Scraped, "scrap", &["scrapb", "scrappy"]),
    (Scraped, "harvest", &[]),
    (Scraped, "crawl", &[]),
    (Appended, "append", &["appendi"]),
    (Appended, "enrich", &[]),
];

/// Words for what was got.
pub(super) const DATA: &[&str] = &[
    // English
    "list",
    "lists",
    "data",
    "database",
    "databases",
    "contacts",
    "leads",
    "lead",
    "file",
    "files",
    "records",
    "mailinglist",
    "emaillist",
    "maillist",
    // Italian
    "lista",
    "liste",
    "elenco",
    "elenchi",
    "dati",
    "nominativi",
    "anagrafiche",
    "indirizzi",
    "contatti",
    // Swedish
    "listan",
    "listor",
    "register",
    "registret",
    "adresser",
    "adresserna",
    "kontakter",
    "databas",
    "databasen",
    // German
    "listen",
    "adressen",
    "datei",
    "dateien",
    "datenbank",
    "datenbanken",
    "kontakte",
    "kontakten",
    "daten",
    // French
    "fichier",
    "fichiers",
    "listes",
    "base",
    "bases",
    "adresses",
    "donnees",
    // Spanish and Portuguese
    "listas",
    "datos",
    "dados",
    "contactos",
    "contatos",
    "registros",
    "registos",
    "fichero",
    "ficheros",
    // Dutch
    "lijst",
    "lijsten",
    "bestand",
    "bestanden",
    // Danish and Norwegian
    "lister",
    "listen",
    "registre",
    // Polish
    "listy",
    "baza",
    "bazy",
    "kontakty",
    "kontaktow",
];

/// Data words that end longer words, as in `Adressliste`, `kundregister`, `adressenbestand`.
pub(super) const DATA_ENDINGS: &[&str] = &[
    "liste",
    "lista",
    "listen",
    "listor",
    "adressen",
    "adresser",
    "datei",
    "datenbank",
    "kontakte",
    "kontakter",
    "register",
    "databas",
    "database",
    "lijst",
    "bestand",
];

/// Words that end so and are no list of people.
pub(super) const NO_DATA: &[&str] = &[
    "wunschliste",
    "einkaufsliste",
    "preisliste",
    "warteliste",
    "onskelista",
    "inkopslista",
    "prislista",
    "onskeliste",
    "handleliste",
    "indkobsliste",
    "prisliste",
    "verlanglijst",
    "wenslijst",
    "prijslijst",
    "boodschappenlijst",
    "einverstanden",
    "scheckliste",
    "checkliste",
    "checklista",
    "checklijst",
];

/// Where data are taken from: names of places that hold people and sell nothing, one or two words long.
pub(super) const DIRECTORIES: &[&[&str]] = &[
    &["linkedin"],
    &["linked", "in"],
    &["xing"],
    &["google", "maps"],
    &["googlemaps"],
    &["yellow", "pages"],
    &["yellowpages"],
    &["gelbe", "seiten"],
    &["pagine", "gialle"],
    &["pages", "jaunes"],
    &["gula", "sidorna"],
];

/// The same for places where people also buy: they count for what was scraped or appended only.
pub(super) const MARKETS: &[&[&str]] = &[&["facebook"], &["instagram"]];

/// Words and expressions that fire alone.
pub(super) const ALONE: &[(Origin, &[&str])] = &[
    (Bought, &["list", "broker"]),
    (Bought, &["list", "brokers"]),
    (Bought, &["listbroker"]),
    (Bought, &["data", "broker"]),
    (Bought, &["data", "brokers"]),
    (Bought, &["databroker"]),
    (Bought, &["third", "party", "list"]),
    (Bought, &["third", "party", "lists"]),
    (Bought, &["thirdparty", "list"]),
    (Bought, &["cold", "list"]),
    (Bought, &["cold", "lists"]),
    (Bought, &["adresskauf"]),
    (Bought, &["adressenkauf"]),
    (Bought, &["adresshandler"]),
    (Bought, &["adresshaendler"]),
    (Bought, &["adresshandel"]),
    (Bought, &["adressenhandel"]),
    (Bought, &["fremdadressen"]),
    (Bought, &["fremdadresse"]),
    (Rented, &["adressmiete"]),
    (Rented, &["adressenmiete"]),
    (Bought, &["adresskop"]),
    (Bought, &["adressmaklare"]),
    (Bought, &["adressmaklaren"]),
    (Bought, &["fichier", "tiers"]),
    (Bought, &["fichiers", "tiers"]),
    (Bought, &["adressenbroker"]),
    (Scraped, &["insamlad", "fran", "webb"]),
    (Scraped, &["insamlade", "fran", "webb"]),
    (Scraped, &["insamlad", "fran", "webben"]),
    (Scraped, &["insamlade", "fran", "webben"]),
];

/// The false friends: the person's own order. Only `NOUN of DATA` speaks of a list.
pub(super) const ORDERS: &[(Origin, &str)] = &[
    (Bought, "purchase"),
    (Bought, "acquisto"),
    (Bought, "kop"),
    (Bought, "kauf"),
    (Bought, "achat"),
    (Bought, "compra"),
    (Bought, "koop"),
    (Bought, "zakup"),
    (Rented, "location"),
];

/// What joins an order to the thing bought.
pub(super) const OF: &[&str] = &["of", "di", "d", "de", "du", "des", "av", "von", "van", "af"];

/// What makes an order one of data: stricter than [`DATA`], for people buy files and records.
pub(super) const DATA_OF_ORDERS: &[&str] = &[
    "list",
    "lists",
    "lista",
    "liste",
    "listes",
    "listen",
    "leads",
    "contacts",
    "database",
    "adressen",
    "adresses",
    "adresser",
    "indirizzi",
    "nominativi",
    "contatti",
    "contactos",
    "contatos",
    "kontakte",
    "datenbank",
    "fichier",
    "base",
    "bazy",
    "listy",
    "kontaktow",
];

/// Words that turn what follows into its opposite.
pub(super) const NEGATIONS: &[&str] = &[
    "not", "no", "non", "nicht", "kein", "keine", "keinen", "keiner", "inte", "ej", "pas", "sans", "sin", "geen",
    "niet", "nao", "sem", "ikke", "uden", "uten", "nie", "bez", "never", "without", "ohne", "utan", "senza", "zonder",
];

/// Words before a participle that make it the person's own doing: *who bought*, *ha acquistato*.
pub(super) const DOERS: &[&str] = &["who", "hat", "ha", "hanno", "heeft", "ont"];
