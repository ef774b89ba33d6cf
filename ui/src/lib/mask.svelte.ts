// Personal data is masked until a person asks for it, and masked again when another case opens.
import type { Field } from './bindings';

const DOTS = '•••';

class Masking {
  shown = $state(false);

  toggle(): void {
    this.shown = !this.shown;
  }

  hide(): void {
    this.shown = false;
  }
}

export const masking = new Masking();

export type PersonalKind = 'email' | 'name' | 'phone' | 'text';

/** How cells of a field are masked; `undefined` where the field alone does not tell. */
export function kindOfField(field: Field | null): PersonalKind | undefined {
  switch (field) {
    case 'email':
    case 'phone':
      return field;
    case 'first_name':
    case 'last_name':
    case 'full_name':
      return 'name';
    default:
      return undefined;
  }
}

/** The value with no more left of it than tells two apart at a glance. */
export function mask(value: string, kind: PersonalKind): string {
  if (value === '') return '';
  switch (kind) {
    case 'email':
      return maskEmail(value);
    case 'phone':
      return maskPhone(value);
    case 'name':
      return value.split(/\s+/).filter(Boolean).slice(0, 4).map((word) => first(word) + DOTS).join(' ');
    case 'text':
      return first(value) + DOTS;
  }
}

/** Masked but for the letters that were typed, which whoever typed them knows: “rin” leaves g•••rin•••@example.org. */
export function maskBut(value: string, kind: PersonalKind, typed: string): string {
  const words = typed.toLowerCase().split(/\s+/).filter((word) => word.length > 1);
  const at = kind === 'email' ? value.lastIndexOf('@') : -1;
  if (kind === 'email' && at <= 0) return mask(value, kind);
  if (kind === 'email') return around(value.slice(0, at), words, mask(value, kind).slice(0, -value.slice(at).slice(0, 64).length)) + value.slice(at).slice(0, 64);
  if (kind === 'name') return value.split(/\s+/).filter(Boolean).slice(0, 4).map((word) => around(word, words, first(word) + DOTS)).join(' ');
  return mask(value, kind);
}

/** The first of the words that stands in the text, with dots for the rest; without one, what else was to be shown. */
function around(text: string, words: string[], otherwise: string): string {
  const lower = text.toLowerCase();
  const word = lower.length === text.length ? words.find((word) => lower.includes(word)) : undefined;
  if (word === undefined) return otherwise;
  const from = lower.indexOf(word);
  const to = from + word.length;
  const before = from === 0 ? '' : from === 1 ? text[0]! : first(text) + DOTS;
  return before + text.slice(from, to) + (to < text.length ? DOTS : '');
}

/** giulia.rinaldi@example.org → g•••i@example.org */
function maskEmail(value: string): string {
  const at = value.lastIndexOf('@');
  if (at <= 0) return first(value) + DOTS;
  const letters = [...value.slice(0, at)];
  return `${letters[0]}${DOTS}${letters.length > 2 ? letters.at(-1) : ''}${value.slice(at).slice(0, 64)}`;
}

/** What should be an address and is none: lena.holm(at)example.org → l•••.h•••(a•••)e•••.o•••, so that what is wrong is seen. */
export function maskShape(value: string): string {
  return value.slice(0, 64).replace(/[\p{L}\p{N}]+/gu, (run) => first(run) + DOTS);
}

/** +39 04 1234567 → +39 04 ••• */
function maskPhone(value: string): string {
  const shown = /^\s*\+?\d{1,2}(?:[\s./-]?\d{1,2})?/.exec(value)?.[0].trim() ?? '';
  return `${shown} ${DOTS}`.trim();
}

/**
 * A text that may hold addresses and numbers, with these masked; days stay. The same as `Faces::within` in the core: what
 * a question quotes of a cell.
 */
export function maskWithin(value: string): string {
  return value
    .replace(/[^\s()<>[\]{},;:\\"'|/“”„‘’‚«»]*[@＠][^\s()<>[\]{},;:\\"'|/“”„‘’‚«»]*/g, (address) => maskEmail(address.replaceAll('＠', '@')))
    .replace(/[+(]?\d[\d+\-./() ]*/g, maskDigits);
}

const DAY = /^\(?(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})[).]*\s*$/;

function maskDigits(run: string): string {
  let taken = '';
  for (const part of run.match(/[^ ]+ */g) ?? []) {
    if (DAY.test(part)) {
      if (taken === '') return part + maskWithin(run.slice(part.length));
      break;
    }
    taken += part;
  }
  const number = taken.replace(/[+\-./() ]+$/, '');
  if (number.replace(/\D/g, '').length < 7) return taken + (taken === run ? '' : maskWithin(run.slice(taken.length)));
  const shown = /^\+?\d{0,4}/.exec(number)?.[0] ?? '';
  return `${shown} ${DOTS}`.trim() + (number === run ? '' : maskWithin(run.slice(number.length)));
}

function first(value: string): string {
  return [...value.trimStart()][0] ?? '';
}
