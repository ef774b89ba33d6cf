//! Short answers that are a no in a column of yes and no: “lieber nicht”, “surtout pas”, “helst inte”, “no thanks”.
//!
//! Such an answer holds a word of denial and no word of agreement. It is none where it denies that anybody knows, asked
//! or minds (“not yet”, “no idea”, “kein Problem”, “why not”), or only a day or another channel.

use super::refusal::is_one_of;
use super::{is_never_asked, only, state_within, status, yes_no};
use crate::normalise::fold::fold;

/// Deny in an answer, folded.
const NO: &str = "no|not|none|never|ungern|ungerne|ogarna|ugerne|niechetnie|niekoniecznie|nope|nah|nay|dont|doesnt|nein|nicht|noe|nee|ne|niemals|keinesfalls|kein|keine|keinen|\
    keinerlei|nichts|non|pas|jamais|aucun|aucune|rien|nunca|jamas|nada|ningun|ninguno|ninguna|nessun|nessuna|niente|neen|niet|nooit|\
    geen|niks|niets|nao|nem|nenhum|nenhuma|nej|inte|ej|icke|aldrig|inga|ingen|inget|ikke|nei|ikkje|aldri|ei|eika|nie|nigdy|zadne|zadnych|zadnym";

/// Parts of an answer that are no refusal although they deny, folded, as beginnings of words.
const OTHERWISE: &str = "yet|noch|encore|todavia|aun|ancora|nog|ainda|endnu|enda|enna|annu|viela|jeszcze|ask|gefragt|demande|pregunt|chiest|gevraagd|\
    pergunt|fragad|tillfrag|spurgt|spurt|kysyt|pytan|know|clear|idea|clue|answer|reply|respon|opinion|preferenc|decid|\
    bekannt|weiss|ahnung|angabe|antwort|entschied|sais|sait|reponse|avis|precise|connu|renseign|saber|respuest|indic|\
    conoc|risposta|noto|conosc|speci|weet|bekend|antwoord|ingevuld|sei|sabe|respost|inform|vet|kand|svar|ved|kendt|kjent|\
    oplys|oppgitt|tieda|tiedossa|vastau|wiem|wie.|wiadomo|odpowied|podan|applicab|available|relevant|zutreffend|\
    verfugbar|problem|probleem|worr|wahala|souci|inconven|preocup|mind|matter|object|einwand|einwend|bedenken|widerspr|oppos|opposi|\
    bezwaar|invand|indvend|innvend|huomautt|haitta|przeciw|hindern|contro|contra|limit|doubt|zweifel|doute|duda|dubbio|fara|sorge|stor|\
    why|warum|wieso|pourquoi|porque|perche|waarom|hvorfor|varfor|miksi|czemu|dlaczego|often|oft|souvent|spesso|vaak|ofta|ofte|usein|\
    czesto|frecuent|menudo|frequen|zu|too|trop|troppo|demasiad|always|immer|toujours|siempre|sempre|altijd|alltid|aina|zawsze|only|nur|\
    seulement|solo|alleen|bara|kun|bare|vain|tylko|day|tag|lun|mar|jeu|ven|sam|dim|dom|week|wochen|samstag|sonn|mont|dienst|\
    mitt|donn|frei|sab|gio|mie|jue|vie|maa|din|woe|don|vri|zat|zon|man|tis|tir|ons|tor|fre|lor|son|summer|winter|sommer|sommar|ete.|hiver|\
    verano|estate|zomer|verao|kesa|lato|urlaub|ferien|vacances|phone|call|tel|anruf|anrufen|appel|llam|chiam|bel.|bellen|ligar|ring|puhel|\
    dzwon|sms|text.|whatsapp|post|brief|letter|lettre|courrier|carta|lettera|brev|kirje|list|papier|paper|fax|until|before|bis|vor|avant|\
    antes|innan|inden|ennen|przed|allerg|smok|rauch|fumeu|kids|kinder|pets|address|adress|indirizzo|direcc|\
    endereco|osoite|adres|number|nummer|numero";

/// Say how certain something is: denied they are doubt, and before a denial they strengthen it.
const CERTAIN: &str = "sure|certain|sicher|klar|zeker|sakert|saker|sikker|sikkert|varma|pewny|pewna|pewnie|sur|seguro|segura|sicuro|sicura|certo";

/// Agree, folded, beside the words that are a yes by themselves.
const YES: &str = "yep|yeah|yup|sure|ok|okay|fine|klar|jo|joo|jep|daccord|avec|claro|bueno|gusto|certo|\
    volentieri|prima|jasne|si|sim|tak|but|aber|sondern|pero|mutta|ale";

/// Stand right before a no at the end, which then is one whatever came before: “claro que no”, “thanks but no”.
const BEFORE_A_NO: &str =
    "que|che|di|but|aber|pero|mutta|ale|possible|possibile|posible|possivel|moglich|mogelijk|mulig|mojligt|ser";

/// Whole answers that are a no without a word of denial, folded.
const WHOLE: &str = "lass mal|lass stecken|vergiss es|forget it|sans facon|ni hablar|de eso nada|laat maar|lascia stare|lascia perdere|\
    deixa estar|deixe estar|glem det|glom det|anna olla|antakaa olla|daj spokoj";

/// Whether an answer to a question of yes and no is a no in a few words of its own.
pub(super) fn is_short_no(answer: &str) -> bool {
    const MOST: usize = 4;
    const LONGEST: usize = 48;
    if answer.len() > LONGEST || answer.contains(['?', '¿', '@', ':', '=', '"', '_']) || is_known(answer) {
        return false;
    }
    let folded = fold(answer);
    let words: Vec<&str> = folded.split_ascii_whitespace().collect();
    if is_one_of("no se|no lo se", &folded) {
        return false;
    }
    if only::another_way_in_answer(answer).is_some() || is_one_of(WHOLE, &folded) {
        return true;
    }
    if !(1..=MOST).contains(&words.len()) || folded.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let Some(denial) = words.iter().position(|word| is_one_of(NO, word)) else { return is_finnish_no(&words) };
    // “Not withdrawn” is the opposite.
    if state_within(&words[denial + 1..].join(" ")).is_some() {
        return false;
    }
    if words[denial..].iter().any(|word| is_one_of(CERTAIN, word)) {
        return false;
    }
    let agrees = |word: &str| yes_no(word) == Some(true) || is_one_of(YES, word);
    // “Nej tak” is Danish, “claro que no” and “sicher nicht” agree with nothing.
    let danish = is_one_of("nej|ikke", words[denial]);
    let ends_in_no = denial > 0 && denial + 1 == words.len();
    let strengthened = ends_in_no && (is_one_of(BEFORE_A_NO, words[denial - 1]) || is_one_of(CERTAIN, words[0]));
    let agrees = words.iter().any(|word| !(is_one_of(NO, word) || danish && *word == "tak") && agrees(word));
    (strengthened || !agrees) && !words.iter().any(|word| speaks_of_other(word))
}

/// Whether the whole answer is a word that says something of its own: “not confirmed”, “non-marketing”.
fn is_known(answer: &str) -> bool {
    yes_no(answer).is_some()
        || status(answer).is_some()
        || is_never_asked(answer)
        || answer.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("non-"))
}

/// “En halua”: in every other language it is a little word.
fn is_finnish_no(words: &[&str]) -> bool {
    matches!(words, ["en", verb, ..] if is_one_of("halua|tahdo|kiitos|tarvitse|missaan", verb))
}

fn speaks_of_other(word: &str) -> bool {
    OTHERWISE.split('|').any(|start| match start.strip_suffix('.') {
        Some(whole) => word == whole,
        None if start.len() < 4 => word == start,
        None => word.starts_with(start),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_soft_no_is_a_no_in_twelve_languages() {
        let answers = [
            "rather not",
            "I'd rather not",
            "not really",
            "nah",
            "nope",
            "no thanks",
            "please don't",
            "never",
            "absolutely not",
            "not interested",
            "lieber nicht",
            "eher nein",
            "eher nicht",
            "auf keinen Fall",
            "bitte nicht",
            "nein danke",
            "besser nicht",
            "auf gar keinen Fall",
            "surtout pas",
            "plutôt pas",
            "plutôt non",
            "non merci",
            "pas du tout",
            "jamais",
            "pas intéressé",
            "meglio di no",
            "per carità no",
            "no grazie",
            "preferirei di no",
            "assolutamente no",
            "direi di no",
            "mejor no",
            "no gracias",
            "prefiero que no",
            "de ninguna manera",
            "para nada",
            "creo que no",
            "liever niet",
            "doe maar niet",
            "nee bedankt",
            "nee dank je",
            "absoluut niet",
            "beslist niet",
            "prefere que não",
            "nem pensar",
            "melhor não",
            "não obrigado",
            "de jeito nenhum",
            "helst inte",
            "nej tack",
            "absolut inte",
            "inte alls",
            "helst ikke",
            "nej tak",
            "slet ikke",
            "nei takk",
            "helt klart ikke",
            "mieluummin ei",
            "ei tarvitse",
            "ei kiitos",
            "ei missään nimessä",
            "raczej nie",
            "nie dziękuję",
            "lepiej nie",
            "absolutnie nie",
            "only by post at Christmas",
            "claro que no",
            "certo che no",
            "sicher nicht",
            "nicht mehr",
            "en halua",
            "må ikke",
            "mais non",
            "thanks but no",
            "ungern",
            "não precisa",
            "gerne ikke",
            "laat maar",
            "w żadnym razie",
        ];
        let wrong: Vec<_> = answers.into_iter().filter(|answer| !is_short_no(answer)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn an_answer_that_denies_something_else_is_no_no() {
        let answers = [
            "yes",
            "ja",
            "not yet",
            "noch nicht",
            "pas encore",
            "todavía no",
            "non ancora",
            "nog niet",
            "ainda não",
            "inte än frågad",
            "ikke endnu",
            "ei vielä",
            "jeszcze nie",
            "no idea",
            "don't know",
            "keine Ahnung",
            "weiß nicht",
            "no sé",
            "ved ikke",
            "vet ikke",
            "nie wiem",
            "not sure",
            "not asked",
            "no answer",
            "keine Angabe",
            "no problem",
            "kein Problem",
            "pas de souci",
            "geen probleem",
            "inga problem",
            "bez problemu",
            "nessun problema",
            "no objection",
            "kein Einwand",
            "don't mind",
            "why not",
            "warum nicht",
            "pourquoi pas",
            "czemu nie",
            "waarom niet",
            "not too often",
            "nicht zu oft",
            "pas trop souvent",
            "not on Sundays",
            "nicht sonntags",
            "nicht widerrufen",
            "not unsubscribed",
            "pas refusé",
            "no SMS",
            "not by phone",
            "nicht per Post",
            "No 7",
            "12",
            "maybe",
            "klar",
            "ja, aber nicht oft",
            "yes, why not",
            "ok, no rush",
            "no preference",
            "not applicable",
            "Nordic",
            "if you must",
            "no worries",
            "gern",
            "no tak",
            "no doubt",
            "ei haittaa",
        ];
        let wrong: Vec<_> = answers.into_iter().filter(|answer| is_short_no(answer)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn the_words_are_folded() {
        for word in [NO, OTHERWISE, CERTAIN, YES, BEFORE_A_NO, WHOLE].iter().flat_map(|list| list.split('|')) {
            assert_eq!(fold(word), word.trim_end_matches('.'), "{word}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_a_panic(text in "\\PC{0,60}|(no|nicht|only|phone|yes|lieber| ){0,8}") {
            is_short_no(&text);
        }
    }
}
