//! Addresses of a function instead of a person.

use std::sync::LazyLock;

/// Local parts that stand for a role, sorted.
const ROLES: &str = "\
    abonnement|abuse|accounting|accounts|accueil|acquisti|admin|administracion|administration|administrator|\
    administrazione|amministrazione|anfrage|assistance|assistenza|atencionalcliente|atendimento|ausbildung|\
    bestallning|bestellung|bestellungen|bewerbung|bilgi|billing|biuro|board|bokning|boletin|booking|bookings|\
    boutique|buchhaltung|buero|bureau|campaigns|candidature|careers|clientes|clienti|clients|comercial|commande|\
    commandes|commercial|commerciale|compras|comptabilite|comunicacion|comunicazione|contabilidad|contabilita|\
    contact|contacto|contactus|contato|contatti|contatto|customercare|customerservice|datenschutz|direccion|\
    direction|direzione|dpo|einkauf|ekonomi|empleo|enquiries|enquiry|events|faktura|fakturor|fatturazione|\
    faturamento|feedback|finance|forum|ftp|gdpr|geral|hallo|hej|hello|help|helpdesk|hola|hostmaster|hr|impressum|\
    info|informacion|information|informazioni|infos|inkop|inquiries|invoice|invoices|it|jobb|jobs|kansli|karriere|\
    kontakt|kontoret|kundenservice|kundservice|kundtjanst|lager|legal|lists|mail|mailbox|marketing|media|news|\
    newsletter|no-reply|noc|noreply|nyhetsbrev|office|order|orders|ordini|pedidos|personal|personalabteilung|post|\
    postmaster|prenotazioni|presidenza|press|presse|privacy|purchasing|receipts|recepcion|reception|rechnung|\
    rechnungen|recruitment|redaction|redaktion|redazione|reklamation|reservas|reservation|reservations|\
    reservierung|root|rrhh|sales|scuola|secretaria|secretariat|security|segreteria|sekretariat|service|\
    serviceclient|shop|soporte|spam|staff|styrelsen|subscribe|support|team|tech|tienda|ufficio|unsubscribe|usenet|\
    uucp|vendas|vendite|ventas|vente|ventes|verkauf|verwaltung|webmaster|welcome|willkommen|www";

static SORTED: LazyLock<Vec<&str>> = LazyLock::new(|| ROLES.split('|').collect());

/// For each first letter, the lengths of its roles as bits: most people's names are dismissed by one look.
static LENGTHS: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut lengths = [0; 26];
    for role in SORTED.iter() {
        lengths[usize::from(role.as_bytes()[0] - b'a')] |= 1 << role.len();
    }
    lengths
});

fn is_listed(word: &str) -> bool {
    let first = word.bytes().next().unwrap_or_default().wrapping_sub(b'a');
    let lengths = LENGTHS.get(usize::from(first)).copied().unwrap_or_default();
    word.len() < 32 && lengths & 1 << word.len() != 0 && SORTED.binary_search(&word).is_ok()
}

/// Whether a local part in normal form names a function, not a person (rule book R080): `info`, `kontakt`,
/// `ufficio`, also with a tag, a number or, after `info`, anything behind a separator (`info+shop`, `sales2`, `info.roma`).
pub fn is_role(local: &str) -> bool {
    let untagged = local.split('+').next().unwrap_or(local);
    let plain = untagged.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['-', '_', '.']);
    let squeezed = || -> String { plain.chars().filter(|c| !matches!(c, '-' | '_' | '.')).collect() };
    is_listed(plain)
        || plain.contains(['-', '_', '.']) && is_listed(&squeezed())
        || ["info", "newsletter", "noreply", "no-reply"]
            .iter()
            .any(|role| plain.strip_prefix(role).is_some_and(|rest| rest.starts_with(['.', '-', '_'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        let mut sorted = SORTED.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(*SORTED, sorted);
    }

    #[test]
    fn a_function_is_no_person() {
        for role in [
            "info",
            "sales",
            "kontakt",
            "ufficio",
            "contact",
            "support",
            "admin",
            "newsletter",
            "kundtjanst",
            "soporte",
            "info+shop",
            "sales2",
            "info.roma",
            "no_reply",
            "customer-service",
        ] {
            assert!(is_role(role), "{role}");
        }
        for person in ["ada", "informant", "ada.info", "salesman", "i.nfo.a", "posta.anna", "contessa"] {
            assert!(!is_role(person), "{person}");
        }
    }
}
