//! Tables as users leave them: columns dropped, added, moved, renamed in another language and spelt in another way.

use bonafide::vocabulary::Field;

/// A small generator of numbers, the same on every run.
pub struct Seeded(u64);

impl Seeded {
    /// A generator of its own for every name.
    pub fn of(name: &str) -> Self {
        Self(
            name.bytes()
                .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)),
        )
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % end as u64).unwrap()
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }
}

/// A column with its sampled cells.
#[derive(Debug, Clone)]
pub struct Column {
    pub header: String,
    pub cells: Vec<String>,
    /// What it means; `None` for none of the fields.
    pub means: Option<Field>,
    /// Whether it was added and belongs to no system.
    pub foreign: bool,
}

/// What is done to a table.
#[derive(Debug, Clone, Copy)]
pub struct Liberties {
    pub drop: bool,
    pub rename: bool,
    pub respell: bool,
}

/// A table with some liberties taken. The names that a system gives its own columns are the same in every language;
/// those of a person's name and address are not. In a list every name is in the list's language.
pub fn mutate(columns: &[Column], is_list: bool, liberties: Liberties, seeded: &mut Seeded) -> Vec<Column> {
    let dropped = if liberties.drop { [1_000, 8, 4, 2][seeded.below(4)] } else { 1_000 };
    let language = seeded.below(12);
    let translated = liberties.rename && seeded.one_in(2);
    let spelling = if liberties.respell { seeded.below(9) } else { 0 };
    let mut mutated: Vec<Column> = Vec::new();
    for column in columns {
        if dropped < 1_000 && seeded.one_in(dropped) {
            continue;
        }
        let mut column = column.clone();
        if let Some(word) = column.means.and_then(|field| word(field, language, is_list)).filter(|_| translated) {
            column.header = word.to_owned();
        }
        // All headers in one spelling, or each in its own.
        column.header = respelt(&column.header, if spelling == 8 { seeded.below(7) } else { spelling });
        mutated.push(column);
    }
    let rows = columns.first().map_or(0, |column| column.cells.len());
    let often = [2, 4, 12][seeded.below(3)];
    for (header, cells) in FOREIGN {
        if seeded.one_in(often) {
            let cells = (0..rows).map(|row| cells[row % cells.len()].to_owned()).collect();
            mutated.push(Column { header: (*header).to_owned(), cells, means: None, foreign: true });
        }
    }
    if seeded.one_in(2) {
        for at in (1..mutated.len()).rev() {
            mutated.swap(at, seeded.below(at + 1));
        }
    }
    mutated
}

fn word(field: Field, language: usize, is_list: bool) -> Option<&'static str> {
    let (_, of_list, words) = WORDS.iter().find(|(listed, ..)| *listed == field)?;
    (is_list || !of_list).then(|| words.split('|').nth(language).unwrap())
}

fn respelt(header: &str, spelling: usize) -> String {
    let words = || header.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let joined = |by: &str| words().collect::<Vec<_>>().join(by);
    match spelling {
        1 => header.to_uppercase(),
        2 => header.to_lowercase(),
        3 => joined("_").to_lowercase(),
        4 => joined(" "),
        5 => format!("{header}:"),
        6 => format!("  {header} *"),
        7 => joined("-"),
        _ => header.to_owned(),
    }
}

/// Columns of a firm's own. None of them reaches a person or says what the person agreed to.
const FOREIGN: &[(&str, &[&str])] = &[
    ("Favourite coffee", &["espresso", "filter", ""]),
    ("Mässa 2023", &["ja", "nej"]),
    ("Größe", &["42", "38"]),
    ("Note interne", &["x", ""]),
    ("Kategorie B", &["7", "", "8"]),
    ("Seat", &["12A", "3C"]),
    ("Custom 1", &["2024-01-01", "2023-05-06"]),
    ("Punti fedeltà", &["10", "0"]),
    ("Account manager email", &["sales@example.org"]),
    ("Order status", &["shipped", "cancelled"]),
    ("Date of event", &["2024-05-01", ""]),
    ("Active customer", &["TRUE", "FALSE"]),
    ("Terms accepted", &["yes", "yes"]),
    ("Livraison", &["Lyon", "Paris"]),
    ("Column1", &["", "", "?"]),
];

/// Words for a field in English, Italian, Swedish, German, French, Spanish, Dutch, Portuguese, Danish, Norwegian,
/// Finnish and Polish, and whether only a list has it in the user's language.
const WORDS: &[(Field, bool, &str)] = &[
    (
        Field::Email,
        false,
        "E-mail address|Indirizzo e-mail|E-postadress|E-Mail-Adresse|Adresse e-mail|Correo electrónico|E-mailadres|Endereço de e-mail|Mailadresse|E-postadresse|Sähköpostiosoite|Adres e-mail",
    ),
    (
        Field::Phone,
        false,
        "Phone number|Numero di telefono|Telefonnummer|Telefonnummer|Numéro de téléphone|Número de teléfono|Telefoonnummer|Telefone|Mobilnummer|Mobilnummer|Puhelinnumero|Numer telefonu",
    ),
    (
        Field::FirstName,
        false,
        "First name|Nome|Förnamn|Vorname|Prénom|Nombre|Voornaam|Primeiro nome|Fornavn|Fornavn|Etunimi|Imię",
    ),
    (
        Field::LastName,
        false,
        "Last name|Cognome|Efternamn|Nachname|Nom de famille|Apellidos|Achternaam|Sobrenome|Efternavn|Etternavn|Sukunimi|Nazwisko",
    ),
    (
        Field::FullName,
        false,
        "Full name|Nominativo|Fullständigt namn|Vollständiger Name|Nom complet|Nombre completo|Volledige naam|Nome completo|Fulde navn|Fullt navn|Koko nimi|Imię i nazwisko",
    ),
    (
        Field::Company,
        false,
        "Company|Azienda|Företag|Firma|Société|Empresa|Bedrijf|Empresa|Virksomhed|Bedrift|Yritys|Nazwa firmy",
    ),
    (Field::Country, false, "Country|Paese|Land|Land|Pays|País|Land|País|Land|Land|Maa|Kraj"),
    (Field::City, false, "City|Città|Ort|Ort|Ville|Ciudad|Plaats|Cidade|By|By|Paikkakunta|Miasto"),
    (
        Field::Status,
        true,
        "Subscription status|Stato iscrizione|Prenumerationsstatus|Anmeldestatus|Statut d'abonnement|Estado de suscripción|Status|Situação|Status|Status|Tila|Status",
    ),
    (
        Field::OptinEmail,
        true,
        "Marketing consent|Consenso marketing|Marknadsföringssamtycke|Werbeeinwilligung|Consentement|Acepta marketing|Marketingtoestemming|Aceita marketing|Markedsføringssamtykke|Markedsføringssamtykke|Markkinointilupa|Zgoda marketingowa",
    ),
    (
        Field::DoNotEmail,
        true,
        "Do not email|Non inviare email|Inga utskick|Keine E-Mails|Ne pas envoyer d'e-mail|No enviar correo|Niet mailen|Não enviar e-mail|Ingen e-mail|Ikke send e-post|Ei sähköpostia|Nie wysyłać",
    ),
    (
        Field::DoNotCall,
        true,
        "Do not call|Non chiamare|Ring ej|Nicht anrufen|Ne pas appeler|No llamar|Niet bellen|Não telefonar|Ring ikke|Ikke ring|Puhelinkielto|Nie dzwonić",
    ),
    (
        Field::ConsentAt,
        true,
        "Consent date|Data consenso|Samtyckesdatum|Einwilligungsdatum|Date de consentement|Fecha de consentimiento|Datum toestemming|Data de consentimento|Samtykkedato|Samtykkedato|Suostumuspäivä|Data zgody",
    ),
    (
        Field::ConfirmedAt,
        true,
        "Confirmed at|Data conferma|Bekräftelsedatum|Bestätigt am|Date de confirmation|Fecha de confirmación|Bevestigd op|Data de confirmação|Bekræftelsesdato|Bekreftelsesdato|Vahvistuspäivä|Data potwierdzenia",
    ),
    (
        Field::UnsubscribedAt,
        true,
        "Unsubscribed at|Data disiscrizione|Avregistreringsdatum|Abmeldedatum|Date de désinscription|Fecha de baja|Uitschrijfdatum|Data de cancelamento|Afmeldingsdato|Avmeldingsdato|Peruutuspäivä|Data wypisu",
    ),
    (
        Field::CreatedAt,
        true,
        "Created at|Data creazione|Skapad|Erstellt am|Date de création|Fecha de creación|Aangemaakt|Data de criação|Oprettet|Opprettet|Luotu|Utworzono",
    ),
    (Field::ConsentSource, true, "Source|Fonte|Källa|Herkunft|Provenance|Origen|Bron|Origem|Kilde|Kilde|Lähde|Źródło"),
    (
        Field::LegalBasis,
        true,
        "Legal basis|Base giuridica|Rättslig grund|Rechtsgrundlage|Base légale|Base jurídica|Rechtsgrond|Base legal|Retsgrundlag|Rettslig grunnlag|Oikeusperuste|Podstawa prawna",
    ),
];
