// Lists on their way out: what, masked or not, and what was written.
import { backend } from '../../lib/backend/backend';
import type { Action, Exported, ExportWhat, Trouble } from '../../lib/bindings';
import { text } from '../../lib/texts';
import { asTrouble, isCancelled } from '../../lib/trouble.svelte';
import { work } from '../../lib/work.svelte';

export type Kind = 'everything' | 'list' | 'fixes';

/** The lists there are, the most asked for first. */
export const LISTED: Action[] = ['keep', 're-consent', 'hold', 'suppress', 'delete', 'review', 'fix-data', 'restrict'];

export class Export {
  kind = $state<Kind>('list');
  action = $state<Action>('keep');
  masked = $state(false);
  busy = $state(false);
  written = $state.raw<Exported | null>(null);
  trouble = $state.raw<Trouble | null>(null);

  get what(): ExportWhat {
    return this.kind === 'list' ? { list: this.action } : this.kind;
  }

  /** No system finds anybody by a masked address. */
  get isMasked(): boolean {
    return this.masked && this.kind !== 'fixes';
  }

  /** Asks where to, and writes. Nothing comes of it when the dialog is closed. */
  async write(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = null;
    try {
      const request = { what: this.what, masked: this.isMasked };
      this.written = await work.watch(text('plan-exporting'), (onProgress) => backend().exportPlan(request, onProgress));
    } catch (thrown) {
      if (!isCancelled(thrown)) this.trouble = asTrouble(thrown);
    } finally {
      this.busy = false;
    }
  }

  again(): void {
    this.written = null;
  }
}
