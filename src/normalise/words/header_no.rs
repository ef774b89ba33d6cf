//! Headers that are a no, or a death, in so many words, of columns that no field takes: `†`, “date of death”, `banned`,
//! `löschen`, “Newsletter unerwünscht”. Whatever is written there and does not deny it says that it is so.

use super::parts::is_of_kin;
use super::{is_of_another_matter, plain_no, remark};
use crate::normalise::fold::fold;

/// What is so of everybody with something in the column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderNo {
    /// The person is dead.
    Died,
    /// The person is not to be written to.
    Refused,
}

/// Headers of deaths, folded, but for a word of dates beside them.
const DEATHS: &str = "death|died|deceased|is deceased|dead|rip|todesdatum|sterbedatum|todestag|sterbetag|verstorben|gestorben|tot|tod|\
    deces|decede|decedee|mort|defuncion|fallecimiento|fallecido|fallecida|difunto|muerte|muerto|morte|decesso|deceduto|deceduta|\
    defunto|overlijden|overlijdensdatum|overleden|sterfdatum|obito|falecimento|falecido|falecida|morto|dodsdatum|dodsdag|\
    avliden|dod|dodsdato|dodsfald|dodsfall|afdod|avdod|kuolinpaiva|kuolinaika|kuollut|kuolema|zgon|zgonu|smierci|zmarl|zmarly|\
    zmarla|passed away";

/// Headers of those who are on a list no more, folded, but for a word of dates beside them.
const REFUSALS: &str = "banned|out|left|left list|left the list|removed|remove|removed from list|to delete|to be deleted|delete|\
    to remove|to be removed|stop|stopp|stopped|raus|loschen|zu loschen|entfernt|entfernen|streichen|gestrichen|gesperrt|\
    ausgetreten|austritt|a supprimer|supprimer|a retirer|retire de la liste|radie|stoppe|borrar|a borrar|quitar|eliminado|\
    expulsado|da cancellare|da eliminare|rimosso|tolto|fuori|verwijderen|te verwijderen|verwijderd|eruit|gestopt|remover|\
    removido|a remover|bannad|ta bort|borttagen|stryk|struken|avslutad|slettes|slettet|fjernet|fjernes|udmeldt|utmeldt|\
    strykes|poista|poistettava|poistettu|eronnut|usunac|do usuniecia|usuniety|wypisany|wykreslony";

/// Words of dates that may stand beside them.
const DATES: &str = "date|datum|data|dato|fecha|of|de|du|di|da|do|del|since|seit|am|on|at|depuis|desde|dal|sinds|op|sedan|siden|od|le|el|il|pvm|dia|the|den";

/// What a header says of everybody with something in its column; `None` if it says no such thing.
pub fn header_no(header: &str) -> Option<HeaderNo> {
    const LONGEST: usize = 48;
    if header.len() > LONGEST || is_of_kin(header) || is_of_another_matter(header) {
        return None;
    }
    if super::told::has_cross(header) {
        return Some(HeaderNo::Died);
    }
    let plain = super::apart(header).unwrap_or_else(|| header.to_owned()).replace(['?', '¿'], " ");
    let folded = fold(&plain);
    let is = |list: &str, said: &str| list.split('|').any(|words| words == said);
    let undated = folded.split(' ').filter(|word| !is(DATES, word)).collect::<Vec<_>>().join(" ");
    match () {
        () if is(DEATHS, &folded) || is(DEATHS, &undated) => Some(HeaderNo::Died),
        () if is(REFUSALS, &folded) || is(REFUSALS, &undated) => Some(HeaderNo::Refused),
        () if plain_no::refusal_in_code(&plain).is_some() || remark::firm_refusal(&plain).is_some() => {
            Some(HeaderNo::Refused)
        }
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_that_is_a_no_or_a_death_is_known() {
        for header in [
            "†",
            "date of death",
            "Died on",
            "Todesdatum",
            "décès",
            "Date de décès",
            "fecha de defunción",
            "Data decesso",
            "overlijdensdatum",
            "Data de óbito",
            "Dödsdatum",
            "dødsdato",
            "kuolinpäivä",
            "data zgonu",
        ] {
            assert_eq!(header_no(header), Some(HeaderNo::Died), "{header}");
        }
        for header in [
            "banned",
            "OUT",
            "Left",
            "Left list",
            "löschen",
            "entfernt",
            "to delete",
            "Stopp",
            "gesperrt seit",
            "Newsletter unerwünscht",
            "Mailing gestoppt",
            "Newsl. nein",
            "à supprimer",
            "da cancellare",
            "te verwijderen",
            "ta bort",
            "slettes",
            "poistettava",
            "do usunięcia",
            "no_newsletter",
        ] {
            assert_eq!(header_no(header), Some(HeaderNo::Refused), "{header}");
        }
        for header in [
            "Outlook",
            "Left hand",
            "Days left",
            "Date",
            "Non-smoker",
            "Newsletter",
            "Father died",
            "Order stopped",
            "Cookie banned",
            "Mortgage",
            "Total",
            "Kein Widerspruch",
            "Not opted out",
        ] {
            assert_eq!(header_no(header), None, "{header}");
        }
    }

    #[test]
    fn the_words_are_folded() {
        for words in [DEATHS, REFUSALS, DATES].iter().flat_map(|list| list.split('|')) {
            assert_eq!(fold(words), words, "{words}");
        }
    }
}
