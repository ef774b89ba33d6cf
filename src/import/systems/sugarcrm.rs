//! SugarCRM.

use super::Layout;

pub(crate) const LAYOUTS: &[Layout] = &[];
