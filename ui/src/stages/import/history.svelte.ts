// Every import there was, and what a person says of newer and older exports of the same list.
import { backend } from '../../lib/backend/backend';
import type { History, HistoryEntry } from '../../lib/bindings';
import { foot } from '../../lib/foot.svelte';
import { text } from '../../lib/texts';
import { troubles } from '../../lib/trouble.svelte';
import { work, type Task } from '../../lib/work.svelte';

export class HistoryDesk {
  history = $state.raw<History | null>(null);
  /** Whether it is open. */
  isOpen = $state(false);
  #desk: { load(): Promise<void> };

  constructor(desk: { load(): Promise<void> }) {
    this.#desk = desk;
  }

  /** Says that a file is a newer export of what an older one holds. */
  async sayNewer(newer: HistoryEntry, older: number): Promise<void> {
    if (newer.file === null) return;
    const { file } = newer;
    await this.#sayOfExports((onProgress) => backend().sayNewer(file, older, onProgress), text('sources-said-newer', { name: newer.name }));
  }

  /** Says that a file is a source of its own. */
  async sayOwn(one: HistoryEntry): Promise<void> {
    if (one.file === null) return;
    const { file } = one;
    await this.#sayOfExports((onProgress) => backend().sayOwn(file, onProgress), text('sources-said-own', { name: one.name }));
  }

  async #sayOfExports(said: Task<unknown>, tells: string): Promise<void> {
    try {
      await work.watch(text('sources-comparing'), said);
      foot.say(tells, () => this.undo());
    } catch (thrown) {
      troubles.show(thrown);
    }
    await this.#desk.load();
  }

  /** Takes back what was said last of newer and older exports. */
  async undo(): Promise<void> {
    const name = await work.watch(text('sources-undoing'), (onProgress) => backend().undoSnapshot(onProgress));
    if (name !== null) foot.say(text('sources-said-exports-undone', { name: name || text('sources-forgotten-file') }));
    await this.#desk.load();
  }
}
