// What systems are called, from locales/<language>/window-systems.ftl; a list of no system by the name of its file.
import { session } from './session.svelte';
import { text } from './texts';

/** The name of a system, by its word. Lists of no system go by their own names, as long as there are few. */
export function systemName(system: string): string {
  if (system !== 'list') return text(`system-${system}`);
  const files = filesOfLists();
  const [one, other] = files;
  if (!one) return text('system-list');
  if (files.length > 2) return text('system-lists', { lists: files.length });
  return other ? text('system-two-lists', { one, other }) : one;
}

/** Two letters for the head of a narrow column. */
export function systemShort(system: string): string {
  return text(`system-short-${system}`);
}

/** A list as a person's rows name it, by file and sheet: by its sheet alone where all lists are of one file. */
export function listName(list: string): string {
  const [file = '', sheet] = apart(list);
  if (!sheet) return file;
  return filesOfLists().length > 1 ? `${file}, ${sheet}` : sheet;
}

/**
 * A sentence of the core with its systems by their names: “unsubscribed in mailchimp” as “unsubscribed in Mailchimp”.
 * Only where it says “in”, as some systems are called by a common word.
 */
export function named(sentence: string): string {
  return sentence.replace(/\b(in|beside|and) ([a-z0-9][a-z0-9-]*)(?=$|[\s,;:.)])/g, (whole, before: string, word: string) => {
    if (before === 'and' && !sentence.includes(` in `)) return whole;
    return isSystem(word) && !(before !== 'in' && COMMON.has(word)) ? `${before} ${systemName(word)}` : whole;
  });
}

/** Systems called by a word that a sentence may use otherwise. */
const COMMON = new Set(['list', 'rule', 'ghost', 'outlook', 'benchmark', 'stripe']);
const isSystem = (word: string) => text(`system-${word}`) !== `system-${word}`;

function filesOfLists(): string[] {
  return [...new Set((session.facts?.lists ?? []).map((list) => apart(list)[0]!))];
}

/** “nordiska-smaker-2025.xlsx, Besökare” as its file without the ending, and its sheet. */
function apart(list: string): [string, string?] {
  const [, file = list, sheet] = /^(.*?\.[A-Za-z0-9]{2,5})(?:, (.*))?$/.exec(list) ?? [];
  return [file.replace(/\.[A-Za-z0-9]{2,5}$/, ''), sheet];
}
