// The plan as it is, a change of its policy that is tried before it is applied, and who signs it.
import { backend } from '../../lib/backend/backend';
import type { OwnPolicy, PlanView, PolicyPreview, SigningPart } from '../../lib/bindings';
import { foot } from '../../lib/foot.svelte';
import { text } from '../../lib/texts';
import { troubles } from '../../lib/trouble.svelte';
import { work } from '../../lib/work.svelte';

export type PolicyKey = keyof OwnPolicy;

export class Plan {
  view = $state.raw<PlanView | null>(null);
  /** False until the program has answered. */
  ready = $state(false);
  /** The policy as it would be; null while nothing of it is changed. */
  draft = $state.raw<OwnPolicy | null>(null);
  /** What the draft would do. */
  preview = $state.raw<PolicyPreview | null>(null);
  /** The line that is being signed. */
  signing = $state<SigningPart | null>(null);
  exporting = $state(false);
  #asked = 0;

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const view = await backend().planView();
      if (asked !== this.#asked) return;
      this.view = view;
      if (this.draft && (!view || isSame(this.draft, view.policy.own))) this.#drop();
    } catch (thrown) {
      troubles.show(thrown);
    } finally {
      this.ready = true;
    }
  }

  /** The policy that is shown: the draft, else the one in force. */
  get policy(): OwnPolicy | null {
    return this.draft ?? this.view?.policy.own ?? null;
  }

  /** Which line waits for a name; null when both are signed. */
  get nextToSign(): SigningPart | null {
    if (!this.view) return null;
    if (!this.view.signOff.prepared) return 'prepared';
    return this.view.signOff.second ? null : 'second';
  }

  /** Sets one number (null: the usual one) and shows what that would do. Nothing is applied. */
  async tryOut(key: PolicyKey, value: number | null): Promise<void> {
    const before = this.draft;
    if (!this.view || !this.policy || this.policy[key] === value) return;
    const draft = { ...this.policy, [key]: value };
    if (isSame(draft, this.view.policy.own)) {
      this.discard();
      return;
    }
    this.draft = draft;
    const preview = await work.run(text('plan-trying'), (onProgress) => backend().previewPolicy(draft, onProgress));
    if (this.draft !== draft) return;
    if (!preview) {
      // Refused or cancelled: what was shown before is shown again.
      this.draft = before;
      return;
    }
    this.preview = preview;
    foot.say(text('plan-said-tried'), () => this.discard());
  }

  discard(): void {
    this.#drop();
    foot.clear();
  }

  async apply(): Promise<void> {
    const { draft, view } = this;
    if (!draft || !view) return;
    const before = view.policy.own;
    if (!(await this.#judge(draft))) return;
    this.#drop();
    foot.say(text('plan-said-applied'), () => this.#judge(before));
  }

  /** Puts a name under a line. Rejects with the reason where it cannot stand there. */
  async sign(name: string, role: string): Promise<void> {
    const part = this.signing;
    if (!part || !this.view) return;
    const signOff = await backend().signPlan({ part, name, role });
    this.view = { ...this.view, signOff };
    this.signing = null;
    foot.say(text('plan-said-signed', { name }), () => this.takeBack(part));
  }

  async takeBack(part: SigningPart): Promise<void> {
    try {
      const signOff = await backend().takeSignatureBack(part);
      if (this.view) this.view = { ...this.view, signOff };
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  /** Takes a decision of a person back; the rules hold again. */
  async undo(id: number): Promise<void> {
    try {
      await backend().undoDecision(id);
      await this.load();
      foot.say(text('plan-said-undone'));
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  async #judge(policy: OwnPolicy): Promise<boolean> {
    const done = await work.run(text('plan-applying'), async (onProgress) => {
      await backend().applyPolicy(policy, onProgress);
      return true;
    });
    if (done) await this.load();
    return done === true;
  }

  #drop(): void {
    this.draft = null;
    this.preview = null;
  }
}

export function isSame(one: OwnPolicy, other: OwnPolicy): boolean {
  return (Object.keys(one) as PolicyKey[]).every((key) => one[key] === other[key]);
}
