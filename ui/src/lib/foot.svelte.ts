// The foot says the last thing that happened and takes it back, or leads on from it.
import { route, type ScreenName } from './route.svelte';
import { troubles } from './trouble.svelte';

type Undo = () => Promise<unknown> | unknown;
/** Where a person can go on from here, in words. */
type Onward = { does: string; run: () => void };

class Foot {
  #said = $state('');
  /** Where it was said. */
  #at = $state.raw<ScreenName>('welcome');
  #undo = $state.raw<Undo | null>(null);
  #onward = $state.raw<Onward | null>(null);

  /** What can be taken back is said on every screen, all else only where it happened. */
  get said(): string {
    return this.canUndo || this.#at === route.screen ? this.#said : '';
  }

  get canUndo(): boolean {
    return this.#undo !== null;
  }

  get onward(): Onward | null {
    return this.#at === route.screen ? this.#onward : null;
  }

  /** A finished sentence (`text(…)`), and how to take it back or where it leads, where it can be. */
  say(said: string, then: Undo | Onward | null = null): void {
    this.#said = said;
    this.#at = route.screen;
    this.#undo = typeof then === 'function' ? then : null;
    this.#onward = typeof then === 'function' ? null : then;
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
