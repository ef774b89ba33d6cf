// The words of the Sources screen: what a column can mean, by group, and how a file is described in one line.
import type { ColumnView, ConsentStatus, Field, FileCard, HistoryColumn, Question, Sources, TableCard } from '../../lib/bindings';
import { date, number, percent } from '../../lib/format';
import { kindOfField, mask, maskShape, maskWithin, type PersonalKind } from '../../lib/mask.svelte';
import { systemName } from '../../lib/systems';
import { has, text } from '../../lib/texts';

/** Every meaning a person can choose, as people look for them. `ignored` and the own name stand beside the groups. */
export const MEANINGS: { group: string; fields: Field[] }[] = [
  { group: 'person', fields: ['email', 'phone', 'full_name', 'first_name', 'last_name', 'company', 'country', 'language', 'birth_date', 'address', 'postcode', 'city', 'customer_id', 'external_id'] },
  { group: 'yes', fields: ['status', 'optin_email', 'optin_sms', 'optin_phone', 'optin_post', 'legal_basis', 'purpose', 'controller'] },
  { group: 'proof', fields: ['consent_at', 'consent_until', 'consent_source', 'consent_form', 'consent_url', 'consent_ip', 'consent_method', 'wording_version', 'wording_text', 'confirmed_at', 'confirmed_ip'] },
  { group: 'no', fields: ['unsubscribed_at', 'unsubscribe_reason', 'do_not_email', 'do_not_sms', 'do_not_call', 'do_not_post', 'complained', 'complaint_at', 'bounced', 'bounced_at', 'erased_at'] },
  { group: 'activity', fields: ['last_activity_at', 'last_open_at', 'last_click_at', 'last_sent_at', 'purchase_at', 'order_id', 'score', 'tags', 'lists', 'created_at', 'updated_at', 'imported_at', 'notes'] },
];

export function meaning(field: Field): string {
  return text(`sources-field-${field.replaceAll('_', '-')}`);
}

/** How the cells of a column are masked. */
export function personalKind(column: ColumnView): PersonalKind {
  return kindOfField(column.field) ?? (column.samples.some((sample) => sample.includes('@')) ? 'email' : 'text');
}

/** A cell of a row that was not read, as far as it may be seen while personal data is masked: its shape may be what is wrong with it. */
export function maskCell(cell: string, column: ColumnView | undefined): string {
  if (column && !column.personal) return maskWithin(cell.slice(0, 64));
  const kind = column ? personalKind(column) : 'text';
  return kind === 'email' ? maskShape(cell) : mask(cell, kind);
}

/** A name that a spreadsheet program gives a sheet by itself: “Sheet1”, “Tabelle 1”, “Foglio2”. */
const UNNAMED = /^\p{L}+\s?\d{1,2}$/u;

/** The name of a file's column in the strip: the system, or what a list kept by hand is called. */
export function title(file: FileCard): string {
  if (file.system !== 'list') return systemName(file.system);
  const [only, ...more] = file.tables;
  if (only && more.length === 0 && only.sheet && !UNNAMED.test(only.sheet)) return only.sheet;
  return file.name.replace(/\.[^.]{1,5}$/, '').replaceAll(/[_-]+/g, ' ');
}

/** How a file stands: what is asked of it comes first; a file of which nobody was accepted is not read, whatever it lacks. */
export function standing(file: FileCard): 'question' | 'nobody' | 'incomplete' | 'read' {
  if (file.state === 'question') return 'question';
  if (file.accepted === 0) return 'nobody';
  return file.state === 'incomplete' ? 'incomplete' : 'read';
}

/** Why nobody comes from a table. */
export function nobody(table: TableCard): string {
  if (table.rows === 0) return text('sources-nobody-rows');
  if (table.lacks === 'lacks-addresses') return text('sources-nobody-hashed');
  return text('sources-nobody-named', { rows: table.rows });
}

/** Whether a column holds what the law protects most. An empty one holds nothing. */
export function isSensitive(column: ColumnView): boolean {
  return column.category === 'special' && column.filled > 0;
}

/** “A, B and C”. */
export function listed(names: string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names).replace(', and ', ' and ');
}

/** What a table of a file is called beside the others. */
export function tableName(table: TableCard): string {
  const entry = table.sheet.split(/[!/\\]/).at(-1) ?? '';
  return entry.replace(/\.[^.]{1,5}$/, '');
}

/** “UTF-8, comma, year first”. */
export function format(table: TableCard): string {
  const read = table.encoding
    ? [table.encoding, table.delimiter && text(`sources-delimiter-${table.delimiter}`)]
    : [text('sources-workbook'), table.sheet && text('sources-sheet', { sheet: table.sheet })];
  return [...read, text(`sources-dates-${table.dates.replace('_', '-')}`)].filter(Boolean).join(', ');
}

/** One line for each kind of repair: what was mended, and in which rows first. */
export function mended(table: TableCard): string[] {
  return table.repairs.map(({ what, rows, first }) => {
    const key = `repair-${what.replaceAll('_', '-')}`;
    const named = first.slice(0, 4).map(number).join(', ') + (rows > Math.min(4, first.length) ? ' …' : '');
    return text('sources-repaired', { what: text(key), count: rows, rows: named });
  });
}

/** The short form of what an export lacks, for the strip. */
export function lack(table: TableCard): string | null {
  const key = `sources-${table.lacks}`;
  return table.lacks && has(key) ? text(key) : null;
}

/** How sure a meaning is, in a word; the reasons stand below the table. */
export function sureness(column: ColumnView): string {
  if (column.byHand) return text('sources-sure-hand');
  if (column.filled === 0) return text('sources-sure-empty');
  if (column.field === null) return text('sources-sure-none');
  if (column.sure >= 90) return text('sources-sure-high');
  return text(column.sure >= 60 ? 'sources-sure-medium' : 'sources-sure-low');
}

/** Everything known of a column, in one line. */
export function details(column: ColumnView, rows: number): string {
  const filled = text('sources-filled', { filled: column.filled, share: percent(Math.min(column.filled, rows), rows) });
  const known = [
    capital(column.why),
    filled,
    column.polarity && text(`sources-polarity-${column.polarity.replaceAll('_', '-')}`),
    column.dates && text(`sources-order-${column.dates.replace('_', '-')}`),
    column.purpose && text('sources-purpose', { purpose: column.purpose }),
  ];
  return known.filter(Boolean).join('. ') + '.';
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** “3, 4 and 5 Apr 2025”, “4 Mar and 4 May 2025”, or each in full where years differ. */
export function days(written: string[]): string {
  const alike = (letters: number) => new Set(written.map((day) => day.slice(0, letters))).size === 1;
  // What the last one says of month and year holds for the others too.
  const left = alike(7) ? 1 : alike(4) ? 2 : 3;
  const shown = written.map((day, at) => (at < written.length - 1 ? date(day).split(' ').slice(0, left).join(' ') : date(day)));
  return listed(shown);
}

/** What was said of a column by hand, in a few words. */
export function saidOf(column: HistoryColumn): string {
  const said = [
    column.ownName && text('sources-own-name-kept'),
    column.field && meaning(column.field),
    column.dates && text(`sources-order-short-${column.dates.replace('_', '-')}`),
    column.words > 0 && text('sources-history-words', { words: column.words }),
  ];
  return text('sources-history-column', { column: column.header || `#${column.position}`, said: said.filter(Boolean).join(', ') });
}

/** What a word can be set to stand for, as people think of it. */
export const SETTABLE: ConsentStatus[] = ['subscribed', 'unsubscribed', 'pending', 'bounced', 'complained', 'suppressed', 'erased', 'unknown'];

/** Stands for all the remarks that no word of theirs makes doubtful. */
export const REST = '*';

/** Whether people are joined only after it is answered. */
export function isNeeded(question: Question): boolean {
  return question.asked.kind !== 'remarks';
}

export type Lack = { key: string; name: string; blind: number };

/** What exports lack, each said once: what hides refusals first, then the table in sight, then the rest. */
export function lacking(sources: Sources, inSight: number | null): Lack[] {
  const found = new Map<string, Lack & { order: number }>();
  for (const file of sources.files) {
    for (const table of file.tables) {
      if (!table.lacks) continue;
      const isBlind = table.state === 'incomplete';
      const order = isBlind ? 0 : table.table === inSight ? 1 : 2;
      const known = found.get(table.lacks);
      const blind = (known?.blind ?? 0) + (isBlind ? table.accepted : 0);
      found.set(table.lacks, { key: table.lacks, name: known?.name ?? title(file), blind, order: Math.min(order, known?.order ?? order) });
    }
  }
  return [...found.values()].sort((a, b) => a.order - b.order);
}

/** The letters a spreadsheet gives a column: 1 is A, 27 is AA. */
export function letters(position: number): string {
  let written = '';
  for (let rest = position; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    written = String.fromCharCode(65 + ((rest - 1) % 26)) + written;
  }
  return written;
}
