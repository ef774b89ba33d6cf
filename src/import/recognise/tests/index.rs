//! Every header of the formats' index, in every spelling, over cells of its kind.

use super::{fields, read_with};
use crate::import::Corrections;
use crate::vocabulary::Field::{self, *};

/// What a meaning of the index is here: the fields it may be, and cells of it.
fn expected(meaning: &str) -> (&'static [Field], [&'static str; 3]) {
    const DATES: [&str; 3] = ["2024-03-14 09:12:31", "2024-04-15 10:00:00", ""];
    const ANSWERS: [&str; 3] = ["1", "0", "1"];
    const TEXT: [&str; 3] = ["Trade fair", "Web", "Trade fair"];
    match meaning {
        "email" => (&[Email], ["ada@example.org", "bo@example.org", "eva@example.org"]),
        "phone" => (&[Phone], ["+46 70 174 06 05", "+46 70 174 06 06", ""]),
        "first name" => (&[FirstName], ["Ada", "Bo", "Eva"]),
        "last name" => (&[LastName], ["Ek", "Dahl", "Klein"]),
        "full name" => (&[FullName], ["Ada Ek", "Bo Dahl", "Eva Klein"]),
        "company" => (&[Company], ["Ek AB", "Dahl", "Klein"]),
        "country" => (&[Country], ["Sverige", "Italia", "Sweden"]),
        "language" => (&[Language], ["sv", "it", "en"]),
        "external id" => (&[ExternalId, CustomerId], ["K-17", "K-18", "K-19"]),
        "status" => (&[Status], ["active", "unsubscribed", "active"]),
        "marketing consent (general)" | "marketing consent" => (&[OptinEmail], ["ja", "nej", "ja"]),
        "consent timestamp" => (&[ConsentAt], DATES),
        "consent source / form" | "consent source" => (&[ConsentSource, ConsentForm, ConsentUrl], TEXT),
        "consent IP" => (&[ConsentIp], ["192.0.2.1", "192.0.2.2", ""]),
        "consent wording / version" | "consent wording" => (&[WordingText, WordingVersion], TEXT),
        "DOI time" => (&[ConfirmedAt], DATES),
        "DOI IP" => (&[ConfirmedIp], ["192.0.2.1", "192.0.2.2", ""]),
        "unsubscribe time" => (&[UnsubscribedAt], DATES),
        "unsubscribe reason" => (&[UnsubscribeReason], ["too many", "not mine", ""]),
        "bounce" => (&[Bounced], ["1", "0", ""]),
        "last activity" => (&[LastActivityAt, LastOpenAt, LastClickAt], DATES),
        "created" => (&[CreatedAt], DATES),
        "tags / lists" => (&[Tags, Lists], ["vip", "fair", "vip"]),
        "do not email" => (&[DoNotEmail], ANSWERS),
        "do not call" => (&[DoNotCall], ANSWERS),
        "legal basis" => (&[LegalBasis], ["Consent", "Contract", ""]),
        other => panic!("{other} is no meaning of the index"),
    }
}

/// `(meaning, language, header)`; the row of opt-ins by channel taken apart.
fn index() -> Vec<(String, &'static str, String)> {
    let mut found = Vec::new();
    for line in include_str!("index/headers.tsv").lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<&str> = line.split('\t').collect();
        let [meaning, language, headers] = parts[..] else { panic!("{line}") };
        if meaning.starts_with("opt-in") {
            continue;
        }
        found.extend(headers.split('|').map(|header| (meaning.to_owned(), language, header.to_owned())));
    }
    found
}

fn field_of(header: &str, cells: &[&str; 3], neighbours: &[(&str, &str)]) -> Option<Field> {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut text = quoted(header);
    neighbours.iter().for_each(|(name, _)| text += &format!(";{}", quoted(name)));
    for cell in cells {
        text += &format!("\n{}", quoted(cell));
        neighbours.iter().for_each(|(_, cell)| text += &format!(";{}", quoted(cell)));
    }
    read_with("list.csv", "", &format!("{text}\n"), &Corrections::none()).columns[0].field
}

/// The header as other programs would write it.
fn spellings(header: &str, dated: bool) -> Vec<String> {
    let words: Vec<&str> = header.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let capital = |word: &&str| {
        let mut chars = word.chars();
        chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
    };
    let pascal: String = words.iter().map(capital).collect();
    let mut spellings = vec![
        header.to_owned(),
        header.to_uppercase(),
        header.to_lowercase(),
        words.join("_"),
        words.join("_").to_uppercase(),
        words.join("-"),
        format!("{header}:"),
        format!("{header} *"),
        format!("{header}?"),
        format!("\u{feff}{header} "),
        format!("Contact: {header}"),
        format!("Person - {header}"),
        format!("Kontakt / {header}"),
        format!("contact_{}", words.join("_").to_lowercase()),
    ];
    // ß and acronyms aside, a name in one word with capitals inside.
    if words.len() > 1 && words.iter().all(|word| word.chars().all(char::is_alphabetic) && word.len() > 1) {
        spellings.push(pascal);
    }
    if dated {
        spellings.push(format!("{header} (UTC)"));
        spellings.push(format!("{header} (UTC+0)"));
    }
    spellings
}

#[test]
fn every_header_of_the_index_has_its_meaning_in_every_spelling() {
    let mut wrong = Vec::new();
    let headers = index();
    assert!(headers.len() > 700, "{} headers", headers.len());
    for (meaning, language, header) in headers {
        let (fields, cells) = expected(&meaning);
        // “Name” is a family name beside a given one, “nome” a given name.
        let neighbours: &[(&str, &str)] = match meaning.as_str() {
            "email" => &[("Kundnummer", "17")],
            "last name" => &[("E-Mail", "ada@example.org"), ("Vorname", "Ada")],
            _ => &[("E-Mail", "ada@example.org")],
        };
        let dated = cells[0].starts_with("2024");
        for spelling in spellings(&header, dated) {
            let found = field_of(&spelling, &cells, neighbours);
            let other = match header.as_str() {
                // Without the word for a person before it, it is German.
                "Name" if meaning == "last name" && spelling.to_lowercase().starts_with("contact") => FullName,
                // Read as “do not contact”, which refuses calls as well.
                "DNC" => DoNotEmail,
                _ => fields[0],
            };
            if found == Some(other) {
                continue;
            }
            if !found.is_some_and(|field| fields.contains(&field)) {
                wrong.push(format!("{language} {meaning}: “{spelling}” is {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_opt_in_of_the_index_names_its_channel() {
    let fields = [OptinEmail, OptinSms, OptinPhone, OptinPost];
    let mut wrong = Vec::new();
    for line in include_str!("index/headers.tsv").lines().filter(|line| line.starts_with("opt-in")) {
        let headers = line.split('\t').nth(2).unwrap();
        let whole: Vec<String> = match headers.split_once(' ') {
            Some((consent, channels)) if headers.contains(" / ") => {
                channels.split(" / ").map(|channel| format!("{consent} {channel}")).collect()
            }
            _ => headers.split('|').map(str::to_owned).collect(),
        };
        for (header, field) in whole.iter().zip(fields) {
            for spelling in
                [header.clone(), header.to_uppercase(), header.replace([' ', '-'], "_"), format!("Contact: {header}")]
            {
                let found = field_of(&spelling, &["ja", "nej", "ja"], &[("E-Mail", "ada@example.org")]);
                if found != Some(field) {
                    wrong.push(format!("“{spelling}” is {found:?}, not {field:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_ambiguous_header_is_decided_by_its_cells_and_neighbours() {
    let mail = ("E-Mail", "ada@example.org");
    let states = ["active", "unsubscribed", ""];
    let countries = ["Italia", "France", "SE"];
    for header in ["stato", "estado", "state", "état"] {
        assert_eq!(field_of(header, &states, &[mail]), Some(Status), "{header}");
    }
    assert_eq!(field_of("stato", &countries, &[mail]), Some(Country));
    assert_eq!(field_of("estado", &["Jalisco", "Puebla", "Oaxaca"], &[mail]), None);
    assert_eq!(field_of("State", &["Ohio", "Texas", "Utah"], &[mail]), None);
    assert_eq!(field_of("Name", &["Klein", "Ek", "Dahl"], &[mail, ("Vorname", "Ada")]), Some(LastName));
    assert_eq!(field_of("Name", &["Ada Klein", "Bo Ek", "Eva Dahl"], &[mail]), Some(FullName));
    assert_eq!(field_of("nome", &["Ada", "Bo", "Eva"], &[mail, ("cognome", "Ek")]), Some(FirstName));
    assert_eq!(field_of("nominativo", &["Ada Ek", "Bo Ek", "Eva Ek"], &[mail]), Some(FullName));
    assert_eq!(field_of("Land", &["Deutschland", "Italia", ""], &[mail]), Some(Country));
    assert_eq!(field_of("Prenumeration", &["Kunder", "VIP", "Kunder"], &[mail]), Some(Lists));
    assert_eq!(field_of("villkor", &["2024-A", "2023-B", ""], &[mail]), Some(WordingVersion));
    assert_eq!(field_of("villkor", &["ja", "nej", "ja"], &[mail]), None);
    assert_eq!(field_of("SMS", &["+46 70 174 06 05", "", ""], &[mail]), Some(Phone));
    assert_eq!(field_of("SMS", &["ja", "nej", "ja"], &[mail]), Some(OptinSms));
}

#[test]
fn a_header_that_may_mean_two_things_is_unsure_enough_to_be_asked_about() {
    let text = "E-Mail;stato\nada@example.org;A1\nbo@example.org;B2\neva@example.org;A1\n";
    let found = read_with("list.csv", "", text, &Corrections::none());
    let column = &found.columns[1];
    assert_ne!(column.field, Some(Country), "{}", column.why);
    if column.field == Some(Status) {
        assert!(column.confidence < 0.6 && column.why.contains("may"), "{} {}", column.confidence, column.why);
    }
}

#[test]
fn headers_that_say_nothing_leave_the_word_to_the_cells() {
    let text = "Kolumn A;Field 7;Spalte 3;Column4;X1;Feld\n\
        ada@example.org;+46 70 174 06 05;20240314;ja;Italia;active\n\
        bo@example.org;+46 70 174 06 06;20240315;nej;Sverige;unsubscribed\n";
    let found = read_with("list.csv", "", text, &Corrections::none());
    assert_eq!(fields(&found), "email phone - - country status");
    assert!(found.columns[2].why.contains("dates") && found.columns[3].why.contains("yes or no"));
    assert!(found.columns.iter().all(|column| column.confidence <= 0.8));
}

#[test]
fn a_headerless_list_with_consents_by_number_is_read_and_nothing_is_guessed() {
    let text = ";;;;;\nada@example.org;Ada;20240314;17;18;\nbo@example.org;Bo;20240315;17;;\neva@example.org;Eva;20240316;18;;\n";
    let found = read_with("zgody.csv", "", text, &Corrections::none());
    assert_eq!(fields(&found), "email - - - - -");
    assert_eq!(found.columns[2].dates, Some(crate::import::DateOrder::Plain));
}
