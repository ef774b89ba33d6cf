//! Where everybody says yes, perhaps nobody was asked.

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, State, consent_rule, law};
use crate::normalise::{Contact, is_generic_source};
use crate::vocabulary::{Action, Confidence, Field, Severity};

consent_rule! {
    /// Nearly everybody who came through a form said yes: perhaps a box that was ticked before.
    ///
    /// ## Why it matters
    /// Silence and pre-ticked boxes are no consent, and a yes that could not be refused is none either. The
    /// rate alone proves nothing; it is a risk under Recital 32 and Planet49 until somebody has looked at the form.
    ///
    /// ## What to do
    /// Open the form as it was then. If the box was ticked before or could not be left empty, none of its
    /// consents counts. A form that only subscribes to a newsletter has a hundred per cent by nature.
    ///
    /// ## Example
    /// ```contacts
    /// system, email,             status,     consent_source, rows
    /// list,   p{n}@example.org,  subscribed, checkout box,   120
    /// ```
    /// ```finds
    /// rows: 120: nearly all of 120 sign-ups through this source of list said yes
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system, email,             status,       consent_source,  rows
    /// list,   p{n}@example.org,  subscribed,   checkout box,    60
    /// list,   q{n}@example.org,  unsubscribed, checkout box,    60
    /// list,   r{n}@example.org,  subscribed,   newsletter form, 120
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "everyone-opted-in",
        number: "R051",
        title: "A source where everybody said yes",
        severity: Severity::Risk,
        remedy: Action::Review,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_REC_32, &law::CJEU_C_673_17, &law::CJEU_C_61_19],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, cell) in dossier.cells.iter().enumerate() {
        if cell.state != State::Granted {
            continue;
        }
        for given in cell.given() {
            let Some(signups) = policy.census.eager_source(given.contact) else { continue };
            let Some((field, source)) = named_source(given.contact) else { continue };
            if is_generic_source(source) || only_subscribes(source) || form_only_subscribes(given.contact) {
                continue;
            }
            findings.push(
                RULE.finding(Confidence::Medium)
                    .on_cell(position)
                    .because(format!(
                        "nearly all of {signups} sign-ups through this source of {} said yes",
                        given.system.word()
                    ))
                    .evidence([Evidence::at(given.contact.place_of(field)), Evidence::of(given)]),
            );
        }
    }
    findings
}

/// The source the rate was counted by.
fn named_source(contact: &Contact) -> Option<(Field, &str)> {
    [Field::ConsentSource, Field::ConsentForm].into_iter().find_map(|field| Some((field, contact.text(field)?)))
}

fn form_only_subscribes(contact: &Contact) -> bool {
    contact.text(Field::ConsentForm).is_some_and(only_subscribes)
}

/// Whether the name says that a form does nothing but subscribe, in the languages of the sources.
fn only_subscribes(form: &str) -> bool {
    const SUBSCRIBES: [&str; 20] = [
        "newsletter",
        "subscri",
        "mailing",
        "sign-up",
        "signup",
        "sign up",
        "nyhetsbrev",
        "nyhedsbrev",
        "nieuwsbrief",
        "rundbrief",
        "infolettre",
        "infobrief",
        "boletin",
        "boletín",
        "biuletyn",
        "uutiskirje",
        "iscrizione news",
        "abonnement",
        "prenumer",
        "lettre d",
    ];
    // Who buys, orders, joins or enters for a prize did not come for the newsletter alone.
    const SOMETHING_ELSE: [&str; 30] = [
        "checkout",
        "order",
        "basket",
        "cart",
        "account",
        "regist",
        "contest",
        "competition",
        "prize",
        "download",
        "webinar",
        "event",
        "bestell",
        "kasse",
        "konto",
        "gewinnspiel",
        "kassa",
        "köp",
        "tävling",
        "tavling",
        "ordine",
        "acquist",
        "concorso",
        "commande",
        "panier",
        "compte",
        "pedido",
        "sorteo",
        "winkel",
        "purchase",
    ];
    let form = form.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| form.contains(word));
    has(&SUBSCRIBES) && !has(&SOMETHING_ELSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_that_only_subscribes_is_told_from_one_that_sells() {
        for form in ["Newsletter form", "nyhetsbrev sidfot", "Nieuwsbrief", "footer signup", "Boletín web"] {
            assert!(only_subscribes(form), "{form}");
        }
        for form in ["checkout newsletter box", "Gewinnspiel Newsletter", "F7", "fair 2024", "account registration"] {
            assert!(!only_subscribes(form), "{form}");
        }
    }
}
