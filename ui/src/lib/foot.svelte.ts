// The foot says the last thing that happened and takes it back.
import { troubles } from './trouble.svelte';

type Undo = () => Promise<unknown> | unknown;

class Foot {
  said = $state('');
  #undo = $state.raw<Undo | null>(null);

  get canUndo(): boolean {
    return this.#undo !== null;
  }

  /** A finished sentence (`text(…)`), and how to take it back where it can be. */
  say(said: string, undo: Undo | null = null): void {
    this.said = said;
    this.#undo = undo;
  }

  async undo(): Promise<void> {
    const undo = this.#undo;
    if (!undo) return;
    this.#undo = null;
    this.said = '';
    try {
      await undo();
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  clear(): void {
    this.say('');
  }
}

export const foot = new Foot();
