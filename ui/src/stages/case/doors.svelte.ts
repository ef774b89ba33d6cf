// The doors into a case: make one, open one, see the sample.
import { backend } from '../../lib/backend/backend';
import { intake } from '../../lib/intake.svelte';
import { route } from '../../lib/route.svelte';
import { session } from '../../lib/session.svelte';
import { text } from '../../lib/texts';
import { troubles } from '../../lib/trouble.svelte';
import { work } from '../../lib/work.svelte';

const ENDING = '.bonafide';

class Doors {
  /** The sheet that is open, and for which case. */
  sheet = $state.raw<{ kind: 'create' } | { kind: 'open'; path: string } | { kind: 'leave' } | null>(null);

  /** A recovery key is in sight that is never shown again: nothing takes its sheet away. */
  showsKey = $state(false);

  create(): void {
    if (!work.running) this.sheet = { kind: 'create' };
  }

  /** Locks the case, by hand or after a while. */
  async lock(): Promise<void> {
    if (!this.showsKey) await session.lock();
  }

  /** Asks for the key of the case; with no path, first which case. */
  async open(path: string | null = null): Promise<void> {
    if (work.running) return;
    try {
      const chosen = await backend().chooseCase(path);
      if (chosen) this.sheet = { kind: 'open', path: chosen };
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  close(): void {
    this.sheet = null;
    intake.waiting = [];
  }

  /** A case is open: its files that waited are read, and the window goes where it is at. */
  async enter(): Promise<void> {
    this.sheet = null;
    await session.arrived();
    await intake.takeWaiting();
  }

  /** Closes the case. A quick look with files in it is gone then, so it asks first. */
  async leave(): Promise<void> {
    const facts = session.facts;
    if (facts && facts.path === null && facts.files > 0 && this.sheet?.kind !== 'leave') {
      this.sheet = { kind: 'leave' };
      return;
    }
    this.sheet = null;
    await session.close();
  }

  async sample(): Promise<void> {
    const opened = await work.run(text('sample-opening'), async (onProgress) => {
      await backend().openSample(onProgress);
      return true;
    });
    if (!opened) return;
    await this.enter();
    // The sample is there to be seen audited, whatever could still be asked about its columns.
    route.reset('findings');
  }

  /** Files from outside: a case is opened, exports are read into the open case or wait for a new one. */
  async receive(paths: string[]): Promise<void> {
    if (this.showsKey) return;
    // A case that was opened a moment ago takes them.
    await session.settled;
    const file = paths.find((path) => path.toLowerCase().endsWith(ENDING));
    if (file) return this.open(file);
    await intake.take(paths);
    if (intake.waiting.length > 0) this.create();
  }
}

export const doors = new Doors();

/** A case file by its name, without folder and ending. */
export function caseName(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  return name.toLowerCase().endsWith(ENDING) ? name.slice(0, -ENDING.length) : name;
}
