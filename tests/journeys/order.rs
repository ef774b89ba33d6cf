//! The same files give the same bytes, whatever the order they come in.

use crate::norrsken::{self, DECLARED};
use crate::support::{Audited, Setting, folder_of, orders, permuted};

#[test]
fn two_runs_write_the_same_bytes() {
    let again = Audited::of(&norrsken::paths(), &norrsken::setting(norrsken::declarations())).lists();
    DECLARED.assert_same(&again, "a second run");
    for name in ["people.csv", "findings.csv", "matches.csv", "questions.csv", "sources.csv", "columns.csv"] {
        assert!(again.table(name).len() > 5, "{name} holds something");
    }
    assert!(!again.table("lists/re-consent.csv").is_empty());
    assert!(again.files.keys().any(|name| name.starts_with("fix/")));
}

#[test]
fn the_order_of_the_files_changes_no_byte() {
    let paths = norrsken::paths();
    for order in orders(paths.len(), 1).iter().skip(1) {
        let lists = Audited::of(&permuted(&paths, order), &norrsken::setting(norrsken::declarations())).lists();
        DECLARED.assert_same(&lists, &format!("files in the order {order:?}"));
    }
}

#[test]
fn people_who_share_a_mailbox_keep_their_names_whatever_the_order_of_files() {
    let files = [
        (
            "a.csv",
            "email,full_name,status\ninfo@firm.example.com,Ada Falk,subscribed\nx@example.org,Xenia Ek,subscribed\n",
        ),
        (
            "b.csv",
            "email,full_name,status\ninfo@firm.example.com,Bo Lind,unsubscribed\ninfo@firm.example.com,Dan Berg,subscribed\n",
        ),
        ("c.csv", "email,full_name,status\ninfo@firm.example.com,Cia Dahl,subscribed\n"),
    ];
    same_whatever_the_order(&files);
}

#[test]
fn many_refusals_in_a_shared_mailbox_count_alike_whatever_the_order_of_files() {
    let list = |file: u32| {
        let person = |n: u32| {
            format!("info@firm.example.com,Person{file}x{n} Family{file}x{n},unsubscribed,2025-0{file}-{n:02} 10:00\n")
        };
        let rows: String = (1..=9).map(person).collect();
        format!("email,full_name,status,unsubscribed_at\n{rows}")
    };
    let silent = "email,full_name,status\ninfo@firm.example.com,Ada Falk,subscribed\n".to_owned();
    same_whatever_the_order(&[("1.csv", list(1)), ("2.csv", list(2)), ("3.csv", list(3)), ("4.csv", silent)]);
}

#[test]
fn files_of_one_name_from_two_folders_are_told_apart_by_what_they_hold() {
    let files = [
        (
            "spring/list.csv",
            "email,full_name,status\nada@example.org,Ada Falk,subscribed\nbo@example.org,Bo Ek,konstig\n",
        ),
        ("autumn/list.csv", "email,full_name,status,town\nada@example.org,Ada F,unsubscribed,Luleå\n,,subscribed,\n"),
    ];
    same_whatever_the_order(&files);
}

fn same_whatever_the_order<C: AsRef<[u8]>>(files: &[(&str, C)]) {
    let (_folder, paths) = folder_of(files);
    let setting = Setting::correcting(&["email=email", "full_name=full_name", "status=status"]);
    let straight = Audited::of(&paths, &setting).lists();
    for order in orders(paths.len(), 4).iter().skip(1) {
        let lists = Audited::of(&permuted(&paths, order), &setting).lists();
        straight.assert_same(&lists, &format!("files in the order {order:?}"));
    }
}
