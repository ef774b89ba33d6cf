// Making a case: what it is about, and the passphrase that closes it; or a quick look that keeps nothing.
import { backend } from '../../lib/backend/backend';
import type { About, Strength, Trouble } from '../../lib/bindings';
import { date, isoDay } from '../../lib/format';
import { text } from '../../lib/texts';
import { asTrouble, isCancelled } from '../../lib/trouble.svelte';

/** Weaker ones are guessed within days by who has the file. */
const LEAST_SCORE = 2;

export type Kept = 'file' | 'nothing';

export class Creating {
  kept = $state<Kept>('file');
  name = $state(text('create-name-first', { day: date(isoDay(new Date())) }));
  controller = $state('');
  home = $state('');
  passphrase = $state('');
  again = $state('');
  strength = $state.raw<Strength | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  busy = $state(false);
  /** Shown once, after the case was made. */
  recoveryKey = $state('');
  #judged = 0;

  /** What is missing before the case can be made, as a text key; null when nothing is. */
  get missing(): string | null {
    if (this.name.trim() === '') return 'create-missing-name';
    if (this.kept === 'nothing') return null;
    if (this.passphrase === '') return 'create-missing-passphrase';
    if (this.strength && this.strength.score < LEAST_SCORE) return 'create-missing-strength';
    if (this.again === '') return 'create-missing-again';
    return this.differs ? 'create-missing-same' : null;
  }

  get differs(): boolean {
    return this.again !== '' && this.again !== this.passphrase;
  }

  get #about(): About {
    return { name: this.name.trim(), controller: this.controller.trim() || null, home: this.home || null, today: isoDay(new Date()) };
  }

  /** Judges the passphrase as it is typed; an answer to an older one is dropped. */
  async judge(passphrase: string): Promise<void> {
    this.passphrase = passphrase;
    const judged = ++this.#judged;
    if (passphrase === '') {
      this.strength = null;
      return;
    }
    const strength = await backend().strength(passphrase);
    if (judged === this.#judged) this.strength = strength;
  }

  /** True when the case is open and there is nothing more to show; with a recovery key the sheet stays for it. */
  async make(): Promise<boolean> {
    if (this.missing || this.busy) return false;
    this.busy = true;
    this.trouble = null;
    try {
      if (this.kept === 'nothing') {
        await backend().quickLook(this.#about);
        return true;
      }
      const created = await backend().createCase({ path: null, passphrase: this.passphrase, ...this.#about });
      if (!created) return false; // the dialog was closed
      this.recoveryKey = created.recoveryKey;
      this.#forget();
      return false;
    } catch (thrown) {
      if (!isCancelled(thrown)) this.trouble = asTrouble(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #forget(): void {
    this.passphrase = '';
    this.again = '';
    this.strength = null;
  }
}
