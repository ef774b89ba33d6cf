// The program starts, shows itself, and what its pages may do is what is written down.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Window } from './window';

let window: Window;
beforeAll(async () => {
  window = await Window.open();
});
afterAll(async () => {
  await window?.close();
});

test('the window asks its one question', async () => {
  await window.says('Bonafide', 'header');
  await window.picture('welcome');
});

test('nothing of the bridge lies open to a page', async () => {
  expect(await window.driver.executeScript('return typeof window.__TAURI__')).toBe('undefined');
});

test('a command that is not on the list is refused before it reaches the program', async () => {
  const answer = await window.ask<{ refused?: unknown }>('plugin:fs|read_file', { path: '/etc/passwd' });
  expect(answer.refused).toBeDefined();
});

test('no other page can be reached, and no second window opened', async () => {
  const before = await window.driver.getCurrentUrl();
  await window.driver.executeScript(`location.href = 'https://example.org/'`);
  expect(await window.driver.executeScript(`return window.open('https://example.org/') === null`)).toBe(true);
  expect(await window.driver.executeScript(`return fetch('https://example.org/').then(() => 'reached', () => 'refused')`)).toBe('refused');
  expect(await window.driver.getCurrentUrl()).toBe(before);
});

test('internet sockets are refused while it runs', async () => {
  const proof = await window.ask<{ filter: boolean; refused: { refused: boolean }[] }>('local_proof');
  expect(proof.filter).toBe(true);
  expect(proof.refused.map((one) => one.refused)).toEqual([true, true, true]);
});
