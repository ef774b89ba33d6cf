// What a hand does, at the display itself and not through the web view's driver: the pointer, the keys, a drag from another
// program, the dialogs of the system.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

const later = (ms: number) => new Promise((done) => setTimeout(done, ms));

function xdotool(...words: (string | number)[]): string {
  const { status, stdout, stderr } = spawnSync('xdotool', words.map(String), { encoding: 'utf8', timeout: 20_000 });
  if (status !== 0) throw new Error(`xdotool ${words.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** The windows that are seen and whose title matches, newest last. */
function titled(title: string): string[] {
  const { stdout } = spawnSync('xdotool', ['search', '--onlyvisible', '--name', title], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean);
}

/** What is looked for, once it is there. */
export async function until<T>(look: () => T | undefined, patience = 20_000, what = 'what was looked for'): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; await later(100)) {
    const found = look();
    if (found !== undefined) return found;
  }
  throw new Error(`${what} did not come in ${patience / 1000} s`);
}

/** A window of the display, once it is there. */
export const appears = (title: string, patience?: number): Promise<string> => until(() => titled(title).at(-1), patience, `a window called ${title}`);

/** Waits until a window is gone. */
export const goes = (title: string): Promise<boolean> => until(() => titled(title).length === 0 || undefined, undefined, `the end of ${title}`);

/** Writes a path into a dialog of the system, then presses Enter. A display without a window manager gives them to nobody unasked. */
export async function types(window: string, words: string): Promise<void> {
  xdotool('windowfocus', '--sync', window);
  // In a dialog that opens files this shows the line for a path; in one that saves, the line is there.
  xdotool('key', 'ctrl+l');
  await later(500);
  xdotool('key', 'ctrl+a');
  xdotool('type', '--delay', 20, words);
  await later(500);
  xdotool('key', 'Return');
}

/** Presses one key, or several at once: `Escape`, `ctrl+v`. */
export async function presses(window: string, key: string): Promise<void> {
  xdotool('windowfocus', '--sync', window);
  await later(200);
  xdotool('key', key);
}

/** Presses the pointer's button at a place of a window, in pixels from its corner. */
export async function clicks(window: string, x: number, y: number): Promise<void> {
  xdotool('mousemove', '--sync', '--window', window, x, y, 'click', 1);
  await later(500);
}

/** Drags files with the pointer from another program into the middle of a window. */
export async function drags(files: string[], onto: string): Promise<void> {
  const program = join(dirname(process.env.BONAFIDE_WINDOW ?? ''), 'examples/drag');
  const source: ChildProcess = spawn(program, files, { stdio: 'ignore' });
  try {
    const from = await appears('^Files to drag$');
    xdotool('windowmove', '--sync', from, 1290, 820);
    const [x, y] = middle(onto);
    xdotool('mousemove', '--sync', 1330, 850);
    xdotool('mousedown', 1);
    // A drag begins after a few pixels, and a window is told of it while the pointer moves over it.
    for (const [to, at] of [[1325, 845], [1315, 830], [x + 40, y + 40], [x + 10, y + 10], [x, y]] as const) {
      xdotool('mousemove', '--sync', to, at);
      await later(150);
    }
    xdotool('mouseup', 1);
    await later(500);
  } finally {
    source.kill();
  }
}

function middle(window: string): [number, number] {
  const said = xdotool('getwindowgeometry', '--shell', window);
  const number = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(said)?.[1]);
  return [Math.round(number('X') + number('WIDTH') / 2), Math.round(number('Y') + number('HEIGHT') / 2)];
}
