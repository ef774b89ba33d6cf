import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, describe, expect, it } from 'vitest';

import { tauri } from '../../src/lib/backend/tauri';
import { trouble } from './helpers';

afterEach(() => clearMocks());

describe('the bridge to the program', () => {
  it('gives what a command answers', async () => {
    mockIPC((command, payload) => (command === 'strength' ? { score: 3, guesses: JSON.stringify(payload) } : null));
    expect(await tauri().strength('secret')).toEqual({ score: 3, guesses: '{"passphrase":"secret"}' });
  });

  it('rejects with the trouble that a command tells', async () => {
    mockIPC(() => Promise.reject(trouble('wrong-passphrase')));
    await expect(tauri().unlockCase({ passphrase: 'x' })).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });

  it('makes a trouble of a bare refusal', async () => {
    mockIPC(() => Promise.reject('Command refused not found'));
    await expect(tauri().caseState()).rejects.toMatchObject({ code: 'unexpected', what: 'Command refused not found' });
  });

  it('hands a function over as a channel', async () => {
    mockIPC((_, payload) => {
      expect(String((payload as { onProgress: { toJSON(): string } }).onProgress.toJSON())).toMatch(/^__CHANNEL__:/);
      return null;
    });
    await tauri().openSample(() => undefined);
  });
});
