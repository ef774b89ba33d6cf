// Started as anybody starts it, with no driver: the program and every process of its web view refuse internet sockets.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

let home: string;
let program: ChildProcess;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'bonafide-filter-'));
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  program = spawn(process.env.BONAFIDE_WINDOW!, [], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: join(home, 'run'), XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home },
  });
});
afterAll(() => {
  try {
    process.kill(-program.pid!, 'SIGKILL');
  } catch {
    // It has ended already.
  }
  rmSync(home, { recursive: true, force: true });
});

/** The program and all that it started: name and state. */
function family(): { name: string; seccomp: string; privileges: string }[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const state = (pid: string) => {
    try {
      const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
      const of = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.split(/\s+/)[1] ?? '';
      return { pid, parent: of('PPid'), name: of('Name'), seccomp: of('Seccomp'), privileges: of('NoNewPrivs') };
    } catch {
      return null;
    }
  };
  const states = all.map(state).filter((one) => one !== null);
  const mine = new Set([String(program.pid)]);
  for (let found = 0; found !== mine.size; ) {
    found = mine.size;
    for (const one of states) if (mine.has(one.parent)) mine.add(one.pid);
  }
  return states.filter((one) => mine.has(one.pid)).map(({ name, seccomp, privileges }) => ({ name, seccomp, privileges }));
}

test('every process carries the filter', async () => {
  let processes = family();
  for (let tries = 0; tries < 300 && !processes.some((one) => one.name.startsWith('WebKitWebProc')); tries += 1) {
    await new Promise((later) => setTimeout(later, 100));
    processes = family();
  }
  expect(processes.map((one) => one.name)).toEqual(expect.arrayContaining(['bonafide-window', 'WebKitNetworkPr', 'WebKitWebProces']));
  for (const one of processes) expect(one).toMatchObject({ seccomp: '2', privileges: '1' });
});
