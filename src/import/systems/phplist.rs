//! phpList: subscribers, parted by tabs whatever the file is called, and what is known of one subscriber.

use super::{Known, Layout, known, nothing};
use crate::import::DateOrder;
use crate::vocabulary::ConsentStatus::{Given, Pending, Suppressed, Unknown};
use crate::vocabulary::{Category, ConsentStatus, Field, System};

/// A subscriber can be confirmed by an import too: that is a state, and no click.
const CONFIRMED: &[(&str, ConsentStatus)] = &[("1", Given), ("0", Pending)];
const DISABLED: &[(&str, ConsentStatus)] = &[("1", Suppressed), ("0", Unknown)];
const IS_CONFIRMED: &str = "phpList's state of the subscriber; an import can set it too";
const CLICKED: &str = "phpList's own name for a subscriber who clicked the confirmation; 0 says nothing";
const BLACKLISTED: &str = "phpList's own name for unsubscribed or blocked; 0 is no consent";
const IS_DISABLED: &str = "an administrator stopped all mail to the subscriber; 0 is no consent";
const BOUNCES: &str = "a number of bounces, passing ones among them";

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout {
        signs: &[
            ("Is this subscriber confirmed", 60),
            ("Is this subscriber blacklisted", 60),
            ("Did this subscriber manually confirm", 60),
            ("Is this account disabled?", 40),
            ("Send this subscriber HTML emails", 40),
            ("Number of bounces", 15),
            ("RSS Frequency", 20),
            ("List Membership", 20),
            ("Foreign Key", 15),
            ("Unique ID", 10),
            ("Additional data", 10),
            ("Entered", 5),
            ("Last Modified", 5),
        ],
        names: &[("phplist export on", 100), ("phplist", 20)],
        columns: SUBSCRIBERS,
        dates: Some(DateOrder::Plain),
        lacks: "lacks-phplist",
        ..Layout::new(System::PhpList, "subscribers export")
    },
    Layout {
        signs: &[
            ("rssfrequency", 50),
            ("extradata", 40),
            ("Bounce count", 20),
            ("Subscribe Page", 20),
            ("Opted in", 15),
            ("Html email", 15),
            ("Blacklisted", 10),
            ("Confirmed", 5),
            ("Entered", 5),
            ("disabled", 5),
        ],
        needs: &["rssfrequency", "extradata"],
        names: &[("subscriberdata", 30)],
        columns: SUBSCRIBER,
        dates: Some(DateOrder::Plain),
        ..Layout::new(System::PhpList, "one subscriber")
    },
    Layout {
        signs: &[("System Information", 50), ("ip address", 20), ("Summary", 20), ("Details", 15), ("Date", 5)],
        needs: &["System Information"],
        names: &[("subscriberdata", 30)],
        columns: HISTORY,
        dates: Some(DateOrder::Plain),
        lacks: "lacks-phplist-history",
        ..Layout::new(System::PhpList, "history of one subscriber")
    },
    Layout {
        signs: &[("Message ID", 35), ("Response time", 40), ("Viewed", 20), ("Entered", 15)],
        needs: &["Response time"],
        names: &[("subscriberdata", 30)],
        columns: CAMPAIGNS,
        dates: Some(DateOrder::Plain),
        carries_refusals: false,
        lacks: "lacks-phplist-history",
        ..Layout::new(System::PhpList, "campaigns of one subscriber")
    },
];

const SUBSCRIBERS: &[Known] = &[
    known("id", Field::ExternalId, "phpList's number of the subscriber"),
    known("Email", Field::Email, "phpList's own name for the address"),
    known("Is this subscriber confirmed", Field::Status, IS_CONFIRMED).saying(CONFIRMED),
    known("Is this subscriber blacklisted", Field::DoNotEmail, BLACKLISTED).inverted(),
    known("Did this subscriber manually confirm", Field::ConsentMethod, CLICKED).no_is_unknown(),
    nothing("Number of bounces", Category::Behaviour, BOUNCES),
    known("Entered", Field::CreatedAt, "when the record was made; no consent date"),
    known("Last Modified", Field::UpdatedAt, "phpList's own name for the last change"),
    known("Unique ID", Field::ExternalId, "phpList's id of the subscriber in links").less_sure(0.9),
    nothing("Send this subscriber HTML emails", Category::Technical, "how messages look, not whether they are wanted"),
    nothing("RSS Frequency", Category::Technical, "how often news is sent"),
    known("Is this account disabled?", Field::DoNotEmail, IS_DISABLED).inverted().saying(DISABLED),
    nothing("Additional data", Category::Other, "further data of the subscriber"),
    known("Foreign Key", Field::CustomerId, "the person's id in another system"),
    known("List Membership", Field::Lists, "phpList's own name for the lists of the subscriber"),
    nothing("IP", Category::Consent, "where the last change came from, whatever it was"),
    nothing("Change Summary", Category::Consent, "what was last changed"),
    nothing("Change Detail", Category::Consent, "what was last changed"),
];

const SUBSCRIBER: &[Known] = &[
    known("Email", Field::Email, "phpList's own name for the address"),
    known("Confirmed", Field::Status, IS_CONFIRMED).saying(CONFIRMED),
    known("Blacklisted", Field::DoNotEmail, BLACKLISTED).inverted(),
    known("Opted in", Field::ConsentMethod, CLICKED).no_is_unknown(),
    nothing("Bounce count", Category::Behaviour, BOUNCES),
    known("Entered", Field::CreatedAt, "when the record was made; no consent date"),
    known("Modified", Field::UpdatedAt, "phpList's own name for the last change"),
    nothing("Html email", Category::Technical, "how messages look, not whether they are wanted"),
    known("Subscribe Page", Field::ConsentForm, "phpList's number of the sign-up page"),
    nothing("rssfrequency", Category::Technical, "how often news is sent"),
    known("disabled", Field::DoNotEmail, IS_DISABLED).inverted().saying(DISABLED),
    nothing("extradata", Category::Other, "further data of the subscriber"),
];

const HISTORY: &[Known] = &[
    nothing("ip address", Category::Consent, "where an event of the subscriber came from"),
    nothing("Summary", Category::Consent, "an event of the subscriber"),
    nothing("Date", Category::Consent, "when an event of the subscriber was, whatever it was"),
    nothing("Details", Category::Consent, "an event of the subscriber"),
    nothing("System Information", Category::Technical, "the program an event came from"),
];

const CAMPAIGNS: &[Known] = &[
    nothing("Message ID", Category::Behaviour, "a message that was sent"),
    known("Entered", Field::LastSentAt, "when a message was sent"),
    known("Viewed", Field::LastOpenAt, "when a message was opened"),
    nothing("Response time", Category::Behaviour, "how long it took to open it"),
];
