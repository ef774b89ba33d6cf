import { describe, expect, it } from 'vitest';

import { bytes, country, date, isoDay, middle, number, percent } from '../../src/lib/format';

describe('formats', () => {
  it('part thousands', () => expect([0, 999, 4212, 1_234_567].map(number)).toEqual(['0', '999', '4,212', '1,234,567']));

  it('cut a long name in the middle, so that both its ends are read', () => {
    expect(middle('mailchimp-audience-export.zip')).toBe('mailchimp-audience-export.zip');
    expect(middle('hubspot-crm-exports-all-contacts-2026-10-30.csv')).toBe('hubspot-crm-exports-…-2026-10-30.csv');
  });

  it('write dates so that nobody mistakes them', () => {
    expect(date('2024-04-03')).toBe('3 Apr 2024');
    expect(date('2018-05-24 23:59:59')).toBe('24 May 2018, 23:59:59');
    expect(date('2018-05-24T23:59')).toBe('24 May 2018, 23:59');
  });

  it('leave alone what is no date', () => expect(['', '03/04/2025', '2024-13-01'].map(date)).toEqual(['', '03/04/2025', '2024-13-01']));

  it('know the day of a clock', () => expect(isoDay(new Date(2026, 0, 2))).toBe('2026-01-02'));

  it('never round something to nothing', () => expect([percent(0, 9), percent(1, 9999), percent(9998, 9999), percent(3, 3)]).toEqual(['0 %', '1 %', '99 %', '100 %']));

  it('measure in bytes', () => expect([512, 1500, 25_000_000].map(bytes)).toEqual(['512 B', '1.5 kB', '25 MB']));

  it('name countries', () => expect([country('IT'), country('XX?')]).toEqual(['Italy', 'XX?']));
});
