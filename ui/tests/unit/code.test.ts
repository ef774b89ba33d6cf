import { describe, expect, it } from 'vitest';

import { sources, type Source } from './code';

const all = sources();
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/.*$/gm, '');

function offenders(pattern: RegExp, but: (file: Source) => boolean = () => false): string[] {
  return all.filter((file) => !but(file) && pattern.test(withoutComments(file.text))).map((file) => file.path);
}

describe('the sources', () => {
  it('never make markup of a text', () => {
    expect(offenders(/\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|createContextualFragment|DOMParser/)).toEqual([]);
  });

  it('never make code of a text', () => {
    expect(offenders(/\beval\(|new Function\(|javascript:|setTimeout\(\s*['"`]/)).toEqual([]);
  });

  it('know Tauri in one file alone', () => {
    expect(offenders(/@tauri-apps/, (file) => file.path === 'lib/backend/tauri.ts')).toEqual([]);
  });

  it('keep nothing in the web view and ask no one outside', () => {
    expect(offenders(/localStorage|sessionStorage|indexedDB|document\.cookie|(?<![#.\w])fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/)).toEqual([]);
  });

  it('name colours in the tokens alone', () => {
    const colour = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![^\n]*\{#)|\b(?:rgba?|hsla?|oklch|lab|lch)\(|:\s*(?:white|black|red|green|blue|gr[ae]y)\b/i;
    const styles = (file: Source) => (file.path.endsWith('.svelte') ? [...file.text.matchAll(/<style>[\s\S]*?<\/style>|style(?:=|:\w)[^\n]*|(?:fill|stroke)="[^"]*"/g)].join('\n') : file.text);
    expect(all.filter((file) => /\.(css|svelte)$/.test(file.path) && file.path !== 'styles/tokens.css').filter((file) => colour.test(withoutComments(styles(file)))).map((file) => file.path)).toEqual([]);
  });

  it('keep stages apart', () => {
    const foreign = all.flatMap((file) => {
      const stage = /^stages\/(\w+)\//.exec(file.path)?.[1];
      if (!stage) return [];
      return [...file.text.matchAll(/from '\.\.\/(\w+)\//g)].map((found) => found[1]!).filter((other) => other !== stage && !['lib', 'shared'].includes(other)).map((other) => `${file.path} uses ${other}`);
    });
    expect(foreign).toEqual([]);
  });

  it('keep components small', () => {
    expect(all.filter((file) => file.path.endsWith('.svelte') && file.text.split('\n').length > 260).map((file) => file.path)).toEqual([]);
  });

  it('keep what has no face small too: split by what it does', () => {
    const generated = ['lib/bindings.ts'];
    const lines = (file: Source) => withoutComments(file.text).split('\n').filter((line) => line.trim() !== '').length;
    expect(all.filter((file) => file.path.endsWith('.ts') && !generated.includes(file.path) && lines(file) > 280).map((file) => `${file.path}: ${lines(file)}`)).toEqual([]);
  });
});
