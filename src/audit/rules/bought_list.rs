//! A list that was bought brings addresses, never consents.

mod reading;
mod words;

use crate::audit::{Check, Dossier, Evidence, Finding, Jurisdiction, Policy, consent_rule, law};
use crate::normalise::Value;
use crate::vocabulary::{Action, Confidence, Field, Grade, Place, Severity, System};

use reading::Origin;

consent_rule! {
    /// The source, a list, a tag or a note says that the data were bought, rented, scraped or appended.
    ///
    /// ## Why it matters
    /// Nobody consented to us there. Using such data is a risk under Art. 5(1)(a) and 6, and the people were
    /// hardly told where we have them from (Art. 14).
    ///
    /// ## What to do
    /// Suppress, then delete. Only a recent consent of the person that names this controller changes that. A
    /// purchase of the person in the shop is something else, and does not fire.
    ///
    /// ## Example
    /// ```contacts
    /// system, email,           status,     consent_source
    /// list,   ada@example.org, subscribed, lista acquistata fiera 2019
    /// list,   bob@example.org, subscribed, LinkedIn scrape
    /// ```
    /// ```finds
    /// ada@example.org: the consent_source in list speaks of bought data
    /// bob@example.org: the consent_source in list speaks of scraped data
    /// ```
    ///
    /// ## Counter-example
    /// ```contacts
    /// system,  email,           status,     consent_source,       notes
    /// shopify, ada@example.org, subscribed, purchase at checkout, keine gekauften Adressen
    /// ```
    /// ```finds
    /// ```
    pub static RULE = {
        id: "bought-list",
        number: "R049",
        title: "Bought, rented, scraped or appended data",
        severity: Severity::Breach,
        remedy: Action::Suppress,
        applies: &[Jurisdiction::All],
        cites: &[&law::GDPR_5_1_A, &law::GDPR_6_1, &law::GDPR_14_2_F],
        since: "0.1.0",
        check: Check::Person(check),
    };
}

/// Where somebody writes down where data came from.
const TELLING: [Field; 6] =
    [Field::ConsentSource, Field::ConsentForm, Field::ConsentUrl, Field::Lists, Field::Tags, Field::Notes];

/// What a cell says of the origin of the data.
#[derive(Clone, Copy)]
struct Telling {
    origin: Origin,
    field: Field,
    system: System,
    place: Place,
}

fn check(dossier: &Dossier<'_>, policy: &Policy) -> Vec<Finding> {
    let mut found: Option<Telling> = None;
    for contact in &dossier.subject.contacts {
        for fact in contact.facts() {
            let Value::Text(text) = fact.value else { continue };
            if !TELLING.contains(&fact.field) {
                continue;
            }
            let items = matches!(fact.field, Field::Lists | Field::Tags);
            let Some(origin) = reading::origin(contact.text_of(text), items) else { continue };
            if found.is_none_or(|worst| worst.origin < origin) {
                let system = policy.table(contact.table).system();
                found = Some(Telling { origin, field: fact.field, system, place: contact.place(fact.column) });
            }
        }
    }
    let Some(worst) = found else { return Vec::new() };
    // A note may speak of anything; the other fields are there to name the source.
    let confidence = if worst.field == Field::Notes { Confidence::Medium } else { Confidence::High };
    let (word, severity) = match worst.origin {
        Origin::Bought => ("bought", Severity::Risk),
        Origin::Rented => ("rented", Severity::Risk),
        Origin::Appended => ("appended", Severity::Breach),
        Origin::Scraped => ("scraped", Severity::Breach),
    };
    dossier
        .cells
        .iter()
        .enumerate()
        .map(|(position, cell)| {
            // A proven consent of their own changes it; somebody should look whether it is for us.
            let own = cell.grade >= Grade::E4;
            RULE.finding(confidence)
                .on_cell(position)
                .severity(if own { Severity::Risk } else { severity })
                .remedy(if own { Action::Review } else { Action::Suppress })
                .because(format!("the {} in {} speaks of {word} data", worst.field.word(), worst.system.word()))
                .evidence([Evidence::at(worst.place)])
        })
        .collect()
}
