//! The answer: how many people can be vouched for.

use bonafide::texts::{number, text};
use clap::builder::styling::{AnsiColor, Style};

use crate::page::{BOLD, FAINT, PLAIN, Page, coloured, right};

use super::Shown;

/// The widest bar.
const BAR: usize = 60;

pub fn draw(page: &mut Page, shown: &Shown<'_>) {
    let summary = shown.summary;
    let day = shown.day.to_owned();
    let title = match &shown.policy.controller {
        Some(controller) => text("audit-title-of", &[("controller", controller.clone().into()), ("day", day.into())]),
        None => text("audit-title", &[("day", day.into())]),
    };
    page.paragraph(0, FAINT, &title);
    if summary.people == 0 {
        page.heading(&text("audit-nobody", &[]));
        page.paragraph(0, PLAIN, &text("audit-nobody-how", &[("program", "bonafide".into())]));
        page.gap();
        return;
    }
    let arguments = [
        ("keep", number(summary.outcome.keep).into()),
        ("people", number(summary.people).into()),
        ("count", summary.people.into()),
    ];
    page.heading(&text("audit-sentence", &arguments));
    page.gap();
    let outcome = &summary.outcome;
    let parts = [
        (outcome.keep, "audit-keep", "█", AnsiColor::Green),
        (outcome.hold, "audit-hold", "▒", AnsiColor::Yellow),
        (outcome.stop, "audit-stop", "░", AnsiColor::BrightBlack),
        (outcome.delete, "audit-delete", "·", AnsiColor::Red),
    ];
    let cells = bar(parts.map(|(people, ..)| people), BAR.min(page.width() - 4));
    let drawn: Vec<(Style, String)> =
        parts.iter().zip(cells).map(|((_, _, mark, colour), cells)| (coloured(*colour), mark.repeat(cells))).collect();
    let mut line = vec![(PLAIN, "  ")];
    line.extend(drawn.iter().map(|(style, cells)| (*style, cells.as_str())));
    page.line(&line);
    page.gap();
    let width = number(summary.people).len();
    for (people, key, mark, colour) in parts {
        let count = right(&number(people), width);
        page.hanging(
            &[(PLAIN, "  "), (coloured(colour), mark), (PLAIN, " "), (BOLD, &count), (PLAIN, "  ")],
            PLAIN,
            &text(key, &[]),
        );
        if key == "audit-keep" {
            declared(page, shown, width + 6);
        }
    }
    page.gap();
}

/// Whose word people rest on, below those who may be written to.
fn declared(page: &mut Page, shown: &Shown<'_>, indent: usize) {
    let width = shown.summary.declared.values().map(|people| number(*people).len()).max().unwrap_or_default();
    for (id, people) in &shown.summary.declared {
        let declaration = shown.policy.declarations.declarations.iter().find(|declaration| declaration.id == *id);
        let mut who = declaration.map(|declaration| declaration.by.clone()).unwrap_or_default();
        if who.contains(',') {
            who.push(',');
        }
        let arguments = [("people", number(*people).into()), ("who", who.into()), ("id", id.clone().into())];
        let blanks = " ".repeat(indent + width - number(*people).len());
        page.hanging(&[(PLAIN, &blanks)], FAINT, &text("audit-declared", &arguments));
    }
}

/// The cells of each part of the bar. All of them together fill it, and a part that is not empty is always seen.
fn bar<const N: usize>(parts: [u64; N], cells: usize) -> [usize; N] {
    let people: u128 = parts.iter().map(|part| u128::from(*part)).sum::<u128>().max(1);
    let share = |part: u64| usize::try_from(u128::from(part) * cells as u128 / people).unwrap_or_default();
    let mut drawn = parts.map(|part| share(part).max(usize::from(part > 0)));
    // What rounding leaves over or takes too much goes to or comes from the largest part.
    let largest = (0..N).max_by_key(|position| parts[*position]).unwrap_or_default();
    let others: usize =
        drawn.iter().enumerate().filter(|(position, _)| *position != largest).map(|(_, cells)| cells).sum();
    drawn[largest] = if parts[largest] == 0 { 0 } else { cells.saturating_sub(others).max(1) };
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_always_full_and_one_person_is_seen() {
        for parts in [[1, 0, 0, 999_999], [407, 296, 376, 170], [1, 1, 1, 0], [0, 0, 7, 0]] {
            let drawn = bar(parts, 60);
            assert_eq!(drawn.iter().sum::<usize>(), 60, "{parts:?}");
            assert!(parts.iter().zip(drawn).all(|(people, cells)| (*people > 0) == (cells > 0)), "{parts:?} {drawn:?}");
        }
    }
}
