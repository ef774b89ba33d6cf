// Numbers and dates as people read them. Units and words stand in the texts.
const numbers = new Intl.NumberFormat('en');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 4212 → 4,212 */
export function number(value: number): string {
  return numbers.format(value);
}

/** 2024-04-03 → 3 Apr 2024; a time of day behind it is kept. Anything else stays as it is. */
export function date(iso: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?/.exec(iso);
  const month = found && MONTHS[Number(found[2]) - 1];
  if (!found || !month) return iso;
  return `${Number(found[3])} ${month} ${found[1]}${found[4] ? `, ${found[4]}` : ''}`;
}

/** The day a clock shows here, as 2026-11-21. */
export function isoDay(day: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The share as whole percent that never rounds something to nothing, nor nearly all to all. */
export function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  if (part === whole) return '100 %';
  return `${Math.min(99, Math.max(1, Math.round((part / whole) * 100)))} %`;
}

/** 1536 → 1.5 kB */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** IT → Italy */
export function country(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code;
}

/** The longest name of a file that stands in a line with other things. */
const LONGEST = 36;

/** A long name cut in the middle: its beginning says what it is, its end which one. */
export function middle(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, 20)}…${name.slice(-15)}` : name;
}
