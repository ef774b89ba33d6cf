import { beforeEach, describe, expect, it } from 'vitest';

import { session } from '../../src/lib/session.svelte';
import { listName, named, systemName, voiceHeads, voiceName, voiceTitle } from '../../src/lib/systems';
import { FACTS, stateOf } from './helpers';

const withLists = (lists: string[]) => (session.state = stateOf({ ...FACTS, lists }));
beforeEach(() => void withLists([]));

describe('systems', () => {
  it('go by their names, in sentences of the core too', () => {
    withLists(['nordiska-smaker.xlsx, Besökare']);
    expect(systemName('mailchimp')).toBe('Mailchimp');
    expect(named('unsubscribed in mailchimp, subscribed in hubspot')).toBe('unsubscribed in Mailchimp, subscribed in HubSpot');
    expect(named('withdrawn in mailchimp, not in list')).toBe('withdrawn in Mailchimp, not in nordiska-smaker');
    expect(named('on an active list in mailchimp and brevo')).toBe('on an active list in Mailchimp and Brevo');
  });

  it('leave other words of a sentence alone', () => {
    expect(named('no rule of the list says so')).toBe('no rule of the list says so');
    expect(named('first in april and list')).toBe('first in april and list');
  });

  it('that are lists go by their files, as long as there are few', () => {
    expect(systemName('list')).toBe('Other list');
    withLists(['till.csv']);
    expect(systemName('list')).toBe('till');
    withLists(['fair.xlsx, 2024', 'fair.xlsx, 2025']);
    expect([systemName('list'), listName('fair.xlsx, 2025')]).toEqual(['fair', '2025']);
    withLists(['fair.xlsx, 2024', 'till.csv']);
    expect([systemName('list'), listName('fair.xlsx, 2024'), listName('till.csv')]).toEqual(['fair and till', 'fair', 'till']);
    withLists(['fair.xlsx, 2024', 'fair.xlsx, 2025', 'till.csv']);
    expect([listName('fair.xlsx, 2024'), listName('till.csv')]).toEqual(['2024 (fair)', 'till']);
    withLists(['till.csv', 'till.xlsx, June']);
    expect([listName('till.csv'), listName('till.xlsx, June')]).toEqual(['till.csv', 'till.xlsx, June']);
    withLists(['a.csv', 'b.csv', 'c.csv']);
    expect(systemName('list')).toBe('3 other lists');
  });

  it('and lists speak each for themselves where they stand side by side', () => {
    withLists(['fair.xlsx, Saturday', 'fair.xlsx, Sunday', 'till.csv']);
    const voices = ['mailchimp', 'list:fair.xlsx, Saturday', 'list:fair.xlsx, Sunday', 'list:till.csv', 'list'];
    expect(voices.map(voiceName)).toEqual(['Mailchimp', 'Saturday (fair)', 'Sunday (fair)', 'till', 'Other lists']);
    expect(voices.map(voiceTitle)).toEqual(['Mailchimp', 'fair.xlsx, Saturday', 'fair.xlsx, Sunday', 'till.csv', 'Other lists']);
  });

  it('have two letters each, no two the same', () => {
    withLists([]);
    const heads = (...lists: string[]) => voiceHeads(lists.map((list) => (list.includes('.') ? `list:${list}` : list)));
    expect(heads('mailchimp', 'benchmark', 'till.csv')).toEqual(['MC', 'BE', 'TI']);
    expect(heads('benchmark', 'besökare.csv'), 'a list gives way to a system').toEqual(['BE', 'BS']);
    expect(heads('kunder 2024.csv', 'kunder 2025.csv', 'ägare.csv')).toEqual(['K4', 'K5', 'ÄG']);
    expect(heads('a.csv', 'A.csv', '….csv')).toEqual(['A', '1', '2']);
    const many = Array.from({ length: 64 }, (_, at) => `list ${at}.csv`);
    const of = heads(...many);
    expect(new Set(of).size).toBe(64);
    expect(of.every((head) => head.length > 0 && head.length <= 2)).toBe(true);
  });
});
