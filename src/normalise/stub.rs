//! Stand-in until the real ones land.
#![allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Method { Tick, Default }
impl Method {
    pub fn is_affirmative(self) -> bool { matches!(self, Self::Tick) }
    pub fn is_negative(self) -> bool { matches!(self, Self::Default) }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor { Subject, StaffRecorded, Staff, Admin, Agent, Import, Api, Integration, Merge, Unknown }
pub fn method(_: &str) -> Option<Method> { None }
pub fn actor(_: &str, _: Option<&str>) -> Actor { Actor::Unknown }
pub fn is_generic_source(_: &str) -> bool { false }
pub fn is_live_form(_: &str) -> bool { false }
pub fn is_event_source(_: &str) -> bool { false }
pub fn country_of_phone(_: &str) -> Option<&'static str> { None }
pub fn is_role(_: &str) -> bool { false }
