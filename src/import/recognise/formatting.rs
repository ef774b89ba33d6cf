//! The column that says how the rows of a sheet are formatted: who is struck through or stands in red often left, and
//! what else a colour says only its legend tells.

use super::content::Profile;
use super::header::{Header, fold};
use super::idea::{By, Idea};
use crate::vocabulary::Field;

/// The name of the column, which stands in no file.
pub(crate) const FORMATTING: &str = "(formatting of the row)";
/// Its name where a line above the table speaks of colours.
pub(crate) const FORMATTING_EXPLAINED: &str = "(formatting of the row, explained above)";

/// What is asked about without a word of explanation.
const TELLING: [&str; 4] = ["struck through", "red letters", "red fill", "grey letters"];

/// Beginnings of the words for colours in twelve languages, folded; a `!` ends a whole word.
const COLOURS: &str = "red!|rot|rod!|roda|rott|rouge|rojo|roja|ross|rood|rode|rod|punai|czerwon|vermelh|orange|aranci|naranj|oranssi|\
    pomarancz|laranj|oranje|yellow|gelb|gul!|gula|gult|gule|jaune|amarill|giall|geel|gele|kelta|zolt|amarel|green|grun|gron|vert!|\
    verts|verde|groen|vihre|zielon|blue|blau|bla!|blaa|bleu|azul|blu!|blauw|sini|niebiesk|purple|violet|lila|morad|viola!|paars|fiolet|\
    roxo|pink|rosa!|rose!|roze|lyserod|vaaleanpun|rozow|grey|gray|grau|gra!|graa|gris|grigi|grijs|harma|szar|cinz|colour|color|farb|\
    farg|farve|farge|couleur|kleur|vari!|kolor|struck|strikethrough|durchgestrichen|genomstruk|overstre|gjennomstre|barre|tachad|\
    barrat|doorgestreept|doorgehaald|yliviiva|przekresl|riscad";

/// Whether a line above a table explains how its rows are painted.
pub(crate) fn speaks_of_colour(line: &str) -> bool {
    let words: Vec<String> = Header::read(line).words.iter().map(|word| fold(word)).collect();
    COLOURS.split('|').any(|known| match known.strip_suffix('!') {
        Some(whole) => words.iter().any(|word| word == whole),
        None => words.iter().any(|word| word.starts_with(known)),
    })
}

/// Whether a column is this one.
pub(super) fn is_formatting(header: &str) -> bool {
    header == FORMATTING || header == FORMATTING_EXPLAINED
}

/// Asks what the formatting says, and holds whoever has some of it until then.
pub(super) fn ask(ideas: &mut [Idea], headers: &[Header], profiles: &[Profile<'_>]) {
    for ((idea, header), profile) in ideas.iter_mut().zip(headers).zip(profiles) {
        if !is_formatting(&header.written) || idea.by == By::Hand {
            continue;
        }
        let tells = |cell: &str| TELLING.iter().any(|telling| cell.contains(telling));
        let asks = header.written == FORMATTING_EXPLAINED || profile.words.iter().any(|(cell, _)| tells(cell));
        (idea.field, idea.confidence, idea.perhaps) = (None, 0.3, asks.then_some(Field::Status));
        "some rows are formatted unlike the rest, which may say who left".clone_into(&mut idea.why);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_explains_colours_is_known_in_many_languages() {
        for line in [
            "red name = asked me to stop",
            "Rot: will keine Post",
            "Rödmarkerade vill inte ha brev",
            "gialli = da richiamare",
            "en gris : partis",
            "durchgestrichen = ausgetreten",
        ] {
            assert!(speaks_of_colour(line), "{line}");
        }
        assert!(!speaks_of_colour("Members of the allotment society, spring 2026"));
    }
}
