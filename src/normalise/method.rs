//! How a consent came about, and by whose hand: acts of the person, assumptions, and acts of machines and staff.

use std::cell::RefCell;
use std::sync::LazyLock;

use super::cell;
use super::fold::{Lexicon, fold};
use super::memo::Memo;
use super::words::holds_phrase;

/// A consent method in its normal form (rule book 1.4, field 4, and R006).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// A box was ticked.
    Tick,
    /// A button was pressed.
    Button,
    /// A paper was signed.
    Signature,
    /// It was said.
    Spoken,
    /// The link of a confirmation message was opened.
    DoiClick,
    /// A message was answered.
    Reply,
    /// It was set without asking.
    Default,
    /// It was inferred.
    Implied,
    /// The box was ticked beforehand.
    PreTicked,
    /// Nobody objected.
    Silence,
    /// The person was a customer already.
    Existing,
    /// A file was imported.
    Import,
    /// A program wrote it.
    Api,
    /// An administrator set it.
    Admin,
    /// An agent of a call centre set it.
    Agent,
    /// A connected system wrote it.
    Integration,
    /// Two records were merged.
    Merge,
}

/// By whose hand a state came about (rule book 1.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Actor {
    /// The person: own session, confirmation link or log-in.
    Subject,
    /// Staff, with a signature or a recording behind it.
    StaffRecorded,
    /// Staff, without.
    Staff,
    /// An administrator of the system.
    Admin,
    /// A call centre.
    Agent,
    /// An imported file.
    Import,
    /// A program.
    Api,
    /// A connected system.
    Integration,
    /// A merge of records.
    Merge,
    /// Nothing says so.
    Unknown,
}

const METHODS: &[(Method, &str)] = &[
    (Method::Tick, "tick|ticked|tickbox|tick box|checkbox|check box|checkbox ticked|box ticked"),
    (Method::Tick, "checkbox checked|checked box|opt-in checkbox|casella|casella spuntata|spunta|flag"),
    (Method::Tick, "kryssruta|ikryssad|ikryssad ruta|kryss|angekreuzt|häkchen|häkchen gesetzt"),
    (Method::Tick, "checkbox angekreuzt|case cochée|cochée|case à cocher|casilla|casilla marcada"),
    (Method::Button, "button|button click|click|clicked|submit|submit button|pulsante|clic|knapp"),
    (Method::Button, "knapptryck|klick|schaltfläche|bouton|botón|subscribe button"),
    (Method::Signature, "signature|signed|signed form|signed paper|paper signature|handwritten signature"),
    (Method::Signature, "firma|firmato|firma su modulo|underskrift|undertecknad|signatur|unterschrift"),
    (Method::Signature, "unterschrieben|signé|firmado|wet ink|e-signature"),
    (Method::Spoken, "spoken|verbal|verbally|oral|orally|phone|by phone|phone call|voice"),
    (Method::Spoken, "recorded call|call recording|voice recording|a voce|verbale|orale|telefonico"),
    (Method::Spoken, "telefono|muntligt|muntlig|telefon|mündlich|telefonisch|par téléphone"),
    (Method::Spoken, "verbalement|oralement|telefónico|por teléfono|oralmente"),
    (Method::DoiClick, "doi click|doi|doi link|double opt-in|double optin|confirmed opt-in|coi"),
    (Method::DoiClick, "confirmation link|confirmation click|confirmation email|doppio opt-in|doppia conferma"),
    (Method::DoiClick, "dubbel opt-in|bekräftelselänk|doppeltes opt-in|bestätigungslink|double consentement"),
    (Method::DoiClick, "lien de confirmation|doble opt-in|doble confirmación|enlace de confirmación"),
    (Method::Reply, "reply|replied|email reply|sms reply|text reply|sms keyword|keyword|risposta"),
    (Method::Reply, "svar|sms-svar|antwort|réponse|respuesta"),
    (Method::Default, "default|by default|automatic|automatically|auto|auto-subscribed|predefinito"),
    (Method::Default, "automatico|förvalt|standard|automatiskt|voreinstellung|automatisch|par défaut"),
    (Method::Default, "défaut|automatique|por defecto|predeterminado|automático"),
    (Method::Implied, "implied|implied consent|inferred|inferred consent|deemed|assumed|implicit"),
    (Method::Implied, "implicito|consenso implicito|presunto|underförstått|stillschweigend|konkludent"),
    (Method::Implied, "implicite|tacite|implícito|tácito|presumed"),
    (Method::PreTicked, "pre-ticked|preticked|pre-checked|prechecked|pre-selected|preselected"),
    (Method::PreTicked, "preselezionato|preselezionata|preflaggato|casella preselezionata|förkryssad"),
    (Method::PreTicked, "förbockad|förikryssad|vorausgewählt|vorangekreuzt|vorausgefüllt|précochée"),
    (Method::PreTicked, "case précochée|pré-cochée|premarcada|premarcado|casilla premarcada"),
    (Method::Silence, "silence|no objection|no response|inactivity|opt-out|opt out|did not object"),
    (Method::Silence, "silenzio|silenzio assenso|tystnad|schweigen|kein widerspruch|silencio"),
    (Method::Existing, "existing|existing customer|existing client|existing relationship|customer"),
    (Method::Existing, "business relationship|soft opt-in|cliente|già cliente|cliente esistente"),
    (Method::Existing, "befintlig kund|kund|bestandskunde|kunde|client|client existant|cliente existente"),
    (Method::Import, "import|imported|csv|csv import|list import|file import|upload|bulk upload"),
    (Method::Import, "bulk|migration|migrated|importazione|importato|importerad|importiert|importé"),
    (Method::Import, "importación|importado|migrazione|migrerad|migriert"),
    (Method::Api, "api|rest api|api call|webhook|script"),
    (Method::Admin, "admin|administrator|by admin|added by admin|manual|manually|manually added"),
    (Method::Admin, "manuale|manuell|manuel|amministratore|administratör|administrateur|administrador"),
    (Method::Agent, "agent|call center|call centre|callcenter|telemarketing|sales agent|agente"),
    (Method::Integration, "integration|sync|synced|synchronisation|synchronization|zapier|connector"),
    (Method::Integration, "plugin|integrazione|sincronizzazione|synkronisering|intégration|integración"),
    (Method::Merge, "merge|merged|deduplication|dedupe|unione|sammanslagning|zusammengeführt|fusion"),
];

/// Words of a source that tell whose hand it was. The first group that is found decides; the person comes last.
const SOURCE_ACTORS: &[(Actor, &str)] = &[
    (Actor::Merge, "merge|merged|dedupe|deduplication|sammanslagning|zusammenfuhrung|fusion"),
    (
        Actor::Import,
        "import|imports|imported|importing|importer|importazione|importato|importerad|importiert|importe|\
            importado|importacion|csv|xls|xlsx|excel|upload|uploaded|bulk|migration|migrated|migrazione|\
            copy paste|copypaste|filimport|dateiimport|listimport",
    ),
    (Actor::Api, "api|webhook|script|restapi"),
    (Actor::Integration, "integration|integrations|integrazione|sync|synced|synchronisation|zapier|connector|crm|erp"),
    (Actor::Agent, "agent|call center|call centre|callcenter|telemarketing|telesales|agente|agentur"),
    (Actor::Admin, "admin|administrator|admin add|manual|manually|manuale|manuell|manuel|backoffice|back office"),
    (
        Actor::Staff,
        "staff|employee|operator|operatore|personal|mitarbeiter|personale|empleado|employe|phone|\
            phone call|telefon|telefono|business card|visitenkarte|biglietto da visita|visitkort|\
            carte de visite|trade fair|trade show|fair|messe|fiera|massa|salon|feria|in store|instore|pos|\
            till|negozio|butik|offline|paper|papier|carta|papper",
    ),
];

const LIVE: &str = "form|forms|webform|web form|signupform|formular|modulo|formulaire|formulario|formulaer|signup|sign up|\
    sign up page|popup|pop up|checkout|check out|landing page|landingpage|hosted|embedded|widget|website|\
    web site|webpage|subscribe page|registration|registration page|preference center|preference centre|footer|\
    slide in|lead ad|lead ads|kiosk|account page|cassa|pagina di iscrizione|iscrizione online|sito|sito web|\
    registrazione|kassa|kassan|webbplats|hemsida|registrering|anmalningssida|kasse|bestellvorgang|webseite|\
    internetseite|registrierung|anmeldeseite|site|site web|page dinscription|inscription en ligne|panier|\
    paiement|pagina web|sitio web|registro web|pagina de registro|proceso de pago";

const GENERIC: &str = "import|imported|imports|importer|import from file|list import|list import from file|list|lists|csv|\
    csv import|import csv|xls|xlsx|excel|file|upload|other|others|unknown|misc|miscellaneous|various|general|\
    generic|default|source|api|api generic|na|not available|not set|importazione|importato|lista|elenco|altro|\
    altri|sconosciuto|vari|importerad|annat|övrigt|okänd|importiert|liste|sonstige|sonstiges|andere|unbekannt|\
    datei|importé|autre|autres|inconnu|fichier|importado|importación|otro|otros|desconocido|archivo|fil|test";

/// Spoken words that were kept.
const RECORDED: &str = "recorded call|call recording|voice recording";

static METHOD_WORDS: LazyLock<Lexicon<Method>> = LazyLock::new(|| Lexicon::of(METHODS));
static GENERIC_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(&[((), GENERIC)]));

thread_local! {
    static METHODS_SEEN: RefCell<Memo<Option<Method>>> = RefCell::new(Memo::new());
    static SOURCES_SEEN: RefCell<Memo<Source>> = RefCell::new(Memo::new());
}

/// What the text of a source tells.
#[derive(Clone, Copy)]
struct Source {
    generic: bool,
    /// A live form, whoever wrote it into this system.
    live: bool,
    actor: Option<Actor>,
}

impl Source {
    fn of(text: &str) -> Self {
        Memo::recall(&SOURCES_SEEN, text, |text| {
            let folded = fold(text);
            let nothing = cell::text(text).is_none() || folded.is_empty();
            let found = SOURCE_ACTORS.iter().find(|(_, words)| holds_phrase(&folded, words.split('|')));
            Self {
                generic: nothing || GENERIC_WORDS.get(&folded).is_some(),
                live: is_live(&folded),
                actor: found.map(|(actor, _)| *actor),
            }
        })
    }
}

impl Method {
    /// A clear affirmative act of the person.
    pub fn is_affirmative(self) -> bool {
        matches!(self, Self::Tick | Self::Button | Self::Signature | Self::Spoken | Self::DoiClick | Self::Reply)
    }

    /// Silence, pre-ticked boxes and inactivity: what GDPR recital 32 says is no consent.
    pub fn is_negative(self) -> bool {
        matches!(self, Self::Default | Self::Implied | Self::PreTicked | Self::Silence | Self::Existing)
    }

    /// Its word in the rule book.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tick => "tick",
            Self::Button => "button",
            Self::Signature => "signature",
            Self::Spoken => "spoken",
            Self::DoiClick => "doi_click",
            Self::Reply => "reply",
            Self::Default => "default",
            Self::Implied => "implied",
            Self::PreTicked => "pre-ticked",
            Self::Silence => "silence",
            Self::Existing => "existing",
            Self::Import => "import",
            Self::Api => "api",
            Self::Admin => "admin",
            Self::Agent => "agent",
            Self::Integration => "integration",
            Self::Merge => "merge",
        }
    }
}

impl Actor {
    /// Whether the person acted, or staff with a record of the person's act: what may end a refusal (rule book 1.6).
    pub fn may_end_a_refusal(self) -> bool {
        matches!(self, Self::Subject | Self::StaffRecorded)
    }

    /// Its word in the rule book.
    pub fn word(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::StaffRecorded => "staff_recorded",
            Self::Staff => "staff",
            Self::Admin => "admin",
            Self::Agent => "agent",
            Self::Import => "import",
            Self::Api => "api",
            Self::Integration => "integration",
            Self::Merge => "merge",
            Self::Unknown => "unknown",
        }
    }
}

/// The method a cell names; `None` if the word is not known.
pub fn method(word: &str) -> Option<Method> {
    Memo::recall(&METHODS_SEEN, word, |word| METHOD_WORDS.get(&fold(word)))
}

/// By whose hand a state came about, told by the source and the method of its consent. A machine or a third hand
/// in the source outweighs an act of the person: a ticked box that came by import is told by an import.
pub fn actor(source: &str, method: Option<&str>) -> Actor {
    let source = Source::of(source);
    let known = method.and_then(self::method);
    let recorded = match known {
        Some(Method::Signature) => true,
        Some(Method::Spoken) => holds_phrase(&fold(method.unwrap_or_default()), RECORDED.split('|')),
        _ => false,
    };
    match (source.actor, known) {
        (Some(Actor::Staff), _) if recorded => Actor::StaffRecorded,
        (Some(actor), _) => actor,
        (None, Some(Method::Import)) => Actor::Import,
        (None, Some(Method::Api)) => Actor::Api,
        (None, Some(Method::Admin)) => Actor::Admin,
        (None, Some(Method::Agent)) => Actor::Agent,
        (None, Some(Method::Integration)) => Actor::Integration,
        (None, Some(Method::Merge)) => Actor::Merge,
        (None, Some(Method::Signature | Method::Spoken)) if recorded => Actor::StaffRecorded,
        (None, Some(Method::Spoken)) => Actor::Staff,
        (None, Some(Method::Tick | Method::Button | Method::DoiClick | Method::Reply)) => Actor::Subject,
        (None, _) if source.live => Actor::Subject,
        (None, _) => Actor::Unknown,
    }
}

/// Whether a source says nothing of where consent was given: empty, `import`, `list`, `csv`, `other`, `-`
/// (not *present* in the sense of rule book 1.5).
pub fn is_generic_source(source: &str) -> bool {
    Source::of(source).generic
}

/// Whether a source is a live form: sign-up form, pop-up, checkout, landing page. Never for imports and programs.
pub fn is_live_form(source: &str) -> bool {
    let source = Source::of(source);
    source.live && source.actor.is_none_or(|actor| actor == Actor::Staff)
}

/// Compounds count: `Anmeldeformular`, `anmälningsformulär`, `newsletterform`.
fn is_live(folded: &str) -> bool {
    holds_phrase(folded, LIVE.split('|'))
        || folded.split(' ').any(|word| {
            ["formular", "formulare", "webform", "checkout", "popup", "signup", "landingpage"]
                .iter()
                .any(|part| word.contains(part))
                || word.ends_with("form")
                    && !matches!(word, "platform" | "plattform" | "inform" | "conform" | "uniform")
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::normalise::fold::ambiguous;

    #[test]
    fn no_method_word_means_two_things() {
        assert_eq!(ambiguous(METHODS), Vec::<String>::new());
    }

    #[test]
    fn methods_have_one_form_in_six_languages() {
        for (word, expected) in [
            ("Tick", Method::Tick),
            ("checkbox", Method::Tick),
            ("casella spuntata", Method::Tick),
            ("kryssruta", Method::Tick),
            ("angekreuzt", Method::Tick),
            ("case cochée", Method::Tick),
            ("casilla marcada", Method::Tick),
            ("button", Method::Button),
            ("Unterschrift", Method::Signature),
            ("underskrift", Method::Signature),
            ("spoken", Method::Spoken),
            ("DOI_click", Method::DoiClick),
            ("Double Opt-In", Method::DoiClick),
            ("reply", Method::Reply),
            ("default", Method::Default),
            ("implied", Method::Implied),
            ("Pre-ticked", Method::PreTicked),
            ("silence", Method::Silence),
            ("existing customer", Method::Existing),
            ("CSV import", Method::Import),
            ("API", Method::Api),
            ("admin", Method::Admin),
        ] {
            assert_eq!(method(word), Some(expected), "{word}");
            assert_eq!(method(expected.word()), Some(expected));
            assert!(!(expected.is_affirmative() && expected.is_negative()));
        }
        assert_eq!(method("somehow"), None);
    }

    #[test]
    fn a_source_tells_whose_hand_it_was() {
        for (source, method, expected) in [
            ("List Import from File", None, Actor::Import),
            ("List Import from File", Some("tick"), Actor::Import),
            ("API - Generic", None, Actor::Api),
            ("Admin Add", None, Actor::Admin),
            ("Hosted Signup Form", None, Actor::Subject),
            ("Embedded Form", Some("tick"), Actor::Subject),
            ("Anmeldeformular", None, Actor::Subject),
            ("anmälningsformulär", None, Actor::Subject),
            ("Website form via Zapier", None, Actor::Integration),
            ("", Some("doi_click"), Actor::Subject),
            ("", Some("import"), Actor::Import),
            ("trade fair", None, Actor::Staff),
            ("trade fair", Some("signature"), Actor::StaffRecorded),
            ("phone", Some("call recording"), Actor::StaffRecorded),
            ("phone", Some("spoken"), Actor::Staff),
            ("call center", Some("spoken"), Actor::Agent),
            ("merge", None, Actor::Merge),
            ("somewhere", None, Actor::Unknown),
            ("", None, Actor::Unknown),
        ] {
            assert_eq!(actor(source, method), expected, "{source} {method:?}");
        }
    }

    #[test]
    fn a_generic_source_is_no_source() {
        for generic in [
            "",
            "-",
            "Import",
            "imported",
            "list",
            "CSV",
            "other",
            "N/A",
            "List Import from File",
            "Sonstiges",
            "altro",
            "API - Generic",
        ] {
            assert!(is_generic_source(generic), "{generic}");
        }
        for source in ["Hosted Signup Form", "Checkout", "Messe Berlin 2023", "newsletter footer"] {
            assert!(!is_generic_source(source), "{source}");
        }
    }

    #[test]
    fn a_live_form_is_told_from_an_import() {
        for live in [
            "Hosted Signup Form",
            "Embedded Form",
            "popup",
            "Checkout",
            "landing page",
            "modulo di iscrizione",
            "Kasse",
            "formulaire web",
            "formulario",
            "Newsletterformular",
        ] {
            assert!(is_live_form(live), "{live}");
        }
        for other in ["List Import from File", "API - Generic", "information", "platform", "import form", "Excel"] {
            assert!(!is_live_form(other), "{other}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_a_method_panic(source in "\\PC{0,40}", word in "\\PC{0,20}") {
            actor(&source, Some(&word));
            is_generic_source(&source);
            is_live_form(&source);
        }
    }
}
