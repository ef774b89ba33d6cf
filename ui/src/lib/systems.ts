// What systems are called, from locales/<language>/window-systems.ftl; a list of no system by the name of its file.
import type { Voice } from './bindings';
import { session } from './session.svelte';
import { text } from './texts';

/** The name of a system, by its word. Where all lists of no system are meant, they go by their files, as long as there are few. */
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

/** A voice is a system, by its word, or one list of no system: `list:` and its file and sheet. */
const LIST = 'list:';
/** The lists that found no place of their own. */
const OTHERS = 'list';

/** The name of a system or of a list, wherever they stand side by side. */
export function voiceName(voice: Voice): string {
  if (voice === OTHERS) return text('system-other-lists');
  return voice.startsWith(LIST) ? listName(voice.slice(LIST.length)) : systemName(voice);
}

/** The name with nothing left out: of a list the file with its ending, and the sheet. */
export function voiceTitle(voice: Voice): string {
  return voice.startsWith(LIST) ? voice.slice(LIST.length) : voiceName(voice);
}

/** Two letters for the head of each narrow column, no two the same. Lists of like names go by what tells them apart. */
export function voiceHeads(voices: Voice[]): string[] {
  const isList = (voice: Voice) => voice.startsWith(LIST);
  const wanted = voices.map((voice) => (isList(voice) ? pairsOf(voiceName(voice)) : [systemShort(voice)]));
  const heads = voices.map((voice, at) => (isList(voice) ? '' : wanted[at]![0]!));
  const most = Math.max(0, ...wanted.map((pairs) => pairs.length));
  const isFree = (pair: string | undefined): pair is string => pair !== undefined && !heads.includes(pair);
  for (let place = 0; place < most; place += 1) {
    const asked = wanted.map((pairs, at) => (heads[at] ? undefined : pairs[place]));
    asked.forEach((pair, at) => {
      if (isFree(pair) && asked.filter((other) => other === pair).length === 1) heads[at] = pair;
    });
  }
  return heads.map((head, at) => {
    if (head) return head;
    const pair = wanted[at]!.find(isFree) ?? Array.from({ length: 99 }, (_, number) => `${number + 1}`).find(isFree);
    return (heads[at] = pair ?? '');
  });
}

/** The pairs of letters a name can go by, the best first: how it begins, first and last, first letters of words, any other. */
function pairsOf(name: string): string[] {
  const words = name.toLocaleUpperCase('en').match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.flatMap((word) => [...word]);
  const [first, ...rest] = letters;
  if (first === undefined) return [];
  const seconds = [rest[0], rest.at(-1), words[1]?.[0], ...rest].filter((second) => second !== undefined);
  return seconds.length > 0 ? [...new Set(seconds.map((second) => first + second))] : [first];
}

/**
 * A list as a person's rows name it, by its file: behind its sheet where it has several, as that tells them apart where
 * there is little room; by its sheet alone where all lists are of one file; in full where another would be called the same.
 */
export function listName(list: string): string {
  const name = briefly(list);
  return [...new Set(session.facts?.lists)].some((other) => other !== list && briefly(other) === name) ? list : name;
}

function briefly(list: string): string {
  const { file, stem, sheet } = apart(list);
  const sheets = new Set((session.facts?.lists ?? []).filter((other) => apart(other).file === file));
  if (!sheet || sheets.size < 2) return stem;
  return filesOfLists().length > 1 ? `${sheet} (${stem})` : sheet;
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

/** The files of all lists, without their endings. */
function filesOfLists(): string[] {
  const parts = (session.facts?.lists ?? []).map(apart);
  return [...new Map(parts.map(({ file, stem }) => [file, stem])).values()];
}

/** “nordiska-smaker-2025.xlsx, Besökare” as its file, with the ending and without, and its sheet. */
function apart(list: string): { file: string; stem: string; sheet: string | undefined } {
  const [, file = list, sheet] = /^(.*?\.[A-Za-z0-9]{2,5})(?:, (.*))?$/.exec(list) ?? [];
  return { file, stem: file.replace(/\.[A-Za-z0-9]{2,5}$/, ''), sheet };
}
