// The sample audit, as the program brings it along.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { Home } from './undriven';
import { SAMPLE, Window } from './window';

/** What the command line says of the same files and the same declarations. */
const sentence = (() => {
  const words = ['audit', SAMPLE, '--today', '2026-11-01', '--controller', 'Norrsken Kaffe AB', '--declare', join(SAMPLE, 'declarations.toml')];
  return /You can vouch for [\d,]+ of [\d,]+ people/.exec(spawnSync(process.env.BONAFIDE!, words, { encoding: 'utf8' }).stdout)![0];
})();

let window: Window;
beforeAll(async () => {
  window = await Window.open();
});
afterAll(async () => {
  await window?.close();
});

test('from the first screen it opens on its sentence, its people and their rows', async () => {
  await window.press('See the sample audit');
  await window.says(sentence, 'h1');
  await window.says('Norrsken Kaffe', 'header');
  await window.press('Sources', 'nav');
  for (const system of ['Mailchimp', 'HubSpot', 'Mautic', 'Shopify', 'nordiska smaker 2025']) await window.says(system, 'main');
  await window.press('People', 'nav');
  await window.says(/1,249/, 'h1');
});

test('it is kept nowhere', async () => {
  expect(await window.ask('case_state')).toMatchObject({ recent: [], open: { path: null } });
});

test('the program started with the word for it opens on the same sentence', async () => {
  const home = new Home();
  try {
    expect(await home.start(['sample.js'], {}, ['--sample']).noted()).toEqual([expect.stringContaining(sentence)]);
  } finally {
    home.remove();
  }
});
