//! Ids that stand for nobody: what programs write for a guest, for a row without an id, or for one that was never given.

/// Words that stand for nobody, in lower case; of twelve languages.
const WORDS: [&str; 60] = [
    "null",
    "none",
    "nil",
    "nan",
    "na",
    "n/a",
    "n.a.",
    "#n/a",
    "n/v",
    "k.a.",
    "undefined",
    "unknown",
    "unset",
    "empty",
    "blank",
    "missing",
    "default",
    "(not set)",
    "not set",
    "not available",
    "no id",
    "guest",
    "anonymous",
    "anon",
    "visitor",
    "tbd",
    "false",
    "true",
    "keine",
    "kein",
    "gast",
    "anonym",
    "unbekannt",
    "nessuno",
    "ospite",
    "anonimo",
    "sconosciuto",
    "ninguno",
    "invitado",
    "desconocido",
    "aucun",
    "inconnu",
    "anonyme",
    "geen",
    "anoniem",
    "onbekend",
    "nenhum",
    "desconhecido",
    "visitante",
    "ingen",
    "okänd",
    "ukendt",
    "ukjent",
    "gjest",
    "gæst",
    "vieras",
    "tuntematon",
    "brak",
    "gość",
    "nieznany",
];
/// Numbers that are typed where one has to be.
const TYPED: [&str; 6] = ["12345", "123456", "1234567", "12345678", "123456789", "1234567890"];

/// Whether an id is one that many people have, because none of them has one.
pub(super) fn stands_for_nobody(id: &str) -> bool {
    let id = id.trim();
    let signs = || id.bytes().filter(u8::is_ascii_alphanumeric);
    let (first, count) = (signs().next(), signs().count());
    // A sign of its own, noughts, or one character again and again; of an id in another script nothing is known.
    let Some(first) = first else { return id.is_ascii() };
    let same = signs().all(|sign| sign == first) && id.is_ascii();
    let repeated = same && (first == b'0' || count >= 5 || (count >= 2 && first.is_ascii_alphabetic()));
    let negative =
        id.strip_prefix(['-', '\u{2212}']).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    if repeated || negative || TYPED.contains(&id) {
        return true;
    }
    // Most ids begin with a digit, and none of the words does.
    !first.is_ascii_digit() && id.len() <= 16 && WORDS.contains(&id.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_write_for_nobody_is_no_id() {
        for id in [
            "0",
            "-1",
            "-99",
            "000000",
            "0.0",
            "00000000-0000-0000-0000-000000000000",
            "Null",
            "NONE",
            "n/a",
            "NA",
            "Guest",
            "(not set)",
            "99999",
            "xxxx",
            "XX",
            "?",
            "--",
            "unbekannt",
            "Okänd",
            "gość",
            "1234567890",
            "111111",
            "Desconocido",
        ] {
            assert!(stands_for_nobody(id), "{id}");
        }
        for id in
            ["1", "7", "10", "100", "11", "1001", "0035g00000ABCDe", "A", "a1", "C-0", "Ж", "guest-17", "0012", "-a"]
        {
            assert!(!stands_for_nobody(id), "{id}");
        }
    }
}
