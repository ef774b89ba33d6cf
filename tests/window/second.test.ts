// The program is started once more while its window is open.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { SAMPLE, Window } from './window';

let window: Window;
beforeAll(async () => {
  window = await Window.open();
  await window.ask('quick_look', { request: { name: 'One', controller: 'Norrsken Kaffe AB', home: null, today: '2026-11-01' } });
});
afterAll(async () => {
  await window?.close();
});

/** How a second start ends, and how soon. */
async function second(...words: string[]): Promise<{ status: number; took: number }> {
  const begun = Date.now();
  const own = { HOME: window.home, XDG_RUNTIME_DIR: join(window.home, 'run'), XDG_DATA_HOME: join(window.home, 'data') };
  const program = spawn(process.env.BONAFIDE_WINDOW!, words, { cwd: SAMPLE, stdio: 'ignore', env: { ...process.env, ...own } });
  const [status] = (await once(program, 'exit')) as [number];
  return { status, took: Date.now() - begun };
}

test('its file is read in the window that is open, and it ends at once', async () => {
  const { status, took } = await second('mautic-contacts.csv');
  expect(status).toBe(0);
  expect(took).toBeLessThan(10_000);
  await window.says(/rows, from 1 system/, 'h1');
  await window.says('Mautic', 'main');
});

test('without a file it only ends', async () => {
  const before = await window.ask('sources');
  expect((await second()).status).toBe(0);
  expect(await window.ask('sources')).toEqual(before);
});
