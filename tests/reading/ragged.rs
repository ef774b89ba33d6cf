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
fn a_sign_inside_a_value_is_not_joined_where_two_ways_fit_or_none() {
    for ragged in [
        "17;My Shop;;Ek;Ada;Ada;ada@example.net;1;2024-03-14 09:12:31;fr",
        "17;My Shop;;Ek; Ada;Ada;no address;1;2024-03-14 09:12:31;fr",
        "17;My Shop;;Ek;Ada;ada@example.net;1;0;2024-03-14 09:12:31;fr",
        "17;My Shop;;Ek;Ada;ada@example.net;1;2024-03-14 09:12:31;fr;de",
    ] {
        let outcome = outcome(shop(ragged));
        assert_eq!((outcome.count.accepted, outcome.count.repaired), (25, 0), "{ragged}");
        assert_eq!(outcome.rejected[0].1, "the row has 10 cells, the table has 9 columns");
        assert_eq!(outcome.rejected[0].2, ragged);
    }
}

#[test]
fn a_cell_in_quotes_is_whole_and_never_joined() {
    let outcome = outcome(shop("17;My Shop;;\"Ek\"; Ada;Ada;ada@example.net;1;2024-03-14 09:12:31;fr"));
    assert_eq!((outcome.count.accepted, outcome.count.repaired), (25, 0));
}
