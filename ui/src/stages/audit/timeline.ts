// The time line of consent: where bars and notes stand.
import type { ConsentDates, Quarter, Spike } from '../../lib/bindings';

export type Bar = Quarter & { place: number; people: number };
export type Note = { spike: Spike; place: number; top: number };

/** A year as far as the line goes. */
export type Year = { year: number; quarters: (Bar | null)[]; fromDay: string; toDay: string; people: number; bulk: number };

export function bars(dates: ConsentDates): Bar[] {
  return dates.quarters.map((quarter, place) => ({ ...quarter, place, people: quarter.scattered + quarter.bulk }));
}

/** The quarter in which a day lies, by its place; -1 for one that is not shown. */
export function placeOf(quarters: Quarter[], day: string): number {
  return quarters.findIndex((quarter) => quarter.fromDay <= day && day <= quarter.toDay);
}

/** Spikes worth a note beside their bar: the tallest, no two in one quarter nor in each other's way. */
export function notes(dates: ConsentDates, most = 2): Note[] {
  const all = bars(dates);
  const found: Note[] = [];
  for (const spike of dates.spikes) {
    const place = placeOf(dates.quarters, spike.day);
    const bar = all[place];
    if (!bar || found.length === most) continue;
    const apart = all.length / 3;
    if (found.some((note) => Math.abs(note.place - place) < apart)) continue;
    found.push({ spike, place, top: bar.people });
  }
  return found;
}

/** Years as rows of four quarters, `null` where the line has not begun or has ended. */
export function years(dates: ConsentDates): Year[] {
  const rows = new Map<number, (Bar | null)[]>();
  for (const bar of bars(dates)) {
    const row = rows.get(bar.year) ?? [null, null, null, null];
    row[bar.quarter - 1] = bar;
    rows.set(bar.year, row);
  }
  return [...rows].map(([year, quarters]) => {
    const there = quarters.filter((bar) => bar !== null);
    return {
      year,
      quarters,
      fromDay: there[0]!.fromDay,
      toDay: there.at(-1)!.toDay,
      people: there.reduce((sum, bar) => sum + bar.people, 0),
      bulk: there.reduce((sum, bar) => sum + bar.bulk, 0),
    };
  });
}
