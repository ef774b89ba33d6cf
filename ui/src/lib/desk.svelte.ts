// What lies over the window: one sheet at a time, and the files that hang over it.
import { Appearance, preferences } from './preferences.svelte';

export type SheetName = 'help' | 'proof';

class Desk {
  sheet = $state<SheetName | null>(null);
  dragging = $state(false);
  readonly appearance = new Appearance();

  open(sheet: SheetName): void {
    this.sheet = sheet;
  }

  close(): void {
    this.sheet = null;
  }

  /** Light or dark, whichever is not in sight. */
  turnTheme(): void {
    preferences.set({ theme: this.appearance.theme === 'dark' ? 'light' : 'dark' });
  }
}

export const desk = new Desk();
