// Nobody touches the window for a while: the case is locked. The clock of the page is set on; nobody waits two minutes.
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { Window } from './window';

let window: Window;
beforeAll(async () => {
  window = await Window.open();
  const request = { path: join(window.home, 'Left alone.bonafide'), passphrase: 'copper lantern walks seven hills', name: 'Left alone', controller: 'Norrsken Kaffe AB', home: null, today: '2026-11-01' };
  await window.ask('create_case', { request });
  await window.press('Settings', 'nav');
  await window.press('2 min', 'main');
});
afterAll(async () => {
  await window?.close();
});

/** Has the page believe that it is so many minutes later than it is, and waits for two looks at the clock. */
async function later(minutes: number): Promise<void> {
  await window.driver.executeScript(`const now = Date.now; Date.now = () => now() + arguments[0] * 60000;`, minutes);
  await new Promise((done) => setTimeout(done, 11_000));
}

test('a short while locks nothing', async () => {
  await later(1);
  expect(await window.text('body')).toContain('Left alone');
  expect(await window.ask('case_state')).toMatchObject({ locked: false });
});

test('after the time in the settings the case is closed and asks for its passphrase', async () => {
  await later(1.5);
  await window.says('Nothing of it is in this window', 'body');
  expect(await window.ask('case_state')).toMatchObject({ locked: true });
  await window.write('Passphrase', 'copper lantern walks seven hills');
  await window.press('Unlock');
  await window.says('Left alone', 'header');
});
