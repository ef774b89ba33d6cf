//! Any other list: nothing is known but what its column names and cells tell.

use super::Layout;
use crate::vocabulary::System;

pub(crate) const LAYOUT: Layout = Layout::new(System::List, "list");
