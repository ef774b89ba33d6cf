//! Rows that go on with the row above, and leave its cells empty.

use std::ops::ControlFlow;

use bonafide::case::recognise_table;
use bonafide::import::{Corrections, Repair};

use super::opened::{Opened, opened};

type Read = (Vec<(u32, Vec<String>)>, Vec<(u32, Repair)>, u64);

/// Reads a table as if its system were known to leave these columns empty in rows that go on.
fn carried(opened: &Opened, columns: &[u32]) -> Read {
    let mut recognition = recognise_table("list.csv", &opened.source.tables[0], &Corrections::none(), None);
    recognition.carries_down = columns.to_vec();
    let (mut rows, mut repaired) = (Vec::new(), Vec::new());
    let count = opened.source.read_as(0, &recognition, &mut |batch| {
        rows.extend(batch.rows.rows().map(|row| (row.number(), row.cells().map(str::to_owned).collect())));
        repaired.extend(batch.repaired.iter().map(|found| (found.row, found.repair)));
        ControlFlow::Continue(())
    });
    (rows, repaired, count.unwrap().repaired)
}

#[test]
fn what_a_row_leaves_empty_comes_from_the_row_it_goes_on_with() {
    let text = "Name,Email,List,Opt Out\nAda,ada@example.org,News,False\n,,Offers,True\n,,Events,True\nBo,bo@example.org,News,True\n";
    let (rows, repaired, count) = carried(&opened(text), &[1, 2]);
    assert_eq!(rows[1], (3, vec!["Ada".into(), "ada@example.org".into(), "Offers".into(), "True".into()]));
    assert_eq!(rows[2].1[..2], ["Ada", "ada@example.org"]);
    assert_eq!(rows[3].1[0], "Bo");
    assert_eq!(repaired, [(3, Repair::FilledFromAbove), (4, Repair::FilledFromAbove)]);
    assert_eq!(count, 2);
}

#[test]
fn a_row_with_anything_of_its_own_goes_on_with_none() {
    let text = "Name,Email,List\nAda,ada@example.org,News\nBo,,News\n,,Offers\n";
    let (rows, repaired, _) = carried(&opened(text), &[1, 2]);
    assert_eq!(rows[1].1, ["Bo", "", "News"]);
    assert_eq!(rows[2].1, ["Bo", "", "Offers"]);
    assert_eq!(repaired, [(4, Repair::FilledFromAbove)]);
}

#[test]
fn a_row_below_a_rejected_one_may_be_of_that_and_is_not_filled() {
    let text = "Name,Email,List\nAda,ada@example.org,News\nBo,bo@example.org,News,x@example.org\n,,Offers\nCy,cy@example.org,News\n,,Offers\n";
    let (rows, repaired, _) = carried(&opened(text), &[1, 2]);
    assert_eq!(rows[1], (4, vec![String::new(), String::new(), "Offers".into()]));
    assert_eq!(rows[3].1[1], "cy@example.org");
    assert_eq!(repaired, [(6, Repair::FilledFromAbove)]);
}

#[test]
fn rows_are_carried_over_from_batch_to_batch() {
    let mut text = String::from("Name,Email,List,Opt Out\nAda,ada@example.org,News,False\n");
    for row in 0..10_000 {
        text += &format!(",,List {row},True\n");
    }
    let (rows, repaired, count) = carried(&opened(text), &[1, 2]);
    assert_eq!((rows.len(), repaired.len(), count), (10_001, 10_000, 10_000));
    assert!(rows.iter().all(|(_, cells)| cells[1] == "ada@example.org"));
}

#[test]
fn a_list_of_nobody_knows_what_is_never_filled() {
    let text = "Name,Email,List\nAda,ada@example.org,News\n,,Offers\n";
    let opened = opened(text);
    let recognition = recognise_table("list.csv", &opened.source.tables[0], &Corrections::none(), None);
    assert!(recognition.carries_down.is_empty());
}
