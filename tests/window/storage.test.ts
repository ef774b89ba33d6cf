// The web view keeps nothing: what a page puts into every storage there is, is gone when the program ends.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { Home } from './undriven';

/** In two parts, so that the script that names it does not hold it. */
const WORD = ['a-word-that-nobody', '-else-writes-7c1f'];

/** What lies in the home of a run, while it runs and after, and which of it holds the word. */
async function left(more: NodeJS.ProcessEnv): Promise<{ files: string[]; holders: string[] }> {
  const home = new Home();
  const files = new Set<string>();
  const holders = new Set<string>();
  const look = () => {
    for (const name of readdirSync(home.folder, { recursive: true }).map(String)) {
      try {
        if (!statSync(join(home.folder, name)).isFile()) continue;
        files.add(name);
        const bytes = readFileSync(join(home.folder, name));
        if (bytes.includes(WORD.join('')) || bytes.includes(WORD.join(''), 0, 'utf16le')) holders.add(name);
      } catch {
        // It has gone meanwhile.
      }
    }
  };
  const looking = setInterval(look, 500);
  try {
    const noted = await home.start(['store.js'], { WORD }, [], more).noted();
    expect(noted).toEqual(['localStorage', 'sessionStorage', 'cookie', 'indexedDB']);
    look();
    return { files: [...files].sort(), holders: [...holders].sort() };
  } finally {
    clearInterval(looking);
    home.remove();
  }
}

/** What a web view calls its storages on the disk. */
const STORAGE = /localstorage|indexeddb|cookie|storage|webkitcache|serviceworker|hsts|databases|deviceidhash|mediakeys/i;
/** What WebKit makes before any page is loaded: numbers it would disguise names with, and a table of hosts that stays empty. */
const EMPTY = /\/salt$|\/hsts-storage\.sqlite(-journal|-wal|-shm)?$/;

test('nothing that a page puts anywhere is kept, during a run or after', async () => {
  const { files, holders } = await left({});
  expect(holders).toEqual([]);
  expect(files.filter((name) => STORAGE.test(name) && !EMPTY.test(name))).toEqual([]);
});

test('a web view that does keep it is found out', async () => {
  // One that a driver may hold is not ephemeral; nobody holds this one.
  const { files, holders } = await left({ BONAFIDE_TEST_AUTOMATION: '1' });
  expect(holders.length).toBeGreaterThan(0);
  expect(files.filter((name) => STORAGE.test(name) && !EMPTY.test(name)).length).toBeGreaterThan(0);
});
