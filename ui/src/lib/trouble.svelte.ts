// What goes wrong is shown once, in one place: what happened, where, and what to try.
import type { Trouble } from './bindings';
import { route } from './route.svelte';
import { has, text } from './texts';

/** Whatever was thrown, as a trouble that says what to try. A refusal by the framework comes as a bare string. */
export function asTrouble(thrown: unknown): Trouble {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'what' in thrown) return withHint(thrown as Trouble);
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  return withHint({ code: 'unexpected', what, place: null, hint: null });
}

/** What the program says itself comes first: it knows more of this one case. */
function withHint(trouble: Trouble): Trouble {
  const key = `trouble-hint-${trouble.code}`;
  return trouble.hint || !has(key) ? trouble : { ...trouble, hint: text(`trouble-hint-${trouble.code}`) };
}

export function isCancelled(thrown: unknown): boolean {
  return asTrouble(thrown).code === 'cancelled';
}

/** Whether a question outlived its case: it was locked or closed before the answer came, and the screen shows that. */
function isBygone(thrown: unknown): boolean {
  return asTrouble(thrown).code === 'no-case';
}

class Troubles {
  /** The trouble that waits to be read. */
  shown = $state<Trouble | null>(null);

  /** Shows what was thrown, unless the person cancelled it or closed the case under it. What has no place of its own happened on this screen. */
  show(thrown: unknown): void {
    if (isCancelled(thrown) || isBygone(thrown)) return;
    const trouble = asTrouble(thrown);
    this.shown = { ...trouble, place: trouble.place ?? text(`${route.screen}-name`) };
  }

  dismiss(): void {
    this.shown = null;
  }
}

export const troubles = new Troubles();
