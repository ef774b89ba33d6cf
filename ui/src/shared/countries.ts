// The countries whose law the program knows, as a person chooses among them.
import { country } from '../lib/format';

const CODES = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE NO IS LI GB CH US CA BR AU NZ ZA JP KR SG'.split(' ');

/** By name. The first stands for none. */
export function countryOptions(none: string): { value: string; label: string }[] {
  const named = CODES.map((code) => ({ value: code, label: country(code) })).sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return [{ value: '', label: none }, ...named];
}
