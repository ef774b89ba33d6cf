// The window comes back as large as it was left.
import { spawnSync } from 'node:child_process';

import { afterAll, expect, test } from 'vitest';

import { appears } from './hand';
import { Home } from './undriven';

const home = new Home();
afterAll(() => home.remove());

test('a window that was made smaller is as small the next time', async () => {
  const first = home.start(['size.js'], { WIDTH: 1130 });
  try {
    const shown = await appears('^Bonafide$');
    expect(spawnSync('xdotool', ['windowsize', '--sync', shown, '1130', '760']).status).toBe(0);
    expect(await first.noted()).toEqual(['1130 x 760']);
  } finally {
    first.kill();
  }
  expect(await home.start(['size.js']).noted()).toEqual(['1130 x 760']);
});
