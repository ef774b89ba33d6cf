// The open case, as every screen needs it: its facts, whether it is locked, which cases there are.
import { backend } from './backend/backend';
import type { CaseFacts, CaseState, Key, Trouble } from './bindings';
import { foot } from './foot.svelte';
import { masking } from './mask.svelte';
import { route, type ScreenName } from './route.svelte';
import { text } from './texts';
import { asTrouble, troubles } from './trouble.svelte';
import { work } from './work.svelte';

const NOTHING: CaseState = { open: null, locked: false, recent: [], given: [], sample: false, version: '' };

class Session {
  state = $state.raw<CaseState>(NOTHING);
  /** Under its lock screen the case waits for the program to lock it: the window shows nothing of it from the key press on. */
  locking = $state(false);
  /** Why the program could not lock the case, which stays out of sight. */
  notLocked = $state.raw<Trouble | null>(null);
  /** Counts changes of the case; a screen that reads it in an effect loads again when one happens. */
  changes = $state(0);

  /** The open case; null as well while it is locked. */
  get facts(): CaseFacts | null {
    return this.locked ? null : this.state.open;
  }

  /** Of the open case there are then its name and place alone. */
  get locked(): boolean {
    return this.state.locked || this.locking || this.notLocked !== null;
  }

  /** Resolves once all that was asked is here. Questions are asked one after another: no older answer covers a newer. */
  settled: Promise<void> = Promise.resolve();

  /** Asks the program again. Rejects never: what went wrong is shown. */
  reload(): Promise<void> {
    this.settled = this.settled.then(() => this.#load());
    return this.settled;
  }

  async #load(): Promise<void> {
    try {
      const before = this.facts;
      this.state = await backend().caseState();
      if (before?.path !== this.facts?.path || before?.name !== this.facts?.name) masking.hide();
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  /** Starts listening to the program; returns how to stop. */
  listen(): () => void {
    return backend().onCaseChanged(() => void this.changed());
  }

  async changed(): Promise<void> {
    await this.reload();
    this.changes += 1;
  }

  /** After another case was opened or created: nothing of the last one stays in sight. */
  async arrived(): Promise<void> {
    masking.hide();
    foot.clear();
    await this.changed();
    route.reset(home(this.facts));
  }

  /**
   * Closes the case until its key is given again. It is out of sight at once; long work is cancelled, and only then is
   * waited for. A quick look has no key: there, personal data is masked.
   */
  async lock(): Promise<void> {
    if (!this.facts || this.locked) return;
    masking.hide();
    if (this.facts.path === null) {
      foot.say(text('lock-quick-look'));
      return;
    }
    foot.clear();
    await this.lockForGood();
  }

  /** Has the program lock what is out of sight already. What fails is told by the lock screen, which stays. */
  async lockForGood(): Promise<void> {
    if (this.locking) return;
    this.locking = true;
    this.notLocked = null;
    void work.cancel();
    try {
      await backend().lockCase();
      this.state = { ...this.state, locked: true };
    } catch (thrown) {
      this.notLocked = asTrouble(thrown);
    }
    this.locking = false;
    await this.reload();
  }

  /** Takes the passphrase or the recovery key; rejects with the reason when it does not fit. */
  async unlock(key: Key): Promise<void> {
    await backend().unlockCase(key);
    await this.changed();
  }

  async close(): Promise<void> {
    try {
      await backend().closeCase();
    } catch (thrown) {
      troubles.show(thrown);
      return;
    }
    this.notLocked = null;
    masking.hide();
    foot.clear();
    await this.changed();
    route.reset('welcome');
  }
}

/** Where a case opens: at the first thing that is not done. */
export function home(facts: CaseFacts | null): ScreenName {
  if (!facts) return 'welcome';
  if (facts.people === null || facts.openQuestions > 0) return 'sources';
  return 'findings';
}

export const session = new Session();
