//! PrestaShop's newsletter module.

use super::Layout;

pub(crate) const LAYOUTS: &[Layout] = &[];
