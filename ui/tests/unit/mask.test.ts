import { describe, expect, it } from 'vitest';

import { mask, masking } from '../../src/lib/mask.svelte';

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

  it('is on until asked', () => {
    expect(masking.shown).toBe(false);
    masking.toggle();
    expect(masking.shown).toBe(true);
    masking.hide();
    expect(masking.shown).toBe(false);
  });
});
