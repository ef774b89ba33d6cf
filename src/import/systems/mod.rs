//! The systems whose exports are recognised: one file each, and one line each in [`LAYOUTS`].
//!
//! A system is data: the columns that give it away, what its own columns mean, and what its export lacks.
//! To add one: a variant in [`System`], a file here with its [`Layout`]s, a line in [`LAYOUTS`].

use crate::import::recognise::usual_polarity;
use crate::import::recognise::{date_of_state, header};
use crate::import::{ColumnMeaning, DateOrder, Polarity, Recognition};
use crate::vocabulary::{Category, Channel, ConsentStatus, Field, System};

mod activecampaign;
mod apsis;
mod aweber;
mod beehiiv;
mod benchmark;
mod brevo;
mod campaign_monitor;
mod civicrm;
mod cleverreach;
mod dynamics365;
mod emailoctopus;
mod facebook_lead_ads;
mod fingerprint;
mod four_dem;
mod freshsales;
mod getresponse;
mod ghost;
mod google_contacts;
mod hubspot;
mod intercom;
mod klaviyo;
mod linkedin;
mod list;
mod listmonk;
mod magento;
mod mailchimp;
mod mailerlite;
mod mailjet;
mod mailpoet;
mod mailtrain;
mod mailup;
mod mautic;
mod missing;
mod newsletter2go;
mod odoo;
mod outlook;
mod phplist;
mod pipedrive;
mod prestashop;
mod rapidmail;
mod rule;
mod salesforce;
mod sarbacane;
mod sendy;
mod shopify;
mod stripe;
mod substack;
mod sugarcrm;
mod suitecrm;
mod typeform;
mod ungapped;
mod woocommerce;
mod wordpress_users;
mod zoho_campaigns;

pub(crate) use fingerprint::{Match, identify};
pub use missing::what_is_missing;
pub(crate) use missing::{Missing, Of, Supply};

/// Every layout, in the order in which ties are decided.
pub(crate) const LAYOUTS: &[&[Layout]] = &[
    four_dem::LAYOUTS,
    activecampaign::LAYOUTS,
    apsis::LAYOUTS,
    aweber::LAYOUTS,
    beehiiv::LAYOUTS,
    benchmark::LAYOUTS,
    brevo::LAYOUTS,
    campaign_monitor::LAYOUTS,
    civicrm::LAYOUTS,
    cleverreach::LAYOUTS,
    dynamics365::LAYOUTS,
    emailoctopus::LAYOUTS,
    facebook_lead_ads::LAYOUTS,
    freshsales::LAYOUTS,
    getresponse::LAYOUTS,
    ghost::LAYOUTS,
    google_contacts::LAYOUTS,
    hubspot::LAYOUTS,
    intercom::LAYOUTS,
    klaviyo::LAYOUTS,
    linkedin::LAYOUTS,
    listmonk::LAYOUTS,
    magento::LAYOUTS,
    mailchimp::LAYOUTS,
    mailerlite::LAYOUTS,
    mailjet::LAYOUTS,
    mailpoet::LAYOUTS,
    mailtrain::LAYOUTS,
    mailup::LAYOUTS,
    mautic::LAYOUTS,
    newsletter2go::LAYOUTS,
    odoo::LAYOUTS,
    outlook::LAYOUTS,
    phplist::LAYOUTS,
    pipedrive::LAYOUTS,
    prestashop::LAYOUTS,
    rapidmail::LAYOUTS,
    rule::LAYOUTS,
    salesforce::LAYOUTS,
    sarbacane::LAYOUTS,
    sendy::LAYOUTS,
    shopify::LAYOUTS,
    stripe::LAYOUTS,
    substack::LAYOUTS,
    sugarcrm::LAYOUTS,
    suitecrm::LAYOUTS,
    typeform::LAYOUTS,
    ungapped::LAYOUTS,
    woocommerce::LAYOUTS,
    wordpress_users::LAYOUTS,
    zoho_campaigns::LAYOUTS,
];

/// The layout of a table no system's columns give away.
pub(crate) const LIST: &Layout = &list::LAYOUT;

/// How a layout came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// From the vendor's source or documents, or from several importers of real files.
    Seen,
    /// From general knowledge only. It helps to read the columns, and claims a table only where the name of the file
    /// or sheet names the system as well.
    Memory,
}

/// One kind of table a system exports.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    pub(crate) system: System,
    pub(crate) evidence: Evidence,
    /// What the system calls this export.
    pub(crate) export: &'static str,
    /// Constant columns and what each is worth; 100 in sum recognise the layout. A name ending in `*` stands for all
    /// that begin so. A negative worth speaks against it. Columns a user names or translates are never signs.
    pub(crate) signs: &'static [(&'static str, i32)],
    /// One of these must be there; none is asked for if empty.
    pub(crate) needs: &'static [&'static str],
    /// Parts of the file's or the sheet's name, and what each is worth; one behind a `^` counts where a name begins so.
    /// The name of a system that is a word of any language is no evidence by itself.
    pub(crate) names: &'static [(&'static str, i32)],
    /// A column, the words that are all it ever holds, and what it is worth where it does.
    pub(crate) cells: &'static [(&'static str, &'static [&'static str], i32)],
    /// What the system's own columns mean.
    pub(crate) columns: &'static [Known],
    /// What a column of bare answers means that is not listed.
    pub(crate) others: Others,
    /// Whether the file's or the sheet's name carries the state of every row.
    pub(crate) state_in_name: bool,
    /// The words of such a name, folded, and what each says.
    pub(crate) state_words: &'static [(&'static str, ConsentStatus)],
    /// Whether its columns say of every row whether it refuses and what, so that the name of the file says nothing more:
    /// an export of unsubscribes is called so.
    pub(crate) tells_refusals_apart: bool,
    /// Columns that show the state of every row by being there.
    pub(crate) state_by_column: &'static [(&'static str, ConsentStatus)],
    /// Whether times without a zone are UTC.
    pub(crate) writes_utc: bool,
    /// Whether a refusal would show in this table if its columns are there.
    pub(crate) carries_refusals: bool,
    /// The order of day and month, if the system always writes one.
    pub(crate) dates: Option<DateOrder>,
    /// Columns that hold what is one's own in an export of several rows a person, and that only the first of those
    /// rows fills. A name, or `!` and a sign that no such column has in its name. Empty where every row stands alone.
    pub(crate) carries_down: &'static [&'static str],
    /// What the export lacks and how to get it, as a key of the [texts](crate::texts); empty if nothing.
    pub(crate) lacks: &'static str,
    /// What it lacks until another export is beside it, what hides a refusal first.
    pub(crate) lacks_until: &'static [Missing],
}

/// The words for a state in the names of tables, unless a system has others.
pub(crate) const STATE_WORDS: &[(&str, ConsentStatus)] = &[
    ("subscribed", ConsentStatus::Given),
    ("unsubscribed", ConsentStatus::Withdrawn),
    ("nonsubscribed", ConsentStatus::Unknown),
    ("unconfirmed", ConsentStatus::Pending),
    ("cleaned", ConsentStatus::Bounced),
    ("bounced", ConsentStatus::Bounced),
];

impl Layout {
    /// A layout that carries refusals, writes local time and has no order of its own.
    pub(crate) const fn new(system: System, export: &'static str) -> Self {
        Self {
            system,
            evidence: Evidence::Seen,
            export,
            signs: &[],
            needs: &[],
            names: &[],
            cells: &[],
            columns: &[],
            others: Others::ByName,
            state_in_name: false,
            state_words: STATE_WORDS,
            tells_refusals_apart: false,
            state_by_column: &[],
            writes_utc: false,
            carries_refusals: true,
            dates: None,
            carries_down: &[],
            lacks: "",
            lacks_until: &[],
        }
    }

    /// A layout of which no file and no document was seen.
    pub(crate) const fn remembered(system: System, export: &'static str) -> Self {
        let mut layout = Self::new(system, export);
        layout.evidence = Evidence::Memory;
        layout
    }
}

/// What the columns mean that a system does not know by a constant name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Others {
    /// Their names and cells tell.
    ByName,
    /// A yes is a refusal of the purpose that names the column.
    RefusedPurposes,
    /// A box that stood in a form: it was ticked or left alone, and left alone it refuses nothing.
    TickedBoxes,
}

impl Others {
    /// The polarity of a column of this field that nothing else decides.
    pub(crate) fn polarity(self, field: Option<Field>) -> Polarity {
        match field {
            Some(Field::OptinEmail | Field::OptinSms | Field::OptinPhone | Field::OptinPost)
                if self == Self::TickedBoxes =>
            {
                Polarity::YesOrUnknown
            }
            field => usual_polarity(field),
        }
    }
}

/// What one of a system's own columns means.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    /// Its name; if it ends in `*`, all that begin so, and the rest is the purpose.
    pub(crate) header: &'static str,
    pub(crate) field: Option<Field>,
    pub(crate) category: Category,
    /// Why, for a person to read.
    pub(crate) why: &'static str,
    pub(crate) confidence: f32,
    pub(crate) polarity: Option<Polarity>,
    pub(crate) channel: Option<Channel>,
    pub(crate) words: &'static [(&'static str, ConsentStatus)],
    pub(crate) dates: Option<DateOrder>,
    /// Whether it is the date of the state that the whole table has, or its row.
    pub(crate) dates_the_state: bool,
    /// Whether a yes in it says that the row was deleted where it comes from.
    pub(crate) deletes: bool,
    /// What the channels it names are to the states of its row.
    pub(crate) channels: Option<Channels>,
    /// Whether what it refuses is refused for every purpose, whatever the row is about.
    pub(crate) every_purpose: bool,
}

/// What the channels are that a system names in a column of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Channels {
    /// The one that the states of the row speak of.
    Spoken,
    /// Those that the row agreed to, where no other column says so.
    Agreed,
    /// Those that were permitted, in words of the user's own: whatever says yes to e-mail says it to nobody whose row
    /// does not name it here.
    Permitted,
}

/// A column with a meaning of its own.
pub(crate) const fn known(header: &'static str, field: Field, why: &'static str) -> Known {
    Known {
        header,
        field: Some(field),
        category: Category::Other,
        why,
        confidence: 0.98,
        polarity: None,
        channel: None,
        words: &[],
        dates: None,
        dates_the_state: false,
        deletes: false,
        channels: None,
        every_purpose: false,
    }
}

/// How sure a column is that nobody has seen.
const REMEMBERED: f32 = 0.7;

/// A column known from memory only.
pub(crate) const fn remembered(header: &'static str, field: Field, why: &'static str) -> Known {
    known(header, field, why).less_sure(REMEMBERED)
}

/// A column that means none of the fields.
pub(crate) const fn nothing(header: &'static str, category: Category, why: &'static str) -> Known {
    let mut column = known(header, Field::Ignored, why);
    column.field = None;
    column.category = category;
    column
}

impl Known {
    /// Yes is a refusal, no is unknown.
    pub(crate) const fn inverted(mut self) -> Self {
        self.polarity = Some(Polarity::RefusedOrUnknown);
        self
    }

    /// Yes is a yes, no may mean that nobody asked.
    pub(crate) const fn no_is_unknown(mut self) -> Self {
        self.polarity = Some(Polarity::YesOrUnknown);
        self
    }

    /// Speaks of a channel.
    pub(crate) const fn on(mut self, channel: Channel) -> Self {
        self.channel = Some(channel);
        self
    }

    /// Less sure than a constant name usually is.
    pub(crate) const fn less_sure(mut self, confidence: f32) -> Self {
        self.confidence = confidence;
        self
    }

    /// Its words are fixed.
    pub(crate) const fn saying(mut self, words: &'static [(&'static str, ConsentStatus)]) -> Self {
        self.words = words;
        self
    }

    /// A yes in it says that the row was deleted where it comes from.
    pub(crate) const fn deleting(mut self) -> Self {
        self.deletes = true;
        self
    }

    /// It dates the state of the table or of its row, if that is known: the consent, the withdrawal, the bounce.
    pub(crate) const fn dating_the_state(mut self) -> Self {
        self.dates_the_state = true;
        self
    }

    /// It refuses every purpose, whatever the row is about.
    pub(crate) const fn of_every_purpose(mut self) -> Self {
        self.every_purpose = true;
        self
    }

    /// It names channels.
    pub(crate) const fn naming(mut self, channels: Channels) -> Self {
        self.channels = Some(channels);
        self
    }

    /// Its dates have an order of their own.
    pub(crate) const fn ordered(mut self, order: DateOrder) -> Self {
        self.dates = Some(order);
        self
    }
}

/// One kind of table that is known, for a list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownExport {
    /// The system.
    pub system: System,
    /// What the system calls this export.
    pub export: &'static str,
    /// Whether its columns alone give it away; if not, the name of the file has to name the system as well.
    pub by_columns: bool,
    /// What it lacks, by itself, and how to get it, as keys of the [texts](crate::texts).
    pub lacks: Vec<&'static str>,
}

/// Every kind of table that is known, in the order of systems.
pub fn known_exports() -> impl Iterator<Item = KnownExport> {
    LAYOUTS.iter().copied().flatten().map(|layout| KnownExport {
        system: layout.system,
        export: layout.export,
        by_columns: layout.evidence == Evidence::Seen,
        lacks: {
            let until = layout.lacks_until.iter().filter(|missing| missing.is_always()).map(|missing| missing.says);
            until.chain((!layout.lacks.is_empty()).then_some(layout.lacks)).collect()
        },
    })
}

/// Whether a name begins with a mark that is part of it: Klaviyo's `$consent` is not a user's `Consent`.
pub(crate) fn begins_with_mark(name: &str) -> bool {
    name.starts_with(['$', '@', '#'])
}

/// The column, from 1, in which a system names channels, unless a person said that it means something else.
pub(crate) fn column_of(channels: Channels, layout: &Layout, columns: &[ColumnMeaning]) -> Option<u32> {
    let is_named = |known: &Known, header: &str| match begins_with_mark(known.header) {
        true => header.trim().eq_ignore_ascii_case(known.header),
        false => header::key(known.header) == header::key(header),
    };
    let naming = |header: &str| {
        layout.columns.iter().filter(|known| known.channels == Some(channels)).any(|known| is_named(known, header))
    };
    let stated = |field: Option<Field>| {
        matches!(
            field,
            Some(Field::Status | Field::OptinEmail | Field::OptinSms | Field::OptinPhone | Field::OptinPost)
        )
    };
    if channels == Channels::Agreed && columns.iter().any(|column| stated(column.field)) {
        return None;
    }
    let column = columns.iter().find(|column| naming(&column.header))?;
    let said = if channels == Channels::Permitted {
        matches!(column.field, None | Some(Field::OptinEmail)) && !(column.field.is_none() && column.is_set_by_hand())
    } else {
        column.field.is_none() && !column.is_set_by_hand()
    };
    said.then_some(column.position)
}

/// The column, from 1, in which a system says of a row that it was deleted.
pub(crate) fn column_of_deletion(recognition: &Recognition) -> Option<u32> {
    own_column(recognition, |known| known.deletes)
}

/// The column, from 1, in which a system dates the state that another column has for each row.
pub(crate) fn column_of_state_date(recognition: &Recognition) -> Option<u32> {
    let dates_itself = recognition.table_status.and_then(date_of_state).is_some();
    let by_row = !dates_itself && recognition.columns.iter().any(|column| column.field == Some(Field::Status));
    if by_row { own_column(recognition, |known| known.dates_the_state) } else { None }
}

fn own_column(recognition: &Recognition, is: fn(&Known) -> bool) -> Option<u32> {
    if recognition.system == System::List {
        return None;
    }
    let known = missing::layout_of(recognition).columns.iter().find(|known| is(known))?;
    let key = header::key(known.header);
    let mut columns = recognition.columns.iter().filter(|column| !column.is_set_by_hand());
    columns.find(|column| header::key(&column.header) == key).map(|column| column.position)
}

/// The columns, from 1, that rows of this layout leave empty when they go on with the row above.
pub(crate) fn carried_down(layout: &Layout, headers: &[String]) -> Vec<u32> {
    let carried = |header: &str| {
        layout.carries_down.iter().any(|column| match column.strip_prefix('!') {
            Some(sign) => !header.contains(sign),
            None => header::key(column) == header::key(header),
        })
    };
    let named = |header: &&String| !header.trim().is_empty();
    let found: Vec<u32> =
        (1..).zip(headers).filter(|(_, header)| named(header) && carried(header)).map(|(at, _)| at).collect();
    // A table whose every column is carried down has no rows that go on with another.
    if found.len() < headers.iter().filter(named).count() { found } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_has_a_layout_and_every_layout_can_be_reached() {
        for system in System::ALL.into_iter().filter(|system| *system != System::List) {
            let layouts: Vec<&Layout> =
                LAYOUTS.iter().copied().flatten().filter(|layout| layout.system == system).collect();
            assert!(!layouts.is_empty(), "{system:?}");
            for layout in layouts {
                let by_headers: i32 = layout.signs.iter().map(|(_, worth)| (*worth).max(0)).sum();
                let by_columns = by_headers + layout.cells.iter().map(|(.., worth)| worth).sum::<i32>();
                // What is only remembered claims nothing without the system's name, so its name may be needed.
                let by_name = match layout.evidence {
                    Evidence::Seen => 0,
                    Evidence::Memory => layout.names.iter().map(|(_, worth)| *worth).max().unwrap_or(0),
                };
                assert!(by_columns + by_name >= 100, "{system:?} {}", layout.export);
                assert!(by_name < 100, "{system:?} {}: a name without a column is none of its files", layout.export);
                assert!(
                    layout.needs.iter().all(|need| layout.signs.iter().any(|(sign, _)| sign == need)),
                    "{system:?} {}: what is needed is a sign",
                    layout.export
                );
            }
        }
    }
}
