//! Refusals in other words than yes and no, in other columns, and with dates that may be two.

use super::*;

#[test]
fn whatever_is_written_into_a_column_of_refusals_refuses() {
    let table = with(&[("Do not email", Field::DoNotEmail)]);
    for text in [
        "ja, telefonisch",
        "per Telefon abgemeldet",
        "März 2024",
        "2024",
        "yes (14.03.2024)",
        "x 14.3.",
        "1 (manual)",
        "Ja?",
    ] {
        let refusals: Vec<_> = claims(&table, &[text]).into_iter().map(|claim| claim.1).collect();
        assert_eq!(refusals, [Withdrawn], "{text}");
    }
    for text in
        ["no", "0", "nein, noch nicht", "No (asked in May)", "not asked", "unknown", "ok", "subscribed", "Allow"]
    {
        assert_eq!(claims(&table, &[text]), [], "{text}");
    }
    for text in ["https://news.example.org/unsubscribe", "unsubscribe@example.org", "a81bc81b-dead-4e5d-abff"] {
        assert_eq!(claims(&table, &[text]), [], "{text}");
    }
    assert_eq!(claims(&table, &["2024-03-14"]), [(Channel::Email, Withdrawn, 1, true)], "a date says since when");
    assert_eq!(claims(&table, &["05/03/2024"]), [(Channel::Email, Withdrawn, 1, false)], "if it is one day only");
    let complaints = with(&[("Complained", Field::Complained)]);
    assert_eq!(claims(&complaints, &["reported us on 3 May"])[0].1, Complained);
    assert_eq!(claims(&complaints, &["no complaint"]), []);
}

#[test]
fn a_no_is_read_out_of_a_longer_text_and_a_yes_is_not() {
    let table = with(&[("Newsletter", Field::OptinEmail)]);
    for no in ["Nein, danke", "kein Interesse mehr", "No (15/03/2024)", "No - phoned", "Nej tack", "STOP"] {
        assert_eq!(claims(&table, &[no]), [(Channel::Email, Withdrawn, 1, false)], "{no}");
    }
    for unknown in ["Ja, gerne", "Yes (phone)", "Ja?", "~yes", "!yes", "-1", "1%", "Yes - maybe later"] {
        assert_eq!(claims(&table, &[unknown]), [], "{unknown}");
    }
    let states = with(&[("Status", Field::Status)]);
    for no in ["Unsubscribed (by phone)", "Hat widersprochen", "A refusé", "Odmówił", "Unsubscribed 2024-03-01"] {
        assert_eq!(claims(&states, &[no])[0].1, Withdrawn, "{no}");
    }
    assert_eq!(claims(&states, &["Subscribed (double opt-in)"]), []);
}

#[test]
fn a_reason_for_leaving_says_that_somebody_left_unless_the_row_says_so_better() {
    let table = with(&[("Newsletter", Field::OptinEmail), ("Unsubscribe reason", Field::UnsubscribeReason)]);
    assert_eq!(claims(&table, &["yes", "too many mails"]).last().unwrap(), &(Channel::Email, Withdrawn, 2, false));
    assert_eq!(claims(&table, &["no", "too many mails"]), [(Channel::Email, Withdrawn, 1, false)]);
    assert_eq!(claims(&table, &["yes", "none given"]).len(), 2, "words that deny nothing are a reason");
    assert_eq!(claims(&table, &["yes", "not unsubscribed"]), [(Channel::Email, Given, 1, false)]);
}

#[test]
fn a_tag_or_list_named_for_a_refusal_refuses() {
    for field in [Field::Tags, Field::Lists] {
        let table = with(&[("Tags", field)]);
        assert_eq!(claims(&table, &["customer, unsubscribed; VIP"])[0].1, Withdrawn);
        assert_eq!(claims(&table, &["Suppression list"])[0].1, Suppressed);
        assert_eq!(claims(&table, &["customer, subscribed, inactive"]), []);
    }
}

#[test]
fn a_date_that_may_be_either_way_round_never_puts_a_consent_after_a_refusal() {
    let columns = [("Consent", Field::ConsentAt), ("Left", Field::UnsubscribedAt)];
    let mut table = with(&columns);
    table.columns.iter_mut().for_each(|column| column.dates = Some(DateOrder::Ambiguous));
    let at = |cells: &[&str]| {
        let cells: Vec<&str> = std::iter::once("ada@example.org").chain(cells.iter().copied()).collect();
        let contact = read(&table, &cells).unwrap();
        contact.claims().iter().map(|claim| (claim.status, claim.at.map(|at| at.seconds / 86_400))).collect::<Vec<_>>()
    };
    // 5 March or 3 May 2024; 2 January or 1 February 2024.
    assert_eq!(at(&["02/01/2024", "05/03/2024"]), [(Given, Some(19_724)), (Withdrawn, None)]);
    assert_eq!(at(&["20/03/2024", "25/03/2024"]), [(Given, Some(19_802)), (Withdrawn, Some(19_807))]);
}
