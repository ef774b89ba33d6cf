// What a driver does in a person's place elsewhere, done by a hand: files dragged from another program, the dialogs of the
// system answered with keys, the clipboard, the printer.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Key } from 'selenium-webdriver';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { appears, clicks, drags, goes, presses, types, until } from './hand';
import { SAMPLE, Window } from './window';

const EXPORTS = readdirSync(SAMPLE)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => join(SAMPLE, name));
const PASSPHRASE = 'copper lantern walks seven hills';

let window: Window;
const file = () => join(window.home, 'By hand.bonafide');

beforeAll(async () => {
  window = await Window.open(undefined, 'native');
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await window?.picture(`failed: ${task.name}`);
});
afterAll(async () => {
  await window?.close();
});

test('a case is kept where the dialog of the system says', async () => {
  await window.press('Audit my lists');
  await window.write('Name of the case', 'By hand');
  await window.write('Controller', 'Norrsken Kaffe AB');
  await window.write('Passphrase', PASSPHRASE);
  await window.write('The same again', PASSPHRASE);
  await window.press('Choose where to keep it', '[role=dialog]');
  await types(await appears('^Save File$'), file());
  await window.says('It is shown now and never again', '[role=dialog]');
  expect(existsSync(file())).toBe(true);
});

test('the recovery key goes to the clipboard, and opens the case from there', async () => {
  await window.press('Copy', '[role=dialog]');
  await window.says('Copied', '[role=dialog]');
  await window.press('I have written it down', '[role=dialog]');
  await window.press('Go on', '[role=dialog]');
  await window.says('By hand', 'header');

  await window.held(Key.CONTROL, 'l');
  await window.says('Nothing of it is in this window');
  await window.press('Use the recovery key');
  await window.into('Recovery key');
  await presses(await appears('^Bonafide'), 'ctrl+v');
  await window.press('Unlock');
  await window.says('By hand', 'header');
  await window.named('Sources', 'nav');
});

test('a dialog that is closed changes nothing, and one that is answered adds its file', async () => {
  await window.press('Sources', 'nav');
  for (const answer of ['closed', 'answered']) {
    await window.press('Add files', 'main');
    const dialog = await appears('^Open File$');
    await (answer === 'closed' ? presses(dialog, 'Escape') : types(dialog, EXPORTS[0]!));
    await goes('^Open File$');
    await window.says(answer === 'closed' ? /Drop|drop|No files/ : /\d+ of \d+ rows, from (1|one) system/, 'main');
  }
});

test('files dragged from another program are read', async () => {
  await drags(EXPORTS.slice(1), await appears('^Bonafide'));
  await window.says(/from 3 systems/, 'main');
  await window.picture('hand-dropped');
});

test('a list is written where the dialog of the system says', async () => {
  await window.press('Join people');
  await window.says(/You can vouch for/, 'h1');
  await window.press('Plan', 'nav');
  await window.press('Export lists');
  await window.press('Choose a file', '[role=dialog]');
  const list = join(window.home, 'written by hand.csv');
  await types(await appears('^Save File$'), list);
  await goes('^Save File$');
  await window.says('written by hand.csv', '[role=dialog]');
  expect(readFileSync(list, 'utf8')).toMatch(/email/);
});

test('the recovery key is printed', async () => {
  const home = mkdtempSync(join(tmpdir(), 'bonafide-printed-'));
  writeFileSync(join(home, 'dialogs'), home);
  const scripts = ['steps.js', 'print.js'].map((name) => join(__dirname, name)).join(':');
  // A page that a driver holds does not print, so nobody holds this one.
  const program = spawn(process.env.BONAFIDE_WINDOW!, [], {
    cwd: home,
    stdio: 'ignore',
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home, BONAFIDE_TEST_DIALOGS: join(home, 'dialogs'), BONAFIDE_TEST_WALK: scripts },
  });
  try {
    const dialog = await appears('^Print$', 60_000);
    // The first line of the printers: into a file, where a machine has none.
    await clicks(dialog, 90, 87);
    await presses(dialog, 'alt+p');
    await goes('^Print$');
    const printed = await until(() => readdirSync(home, { recursive: true }).map(String).find((name) => name.endsWith('.pdf')));
    // One page: the key, and not the screen behind it.
    const [, pages] = await until(() => /\/Type \/Pages[^>]*\/Count (\d+)/.exec(readFileSync(join(home, printed), 'latin1')) ?? undefined);
    expect(Number(pages)).toBe(1);
  } finally {
    program.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
});
