// The people behind a number of the plan: everybody once, or those of one channel.
import type { Action, ActionCounts, ContactChannel } from '../../lib/bindings';
import { foot } from '../../lib/foot.svelte';
import { route, type Params } from '../../lib/route.svelte';
import { text } from '../../lib/texts';
import type { Bucket } from '../../shared/marks';

/** A kind of a bucket. `name` names its texts, `of` its number. */
export type Part = { name: string; of: (counts: ActionCounts) => number; action: Action; stopped?: string };

/** What each bucket is made of, the plain case first. A stop is told by its reason: only a no is for good. */
export const PARTS: Record<Bucket, Part[]> = {
  keep: [
    { name: 'keep', of: (counts) => counts.keep, action: 'keep' },
    { name: 're-consent', of: (counts) => counts.reConsent, action: 're-consent' },
    { name: 'review', of: (counts) => counts.review, action: 'review' },
    { name: 'fix-data', of: (counts) => counts.fixData, action: 'fix-data' },
  ],
  hold: [{ name: 'hold', of: (counts) => counts.hold, action: 'hold' }],
  stop: [
    { name: 'said-no', of: (counts) => counts.saidNo, action: 'suppress', stopped: 'said-no' },
    { name: 'undeliverable', of: (counts) => counts.undeliverable, action: 'suppress', stopped: 'undeliverable' },
    { name: 'unreliable', of: (counts) => counts.suppress - counts.saidNo - counts.undeliverable, action: 'suppress', stopped: 'unreliable' },
    { name: 'restrict', of: (counts) => counts.restrict, action: 'restrict' },
  ],
  delete: [{ name: 'delete', of: (counts) => counts.delete, action: 'delete' }],
};

/** How many are in a bucket. */
export function inBucket(counts: ActionCounts, bucket: Bucket): number {
  return PARTS[bucket].reduce((sum, part) => sum + part.of(counts), 0);
}

/** `channel` null: everybody once, whatever the channel. */
export function openBucket(channel: ContactChannel | null, bucket: Bucket): void {
  const actions = [...new Set(PARTS[bucket].map((part) => part.action))].join(',');
  route.go('people', channel === null ? { bucket } : { channel, action: actions });
}

export function openPart(channel: ContactChannel | null, part: Part): void {
  const on: Params = channel === null ? {} : { channel };
  if (part.stopped) route.go('people', channel === null ? { stopped: part.stopped } : { stopped: part.stopped, stoppedOn: channel });
  else route.go('people', { ...on, action: part.action });
}

/** Everybody of the plan, or all who can be reached on a channel. */
export function openEverybody(channel: ContactChannel | null): void {
  route.go('people', channel === null ? {} : { channel });
}

/** Where the numbers of the heading lead, in the order of its sentence, which leaves out who is nobody. */
export function headingOpens(once: ActionCounts): (() => void)[] {
  const [keep, ...others] = PARTS.keep;
  const kept = [keep!, ...others.filter((part) => part.of(once) > 0)].map((part) => () => openPart(null, part));
  return [...kept, ...(['hold', 'stop', 'delete'] as const).map((bucket) => () => openBucket(null, bucket))];
}

/** To the list of people, with a word on what to do there and a way back. */
export function overrideOne(): void {
  route.go('people');
  foot.say(text('plan-said-override'), { does: text('plan-back'), run: () => route.go('plan') });
}

export function openPerson(person: number): void {
  route.go('people', { person: String(person) });
}
