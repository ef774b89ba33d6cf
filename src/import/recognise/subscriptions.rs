//! Dates of subscriptions that may have been bought: `Subscription date` beside a customer number and a plan; and of signing
//! up, which one does for a course as well: `Anmeldedatum`.

use super::TableSample;
use super::header::Header;
use super::idea::{ASKED, By, Idea};
use crate::import::header_words::{Concept, Concepts, header_words};
use crate::vocabulary::Field;

/// Words of what is sold and to whom, folded; beginnings of words.
const SOLD: &str = "plan|tarif|tariff|piano|forfait|paquete|pakke|paket|pakiet|licen|lizenz|renew|verlanger|rinnov|\
    renouvel|renov|fornye|fornya|odnow|uusimi|billing|abrechn|factur|fattur|fatur|faktur|lasku|trial|mrr|arr|amount|\
    betrag|importo|montant|importe|bedrag|belopp|belob|belop|summa|kwota|price|preis|prezzo|prix|precio|preco|prijs|\
    pris|hinta|cena|payment|zahlung|pagament|paiement|pago|betaling|betalning|maksu|platnos|product|produkt|prodott|\
    produit|producto|produto|tuote|quantity|currency|wahrung|valuta|devise|moneda|waluta|membership|mitglied|tier|seats";

/// Words for signing up to anything, folded; beginnings of words. To subscribe is none of them.
const SIGNING_UP: &str = "signup|signedup|anmeld|angemeld|inscri|iscri|adesion|aderit|alta|inschrij|ingeschrev|aanmeld|aangemeld|\
    anmal|anmel|tilmeld|pameld|ilmoittaut|liitty|liittymis|tilaus|tilattu|zapis|zglosz|rejestr";

/// Asks about dates of a subscription in a table of customers that no other word makes one of recipients.
pub(super) fn weigh(ideas: &mut [Idea], headers: &[Header], table: &TableSample<'_>) {
    let is_open = |idea: &Idea, header: &Header| {
        idea.field == Some(Field::ConsentAt) && !matches!(idea.by, By::System | By::Hand) && is_of_subscribing(header)
    };
    if !ideas.iter().zip(headers).any(|(idea, header)| is_open(idea, header)) {
        return;
    }
    ask_about_signing_up(ideas, headers, table, &is_open);
    let others = || ideas.iter().zip(headers).filter(|(idea, header)| !is_open(idea, header));
    let of_recipients = others().any(|(idea, header)| idea.grants() || idea.refuses() || says_sending(idea, header));
    let named = [table.file_name, table.sheet].iter().any(|name| names_a_list(name));
    let sold = |word: &String| SOLD.split('|').any(|stem| word.starts_with(stem));
    let of_customers = others().any(|(idea, header)| {
        matches!(idea.field, Some(Field::CustomerId | Field::Company | Field::OrderId | Field::PurchaseAt))
            || concepts(header).any(&[Concept::Customer, Concept::Purchase])
            || header.words.iter().any(sold)
    });
    if of_recipients || named || !of_customers {
        return;
    }
    for (idea, _) in ideas.iter_mut().zip(headers).filter(|(idea, header)| is_open(idea, header)) {
        idea.ask();
        idea.why.push_str("; but in a table of customers it may be a subscription that was bought");
    }
}

/// Asks about the days on which people signed up, in a table that no word makes one of recipients: a course, a camp and a
/// race have such a day too.
fn ask_about_signing_up(
    ideas: &mut [Idea],
    headers: &[Header],
    table: &TableSample<'_>,
    is_open: &dyn Fn(&Idea, &Header) -> bool,
) {
    let signs_up = |header: &Header| {
        header.words.iter().any(|word| SIGNING_UP.split('|').any(|stem| word.starts_with(stem.trim())))
    };
    let of_letters = ideas.iter().zip(headers).filter(|(idea, header)| !is_open(idea, header)).any(|(idea, header)| {
        let sure = idea.confidence > ASKED;
        let listed = idea.field == Some(Field::Lists) && !concepts(header).has(Concept::Newsletter);
        idea.refuses() || sure && idea.grants() || !listed && says_sending(idea, header)
    });
    let named = [table.file_name, table.sheet].iter().any(|name| {
        let header = Header::read(name);
        concepts(&header).any(&[Concept::Consent, Concept::Marketing, Concept::Newsletter])
            || header.words.iter().any(|word| ["subscriber", "abonnent"].iter().any(|stem| word.starts_with(stem)))
    });
    if of_letters || named {
        return;
    }
    for (idea, _) in ideas.iter_mut().zip(headers).filter(|(idea, header)| is_open(idea, header) && signs_up(header)) {
        idea.ask();
        idea.why.push_str("; but nothing in the table says that it was for letters");
    }
}

/// Whether a header speaks of subscribing or signing up, and of nothing that is sent.
fn is_of_subscribing(header: &Header) -> bool {
    use Concept::{Assent, Confirm, Consent, Email, Marketing, Messenger, Newsletter, Sms};
    let found = concepts(header);
    let opts = header.words.iter().any(|word| word.starts_with("opt"));
    !opts && !found.any(&[Assent, Confirm, Consent, Email, Marketing, Messenger, Newsletter, Sms])
}

/// Whether a column speaks of what recipients are sent, and is no address.
fn says_sending(idea: &Idea, header: &Header) -> bool {
    use Concept::{Confirm, Consent, Marketing, Newsletter};
    let found = concepts(header);
    let detail = matches!(
        idea.field,
        Some(
            Field::ConfirmedIp
                | Field::ConsentForm
                | Field::ConsentMethod
                | Field::Lists
                | Field::Bounced
                | Field::BouncedAt
                | Field::Complained
                | Field::UnsubscribeReason
                | Field::LastOpenAt
                | Field::LastClickAt
                | Field::LastSentAt
                | Field::WordingText
                | Field::WordingVersion
        )
    );
    let opts = header.words.iter().any(|word| word.starts_with("optin") || word.starts_with("optout"));
    detail || opts || found.any(&[Confirm, Consent, Marketing, Newsletter])
}

fn names_a_list(name: &str) -> bool {
    use Concept::{Consent, Email, Marketing, Newsletter};
    concepts(&Header::read(name)).any(&[Consent, Email, Marketing, Newsletter])
        || Header::read(name).words.iter().any(|word| word.starts_with("subscriber") || word.starts_with("abonnent"))
}

fn concepts(header: &Header) -> Concepts {
    let mut found = Concepts::default();
    header.words.iter().for_each(|word| found.add(header_words().concepts(word)));
    found
}
