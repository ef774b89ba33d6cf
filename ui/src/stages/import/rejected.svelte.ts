// The rejected rows of the table in sight: read one by one, mended by hand, saved.
import { backend } from '../../lib/backend/backend';
import type { MendedRow, RejectedPage } from '../../lib/bindings';
import { foot } from '../../lib/foot.svelte';
import { text } from '../../lib/texts';
import { troubles } from '../../lib/trouble.svelte';
import { work } from '../../lib/work.svelte';

/** How many rejected rows the screen holds at a time. */
export const PAGE = 100;

/** The cell a row was rejected for: the core's reason quotes the header of its column. Null where it speaks of the whole row. */
export function offending(row: { reason: string; cells: string[] | null }, header: string[]): { column: string; cell: string; at: number } | null {
  const at = header.findIndex((column) => column.trim() !== '' && row.reason.includes(`“${column.trim()}”`));
  const cell = row.cells?.[at];
  return at < 0 || cell === undefined ? null : { column: header[at]!.trim(), cell, at };
}

export class RejectedDesk {
  rejected = $state.raw<RejectedPage | null>(null);
  /** Whether they are open, one by one. */
  reading = $state(false);
  /** The row that is being mended. */
  mending = $state<number | null>(null);
  #desk: { readonly table: number | null; load(): Promise<void> };

  constructor(desk: { readonly table: number | null; load(): Promise<void> }) {
    this.#desk = desk;
  }

  async save(): Promise<void> {
    if (this.#desk.table === null) return;
    try {
      const rows = await backend().saveRejected(this.#desk.table);
      if (rows !== null) foot.say(text('sources-said-saved', { rows }));
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  close(): void {
    this.reading = false;
    this.mending = null;
  }

  /** Reads a rejected row as it was mended. What is refused stays open, as it was typed. */
  async mend(row: number, mended: MendedRow): Promise<void> {
    const { table } = this.#desk;
    if (table === null) return;
    try {
      await work.watch(text('sources-mending'), (onProgress) => backend().amendRow(table, row, mended, onProgress));
    } catch (thrown) {
      troubles.show(thrown);
      return;
    }
    this.mending = null;
    foot.say(text('sources-said-mended', { row }), () => this.takeBack(row, table));
    await this.#desk.load();
  }

  /** Takes a mended row back: it is rejected again. */
  async takeBack(row: number, table: number | null = this.#desk.table): Promise<void> {
    if (table === null) return;
    try {
      await work.watch(text('sources-undoing'), (onProgress) => backend().takeAmendmentBack(table, row, onProgress));
      foot.say(text('sources-said-mended-back', { row }));
    } catch (thrown) {
      troubles.show(thrown);
    }
    await this.#desk.load();
  }

  /** More rejected rows, after those that are there. */
  async readOn(): Promise<void> {
    const [table, rejected] = [this.#desk.table, this.rejected];
    if (table === null || !rejected || rejected.page.length >= rejected.total) return;
    try {
      const more = await backend().rejectedRows(table, rejected.page.length, PAGE);
      if (this.#desk.table === table) this.rejected = { ...more, page: [...rejected.page, ...more.page] };
    } catch (thrown) {
      troubles.show(thrown);
    }
  }
}
