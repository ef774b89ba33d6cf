//! What is too much.

use std::ops::ControlFlow;

use bonafide::import::{Count, Limits};

use super::opened::{opened, read, try_open};

#[test]
fn each_cap_names_its_number_and_spares_the_other_rows() {
    let limits = Limits { field_bytes: 1000, record_bytes: 100_000, ..Limits::default() };
    let long = format!("Email,Note\na@example.org,{}\nb@example.org,x\n", "n".repeat(2000));
    let outcome = read(&try_open("l.csv", long.as_bytes(), &limits).unwrap().source, 0);
    assert_eq!(outcome.rejected[0].1, "column 2 holds 2,000 bytes, and at most 1,000 bytes are read");
    let endless = format!("Email,Note\na@example.org,{}\nb@example.org,x\n", "n".repeat(900_000));
    let outcome = read(&try_open("l.csv", endless.as_bytes(), &limits).unwrap().source, 0);
    assert_eq!(outcome.rejected[0].1, "the row is longer than 100,000 bytes, which is the most that is read");
    assert_eq!(outcome.rows, [(3, vec!["b@example.org".to_owned(), "x".to_owned()])]);
    let wide = vec!["x"; 5000].join(",");
    let error = try_open("l.csv", wide.as_bytes(), &Limits::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "l.csv has 5,000 columns, and at most 4,096 are read. Export only the columns about contacts and consent."
    );
    let limits = Limits { file_bytes: 10, rows: 2, ..Limits::default() };
    assert_eq!(try_open("l.csv", b"Email\na@example.org\n", &limits).unwrap_err().code(), "limit");
    let limits = Limits { rows: 2, ..Limits::default() };
    let many = try_open("l.csv", b"Email,N\na@example.org,1\nb@example.org,2\nc@example.org,3\n", &limits).unwrap();
    assert_eq!(many.source.read(0, &mut |_| ControlFlow::Continue(())).unwrap_err().code(), "limit");
}

#[test]
fn one_endless_line_is_one_rejected_row() {
    let opened = opened("x".repeat(2 << 20));
    let outcome = read(&opened.source, 0);
    assert_eq!(outcome.rejected[0].1, "column 1 holds 2,097,152 bytes, and at most 1 MiB are read");
    assert_eq!(outcome.count, Count { rows: 1, accepted: 0, rejected: 1, repaired: 0 });
}
