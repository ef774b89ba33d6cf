//! What a column may mean before all of the table is known.

use crate::import::{DateOrder, Polarity};
use crate::vocabulary::{Category, Channel, ConsentStatus, Field};

/// The most a meaning is sure of that a person has to confirm, whatever the cells are.
pub(crate) const ASKED: f32 = 0.55;

/// Who says so, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum By {
    /// A person.
    Hand,
    /// The system's own name of the column.
    System,
    /// A header listed whole.
    WholeHeader,
    /// Parts of the header.
    PartOfHeader,
    /// The cells.
    Content,
}

/// What answers say under a header that no field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answered {
    /// Nothing is known of them.
    Open,
    /// A yes says that something has not come yet: `DOI pending`.
    NotYet,
    /// A yes refuses, whatever it is that the header refuses: `Please do not xyzzy`.
    Refuses,
    /// A mark refuses; under such a header numbers may stand as well: `No`.
    RefusesByMark,
    /// A yes may refuse: `Not xyzzy`.
    MayRefuse,
    /// A yes may refuse, and a text names what is refused: `Group blacklist`.
    MayRefuseByName,
}

/// A meaning with its reason.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Idea {
    pub(crate) by: By,
    pub(crate) field: Option<Field>,
    pub(crate) category: Category,
    pub(crate) confidence: f32,
    /// The most it can be sure, whatever the cells are.
    pub(crate) limit: f32,
    pub(crate) why: String,
    /// `None`: the usual one of the field.
    pub(crate) polarity: Option<Polarity>,
    pub(crate) channel: Option<Channel>,
    pub(crate) purpose: Option<String>,
    /// The words of this column and what they stand for, where they are fixed.
    pub(crate) words: Vec<(String, ConsentStatus)>,
    pub(crate) dates: Option<DateOrder>,
    /// Whether the header says nothing but a channel: a yes or no below it is consent, an address is an address.
    pub(crate) names_only_a_channel: bool,
    /// What answers under it say where it is none of the fields.
    pub(crate) answered: Answered,
    /// Whether its refusals are of every channel.
    pub(crate) every_channel: bool,
    /// What it refuses is refused for every purpose.
    pub(crate) every_purpose: bool,
    /// The field it may be, to be asked about.
    pub(crate) perhaps: Option<Field>,
    /// Where the system lists the column: of two that mean the same, the one listed first speaks, wherever they stand.
    pub(crate) listed: usize,
}

impl Idea {
    /// A field.
    pub(crate) fn of(by: By, field: Field, confidence: f32, why: String) -> Self {
        Self {
            by,
            field: Some(field),
            category: field.category(),
            confidence,
            limit: 0.98,
            why,
            polarity: None,
            channel: None,
            purpose: None,
            words: Vec::new(),
            dates: None,
            names_only_a_channel: false,
            answered: Answered::Open,
            every_channel: false,
            every_purpose: false,
            perhaps: None,
            listed: usize::MAX,
        }
    }

    /// None of the fields, for a reason.
    pub(crate) fn nothing(category: Category, confidence: f32, why: &str) -> Self {
        let mut idea = Self::of(By::PartOfHeader, Field::Ignored, confidence, why.to_owned());
        idea.field = None;
        idea.category = category;
        idea
    }

    /// None of the fields, and nothing is known.
    pub(crate) fn unknown(why: &str) -> Self {
        let mut idea = Self::nothing(Category::Other, 0.0, why);
        idea.by = By::Content;
        idea
    }

    pub(crate) fn with_channel(mut self, channel: Option<Channel>) -> Self {
        self.channel = channel;
        self
    }

    pub(crate) fn answered(mut self, answered: Answered) -> Self {
        self.answered = answered;
        self
    }

    pub(crate) fn of_every_channel(mut self, every: bool) -> Self {
        self.every_channel = every;
        self
    }

    pub(crate) fn with_purpose(mut self, purpose: Option<String>) -> Self {
        self.purpose = purpose;
        self
    }

    pub(crate) fn pointing(mut self, polarity: Polarity) -> Self {
        self.polarity = Some(polarity);
        self
    }

    /// A person has to confirm it: words of the header could turn it round, or it may be something else.
    pub(crate) fn asked(mut self) -> Self {
        self.ask();
        self
    }

    /// As [`Self::asked`].
    pub(crate) fn ask(&mut self) {
        self.limit = ASKED;
        self.confidence = self.confidence.min(ASKED);
    }

    /// Whether a yes, or a date of one, stands under it.
    pub(crate) fn grants(&self) -> bool {
        use Field::{ConfirmedAt, ConsentAt, OptinEmail, OptinPhone, OptinPost, OptinSms, Status};
        matches!(self.field, Some(OptinEmail | OptinSms | OptinPhone | OptinPost | ConsentAt | ConfirmedAt | Status))
            && self.polarity != Some(Polarity::RefusedOrUnknown)
    }

    /// Whether a yes, or a date, under it is a refusal.
    pub(crate) fn refuses(&self) -> bool {
        use Field::{DoNotCall, DoNotEmail, DoNotPost, DoNotSms, Status, UnsubscribedAt};
        matches!(self.field, Some(DoNotEmail | DoNotSms | DoNotCall | DoNotPost | UnsubscribedAt))
            || (self.field == Some(Status) && self.polarity == Some(Polarity::RefusedOrUnknown))
    }

    /// Takes another meaning, keeping channel and purpose.
    pub(crate) fn becomes(&mut self, field: Field, confidence: f32, why: String) {
        self.field = Some(field);
        self.category = field.category();
        self.confidence = confidence.min(self.limit);
        self.why = why;
        self.polarity = None;
    }
}
