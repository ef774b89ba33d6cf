// What goes wrong is shown once, in one place: what happened, where, and what to try.
import type { Trouble } from './bindings';

/** Whatever was thrown, as a trouble. A refusal by the framework comes as a bare string. */
export function asTrouble(thrown: unknown): Trouble {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'what' in thrown) return thrown as Trouble;
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'unexpected', what, place: null, hint: null };
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

  /** Shows what was thrown, unless the person cancelled it or closed the case under it. */
  show(thrown: unknown): void {
    if (!isCancelled(thrown) && !isBygone(thrown)) this.shown = asTrouble(thrown);
  }

  dismiss(): void {
    this.shown = null;
  }
}

export const troubles = new Troubles();
