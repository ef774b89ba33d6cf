//! Countries: a code or a name in twelve languages becomes the ISO 3166-1 code of two letters.

use std::sync::LazyLock;

use super::cell;
use super::fold::{Lexicon, fold};

/// A country by its ISO 3166-1 code of two capital letters (and `XK` for Kosovo).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

static TABLE: &str = include_str!("countries.tsv");

/// Everyday names and older ones that CLDR does not list.
const ALIASES: &[(&str, &str)] = &[
    (
        "GB",
        "UK|Great Britain|Britain|United Kingdom of Great Britain and Northern Ireland|England|Scotland|\
            Wales|Northern Ireland|Gran Bretagna|Inghilterra|Scozia|Galles|Skottland|Großbritannien|\
            Schottland|Grande-Bretagne|Angleterre|Écosse|Gran Bretaña|Inglaterra|Escocia|Groot-Brittannië|\
            Engeland|Grã-Bretanha|Anglia|Englanti",
    ),
    (
        "US",
        "USA|United States of America|The United States|Stati Uniti d'America|Förenta staterna|\
            Amerikas förenta stater|Vereinigte Staaten von Amerika|États-Unis d'Amérique|\
            Estados Unidos de América|EE.UU.|EE UU|EUA|Verenigde Staten van Amerika",
    ),
    ("NL", "Holland|The Netherlands|Olanda|Hollande|Holanda|Hollanti|NED"),
    (
        "CZ",
        "Czech Republic|The Czech Republic|Repubblica Ceca|Tschechische Republik|Tjeckiska republiken|\
            République tchèque|República Checa|República Tcheca|Česká republika|Tsjechische Republiek",
    ),
    ("DE", "Federal Republic of Germany|Bundesrepublik Deutschland|BRD|GER"),
    ("CH", "SUI|Swiss|Swiss Confederation"),
    ("DK", "DEN"),
    ("PT", "POR"),
    ("GR", "EL|GRE|Hellas|Hellenic Republic"),
    ("HR", "CRO"),
    ("SI", "SLO"),
    ("BG", "BUL"),
    ("ZA", "RSA|Republic of South Africa"),
    ("IE", "Republic of Ireland|Eire"),
    ("SK", "Slovak Republic|Repubblica Slovacca|Slowakische Republik|République slovaque"),
    ("KR", "Korea, Republic of|Republic of Korea|Korea South|Corée, République de"),
    ("KP", "Korea, Democratic People's Republic of|Korea North"),
    (
        "RU",
        "Russian Federation|Federazione Russa|Ryska federationen|Russische Föderation|Fédération de Russie|\
            Federación de Rusia|Federación Rusa",
    ),
    ("MK", "Macedonia|FYROM|Makedonien|Mazedonien|Macédoine"),
    ("TR", "Turkey"),
    ("CI", "Ivory Coast|Elfenbeinküste"),
    ("MM", "Burma|Birmania|Birma|Birmanie"),
    ("CV", "Cape Verde|Capo Verde"),
    ("SZ", "Swaziland"),
    ("VA", "Vatican|Vaticano|Holy See|Vatikan|Holy See (Vatican City State)"),
    ("BA", "Bosnia|Bosnien|Bosnia and Herzegovina|Bosnia Herzegovina"),
    ("MD", "Moldova, Republic of|Republic of Moldova"),
    ("VN", "Viet Nam"),
    ("TW", "Taiwan, Province of China"),
    ("IR", "Iran, Islamic Republic of"),
    ("SY", "Syrian Arab Republic"),
    ("LA", "Lao People's Democratic Republic"),
    ("TZ", "Tanzania, United Republic of"),
    ("VE", "Venezuela, Bolivarian Republic of"),
    ("BO", "Bolivia, Plurinational State of"),
    ("CD", "Congo, Democratic Republic of the|Democratic Republic of the Congo|DR Congo|Zaire"),
    ("CG", "Republic of the Congo"),
    ("HK", "Hong Kong|Hongkong"),
    ("MO", "Macao|Macau"),
    ("CN", "People's Republic of China|PRC"),
    ("AE", "UAE|EAU|Emirates"),
    ("SA", "KSA"),
    ("PS", "Palestine|Palestina|Palästina|State of Palestine|Palestine, State of"),
    ("BY", "Bielorussia|Bielorrusia|Vitryssland|Weißrussland"),
    ("BN", "Brunei Darussalam"),
    ("TL", "East Timor"),
    ("AU", "Commonwealth of Australia"),
    ("FR", "France métropolitaine|Metropolitan France"),
];

/// Country domains that the world uses for other things.
const NOT_A_COUNTRY: &str = "ac|ag|ai|am|as|bz|cc|cd|cf|co|cx|dj|fm|ga|gg|gl|gq|im|io|la|lc|li|ly|md|me|ml|mn|ms|mu|nu|pm|pn|pw|sc|sh|\
    so|st|tf|tk|tm|to|tv|vc|vg|vu|ws";

struct Countries {
    codes: [bool; 26 * 26],
    names: Lexicon<Country>,
}

static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    let mut codes = [false; 26 * 26];
    for (country, _) in rows() {
        codes[country.index()] = true;
    }
    let names = rows().flat_map(|(country, names)| names.map(move |name| (fold(name), country)));
    let aliases = ALIASES.iter().flat_map(|(code, names)| {
        let country = Country::letters(code).expect("a code of two letters, see the tests");
        names.split('|').map(move |name| (fold(name), country))
    });
    Countries { codes, names: Lexicon::from_words(names.chain(aliases)) }
});

/// Every country of the table with its code of three letters and its names.
fn rows() -> impl Iterator<Item = (Country, impl Iterator<Item = &'static str>)> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut parts = line.split('\t');
        let country = Country::letters(parts.next()?)?;
        Some((country, parts.next().into_iter().chain(parts.next().unwrap_or_default().split('|'))))
    })
}

impl Country {
    /// The country of an ISO 3166-1 code of two letters, in any case.
    pub fn from_code(code: &str) -> Option<Self> {
        let country = Self::letters(code)?;
        COUNTRIES.codes[country.index()].then_some(country)
    }

    /// Its code: two capital letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("two ASCII letters")
    }

    fn letters(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0[0] - b'A') * 26 + usize::from(self.0[1] - b'A')
    }
}

impl std::fmt::Debug for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// The country a cell names: by ISO code of two or three letters, or by name in twelve languages or its own.
/// `Italy (IT)` is read where both parts agree. `None` for what cannot be placed, `Congo` included.
pub fn read(cell: &str) -> Option<Country> {
    let text = cell::text(cell)?;
    if let Some(country) = Country::from_code(text) {
        return Some(country);
    }
    if let Some(country) = COUNTRIES.names.get(&fold(text)) {
        return Some(country);
    }
    let mut parts = text.split(['(', ')', '/', ',', '|', '-', '–']).map(str::trim).filter(|part| !part.is_empty());
    let one = |part: &str| Country::from_code(part).or_else(|| COUNTRIES.names.get(&fold(part)));
    let first = one(parts.next()?)?;
    parts.all(|part| one(part) == Some(first)).then_some(first)
}

/// The country of an E.164 number by its calling code. +1 is shared by 25 countries and tells none.
pub fn of_phone(e164: &str) -> Option<Country> {
    let digits = e164.strip_prefix('+')?;
    let within = |prefixes: &[&str]| prefixes.iter().any(|prefix| digits.starts_with(prefix));
    let code = match () {
        () if within(&["441481", "447781", "447839", "4479111", "4479117"]) => "GG",
        () if within(&["441534", "447509", "4477003", "4477007", "4477008", "447797", "447829", "447937"]) => "JE",
        () if within(&["441624", "4474576", "447524", "447624", "447924"]) => "IM",
        () if within(&["3906698"]) => "VA",
        () if within(&["76", "77"]) => "KZ",
        () if within(&["1", "262", "290", "590", "599"]) => return None,
        () => return super::numbering::by_calling_code(digits).map(|(plan, _)| plan.country),
    };
    Country::from_code(code)
}

/// The country a domain's last label stands for. Weak: anybody may hold a `.de`, and domains like `.io`, `.me`
/// and `.nu` say nothing at all.
pub fn of_domain(domain: &str) -> Option<Country> {
    let label = domain.trim_end_matches('.').rsplit('.').next()?;
    match label {
        "uk" => Country::from_code("GB"),
        "gb" => None,
        _ if NOT_A_COUNTRY.split('|').any(|domain| domain == label) => None,
        _ => Country::from_code(label),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn code(cell: &str) -> Option<String> {
        read(cell).map(|country| country.code().to_owned())
    }

    #[test]
    fn codes_and_names_of_six_languages_become_one_code() {
        for (cell, expected) in [
            ("SE", "SE"),
            ("se", "SE"),
            ("SWE", "SE"),
            ("Sweden", "SE"),
            ("Svezia", "SE"),
            ("Sverige", "SE"),
            ("Schweden", "SE"),
            ("Suède", "SE"),
            ("SUEDE", "SE"),
            ("Suecia", "SE"),
            ("Zweden", "SE"),
            ("UK", "GB"),
            ("U.K.", "GB"),
            ("England", "GB"),
            ("Regno Unito", "GB"),
            ("Großbritannien", "GB"),
            ("U.S.A.", "US"),
            ("United States of America", "US"),
            ("EE.UU.", "US"),
            ("États-Unis", "US"),
            ("Deutschland", "DE"),
            ("Germania", "DE"),
            ("Tyskland", "DE"),
            ("Allemagne", "DE"),
            ("Alemania", "DE"),
            ("Schweiz", "CH"),
            ("Svizzera", "CH"),
            ("Suisse", "CH"),
            ("Österreich", "AT"),
            ("Osterreich", "AT"),
            ("Czech Republic", "CZ"),
            ("Czechia", "CZ"),
            ("Česko", "CZ"),
            ("Holland", "NL"),
            ("Ελλάδα", "GR"),
            ("Korea, Republic of", "KR"),
            ("日本", "JP"),
            ("Nuova Zelanda", "NZ"),
            ("South Africa", "ZA"),
            ("Brasil", "BR"),
            ("Brasilien", "BR"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
            ("Kosovo", "XK"),
            (" Italy ", "IT"),
            ("Italy (IT)", "IT"),
            ("IT - Italia", "IT"),
            ("Côte d'Ivoire", "CI"),
            ("NA", "NA"),
        ] {
            assert_eq!(code(cell).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn what_cannot_be_placed_is_no_country() {
        for cell in ["", "-", "N/A", "Atlantis", "Congo", "XX", "Europe", "Italy (FR)", "12", "Bayern"] {
            assert_eq!(code(cell), None, "{cell}");
        }
    }

    #[test]
    fn every_country_knows_its_own_codes_and_names() {
        assert_eq!(rows().count(), 250);
        for (country, names) in rows() {
            assert_eq!(Country::from_code(country.code()), Some(country));
            for name in names {
                assert_eq!(read(name), Some(country), "{name}");
            }
        }
        for (code, names) in ALIASES {
            for name in names.split('|') {
                assert_eq!(read(name), Country::from_code(code), "{name}");
            }
        }
    }

    #[test]
    fn a_calling_code_tells_the_country_unless_it_is_shared() {
        for (phone, expected) in [
            ("+46701740605", Some("SE")),
            ("+447700900123", Some("GB")),
            ("+441534000000", Some("JE")),
            ("+390612345678", Some("IT")),
            ("+4930231250", Some("DE")),
            ("+12025550123", None),
            ("+77010000000", Some("KZ")),
            ("+79010000000", Some("RU")),
            ("+999", None),
            ("46", None),
        ] {
            assert_eq!(of_phone(phone).map(|country| country.code().to_owned()).as_deref(), expected, "{phone}");
        }
    }

    #[test]
    fn a_domain_hints_at_a_country_only_where_it_is_used_as_one() {
        for (domain, expected) in [
            ("example.de", Some("DE")),
            ("example.co.uk", Some("GB")),
            ("example.io", None),
            ("example.nu", None),
            ("example.org", None),
            ("example.test", None),
        ] {
            assert_eq!(of_domain(domain).map(|country| country.code().to_owned()).as_deref(), expected, "{domain}");
        }
    }

    proptest! {
        #[test]
        fn reading_a_country_is_idempotent_and_never_panics(cell in "\\PC{0,24}|[A-Za-z]{2,3}") {
            if let Some(country) = read(&cell) {
                prop_assert_eq!(read(country.code()), Some(country));
            }
        }
    }
}
