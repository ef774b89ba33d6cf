//! Columns that people fill with marks: `+`, `÷`, `○`, letters that a line above the table explains; and columns that
//! tell who left. What a mark says is in nobody's dictionary, so a person is asked, and until then it says no yes and
//! whoever has one is held.

use std::collections::BTreeSet;

use super::TableSample;
use super::content::Profile;
use super::header::{Header, fold};
use super::idea::{By, Idea};
use super::idle::{is_idle, is_of_business};
use super::table_name::signs_in;
use super::table_state::names_of;
use crate::import::header_words::{Concept, header_words};
use crate::vocabulary::Field;

/// Beginnings of words for leaving a club, a school or a firm, folded; `!`: the word.
const LEFT: &str = "austritt|austr!|ausgetret|ausgeschied|abgang!|abgangs|gekundigt|kundigung|gek!|left on|date left|leaver|resign|quit!|departed|\
    sortie!|demission|resilie|resiliation|radie!|radiation!|baja!|bajas!|salida!|cese!|dimiss|uscita!|recesso|cessazion|disdett|\
    uitgetred|uittred|opgezegd|opzegging|vertrokken|uttrad|utgatt|utgick|avgatt|avgang!|slutat|uppsagd|avslutad|udmeld|udm!|udtrad|\
    opsagt|ophort|utmeld|utm!|sluttet|oppsagt|eronnut|eronn|erosi|eroam|lopettan|paattyn|wystap|odszed|odejsc|skresl|rezygnacj|\
    saida!|demitid|demiss|desist|baixa!";
/// Of travellers: where somebody arrives, the day of leaving is no end of anything.
const ARRIVED: &str =
    "anreise|ankunft|arriv|check in|checkin|llegada|aankomst|ankomst|saapum|przyjazd|chegada|inchecken";

/// The signs that people write by hand for a yes or a no.
const MARKS: [char; 30] = [
    '+', '-', '−', '–', '—', '÷', '±', '✓', '✔', '☑', '✗', '✘', '✕', '☒', '☐', '×', 'x', 'X', '○', '●', 'o', 'O', '*',
    '•', '√', 'v', 'V', '?', '!', '/',
];
/// A mark has so many letters.
const LONGEST: usize = 4;
/// A column of marks has few of them.
const MOST: usize = 8;

/// Asks about the columns of a list that nothing else has placed.
pub(super) fn ask(ideas: &mut [Idea], headers: &[Header], profiles: &[Profile<'_>], table: &TableSample<'_>) {
    let explained: BTreeSet<&str> = names_of(table).flat_map(signs_in).collect();
    let is_of_travel = headers.iter().any(|header| begins(header, ARRIVED));
    for ((idea, header), profile) in ideas.iter_mut().zip(headers).zip(profiles) {
        let answers = idea.perhaps == Some(Field::OptinEmail);
        // What only some cells or a word of the header made it: `E-post` over crosses, `Utträdd` over dates and words.
        let is_guess = matches!(idea.field, Some(Field::Email | Field::Notes)) && idea.confidence <= 0.4;
        let is_open = is_guess || idea.field.is_none() && (answers || idea.perhaps.is_none());
        let is_settled = matches!(idea.by, By::System | By::Hand) || profile.filled == 0;
        if !is_open || is_settled || is_idle(header_words(), header) || is_of_business(header_words(), header) {
            continue;
        }
        let says_no = header.words.iter().any(|word| header_words().concepts(word).has(Concept::Negation));
        let (field, why) = if begins(header, LEFT) && !is_of_travel {
            (Field::DoNotEmail, "the header speaks of leaving, perhaps of whoever has something there")
        } else if says_no && (answers || is_marked(profile)) {
            (Field::DoNotEmail, "the header says no, perhaps of whoever has something there")
        } else if answers {
            continue;
        } else if !explained.is_empty() && 2 * are(profile, |sign| explained.contains(sign)) >= profile.filled {
            (Field::Status, "a line above the table explains its signs")
        } else if is_marked(profile) {
            (Field::OptinEmail, "the cells are marks, and nothing says for what")
        } else {
            continue;
        };
        (idea.field, idea.confidence, idea.perhaps) = (None, 0.3, Some(field));
        why.clone_into(&mut idea.why);
    }
}

/// Whether all cells are marks.
fn is_marked(profile: &Profile<'_>) -> bool {
    // One cell may hold a word beside.
    5 * are(profile, |sign| sign.chars().all(|sign| MARKS.contains(&sign))) >= 4 * profile.filled
}

/// How many cells hold nothing but such signs, with a question mark, brackets or blanks around them; none if they are many
/// different ones.
fn are(profile: &Profile<'_>, is_sign: impl Fn(&str) -> bool) -> u32 {
    let is_such = |cell: &str| {
        let mut signs = cell.split([' ', ',', '/', '(', ')', '?']).filter(|sign| !sign.is_empty()).peekable();
        let lone = signs.peek().is_none();
        lone || signs.all(|sign| sign.chars().count() <= LONGEST && is_sign(sign))
    };
    if profile.words.len() > MOST {
        return 0;
    }
    profile.words.iter().filter(|(cell, _)| is_such(cell)).map(|(_, times)| times).sum()
}

fn begins(header: &Header, beginnings: &str) -> bool {
    let spaced = header.words.iter().map(|word| fold(word)).collect::<Vec<_>>();
    beginnings.split('|').any(|known| match known.strip_suffix('!') {
        Some(whole) => spaced.iter().any(|word| word == whole),
        None if known.contains(' ') => spaced.join(" ").contains(known),
        None => spaced.iter().any(|word| word.starts_with(known)),
    })
}
