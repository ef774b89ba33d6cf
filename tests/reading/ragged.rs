//! Rows with too few and too many cells.

use bonafide::import::Repair;

use super::opened::{cells, outcome, reasons};

#[test]
fn short_rows_are_accepted_and_long_rows_only_if_nothing_is_lost() {
    let text = "Email,Name,City\na@example.org,Ada\nb@example.org,Bo,Lund,,\nc@example.org,Doe, Jane,Rome\n";
    assert_eq!(cells(text), [vec!["a@example.org", "Ada"], vec!["b@example.org", "Bo", "Lund"]]);
    assert_eq!(reasons(text), [(4, "the row has 4 cells, the table has 3 columns".to_owned())]);
}

#[test]
fn missing_and_surplus_cells_are_noted() {
    let outcome = outcome("Email,Name,City\na@example.org,Ada\nb@example.org,Bo,Lund,,\nc@example.org,Cy,Rome\n");
    assert_eq!(outcome.repaired, [(2, Repair::MissingCells), (3, Repair::SurplusCells)]);
}

#[test]
fn a_sign_that_ends_every_line_of_the_header_only_is_no_missing_cell() {
    let outcome = outcome("Email,Name,City,\na@example.org,Ada,Rome\nb@example.org,Bo,Lund\nc@example.org,Cy,Rome\n");
    assert_eq!((outcome.count.accepted, outcome.count.repaired), (3, 0));
}

/// As PrestaShop's newsletter module writes them: never quoted.
fn shop(ragged: &str) -> String {
    let mut text = String::from("id;shop_name;gender;lastname;firstname;email;subscribed;subscribed_on;iso_language\n");
    let names = ["Lovelace;Ada", "Ek;Bo", ";", "Klein;Eva", "Rossi;Ugo"];
    for row in 0..25 {
        let gender = ["Mrs.", "Mr.", "", "Mrs.", "Mr."][row % 5];
        let letter = char::from(b'a' + row as u8);
        let name = names[row % 5].replace(';', &format!("{letter};"));
        let (name, day) = (if gender.is_empty() { ";".to_owned() } else { name + &letter.to_string() }, row + 1);
        let prefix = if gender.is_empty() { "N" } else { "" };
        text += &format!(
            "{prefix}{row};My Shop;{gender};{name};p{row}@example.org;{};2024-03-{day:02} 09:12:31;fr\n",
            row % 2
        );
        if row == 12 {
            text += ragged;
            text += "\n";
        }
    }
    text
}

#[test]
fn a_sign_inside_a_value_is_joined_where_only_one_way_fits() {
    let outcome = outcome(shop("17;My Shop;;Ek; Ada;Ada;ada@example.net;1;2024-03-14 09:12:31;fr"));
    assert_eq!((outcome.count.rows, outcome.count.accepted), (26, 26));
    assert_eq!(outcome.repaired, [(15, Repair::JoinedCells)]);
    let row = &outcome.rows[13].1;
    assert_eq!(row[3..6], ["Ek; Ada", "Ada", "ada@example.net"]);
    assert_eq!((row[6].as_str(), row.len()), ("1", 9));
}

#[test]
fn a_sign_inside_a_value_is_not_joined_where_no_way_fits() {
    for ragged in [
        "17;My Shop;;Ek; Ada;Ada;no address;1;2024-03-14 09:12:31;fr",
        "17;My Shop;;Ek;Ada;ada@example.net;1;0;2024-03-14 09:12:31;fr",
    ] {
        let outcome = outcome(shop(ragged));
        assert_eq!((outcome.count.accepted, outcome.count.repaired), (25, 0), "{ragged}");
        assert_eq!(outcome.rejected[0].1, "the row has 10 cells, the table has 9 columns");
        assert_eq!(outcome.rejected[0].2, ragged);
    }
}

#[test]
fn where_several_ways_fit_address_state_and_date_are_kept_and_the_names_in_dispute_left_out() {
    let outcome = outcome(shop("17;My Shop;;Ek;Ada;Ada;ada@example.net;0;2024-03-14 09:12:31;fr"));
    assert_eq!((outcome.count.accepted, outcome.count.repaired), (26, 1));
    assert_eq!(outcome.repaired, [(15, Repair::LeftOutCells)]);
    assert_eq!(outcome.rows[13].1[3..8], ["", "", "ada@example.net", "0", "2024-03-14 09:12:31"]);
}

#[test]
fn few_people_with_the_same_names_do_not_make_a_name_one_of_a_few_words() {
    let mut text = String::from("id;shop_name;gender;lastname;firstname;email;newsletter;date_add;lang\n");
    for row in 0..20 {
        let name = ["Ek;Bo", "Lovelace;Ada"][row % 2];
        text += &format!("{row};My Shop;Mr.;{name};p{row}@example.org;{};2024-03-14 09:12:31;fr\n", row / 2 % 2);
    }
    text += "20;My Shop;Mr.;Ek; jr;Bo;c@example.org;0;2024-03-14 09:12:31;fr\n";
    let outcome = outcome(text);
    assert_eq!(outcome.count.accepted, 21);
    assert_eq!(outcome.rows[20].1[5..8], ["c@example.org", "0", "2024-03-14 09:12:31"]);
}

#[test]
fn a_refusal_before_a_cell_too_many_counts() {
    let text = "email;name;status\na@example.org;Ada;subscribed\nb@example.org;Bo;subscribed\n\
                c@example.org;Cy;unsubscribed;by phone\nd@example.org;Di;subscribed;by phone\n";
    let outcome = outcome(text);
    assert_eq!(outcome.rows[2].1, ["c@example.org", "Cy", "unsubscribed"]);
    assert_eq!(outcome.repaired, [(4, Repair::LeftOutCells)]);
    assert_eq!(outcome.rejected[0].0, 5);
}

/// The cell of notes is cut by a line break nobody put in quotes.
#[test]
fn a_line_break_without_quotes_does_not_part_a_person_from_the_no_behind_it() {
    let whole = "bo@example.org;Bo;2024-01-02;;no;Lund\n";
    for around in ["", whole] {
        let text = format!(
            "email;name;consent date;notes;do not email;city\n{around}\
             ann@example.org;Ann;2024-01-02;called us\nand asked to stop;yes;Rome\ncy@example.org;Cy;2024-01-02;;no;Rome\n"
        );
        let outcome = outcome(text);
        let at = usize::from(!around.is_empty());
        let row = at as u32 + 2;
        assert_eq!(outcome.count.rejected, 0);
        let ann = ["ann@example.org", "Ann", "2024-01-02", "called us\nand asked to stop", "yes", "Rome"];
        assert_eq!(outcome.rows[at], (row, ann.map(str::to_owned).to_vec()));
        assert_eq!(outcome.repaired, [(row, Repair::JoinedLines)]);
        assert_eq!(outcome.rows[at + 1].0, row + 2, "rows below keep their numbers");
    }
}

#[test]
fn halves_that_fit_no_column_are_both_rejected() {
    let text = "email;name;consent date;notes;do not email;city\nbo@example.org;Bo;2024-01-02;x;no;Lund\n\
                cy@example.org;Cy;2024-01-02;y;no;Lund\n\
                ann@example.org;Ann;2024-01-02;called us\nand asked;2024-03-01;Rome\n";
    let outcome = outcome(text);
    assert_eq!(outcome.rejected.iter().map(|row| row.0).collect::<Vec<_>>(), [4, 5]);
}

#[test]
fn a_cell_in_quotes_is_whole_and_never_joined() {
    let outcome = outcome(shop("17;My Shop;;\"Ek\"; Ada;Ada;ada@example.net;1;2024-03-14 09:12:31;fr"));
    assert_eq!((outcome.count.accepted, outcome.count.repaired), (25, 0));
}
