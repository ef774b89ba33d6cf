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

/** giulia.rinaldi@example.org → g•••i@example.org */
function maskEmail(value: string): string {
  const at = value.lastIndexOf('@');
  if (at <= 0) return first(value) + DOTS;
  const letters = [...value.slice(0, at)];
  return `${letters[0]}${DOTS}${letters.length > 2 ? letters.at(-1) : ''}${value.slice(at).slice(0, 64)}`;
}

/** +39 04 1234567 → +39 04 ••• */
function maskPhone(value: string): string {
  const shown = /^\s*\+?\d{1,2}(?:[\s./-]?\d{1,2})?/.exec(value)?.[0].trim() ?? '';
  return `${shown} ${DOTS}`.trim();
}

function first(value: string): string {
  return [...value.trimStart()][0] ?? '';
}
