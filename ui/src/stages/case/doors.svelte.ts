// The doors into a case: make one, open one, see the sample.
import { backend } from '../../lib/backend/backend';
import { session } from '../../lib/session.svelte';
import { troubles } from '../../lib/trouble.svelte';

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
    try {
      await backend().openSample();
      await session.arrived();
    } catch (thrown) {
      troubles.show(thrown);
    }
  }
}

export const doors = new Doors();
