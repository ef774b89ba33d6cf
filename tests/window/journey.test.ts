// The whole way, as a shop owner goes it, in the real window: from five exports to a list on the disk.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { Key } from 'selenium-webdriver';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { SAMPLE, Window } from './window';

const PASSPHRASE = 'copper lantern walks seven hills';
const EXPORTS = readdirSync(SAMPLE)
  .filter((name) => /\.(csv|xlsx|zip)$/.test(name))
  .map((name) => join(SAMPLE, name));

let window: Window;
let recoveryKey = '';
const file = () => join(window.home, 'Norrsken.bonafide');

beforeAll(async () => {
  window = await Window.open();
});
afterAll(async () => {
  await window?.close();
});

test('a case is created with a passphrase, and its recovery key shown once', async () => {
  window.answer(file());
  await window.press('Audit my lists');
  await window.write('Name of the case', 'Norrsken');
  await window.write('Controller', 'Norrsken Kaffe AB');
  await window.write('Passphrase', PASSPHRASE);
  await window.write('The same again', PASSPHRASE);
  await window.picture('journey-1-create');
  await window.press('Create', '[role=dialog]');
  await window.says(/recovery key/i);
  recoveryKey = (await window.text('[role=dialog] output, [role=dialog] .key, [role=dialog] code')) || '';
  await window.picture('journey-2-recovery');
  await window.press('I have written it down', '[role=dialog]').catch(() => undefined);
});
