//! Who speaks in a case: its systems, and each of its lists of no system by itself.

use std::collections::BTreeMap;

use crate::vocabulary::{System, TableId, Voice, VoiceId, Voices};

use super::facts::list_name;
use super::{Case, CaseError, SystemVoice};

/// The voices of a case, and in which of its tables they speak.
pub(super) struct Speaking {
    /// The voices.
    pub(super) voices: Voices,
    of_table: BTreeMap<TableId, Voice>,
}

impl Speaking {
    /// The voice that speaks in a table of the case.
    pub(super) fn in_table(&self, table: TableId) -> VoiceId {
        self.voices.place(&self.of_table[&table])
    }
}

impl Case {
    /// Who speaks in the tables of the case. The exports of one list are one voice, by the name of the newest: who said no
    /// in an older one and yes in the newer contradicts that list alone.
    pub(super) fn speaking(&self) -> Result<Speaking, CaseError> {
        let files: BTreeMap<i64, String> = self.store.files()?.into_iter().map(|file| (file.id, file.name)).collect();
        let name = |file: i64, sheet: &str| list_name(files.get(&file).map_or("", String::as_str), sheet);
        let tables = self.store.tables()?;
        let mut of_table: BTreeMap<TableId, Voice> = BTreeMap::new();
        for table in &tables {
            let voice = match table.recognition.system {
                System::List => Voice::of_list(name(table.file, &table.sheet)),
                system => system.into(),
            };
            of_table.insert(table.id, voice);
        }
        for (older, newest) in self.newest_of_series()? {
            let newest = of_table.get(&newest).filter(|voice| voice.system == System::List).cloned();
            if let (Some(voice), Some(newest)) = (of_table.get_mut(&older), newest)
                && voice.system == System::List
            {
                *voice = newest;
            }
        }
        Ok(Speaking { voices: Voices::of(of_table.values().cloned()), of_table })
    }

    /// The voices that may be heard, in their order. A sheet on which nobody was found is none.
    pub(super) fn heard(&self) -> Result<Vec<SystemVoice>, CaseError> {
        let speaking = self.speaking()?;
        let mut heard: BTreeMap<VoiceId, bool> = BTreeMap::new();
        for table in self.store.tables()? {
            if table.recognition.system != System::List || table.accepted > 0 {
                *heard.entry(speaking.in_table(table.id)).or_default() |= table.recognition.carries_refusals;
            }
        }
        let voice = |(id, carries_refusals): (VoiceId, bool)| {
            let voice = speaking.voices.get(id).expect("the place of a table is one of the voices");
            SystemVoice { voice: voice.clone(), carries_refusals }
        };
        Ok(heard.into_iter().map(voice).collect())
    }
}
