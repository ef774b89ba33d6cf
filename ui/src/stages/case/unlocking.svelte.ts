// A key is asked for: the passphrase, or the recovery key that was printed.
import type { Trouble } from '../../lib/bindings';
import { asTrouble } from '../../lib/trouble.svelte';

export type KeyKind = 'passphrase' | 'recoveryKey';

export class Unlocking {
  by = $state<KeyKind>('passphrase');
  typed = $state('');
  trouble = $state.raw<Trouble | null>(null);
  busy = $state(false);
  #open: (typed: string, by: KeyKind) => Promise<unknown>;

  constructor(open: (typed: string, by: KeyKind) => Promise<unknown>) {
    this.#open = open;
  }

  turn(): void {
    this.by = this.by === 'passphrase' ? 'recoveryKey' : 'passphrase';
    this.typed = '';
    this.trouble = null;
  }

  /** True when it opened. What was typed is forgotten then; after a mistake it stays to be mended. */
  async unlock(): Promise<boolean> {
    if (this.typed === '' || this.busy) return false;
    this.busy = true;
    this.trouble = null;
    try {
      await this.#open(this.typed, this.by);
      this.typed = '';
      return true;
    } catch (thrown) {
      this.trouble = asTrouble(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
