//! What people want, in their own words under a header in somebody's own words: `Mind if we write?` over “no thanks”.

use super::content::Profile;
use super::header::{Header, fold};
use super::idle::is_idle;
use crate::import::header_words::{bare_answer, header_words};

/// More different cells are no answers to one question.
const MOST: usize = 24;
/// A longer cell is a remark.
const LONGEST: usize = 40;
/// Few words for a state are what a club or a shop keeps of each.
const MOST_STATES: usize = 6;

/// Beginnings of words for writing to somebody, reaching them and letting them know, folded.
const WRITING: &str = "writ|contact|kontakt|recontact|contat|touch|hear|reach|notif|inform|schreib|anschreib|schick|melden|ecri|\
    envoy|relanc|scriv|avvis|inviar|mandar|escrib|avis|escrev|enviar|stur|schrijv|skriv|skicka|hora|hore|sende|hilse|sans|\
    yhtey|kirjoit|lahet|pisac|napisac|odezwac|kontaktow|wysyl|powiadam|mail|mejl|epost|newsletter|news|nl";

/// Whether a column may tell what people want: cells begin with a yes or a no. Half of them are enough under a header that asks, or
/// speaks of writing, and what may be a no counts with them; elsewhere all but one.
pub(super) fn may_be_told(header: &Header, profile: &Profile<'_>) -> bool {
    if profile.filled < 2 || profile.words.is_empty() || profile.words.len() > MOST || is_idle(header_words(), header) {
        return false;
    }
    let answers = || profile.words.iter().filter(|(cell, _)| first_answer(cell).is_some());
    let count: u32 = answers().map(|(_, times)| times).sum();
    let both = [true, false].iter().all(|answer| answers().any(|(cell, _)| first_answer(cell) == Some(*answer)));
    let odd = profile.words.len() - answers().count();
    let told = count + profile.doubts;
    if asks(header) { told > 1 && told * 2 >= profile.filled } else { both && odd <= 1 && count * 2 > profile.filled }
}

/// Whether a column of few words may tell a state: a third of its cells are words for one, or they are the colours of a
/// traffic light.
pub(super) fn may_be_a_state(header: &Header, profile: &Profile<'_>) -> bool {
    if is_traffic_light(profile) {
        return true;
    }
    let few = (2..=MOST_STATES).contains(&profile.words.len()) && profile.several_words * 2 < profile.filled;
    few && profile.states * 3 >= profile.filled && profile.states > 1 && !is_idle(header_words(), header)
}

/// Whether all cells are red, green and what is between them, and both ends are there.
fn is_traffic_light(profile: &Profile<'_>) -> bool {
    const RED: &str = "red|rot|rouge|rojo|rosso|rood|vermelho|czerwony|rod|punainen";
    const GREEN: &str = "green|grun|vert|verde|groen|zielony|gron|gronn|vihrea";
    const BETWEEN: &str = "yellow|gelb|jaune|amarillo|giallo|geel|amarelo|zolty|gul|keltainen|orange|oranje|naranja|arancione|\
        laranja|pomaranczowy|oransje|oranssi|amber";
    let is = |words: &str, cell: &str| words.split('|').any(|word| word == fold(&cell.to_lowercase()));
    let any = |words: &str| profile.words.iter().any(|(cell, _)| is(words, cell));
    let all = profile.words.iter().all(|(cell, _)| [RED, GREEN, BETWEEN].iter().any(|words| is(words, cell)));
    all && any(RED) && any(GREEN)
}

/// The yes or no at the beginning of a short answer: “no thanks”. A letter or sign is one only alone.
fn first_answer(cell: &str) -> Option<bool> {
    if let Some(answer) = bare_answer(cell) {
        return Some(answer);
    }
    let word = cell.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
    let is_word = word.chars().count() > 1 && !word.starts_with(|c: char| c.is_ascii_digit());
    (is_word && cell.len() <= LONGEST && cell.starts_with(word)).then(|| bare_answer(word)).flatten()
}

fn asks(header: &Header) -> bool {
    let writes = |word: &String| WRITING.split('|').any(|start| fold(word).starts_with(start));
    header.written.trim_end().ends_with('?') || header.words.iter().any(writes)
}
