//! What opening a case says when it cannot.

use std::path::Path;

use bonafide::case::{Case, CaseError};
use bonafide::store::{Casefile, StoreError, Unlock, Vault, VaultError};

use crate::cancelled::in_time;
use crate::support::{Setting, import_all, onward};
use crate::{create, large, passphrase, written};

fn refusal(path: &Path, passphrase: &str) -> VaultError {
    Vault::open(path, Unlock::Passphrase(&passphrase.into())).unwrap_err()
}

#[test]
fn a_wrong_passphrase_a_damaged_file_and_a_foreign_file_are_three_messages() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.bonafide");
    let mut case = create(&path);
    import_all(&mut case, &[written(folder.path(), "list.csv", crate::SMALL)], &Setting::default());
    case.store.close().unwrap();

    let wrong = refusal(&path, "four small boats");
    assert!(matches!(wrong, VaultError::WrongPassphrase { .. }));
    let foreign = refusal(&written(folder.path(), "foreign.bonafide", &large(2_000)), "three small boats");
    assert!(matches!(foreign, VaultError::NotACase { .. }));

    let whole = std::fs::read(&path).unwrap();
    let mut torn = whole.clone();
    torn.truncate(torn.len() - 700);
    let mut flipped = whole.clone();
    flipped[20_000] ^= 1;
    let mut both_slots = whole.clone();
    for at in [100, 4196] {
        both_slots[at] ^= 1;
    }
    for (what, bytes) in [("torn", torn), ("flipped", flipped), ("slots", both_slots)] {
        let damaged = folder.path().join(format!("{what}.bonafide"));
        std::fs::write(&damaged, bytes).unwrap();
        let damage = refusal(&damaged, "three small boats");
        assert!(matches!(damage, VaultError::Damaged { .. }), "{what}: {damage}");
        for (one, other) in [(&wrong, &foreign), (&wrong, &damage), (&foreign, &damage)] {
            let bare = |error: &VaultError| error.to_string().split_once(": ").unwrap().1.to_owned();
            assert_ne!(bare(one), bare(other));
        }
        assert!(damage.to_string().contains("damaged"), "{damage}");
    }
    assert!(wrong.to_string().contains("passphrase") && foreign.to_string().contains("not a Bonafide case"));
}

#[test]
fn damage_deep_inside_a_case_is_called_damage_when_it_is_met() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.bonafide");
    let mut case = create(&path);
    import_all(&mut case, &[written(folder.path(), "list.csv", &large(30_000))], &Setting::default());
    case.store.close().unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    // The last pages hold the blocks of rows.
    for page in 1..6 {
        let at = bytes.len() - page * 16_384 + 5_000;
        bytes[at] ^= 0x10;
    }
    std::fs::write(&path, bytes).unwrap();
    let met = Vault::open(&path, Unlock::Passphrase(&passphrase())).map_err(StoreError::from).and_then(|vault| {
        let mut case = Case::new(Casefile::open(vault)?);
        match case.audit(&Setting::default().audit(), &mut onward) {
            Ok(_) => panic!("nobody noticed"),
            Err(CaseError::Store(error)) => Err(error),
            Err(other) => panic!("{other}"),
        }
    });
    let message = met.map(|()| unreachable!("nobody noticed")).unwrap_err().to_string();
    assert!(message.contains("damaged") && message.contains("backup"), "{message}");
}

#[test]
fn an_audit_that_meets_nothing_but_damage_ends_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::new(Casefile::throwaway().unwrap());
    // More blocks than wait in a queue.
    import_all(&mut case, &[written(folder.path(), "list.csv", &large(60_000))], &Setting::default());
    case.store.vault_mut().connection().execute_batch("UPDATE raw_block SET data = x'00'").unwrap();
    let met = in_time("an audit of damaged blocks".to_owned(), move || {
        case.audit(&Setting::default().audit(), &mut onward).map(|_| ())
    });
    assert!(matches!(met, Err(CaseError::Store(StoreError::Damaged))), "{met:?}");
}
