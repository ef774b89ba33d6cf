//! Microsoft Dynamics 365 and Dataverse.

use super::Layout;

pub(crate) const LAYOUTS: &[Layout] = &[];
