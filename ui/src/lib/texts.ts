// Every sentence a person reads, from locales/<language>/*.ftl: the same files for terminal and window.
import { FluentBundle, FluentNumber, FluentResource, type FluentValue } from '@fluent/bundle';

const files = import.meta.glob<string>(['../../../locales/en/*.ftl', '!**/terminal.ftl'], { query: '?raw', import: 'default', eager: true });

export type Args = Record<string, string | number>;

// Parts of a sentence that are set apart travel through Fluent between marks of the private use area.
const OPEN = '\uE000';
const CLOSE = '\uE001';
export type Part = { kind: 'plain' | 'strong' | 'em' | 'cell' | 'link'; text: string };
const KINDS = { s: 'strong', e: 'em', c: 'cell', l: 'link' } as const;

const numbers = new Intl.NumberFormat('en');
const reading = (value: FluentValue | undefined): string =>
  value instanceof FluentNumber ? numbers.format(value.valueOf()) : String(value?.valueOf() ?? '');
const setApart = (kind: keyof typeof KINDS) => ([value]: FluentValue[]) => OPEN + kind + reading(value) + CLOSE;

const bundle = new FluentBundle('en', {
  useIsolating: false,
  functions: { STRONG: setApart('s'), EM: setApart('e'), CELL: setApart('c'), LINK: setApart('l'), NUMBER: ([value]) => reading(value) },
});
for (const source of Object.values(files)) bundle.addResource(new FluentResource(source));

/** Whether there is a text of this key. */
export function has(key: string): boolean {
  return bundle.hasMessage(key);
}

/** The sentence with its arguments filled in. A key that is missing reads as the key; a test keeps that from happening. */
export function text(key: string, args: Args = {}): string {
  return parts(key, args)
    .map((part) => part.text)
    .join('');
}

/** The sentence in parts, those set apart by STRONG, EM, CELL or LINK named. */
export function parts(key: string, args: Args = {}): Part[] {
  const message = bundle.getMessage(key);
  if (!message?.value) return [{ kind: 'plain', text: key }];
  const inert = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? inertText(value) : value]));
  return split(bundle.formatPattern(message.value, inert, []));
}

function split(sentence: string): Part[] {
  const found: Part[] = [];
  for (const [at, piece] of sentence.split(OPEN).entries()) {
    const close = at === 0 ? -1 : piece.indexOf(CLOSE);
    if (close >= 0) found.push({ kind: KINDS[piece[0] as keyof typeof KINDS] ?? 'plain', text: piece.slice(1, close) });
    const rest = piece.slice(close + 1);
    if (rest) found.push({ kind: 'plain', text: rest });
  }
  return found;
}

const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2066-\u2069\uE000\uE001]/g;
const TURNS = /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** Foreign text that can neither turn the sentence around it nor end a mark of ours. */
function inertText(value: string): string {
  const clean = value.replace(CONTROLS, '');
  return TURNS.test(clean) ? `\u2068${clean}\u2069` : clean;
}
