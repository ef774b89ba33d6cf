// The foot says the last thing that happened and takes it back.
import { route, type ScreenName } from './route.svelte';
import { troubles } from './trouble.svelte';

type Undo = () => Promise<unknown> | unknown;

class Foot {
  #said = $state('');
  /** Where it was said. */
  #at = $state.raw<ScreenName>('welcome');
  #undo = $state.raw<Undo | null>(null);

  /** What can be taken back is said on every screen, all else only where it happened. */
  get said(): string {
    return this.canUndo || this.#at === route.screen ? this.#said : '';
  }

  get canUndo(): boolean {
    return this.#undo !== null;
  }

  /** A finished sentence (`text(…)`), and how to take it back where it can be. */
  say(said: string, undo: Undo | null = null): void {
    this.#said = said;
    this.#at = route.screen;
    this.#undo = undo;
  }

  async undo(): Promise<void> {
    const undo = this.#undo;
    if (!undo) return;
    this.clear();
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
