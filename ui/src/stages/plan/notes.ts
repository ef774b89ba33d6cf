// What is to be said of months of silence that are a case's own.
import type { StopNote } from '../../lib/bindings';
import { country } from '../../lib/format';
import { text } from '../../lib/texts';

/** Finished sentences. That no law sets a time is only said where none does. */
export function notes(stop: StopNote | null): string[] {
  if (!stop) return [];
  const byLaw = stop.fixed.some((one) => one.origin === 'statute');
  const own = byLaw ? text(`plan-note-elsewhere-${stop.manner}`, { months: stop.months }) : text(`plan-note-${stop.manner}`, { months: stop.months });
  const held = stop.fixed
    .filter((one) => one.origin === 'statute' || one.months < stop.months)
    .map((one) => text(`plan-note-fixed-${one.origin}`, { country: one.country === 'XX' ? '' : country(one.country), months: one.months }));
  return byLaw ? [...held, own] : [own, ...held];
}
