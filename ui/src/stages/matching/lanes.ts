// Where the events of a person stand on their lanes.
import type { Event, EventKind, PersonView } from '../../lib/bindings';
import type { StateWord } from '../../shared/marks';

/** What is drawn as the state it leads to; everything else is a dot, and a message sent a diamond. */
export const AS_STATE: Partial<Record<EventKind, StateWord>> = {
  asked: 'pending',
  given: 'subscribed',
  confirmed: 'subscribed',
  withdrew: 'unsubscribed',
  complained: 'complained',
  bounced: 'bounced',
  erased: 'erased',
};

/** Room above the lanes for the words that say since when. */
const ABOVE = 16;
export const LANE = 22;
const LONGEST_LABEL = 16;

export type Mark = { event: Event; x: number; y: number };
export type Drawing = {
  width: number;
  left: number;
  /** Where the lanes begin. */
  top: number;
  height: number;
  bottom: number;
  years: { year: number; x: number }[];
  lanes: { y: number }[];
  marks: Mark[];
  /** Where the refused time begins. */
  refused: number | null;
};

/** A day as years with their part: 2024-07-01 is about 2024.5. */
function years(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year + (month - 1) / 12 + (date - 1) / 372;
}

export function shortLabel(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}

/** `rem` in pixels, so that the drawing keeps pace with the size of text. */
export function drawing(view: PersonView, labels: string[], width: number, rem = 16): Drawing {
  const days = [...view.events.map((event) => event.told.day), ...(view.refusedSince ? [view.refusedSince] : [])];
  const until = years(view.today);
  // A placeholder day long ago would press everything else against the edge.
  const from = Math.max(1995, Math.min(Math.floor(until) - 1, ...days.map((day) => Math.floor(years(day)))));
  const left = Math.min(width / 3, Math.max(...labels.map((label) => shortLabel(label).length), 4) * 0.36 * rem + 12);
  const x = (day: string) => left + 7 + ((Math.max(from, Math.min(until, years(day))) - from) / (until - from)) * (width - left - 14);
  const unit = rem / 16;
  const top = view.refusedSince ? ABOVE * unit : 0;
  const y = (source: number) => top + (11 + source * LANE) * unit;
  const bottom = top + (view.sources.length * LANE + 2) * unit;
  const step = Math.max(1, Math.ceil((until - from) / Math.max(2, Math.floor((width - left) / (40 * unit)))));
  const ticks: Drawing['years'] = [];
  for (let year = from; year <= Math.floor(until); year += step) ticks.push({ year, x: x(`${year}-01-01`) });
  return {
    width,
    left,
    top,
    height: bottom + 20 * unit,
    bottom,
    years: ticks,
    lanes: view.sources.map((_, source) => ({ y: y(source) })),
    marks: view.events.map((event) => ({ event, x: x(event.told.day), y: y(event.source) })),
    refused: view.refusedSince ? x(view.refusedSince) : null,
  };
}
