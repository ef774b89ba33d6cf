//! Two people stand for a plan: who prepared it, and somebody else.
//!
//! They sign what becomes of everybody. When that changes, their signatures hold no longer; a change that is taken back
//! brings them back, because it is again what they signed.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use specta::Type;

use crate::normalise::fold::fold;
use crate::store::{Ledger, StoreError};

use super::{Case, CaseError, PlanError};

/// The name under which a case keeps its signatures.
const NOTE: &str = "sign-off";

/// Who stands for the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SignOff {
    /// Who prepared it.
    pub prepared: Option<Signature>,
    /// The second person.
    pub second: Option<Signature>,
    /// Signatures still missing: 0, 1 or 2.
    pub missing: u32,
    /// Whether signatures were given for a plan that has changed since.
    pub lapsed: bool,
}

/// A name under the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Signature {
    /// The name.
    pub name: String,
    /// What they are; may be empty.
    pub role: String,
    /// When, as `YYYY-MM-DDTHH:MM`.
    pub at: String,
}

/// The line that is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum SigningPart {
    /// Who prepared the plan.
    Prepared,
    /// The second person.
    Second,
}

#[derive(Default, Serialize, Deserialize)]
struct Kept {
    plan: String,
    prepared: Option<Signature>,
    second: Option<Signature>,
}

impl Case {
    /// Who stands for the plan as it is now.
    ///
    /// # Errors
    /// When the casefile cannot be read.
    pub fn sign_off(&self, ledger: &Ledger) -> Result<SignOff, CaseError> {
        let Some(kept) = self.signatures()? else { return Ok(SignOff { missing: 2, ..SignOff::default() }) };
        if kept.prepared.is_none() {
            return Ok(SignOff { missing: 2, ..SignOff::default() });
        }
        if kept.plan != plan_mark(ledger) {
            return Ok(SignOff { missing: 2, lapsed: true, ..SignOff::default() });
        }
        let missing = u32::from(kept.prepared.is_none()) + u32::from(kept.second.is_none());
        Ok(SignOff { missing, lapsed: false, prepared: kept.prepared, second: kept.second })
    }

    /// Signs one line of the plan as it is now.
    ///
    /// # Errors
    /// Without a name, when the line is signed already, and when the second person is the first.
    pub fn sign(&self, ledger: &Ledger, part: SigningPart, signature: &Signature) -> Result<SignOff, CaseError> {
        if self.summary()?.is_none() {
            return Err(PlanError::NotAudited.into());
        }
        let signature = Signature {
            name: signature.name.trim().to_owned(),
            role: signature.role.trim().to_owned(),
            at: signature.at.clone(),
        };
        if signature.name.is_empty() {
            return Err(PlanError::NoName.into());
        }
        let SignOff { prepared, second, .. } = self.sign_off(ledger)?;
        let mut kept = Kept { plan: plan_mark(ledger), prepared, second };
        match part {
            SigningPart::Prepared if kept.prepared.is_some() => return Err(PlanError::AlreadySigned.into()),
            SigningPart::Prepared => kept.prepared = Some(signature),
            SigningPart::Second => {
                let first = kept.prepared.as_ref().ok_or(PlanError::NotPrepared)?;
                if kept.second.is_some() {
                    return Err(PlanError::AlreadySigned.into());
                }
                if is_same(&first.name, &signature.name) {
                    return Err(PlanError::SamePerson.into());
                }
                kept.second = Some(signature);
            }
        }
        self.keep_signatures(&kept)?;
        self.sign_off(ledger)
    }

    /// Takes a signature back. Without the first there is no second.
    ///
    /// # Errors
    /// When the casefile cannot be written.
    pub fn take_signature_back(&self, ledger: &Ledger, part: SigningPart) -> Result<SignOff, CaseError> {
        let SignOff { prepared, .. } = self.sign_off(ledger)?;
        let kept = match part {
            SigningPart::Prepared => Kept::default(),
            SigningPart::Second => Kept { plan: plan_mark(ledger), prepared, second: None },
        };
        self.keep_signatures(&kept)?;
        self.sign_off(ledger)
    }

    fn signatures(&self) -> Result<Option<Kept>, CaseError> {
        let Some(kept) = self.store.noted(NOTE)? else { return Ok(None) };
        Ok(Some(serde_json::from_str(&kept).map_err(|_| StoreError::Damaged)?))
    }

    fn keep_signatures(&self, kept: &Kept) -> Result<(), CaseError> {
        Ok(self.store.note(NOTE, &serde_json::to_string(kept).expect("plain data always encodes"))?)
    }
}

/// Whether two names are one person's, however they are written.
fn is_same(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// What becomes of everybody, as one short text: two plans are the same when it is.
fn plan_mark(ledger: &Ledger) -> String {
    let mut hasher = Sha256::new();
    let mut bytes = Vec::with_capacity(128);
    for person in ledger.people() {
        bytes.clear();
        for known in [person.email(), person.phone()] {
            bytes.extend_from_slice(known.unwrap_or_default().as_bytes());
            bytes.push(0);
        }
        for cell in person.cells() {
            bytes.extend([cell.channel() as u8 + 1, cell.action() as u8 + 1]);
        }
        bytes.push(0);
        hasher.update(&bytes);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_persons_however_it_is_written() {
        assert!(is_same("Elin Öberg", "elin  oberg "));
        assert!(!is_same("Elin Öberg", "Saga Lind"));
    }
}
