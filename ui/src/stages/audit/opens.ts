// Where a number leads: to the people behind it, as the list of people takes it.
import { route, type Params } from '../../lib/route.svelte';

/** The actions that let a cell be kept. */
const KEPT = 'keep,re-consent,review,fix-data';

export const toPeople = {
  bucket: (bucket: string): Params => ({ bucket }),
  declared: (): Params => ({ declared: '', bucket: 'keep', action: KEPT }),
  rule: (rule: string): Params => ({ rule }),
  ruleIn: (rule: string, bucket: string): Params => ({ rule, bucket }),
  disagreement: (): Params => ({ kind: 'said-no-still-yes' }),
  conflict: (noIn: string, yesIn: string): Params => ({ noIn, yesIn }),
  days: (from: string, to: string): Params => ({ from, to }),
  until: (to: string): Params => ({ to }),
  undated: (): Params => ({ undated: '' }),
  moment: (day: string): Params => ({ from: day, to: day, batch: '' }),
  bulk: (from: string, to: string): Params => ({ from, to, batch: '' }),
  question: (key: number): Params => ({ question: String(key) }),
  person: (person: number): Params => ({ person: String(person) }),
};

export function open(params: Params): void {
  route.go('people', params);
}

/** The day before one written as `2026-11-21`. */
export function dayBefore(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
