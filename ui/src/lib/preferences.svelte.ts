// How a person likes the window: theme, text size, when it locks. Kept by the program, not by the web view.
import { backend } from './backend/backend';
import type { Preferences, Theme } from './bindings';
import { troubles } from './trouble.svelte';

export const TEXT_SIZES = [100, 110, 125, 150, 175, 200] as const;
/** 0: never. */
export const IDLE_MINUTES = [2, 5, 10, 30, 60, 0] as const;

class Liked {
  theme = $state<Theme>('system');
  textSize = $state(100);
  idleMinutes = $state(10);

  async load(): Promise<void> {
    try {
      const kept = await backend().preferences();
      this.theme = kept.theme;
      this.textSize = nearest(kept.textSize);
      this.idleMinutes = kept.idleMinutes;
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  set(change: Partial<Preferences>): void {
    if (change.theme !== undefined) this.theme = change.theme;
    if (change.textSize !== undefined) this.textSize = nearest(change.textSize);
    if (change.idleMinutes !== undefined) this.idleMinutes = change.idleMinutes;
    const { theme, textSize, idleMinutes } = this;
    backend()
      .setPreferences({ theme, textSize, idleMinutes })
      .catch((thrown: unknown) => troubles.show(thrown));
  }

  larger(): void {
    this.set({ textSize: TEXT_SIZES.find((size) => size > this.textSize) ?? 200 });
  }

  smaller(): void {
    this.set({ textSize: TEXT_SIZES.findLast((size) => size < this.textSize) ?? 100 });
  }
}

function nearest(size: number): number {
  return TEXT_SIZES.reduce((best, other) => (Math.abs(other - size) < Math.abs(best - size) ? other : best));
}

export const preferences = new Liked();

/** Keeps the document as the preferences say, and with the system where they leave it to it. Call once, in an effect. */
export class Appearance {
  #prefersDark = matchMedia('(prefers-color-scheme: dark)');
  #isLarge = matchMedia('(min-width: 120rem)');
  systemDark = $state(this.#prefersDark.matches);
  large = $state(this.#isLarge.matches);
  width = $state(innerWidth);

  listen(): () => void {
    const changed = () => {
      this.systemDark = this.#prefersDark.matches;
      this.large = this.#isLarge.matches;
      this.width = innerWidth;
    };
    this.#prefersDark.addEventListener('change', changed);
    this.#isLarge.addEventListener('change', changed);
    addEventListener('resize', changed);
    return () => {
      removeEventListener('resize', changed);
      this.#prefersDark.removeEventListener('change', changed);
      this.#isLarge.removeEventListener('change', changed);
    };
  }

  get theme(): 'light' | 'dark' {
    return preferences.theme === 'system' ? (this.systemDark ? 'dark' : 'light') : preferences.theme;
  }

  /** Whether letters are so large for the window that the rail goes without words. */
  get room(): 'enough' | 'tight' {
    return this.width / (0.16 * this.rootSize) < 60 ? 'tight' : 'enough';
  }

  /** Of the root, in percent: large windows start from a larger type, see tokens.css. */
  get rootSize(): number {
    return (preferences.textSize * (this.large ? 125 : 100)) / 100;
  }
}
