// The people behind a number of the plan. Numbers are of cells, so they are opened by action and channel.
import type { Action, ActionCounts, ContactChannel } from '../../lib/bindings';
import { route } from '../../lib/route.svelte';
import type { Bucket } from '../../shared/marks';

/** What each bucket is made of, the plain case first. `count` names the number of a channel's plan. */
export const PARTS: Record<Bucket, { action: Action; count: keyof ActionCounts }[]> = {
  keep: [
    { action: 'keep', count: 'keep' },
    { action: 're-consent', count: 'reConsent' },
    { action: 'review', count: 'review' },
    { action: 'fix-data', count: 'fixData' },
  ],
  hold: [{ action: 'hold', count: 'hold' }],
  stop: [
    { action: 'suppress', count: 'suppress' },
    { action: 'restrict', count: 'restrict' },
  ],
  delete: [{ action: 'delete', count: 'delete' }],
};

export function openBucket(channel: ContactChannel, bucket: Bucket): void {
  openActions(channel, PARTS[bucket].map((part) => part.action));
}

export function openActions(channel: ContactChannel, actions: Action[]): void {
  route.go('people', { channel, action: actions.join(',') });
}

export function openPerson(person: number): void {
  route.go('people', { person: String(person) });
}
