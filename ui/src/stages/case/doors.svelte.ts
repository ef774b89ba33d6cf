// The doors into a case: make one, open one, see the sample.
import { backend } from '../../lib/backend/backend';
import { session } from '../../lib/session.svelte';
import { text } from '../../lib/texts';
import { work } from '../../lib/work.svelte';

class Doors {
  dialog = $state<'create' | 'open' | null>(null);
  /** The case that is to be opened; null asks which. */
  path = $state<string | null>(null);

  create(): void {
    this.dialog = 'create';
  }

  open(path: string | null = null): void {
    this.path = path;
    this.dialog = 'open';
  }

  close(): void {
    this.dialog = null;
  }

  async sample(): Promise<void> {
    const opened = await work.run(text('welcome-sample-opening'), async (onProgress) => {
      await backend().openSample(onProgress);
      return true;
    });
    if (opened) await session.arrived();
  }
}

export const doors = new Doors();
