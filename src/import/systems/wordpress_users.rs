//! Users of WordPress.

use super::Layout;

pub(crate) const LAYOUTS: &[Layout] = &[];
