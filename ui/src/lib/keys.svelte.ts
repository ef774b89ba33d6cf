// Every key the window listens to stands in this registry, and the help sheet is drawn from it.
import { untrack } from 'svelte';

/** What a key does here. `key` is written as `Mod+K`, `Shift+F8`, `?`, `M`, `ArrowDown`; Mod is Ctrl, on a Mac ⌘. */
export type Binding = {
  key: string;
  /** More keys that do the same, not shown in the foot. */
  also?: string[];
  /** What it does, as a text key: `keys-find`. */
  does: string;
  /** A short word for the foot, as a text key. Only the first four with one are shown. */
  foot?: string;
  /** What the foot draws where it is more than the key: `ArrowUp ArrowDown`. */
  caps?: string;
  run: (event: KeyboardEvent) => void;
  /** False: the key is not ours just now and goes on to whoever wants it. */
  when?: () => boolean;
  /** Also while a dialog is open. */
  inDialogs?: boolean;
};

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

type Group = { title: string; bindings: Binding[] };

class Keys {
  #groups = $state.raw<Group[]>([]);

  /** Adds the keys of a part of the window, the latest first asked; returns how to take them away. */
  register(title: string, bindings: Binding[]): () => void {
    const group = { title, bindings };
    // Untracked: an effect that registers must not run again because of it.
    untrack(() => (this.#groups = [...this.#groups, group]));
    return () => untrack(() => (this.#groups = this.#groups.filter((other) => other !== group)));
  }

  /** For the help sheet. Groups of the same title stand together. */
  get groups(): Group[] {
    const titles = [...new Set(this.#groups.map((group) => group.title))];
    return titles.map((title) => ({ title, bindings: this.#groups.filter((group) => group.title === title).flatMap((group) => group.bindings) }));
  }

  /** For the foot: up to four. */
  get shown(): Binding[] {
    return [...this.#groups].reverse().flatMap((group) => group.bindings).filter((binding) => binding.foot).slice(0, 4);
  }

  /** Runs what the key stands for. */
  press(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing) return false;
    const typing = isTyping(event.target);
    const inDialog = isInDialog(event.target);
    for (const group of [...this.#groups].reverse()) {
      for (const binding of group.bindings) {
        if (inDialog && !binding.inDialogs) continue;
        if (![binding.key, ...(binding.also ?? [])].some((key) => matches(key, event))) continue;
        if (typing && !isCommand(event)) continue;
        if (binding.when && !binding.when()) continue;
        event.preventDefault();
        binding.run(event);
        return true;
      }
    }
    return false;
  }
}

export const keys = new Keys();

/** Whether the event is the key that is written so. */
export function matches(written: string, event: KeyboardEvent, mac = onMac): boolean {
  const { mod, alt, shift, key } = taken(written);
  const modPressed = mac ? event.metaKey : event.ctrlKey;
  const otherPressed = mac ? event.ctrlKey : event.metaKey;
  if (mod !== modPressed || otherPressed || alt !== event.altKey) return false;
  const isLetter = /^[a-z0-9]$/i.test(key);
  // Marks such as ? and + need Shift on some keyboards and not on others.
  if ((isLetter || key.length > 1) && shift !== event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

function taken(written: string): { mod: boolean; alt: boolean; shift: boolean; key: string } {
  const pieces = written.endsWith('+') && written.length > 1 ? [...written.slice(0, -2).split('+').filter(Boolean), '+'] : written.split('+');
  const key = written === '+' ? '+' : pieces.at(-1)!;
  return { mod: pieces.includes('Mod'), alt: pieces.includes('Alt'), shift: pieces.includes('Shift'), key: key === 'Space' ? ' ' : key };
}

const DRAWN: Record<string, string> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', ' ': 'Space', Escape: 'Esc', Delete: 'Del', '-': '−',
};

/** As it is drawn on a key cap: `Ctrl K`, on a Mac `⌘ K`. */
export function drawn(written: string, mac = onMac): string {
  const { mod, alt, shift, key } = taken(written);
  const name = DRAWN[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [mod && (mac ? '⌘' : 'Ctrl'), alt && (mac ? '⌥' : 'Alt'), shift && (mac ? '⇧' : 'Shift'), name].filter(Boolean).join(' ');
}

/** As `aria-keyshortcuts` names it: `Control+Enter`, on a Mac `Meta+Enter`. */
export function spoken(written: string, mac = onMac): string {
  return written.replace('Mod', mac ? 'Meta' : 'Control');
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** A key that types nothing. */
function isCommand(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.key === 'Escape' || /^F\d+$/.test(event.key);
}

function isInDialog(target: EventTarget | null): boolean {
  if (typeof document === 'undefined') return false;
  if (target instanceof Element && target.closest('[role=dialog],[role=alertdialog]')) return true;
  return document.querySelector('[role=dialog][data-state=open],[role=alertdialog][data-state=open]') !== null;
}
