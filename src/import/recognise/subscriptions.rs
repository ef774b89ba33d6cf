//! Dates of subscriptions that may have been bought: `Subscription date` beside a customer number and a plan.

use super::TableSample;
use super::header::Header;
use super::idea::{By, Idea};
use crate::import::header_words::{Concept, Concepts, header_words};
use crate::vocabulary::Field;

/// Words of what is sold and to whom, folded; beginnings of words.
const SOLD: &str = "plan|tarif|tariff|piano|forfait|paquete|pakke|paket|pakiet|licen|lizenz|renew|verlanger|rinnov|\
    renouvel|renov|fornye|fornya|odnow|uusimi|billing|abrechn|factur|fattur|fatur|faktur|lasku|trial|mrr|arr|amount|\
    betrag|importo|montant|importe|bedrag|belopp|belob|belop|summa|kwota|price|preis|prezzo|prix|precio|preco|prijs|\
    pris|hinta|cena|payment|zahlung|pagament|paiement|pago|betaling|betalning|maksu|platnos|product|produkt|prodott|\
    produit|producto|produto|tuote|quantity|currency|wahrung|valuta|devise|moneda|waluta|membership|mitglied|tier|seats";

/// Asks about dates of a subscription in a table of customers that no other word makes one of recipients.
pub(super) fn weigh(ideas: &mut [Idea], headers: &[Header], table: &TableSample<'_>) {
    let is_open = |idea: &Idea, header: &Header| {
        idea.field == Some(Field::ConsentAt) && !matches!(idea.by, By::System | By::Hand) && is_of_subscribing(header)
    };
    if !ideas.iter().zip(headers).any(|(idea, header)| is_open(idea, header)) {
        return;
    }
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
