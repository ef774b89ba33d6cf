//! A calling code in a column of its own, in front of the number it belongs to.

use crate::import::{Recognition, SourceRow, header_key};
use crate::normalise::cell;
use crate::normalise::country::Country;
use crate::normalise::numbering;
use crate::vocabulary::{Field, System};

/// Headers of such a column, as they are compared.
const HEADERS: [&str; 19] = [
    "prefisso",
    "prefissotelefonico",
    "prefissointernazionale",
    "callingcode",
    "countrycallingcode",
    "diallingcode",
    "dialingcode",
    "dialcode",
    "phonecode",
    "phonecountrycode",
    "phoneprefix",
    "mobileprefix",
    "landesvorwahl",
    "landervorwahl",
    "indicatif",
    "indicatifpays",
    "indicatiftelephonique",
    "prefijo",
    "prefijointernacional",
];

/// The column of calling codes right before one of numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct CallingCodes {
    codes: usize,
    /// Whether a code without `+` is one, and no area code, as MailUp writes them.
    bare: bool,
}

impl CallingCodes {
    pub(super) fn of(recognition: &Recognition) -> Option<Self> {
        let codes = recognition.columns.windows(2).position(|pair| {
            pair[0].field.is_none()
                && pair[1].field == Some(Field::Phone)
                && HEADERS.contains(&header_key(&pair[0].header).as_str())
        })?;
        Some(Self { codes, bare: recognition.system == System::MailUp })
    }

    /// The country of the number that stands at this position of the row, by its calling code.
    pub(super) fn country(self, number: usize, row: SourceRow<'_>) -> Option<Country> {
        if number != self.codes + 1 {
            return None;
        }
        let code = cell::trim(row.cell(self.codes)?);
        let signed = code.strip_prefix('+').or_else(|| code.strip_prefix("00"));
        let digits = signed.or_else(|| self.bare.then_some(code))?;
        numbering::by_calling_code(digits).filter(|(_, rest)| rest.is_empty()).map(|(plan, _)| plan.country)
    }
}
