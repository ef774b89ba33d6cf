//! People: narrowed down, listed, looked at closely, decided on.

use std::sync::Arc;

use bonafide::case::Order;
use bonafide::case::people::{Facets, PeopleFilter, PeoplePage, PeopleSort};
use bonafide::case::person::PersonView;

use super::{AtDesk, aside, with_case};
use crate::desk::tell_of_change;
use crate::trouble::Trouble;

/// What there is to narrow down by, and how many people each choice would leave.
#[tauri::command]
#[specta::specta]
pub async fn facets(desk: AtDesk<'_>, filter: PeopleFilter) -> Result<Facets, Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let (people, ledger) = desk.with(|open| open.people())?;
        Ok(people.facets(&ledger, &filter))
    })
    .await
}

/// A part of the list, from a place counted from 0.
#[tauri::command]
#[specta::specta]
pub async fn people_page(
    desk: AtDesk<'_>,
    filter: PeopleFilter,
    sort: PeopleSort,
    from: u32,
    count: u32,
) -> Result<PeoplePage, Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let (people, ledger) = desk.with(|open| open.people())?;
        Ok(people.page(&ledger, &filter, sort, from, count.min(1000)))
    })
    .await
}

/// The place in the list at which a person stands; `null` if the filter leaves them out.
#[tauri::command]
#[specta::specta]
pub async fn place_of_person(
    desk: AtDesk<'_>,
    filter: PeopleFilter,
    sort: PeopleSort,
    person: u32,
) -> Result<Option<u32>, Trouble> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let (people, ledger) = desk.with(|open| open.people())?;
        Ok(people.place(&ledger, &filter, sort, person))
    })
    .await
}

/// One person, closely; `null` for a number that nobody has.
#[tauri::command]
#[specta::specta]
pub async fn person(desk: AtDesk<'_>, person: u32) -> Result<Option<PersonView>, Trouble> {
    with_case(&desk, move |open| {
        let ledger = open.ledger()?;
        Ok(open.case.person(&ledger, person)?)
    })
    .await
}

/// Keeps what a named person decides, and gives back the number by which it is undone.
#[tauri::command]
#[specta::specta]
pub async fn decide(app: tauri::AppHandle, desk: AtDesk<'_>, order: Order) -> Result<u32, Trouble> {
    let decided = with_case(&desk, move |open| {
        let (case, ledger) = open.deciding()?;
        Ok(case.decide(ledger, &order, &today())?)
    })
    .await?;
    tell_of_change(&app);
    Ok(decided)
}

/// Takes a decision back. It stays in the history.
#[tauri::command]
#[specta::specta]
pub async fn undo_decision(app: tauri::AppHandle, desk: AtDesk<'_>, decision: u32) -> Result<(), Trouble> {
    with_case(&desk, move |open| {
        let (case, ledger) = open.deciding()?;
        Ok(case.undo_decision(ledger, decision, &today())?)
    })
    .await?;
    tell_of_change(&app);
    Ok(())
}

/// The day on which somebody decides is a day of their calendar, not that of the audit.
fn today() -> String {
    chrono::Local::now().format("%Y-%m-%d").to_string()
}
