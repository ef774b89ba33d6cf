import { describe, expect, it } from 'vitest';

import { mask, maskBut, masking, maskWithin } from '../../src/lib/mask.svelte';

describe('what was searched for', () => {
  it('stays readable, and nothing else does', () => {
    expect(maskBut('giulia.rinaldi@example.org', 'email', 'rin')).toBe('g•••rin•••@example.org');
    expect(maskBut('giulia.rinaldi@example.org', 'email', 'Giu')).toBe('giu•••@example.org');
    expect(maskBut('giulia.rinaldi@example.org', 'email', 'example')).toBe('g•••i@example.org');
    expect(maskBut('Giulia Rinaldi', 'name', 'giulia rin')).toBe('Giulia Rin•••');
    expect(maskBut('Anna Berg', 'name', 'x')).toBe('A••• B•••');
    expect(maskBut('+39 04 1234567', 'phone', '1234')).toBe('+39 04 •••');
  });
});

describe('masking', () => {
  it('leaves the first and last letter of an address and its domain', () => {
    expect(mask('giulia.rinaldi@example.org', 'email')).toBe('g•••i@example.org');
    expect(mask('ab@example.org', 'email')).toBe('a•••@example.org');
  });

  it('leaves nothing of what only looks like an address', () => expect(mask('not an address', 'email')).toBe('n•••'));

  it('leaves initials of a name', () => expect(mask('Giulia Rinaldi', 'name')).toBe('G••• R•••'));

  it('leaves the country of a number', () => expect(mask('+39 04 1234567', 'phone')).toBe('+39 04 •••'));

  it('tells no length', () => expect(mask('x'.repeat(40), 'text')).toBe(mask('xy', 'text')));

  it('keeps nothing empty from being seen as empty', () => expect(mask('', 'email')).toBe(''));

  it.each([
    ['ja (aber nicht an bo@example.org)', 'ja (aber nicht an b•••@example.org)'],
    ['giulia.rinaldi@example.org;bo@example.org', 'g•••i@example.org;b•••@example.org'],
    ['<bo@example.org> nei takk', '<b•••@example.org> nei takk'],
    ['ring +46 70 174 06 05 först', 'ring +46 ••• först'],
    ['no: 07700 900123, please', 'no: 0770 •••, please'],
    ['05.06.2024 0701740605', '05.06.2024 0701 •••'],
    ['soita 0701740605', 'soita 0701 •••'],
    ['abgemeldet 05.06.2024', 'abgemeldet 05.06.2024'],
    ['sì, 2024-03-14 09:12', 'sì, 2024-03-14 09:12'],
    ['kanske 2024', 'kanske 2024'],
    ['se avtal', 'se avtal'],
    ['', ''],
  ])('masks addresses and numbers within a text, and no day: %s', (value, masked) => expect(maskWithin(value)).toBe(masked));

  it('is on until asked', () => {
    expect(masking.shown).toBe(false);
    masking.toggle();
    expect(masking.shown).toBe(true);
    masking.hide();
    expect(masking.shown).toBe(false);
  });
});
