//! Keys, and the wrapping of one by another (XChaCha20-Poly1305).

use std::fmt::Write;

use chacha20poly1305::aead::{AeadInPlace, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

/// 256 bits, wiped when dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes once it is up");
    bytes
}

/// What opens the database: 32 bytes of key and 16 bytes of salt, random, wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct DatabaseKey(Zeroizing<[u8; 48]>);

impl DatabaseKey {
    pub(crate) fn random() -> Self {
        Self(Zeroizing::new(random()))
    }

    /// SQLCipher's raw key: `x'<64 hex of key><32 hex of salt>'`.
    pub(crate) fn raw(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(99));
        text.push_str("x'");
        for byte in self.0.iter() {
            write!(text, "{byte:02x}").expect("writing to a String");
        }
        text.push('\'');
        text
    }
}

/// A [`DatabaseKey`] under another key: 24 bytes of nonce, 48 of ciphertext, 16 of tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wrapped(pub(crate) [u8; Wrapped::LEN]);

impl Wrapped {
    pub(crate) const LEN: usize = 24 + 48 + 16;

    /// Wraps `inner` under `outer`. `bound` is not stored, but unwrapping works only with the same.
    pub(crate) fn seal(inner: &DatabaseKey, outer: &Key, bound: &[u8]) -> Self {
        let mut bytes = [0; Self::LEN];
        let (nonce, rest) = bytes.split_at_mut(24);
        let (text, tag) = rest.split_at_mut(48);
        nonce.copy_from_slice(&random::<24>());
        text.copy_from_slice(inner.0.as_slice());
        let made = XChaCha20Poly1305::new(outer.as_slice().into())
            .encrypt_in_place_detached(XNonce::from_slice(nonce), bound, text)
            .expect("48 bytes are far below the cipher's limit");
        tag.copy_from_slice(&made);
        Self(bytes)
    }

    /// The wrapped key, or nothing if `outer` or `bound` is not what it was wrapped with.
    pub(crate) fn open(&self, outer: &Key, bound: &[u8]) -> Option<DatabaseKey> {
        let (nonce, rest) = self.0.split_at(24);
        let (text, tag) = rest.split_at(48);
        let mut inner = Zeroizing::new([0; 48]);
        inner.copy_from_slice(text);
        XChaCha20Poly1305::new(outer.as_slice().into())
            .decrypt_in_place_detached(XNonce::from_slice(nonce), bound, inner.as_mut_slice(), Tag::from_slice(tag))
            .ok()
            .map(|()| DatabaseKey(inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_unwraps_only_under_the_key_and_the_binding_it_was_wrapped_with() {
        let inner = DatabaseKey::random();
        let outer = Key::new(random());
        let wrapped = Wrapped::seal(&inner, &outer, b"case 1");
        assert!(wrapped.open(&outer, b"case 1") == Some(inner));
        assert!(wrapped.open(&outer, b"case 2").is_none());
        assert!(wrapped.open(&Key::new(random()), b"case 1").is_none());
    }

    #[test]
    fn a_raw_key_is_what_sqlcipher_reads() {
        let raw = DatabaseKey(Zeroizing::new([0xA5; 48])).raw();
        assert_eq!(*raw, format!("x'{}'", "a5".repeat(48)));
    }
}
