// The same way, by the keyboard alone: nothing is clicked, and no element is named to the driver.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { Key } from 'selenium-webdriver';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { SAMPLE, Window } from './window';

const PASSPHRASE = 'copper lantern walks seven hills';
const EXPORTS = readdirSync(SAMPLE)
  .filter((name) => /\.(csv|xlsx|zip)$/.test(name))
  .map((name) => join(SAMPLE, name));

let window: Window;
/** What is held with a letter on this system. */
const held = (key: string) => window.held(Key.CONTROL, key);
const type = (words: string) => window.keys(...words);

beforeAll(async () => {
  window = await Window.open();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await window?.picture(`failed: ${task.name}`);
});
afterAll(async () => {
  await window?.close();
});

test('a case is made, and its recovery key confirmed', async () => {
  window.answer(join(window.home, 'Norrsken.bonafide'));
  await held('n');
  await window.find('[role=dialog]');
  for (const [label, words] of [
    ['Name of the case', 'Norrsken'],
    ['Controller', 'Norrsken Kaffe AB'],
    ['Passphrase', PASSPHRASE],
    ['The same again', PASSPHRASE],
  ] as const) {
    await window.tabTo(label);
    await held('a');
    await type(words);
  }
  await window.keys(Key.ENTER);
  await window.says('It is shown now and never again', '[role=dialog]');
  await window.tabTo('I have written it down');
  await window.keys(Key.SPACE);
  await window.tabTo('Go on');
  await window.keys(Key.ENTER);
  await window.says('Norrsken Kaffe AB', 'header');
  await window.ask('set_case_facts', { facts: { name: 'Norrsken', controller: 'Norrsken Kaffe AB', home: null, today: '2026-11-01' } });
});

test('files are added, and the one question is answered', async () => {
  window.answer(...EXPORTS);
  await held('i');
  await window.says('In “Samtyckesdatum”, which number is the day?', 'main');
  await window.says('Join people: 1 answer missing', 'main');
  await window.tabTo('Day first');
  await window.keys(Key.SPACE);
  await window.tabTo('Use this order');
  await window.keys(Key.ENTER);
  await window.driver.wait(async () => !(await window.text('main')).includes('answer missing'), 60_000, 'the question is still open');
});

test('people are joined, and an answer in Proof lifts some of them', async () => {
  await held(Key.ENTER);
  await window.says('You can vouch for 0 of 1,249 people', 'h1');
  await window.keys('p');
  await window.says('people become provable', 'h1');
  await window.tabTo('Hosted Signup Form');
  await window.keys(Key.ENTER);
  await window.tabTo('The text, word for word');
  await type('Ja, jag vill få nyhetsbrev från Norrsken Kaffe AB.');
  await window.tabTo('Shown since');
  await type('2019-03-01');
  await window.tabTo('What people did');
  await type('Ticked');
  await window.tabTo('Who says so');
  await type('Saga Lind');
  await held(Key.ENTER);
  await window.says('What it would change', 'main');
  await held('s');
  await held('3');
  await window.says('You can vouch for 335 of 1,249 people', 'h1');
});

test('a person is found, decided about, and the decision taken back', async () => {
  await held('2');
  await window.says('1,249 people', 'h1');
  await window.tabTo('hold');
  await window.keys(Key.SPACE);
  const [, before] = /^(\d+) people to hold/.exec(await window.says('people to hold', 'h1'))!;
  await window.keys(Key.ARROW_DOWN, Key.ENTER);
  await window.says(/\brow \d+/, 'main');
  await window.keys('s');
  await window.find('[role=dialog]');
  await window.tabTo('Your name');
  await type('Elin');
  await window.tabTo('Reason');
  await type('Asked at the till');
  await window.tabTo('Decide');
  await window.keys(Key.ENTER);
  await window.says(`${Number(before) - 1} people`, 'h1');
  await held('z');
  await window.says(`${before} people`, 'h1');
});

test('a list is exported, and the case locked and unlocked', async () => {
  await held('4');
  await window.says('Keep 277', 'h1');
  const list = join(window.home, 'keep.csv');
  window.answer(list);
  await window.keys('e');
  await window.tabTo('Choose a file');
  await window.keys(Key.ENTER);
  await window.says('277', '[role=dialog] table');
  expect(readFileSync(list, 'utf8').trim().split('\n')).toHaveLength(278);
  await window.keys(Key.ESCAPE);
  await held('l');
  await window.says('Nothing of it is in this window', 'body');
  await window.tabTo('Passphrase');
  await type(PASSPHRASE);
  await window.keys(Key.ENTER);
  await window.says('Keep 277', 'h1');
});
