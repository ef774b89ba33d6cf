// The facts of a case as a person edits them. Where they decide about people who were judged, everybody is judged anew.
import { backend } from '../../lib/backend/backend';
import type { CaseFacts, Trouble } from '../../lib/bindings';
import { foot } from '../../lib/foot.svelte';
import { session } from '../../lib/session.svelte';
import { text } from '../../lib/texts';
import { asTrouble } from '../../lib/trouble.svelte';
import { work } from '../../lib/work.svelte';

type Edited = { name: string; controller: string; home: string; today: string };

/** What of the facts decides about people. */
const deciding = ({ controller, home, today }: Edited) => JSON.stringify([controller.trim(), home, today]);

const of = (facts: CaseFacts): Edited => ({ name: facts.name, controller: facts.controller ?? '', home: facts.home ?? '', today: facts.today });

export class FactsForm {
  edited = $state<Edited>({ name: '', controller: '', home: '', today: '' });
  trouble = $state.raw<Trouble | null>(null);
  #kept = $state.raw<Edited>(this.edited);

  constructor(facts: CaseFacts) {
    this.#kept = of(facts);
    this.edited = of(facts);
  }

  get changed(): boolean {
    return JSON.stringify(this.edited) !== JSON.stringify(this.#kept);
  }

  get isDay(): boolean {
    const day = new Date(`${this.edited.today}T00:00:00Z`);
    return /^\d{4}-\d{2}-\d{2}$/.test(this.edited.today) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(this.edited.today);
  }

  get canKeep(): boolean {
    return this.changed && this.isDay && this.edited.name.trim() !== '';
  }

  async keep(): Promise<void> {
    if (!this.canKeep) return;
    const before = this.#kept;
    if (await this.#apply({ ...this.edited })) foot.say(text('settings-kept'), () => this.#back(before));
  }

  async #back(before: Edited): Promise<void> {
    if (await this.#apply(before)) this.edited = { ...before };
  }

  /** Writes the facts, and judges anew where that is due. Facts that nobody was judged by in the end are not kept. */
  async #apply(facts: Edited): Promise<boolean> {
    const before = this.#kept;
    const due = typeof session.facts?.people === 'number' && deciding(facts) !== deciding(before);
    if (!(await this.#write(facts))) return false;
    if (!due || (await work.run(text('settings-judging'), (onProgress) => backend().audit(onProgress)))) return true;
    await this.#write(before);
    return false;
  }

  async #write(facts: Edited): Promise<boolean> {
    this.trouble = null;
    try {
      await backend().setCaseFacts({ name: facts.name.trim(), controller: facts.controller.trim() || null, home: facts.home || null, today: facts.today });
      this.#kept = facts;
      await session.changed();
      return true;
    } catch (thrown) {
      this.trouble = asTrouble(thrown);
      return false;
    }
  }
}
