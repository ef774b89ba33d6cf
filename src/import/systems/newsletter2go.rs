//! Newsletter2Go.

use super::Layout;

pub(crate) const LAYOUTS: &[Layout] = &[];
