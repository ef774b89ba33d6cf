//! Facebook and Instagram lead ads.

use super::Layout;

pub(crate) const LAYOUTS: &[Layout] = &[];
