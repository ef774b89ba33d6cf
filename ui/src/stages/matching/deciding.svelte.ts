// The decision that is being made about the person looked at: what, by whom, why.
import type { Bucket, CellView, PersonView, Trouble } from '../../lib/bindings';
import { text } from '../../lib/texts';
import { asTrouble } from '../../lib/trouble.svelte';
import type { People } from './people.svelte';

export class Deciding {
  /** What is asked about; null while nothing is. */
  to = $state<Bucket | null>(null);
  /** The cell it is about. */
  cell = $state(0);
  /** Kept from one decision to the next: it is the same person who decides. */
  by = $state('');
  reason = $state('');
  trouble = $state.raw<Trouble | null>(null);
  working = $state(false);
  #people: People;

  constructor(people: People) {
    this.#people = people;
  }

  /** Another person is looked at. */
  reset(view: PersonView | null): void {
    this.cell = view?.main ?? 0;
    this.to = null;
    this.trouble = null;
    this.reason = '';
  }

  /** Whom it is about: the person looked at. */
  get view(): PersonView | null {
    return this.#people.view;
  }

  get about(): CellView | undefined {
    return this.#people.view?.cells[this.cell];
  }

  /** Why a choice is impossible, in words. */
  ruledOut(bucket: Bucket): string | undefined {
    const refused = this.about?.choices.find((choice) => choice.bucket === bucket)?.refused;
    return refused ? text(refused) : undefined;
  }

  /** Asks for name and reason; says why not where the choice is impossible. */
  begin(to: Bucket): string | null {
    const ruledOut = this.ruledOut(to);
    if (ruledOut !== undefined) return ruledOut;
    if (!this.about) return text('people-key-undecidable');
    this.to = to;
    this.trouble = null;
    return null;
  }

  get isComplete(): boolean {
    return this.by.trim() !== '' && this.reason.trim() !== '';
  }

  async finish(): Promise<void> {
    if (this.to === null || !this.isComplete || this.working) return;
    this.working = true;
    try {
      await this.#people.decide(this.cell, this.to, this.by.trim(), this.reason.trim());
      this.to = null;
      this.reason = '';
    } catch (thrown) {
      this.trouble = asTrouble(thrown);
    } finally {
      this.working = false;
    }
  }

  cancel(): void {
    this.to = null;
    this.trouble = null;
  }
}
