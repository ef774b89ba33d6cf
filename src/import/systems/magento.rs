//! Magento and Adobe Commerce.

use super::Layout;

pub(crate) const LAYOUTS: &[Layout] = &[];
