import { beforeEach, describe, expect, it } from 'vitest';

import { session } from '../../src/lib/session.svelte';
import { listName, named, systemName } from '../../src/lib/systems';
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
    expect([systemName('list'), listName('fair.xlsx, 2024'), listName('till.csv')]).toEqual(['fair and till', 'fair, 2024', 'till']);
    withLists(['a.csv', 'b.csv', 'c.csv']);
    expect(systemName('list')).toBe('3 other lists');
  });
});
