//! Where people live decides which law holds, and a guess does not.

use std::collections::BTreeSet;

use crate::support::{Audited, Setting, folder_of};

fn countries(list: &str, home: Option<&'static str>) -> BTreeSet<String> {
    let (_folder, paths) = folder_of(&[("list.csv", list)]);
    let lists = Audited::of(&paths, &Setting { home, ..Setting::default() }).lists();
    lists.table("people.csv").iter().map(|line| line["country"].clone()).collect()
}

#[test]
fn two_letters_under_a_header_that_names_no_country_are_provinces_states_and_colleagues() {
    for (header, cells, home) in [
        ("PR", ["CN", "BG", "LI"], "IT"),
        ("Prov.", ["CA", "BR", "PA"], "IT"),
        ("ST", ["CA", "DE", "CO"], "US"),
        ("Kürzel", ["US", "SE", "IT"], "DE"),
        ("Zuständiger Mitarbeiter", ["Bo", "Al", "Li"], "DE"),
        ("Handläggare", ["AL", "BO", "LI"], "SE"),
        ("Consultor", ["MA", "PE", "CO"], "ES"),
    ] {
        let rows: String =
            cells.iter().zip(["a", "b", "c"]).map(|(cell, who)| format!("{who}@example.org;{cell};ja\n")).collect();
        let list = format!("Email;{header};Newsletter\n{rows}");
        assert_eq!(countries(&list, Some(home)), BTreeSet::from([home.to_owned()]), "{header}");
        assert_eq!(countries(&list, None), BTreeSet::from([String::new()]), "{header} without a home");
    }
}

#[test]
fn a_column_that_says_it_names_countries_or_holds_their_names_beats_home() {
    for list in [
        "Email;Land;Newsletter\na@example.org;SE;ja\nb@example.org;SE;ja\n",
        "Email;Country code;Newsletter\na@example.org;se;yes\nb@example.org;SE;yes\n",
        "Email;Paese;Newsletter\na@example.org;Svezia;si\nb@example.org;SE;si\n",
        "Email;Gebiet;Newsletter\na@example.org;Schweden;ja\nb@example.org;Schweden;ja\n",
    ] {
        assert_eq!(countries(list, Some("IT")), BTreeSet::from(["SE".to_owned()]), "{list}");
    }
}
