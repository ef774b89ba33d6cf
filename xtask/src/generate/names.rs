//! Names of people in nine countries of Europe, of the origins people there have.

/// Countries with their share in a hundred customers of a Swedish shop.
const COUNTRIES: [(&str, u32); 9] =
    [("SE", 46), ("DE", 13), ("FR", 8), ("IT", 7), ("ES", 5), ("DK", 6), ("FI", 7), ("GB", 5), ("IE", 3)];

#[rustfmt::skip]
const FIRST: [&str; 120] = [
    "Astrid", "Björn", "Ebba", "Åsa", "Göran", "Linnéa", "Sven", "Märta", "Oskar", "Ylva", "Aino", "Jukka", "Päivi",
    "Veikko", "Helmi", "Søren", "Mette", "Rasmus", "Freja", "Jørgen", "Jonas", "Greta", "Jürgen", "Käthe", "Lukas",
    "Anneliese", "Marie", "Benoît", "Chloé", "Hélène", "Théo", "Inès", "Giulia", "Niccolò", "Chiara", "Matteo",
    "Letizia", "Salvatore", "Lucía", "Íñigo", "Nuria", "Álvaro", "Begoña", "Carlos", "Oliver", "Harriet", "Callum",
    "Priya", "Imogen", "Siobhán", "Niamh", "Eoin", "Aoife", "Ciarán", "Fatima", "Yusuf", "Leyla", "Omar", "Samira",
    "Hassan", "Amina", "Abdi", "Hodan", "Farah", "Ifrah", "Parisa", "Reza", "Shirin", "Kaveh", "Nasrin", "Zofia",
    "Paweł", "Małgorzata", "Łukasz", "Agnieszka", "Ayşe", "Emre", "Gül", "Çağla", "Mehmet", "Thu", "Minh", "Linh",
    "Quang", "Mei", "Wei", "Xiuying", "Chinedu", "Ngozi", "Adaeze", "Tunde", "Folake", "Elif", "Dragan", "Milica",
    "Željko", "Ana", "Ivana", "Nikola", "Olena", "Taras", "Oksana", "Andriy", "Tesfaye", "Selam", "Haile", "Miriam",
    "Ravi", "Anjali", "Deepak", "Sunita", "Kenji", "Yuki", "Hana", "Mateus", "João", "Inês", "Viktória", "Gergő",
    "Ilse",
];

#[rustfmt::skip]
const LAST: [&str; 120] = [
    "Lindqvist", "Åkesson", "Sjöberg", "Öhman", "Nordin", "Bäckström", "Hägg", "Wallin", "Ekdahl", "Rönn", "Virtanen",
    "Mäkinen", "Hämäläinen", "Lehtonen", "Koskela", "Sørensen", "Kjær", "Nygaard", "Bæk", "Holm", "Weber", "Schäfer",
    "Groß", "Krüger", "Böhm", "Vogel", "Dubois", "Lefèvre", "Moreau", "Garnier", "Béranger", "Roussel", "Ferri",
    "Rinaldi", "D'Angelo", "Bianchi", "De Luca", "Sanna", "Ibáñez", "Muñoz", "Ortega", "Núñez", "García",
    "Etxeberria", "Hughes", "Whitfield", "MacLeod", "Okafor", "Patel", "O'Brien", "Ní Bhriain", "Murphy", "Byrne",
    "Kavanagh", "al-Rashid", "Haddad", "Khoury", "Mansour", "Nasser", "Warsame", "Farah", "Abdullahi", "Jama",
    "Mohamud", "Tehrani", "Karimi", "Rostami", "Sadeghi", "Moradi", "Kowalska", "Wiśniewski", "Zając", "Nowak",
    "Dąbrowska", "Yılmaz", "Demir", "Şahin", "Öztürk", "Kaya", "Nguyen", "Tran", "Pham", "Le", "Chen", "Wang", "Li",
    "Eze", "Adeyemi", "Balogun", "Okonkwo", "Petrović", "Jovanović", "Horvat", "Kovač", "Novák", "Shevchenko",
    "Kovalenko", "Bondar", "Tekle", "Gebre", "Abebe", "Cohen", "Levi", "Sharma", "Iyer", "Gupta", "Tanaka", "Suzuki",
    "Sato", "Silva", "Ferreira", "Costa", "Nagy", "Szabó", "Berg", "Dahl", "Lund", "Ek", "Strand", "Quist",
];

/// The domains kept free for examples, and names below them.
const DOMAINS: [&str; 8] = [
    "example.org",
    "example.com",
    "example.net",
    "mail.example.org",
    "post.example.com",
    "brev.example.net",
    "home.example.org",
    "inbox.example.com",
];

/// Somebody's two names.
pub fn name(rng: &mut fastrand::Rng) -> (&'static str, &'static str) {
    (FIRST[rng.usize(..FIRST.len())], LAST[rng.usize(..LAST.len())])
}

/// A country, as often as its people buy coffee from Sweden.
pub fn country(rng: &mut fastrand::Rng) -> &'static str {
    let mut share = rng.u32(..100);
    for (country, of_hundred) in COUNTRIES {
        if share < of_hundred {
            return country;
        }
        share -= of_hundred;
    }
    "SE"
}

/// A domain nobody can own.
pub fn domain(rng: &mut fastrand::Rng) -> &'static str {
    DOMAINS[rng.usize(..DOMAINS.len())]
}

/// The name of a country in English.
pub fn english(country: &str) -> &'static str {
    match country {
        "SE" => "Sweden",
        "DE" => "Germany",
        "FR" => "France",
        "IT" => "Italy",
        "ES" => "Spain",
        "DK" => "Denmark",
        "FI" => "Finland",
        "GB" => "United Kingdom",
        "IE" => "Ireland",
        _ => "",
    }
}

/// The name of a country in Swedish.
pub fn swedish(country: &str) -> &'static str {
    match country {
        "SE" => "Sverige",
        "DE" => "Tyskland",
        "FR" => "Frankrike",
        "IT" => "Italien",
        "ES" => "Spanien",
        "DK" => "Danmark",
        "FI" => "Finland",
        "GB" => "Storbritannien",
        "IE" => "Irland",
        _ => "",
    }
}

/// A name as it stands in an e-mail address: lower-case ASCII letters.
pub fn slug(name: &str, into: &mut String) {
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' => into.push(letter),
            'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' | 'ą' => into.push('a'),
            'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' | 'ő' => into.push('o'),
            'é' | 'è' | 'ê' | 'ë' | 'ę' => into.push('e'),
            'í' | 'ì' | 'î' | 'ï' | 'ı' => into.push('i'),
            'ú' | 'ù' | 'û' | 'ü' | 'ű' => into.push('u'),
            'ñ' | 'ń' => into.push('n'),
            'ç' | 'ć' | 'č' => into.push('c'),
            'ş' | 'ś' | 'š' => into.push('s'),
            'ż' | 'ź' | 'ž' => into.push('z'),
            'ł' => into.push('l'),
            'ğ' => into.push('g'),
            'ý' => into.push('y'),
            'ß' => into.push_str("ss"),
            'æ' => into.push_str("ae"),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_survives_in_an_address() {
        for name in FIRST.iter().chain(&LAST) {
            let mut address = String::new();
            slug(name, &mut address);
            let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
            assert!(address.len() >= letters, "{name} became {address}");
        }
    }

    #[test]
    fn the_shares_of_the_countries_are_of_a_hundred() {
        assert_eq!(COUNTRIES.iter().map(|(_, share)| share).sum::<u32>(), 100);
    }
}
