//! 4Dem, formerly MailChef.

use super::Layout;

pub(crate) const LAYOUTS: &[Layout] = &[];
