import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { has, parts, text } from '../../src/lib/texts';
import { rust, sources } from './code';

const LOCALES = join(import.meta.dirname, '../../../locales/en');
/** Says what the Rust side says; it looks after its own. */
const OF_RUST = 'window.ftl';

const keysOf = (file: string) => [...readFileSync(join(LOCALES, file), 'utf8').matchAll(/^([a-z][\w-]*)\s*=/gm)].map((found) => found[1]!);
/** Files of the terminal alone are none of the window's. */
const readByWindow = readdirSync(LOCALES).filter((file) => file !== 'terminal.ftl');
const windowFiles = readdirSync(LOCALES).filter((file) => file.startsWith('window') && file !== OF_RUST);
/** What the program itself asks for by key, such as the verdict on a person. */
const ofRust = rust(['src', 'src-tauri/src']);
const everything = sources().map((file) => file.text).join('\n');

/** What a person reads that stands in the markup of a component itself: text nodes, and attributes that are read out. */
function typed(markup: string): string[] {
  let depth = 0;
  const bare = [...markup.replace(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '')]
    .filter((letter) => {
      if (letter === '{') depth += 1;
      else if (letter === '}') depth -= 1;
      else return depth === 0;
      return false;
    })
    .join('')
    .replaceAll('&nbsp;', ' ');
  const nodes = [...bare.matchAll(/>([^<>]*)</g)].map((found) => found[1]!.trim());
  const attributes = [...bare.matchAll(/\s(?:title|placeholder|alt|label|aria-(?:label|description|valuetext|roledescription))="([^"]*)"/g)].map((found) => found[1]!);
  return [...nodes, ...attributes].filter((said) => /\p{L}/u.test(said));
}

describe('the texts', () => {
  it('stand in Fluent files alone: no component says a word of its own but the name of the program', () => {
    expect(typed('<p title="Save it">{count} rows</p>')).toEqual(['rows', 'Save it']);
    expect(typed(`<p class="note" title={text('a-b')}>{#if one}<b>{text('c-d')}</b>, {two}{/if}</p>`)).toEqual([]);
    const found = sources()
      .filter((file) => file.path.endsWith('.svelte'))
      .flatMap((file) => typed(file.text).map((said) => `${file.path}: ${said}`));
    expect(found).toEqual(['shell/CaseBar.svelte: Bonafide']);
  });

  it('hold every key that is asked for', () => {
    const asked = [...everything.matchAll(/(?:\btext\(|\bparts\(|\bkey=|\bkey: )\s*['"]([a-z][a-z0-9]*(?:-[\w]+)+)['"]/g)].map((found) => found[1]!);
    const bound = [...everything.matchAll(/\b(?:does|foot|title|says): ['"]([a-z][a-z0-9]*(?:-[\w]+)+)['"]/g)].map((found) => found[1]!);
    expect(asked.length).toBeGreaterThan(50);
    expect([...new Set([...asked, ...bound])].filter((key) => !has(key))).toEqual([]);
  });

  it('hold a key for every beginning of a key that is put together', () => {
    const begun = [...everything.matchAll(/\btext\(\s*`([a-z][\w-]*-)\$\{/g)].map((found) => found[1]!);
    const all = readByWindow.flatMap(keysOf);
    expect([...new Set(begun)].filter((start) => !all.some((key) => key.startsWith(start)))).toEqual([]);
  });

  it('hold no key of the window that nobody asks for', () => {
    const literals = new Set([...`${everything}\n${ofRust}`.matchAll(/['"`]([a-z][a-z0-9]*(?:-[\w]+)+)['"`]/g)].map((found) => found[1]!));
    const patterns = [...everything.matchAll(/`([a-z0-9-]*)\$\{[^`}]+\}([a-z0-9-]*)`|\bkey="([a-z0-9-]*)\{[^}]+\}([a-z0-9-]*)"/g)]
      .map((found) => [found[1] ?? found[3] ?? '', found[2] ?? found[4] ?? ''] as const)
      .filter(([start, end]) => start.endsWith('-') || end.startsWith('-'))
      .map(([start, end]) => new RegExp(`^${start}[\\w-]+${end}$`));
    const unused = windowFiles.flatMap(keysOf).filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });

  it('name every key once', () => {
    const all = readdirSync(LOCALES).flatMap(keysOf);
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
  });

  it('set parts of a sentence apart', () => {
    expect(parts('promise-unknown')).toEqual([
      { kind: 'strong', text: 'Unknown is never yes.' },
      { kind: 'plain', text: ' That nobody said no is not consent.' },
    ]);
  });

  it('count and part numbers', () => {
    expect(text('bar-people', { people: 1 })).toBe('1 person');
    expect(text('bar-people', { people: 4212 })).toBe('4,212 people');
  });

  it('let no foreign text turn the sentence around it', () => {
    expect(text('open-title', { name: 'a\u202Ecod\u2069.exe\u0007' })).toBe('Open “\u2068a\u202Ecod.exe\u2069”');
  });

  it('say the key where there is none', () => {
    expect(text('no-such-key')).toBe('no-such-key');
  });
});
