//! rapidmail: recipients of one list, with sign-up and confirmation, each with time and IP address. The blocklist is a list
//! of its own, so an active recipient may still be blocked.

use super::{Known, Layout, known, nothing};
use crate::vocabulary::{Category, ConsentStatus, Field, System};

pub(crate) const LAYOUTS: &[Layout] = &[Layout {
    signs: &[
        ("activated_ip", 45),
        ("created_ip", 35),
        ("activated", 20),
        ("created", 10),
        ("extra1", 15),
        ("extra2", 5),
        ("extra10", 10),
        ("status", 3),
        ("firstname", 3),
        ("lastname", 3),
        ("birthdate", 3),
        ("gender", 3),
        ("email", 3),
        // CleverReach counts from `registered`.
        ("registered", -50),
        ("deactivated", -50),
    ],
    needs: &["activated_ip", "created_ip"],
    names: &[("rapidmail", 30)],
    columns: COLUMNS,
    lacks: "lacks-rapidmail",
    ..Layout::new(System::Rapidmail, "recipients export")
}];

const COLUMNS: &[Known] = &[
    known("id", Field::ExternalId, "rapidmail's own number of the recipient"),
    known("email", Field::Email, "rapidmail's own name for the address"),
    known("firstname", Field::FirstName, "rapidmail's own name for the first name"),
    known("lastname", Field::LastName, "rapidmail's own name for the last name"),
    nothing("gender", Category::Identity, "a form of address"),
    nothing("title", Category::Identity, "a title"),
    known("zip", Field::Postcode, "rapidmail's own name for the postal code"),
    known("birthdate", Field::BirthDate, "rapidmail's own name for the date of birth"),
    known("status", Field::Status, "rapidmail's own name for the status on this list; the blocklist is not in it")
        .saying(&[
            ("active", ConsentStatus::Given),
            ("Aktiv", ConsentStatus::Given),
            ("new", ConsentStatus::Pending),
            ("Unbestätigt", ConsentStatus::Pending),
            ("bounced", ConsentStatus::Bounced),
            ("Gebounct", ConsentStatus::Bounced),
            ("abused", ConsentStatus::Complained),
            ("Unerwünscht", ConsentStatus::Complained),
            ("deleted", ConsentStatus::Withdrawn),
            ("Abgemeldet", ConsentStatus::Withdrawn),
        ]),
    known(
        "created",
        Field::ConsentAt,
        "rapidmail's own name for when the sign-up form was sent in; also of who has left since",
    )
    .no_is_unknown(),
    known("created_ip", Field::ConsentIp, "rapidmail's own name for the address the sign-up form was sent from"),
    known("activated", Field::ConfirmedAt, "rapidmail's own name for the time of confirmation"),
    known("activated_ip", Field::ConfirmedIp, "rapidmail's own name for the address the confirmation came from"),
];
