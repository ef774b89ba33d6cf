// What would let the controller vouch for more: the questions, the answer that is being written, the answers given.
import { backend } from '../../lib/backend/backend';
import type { AnswerPreview, GivenAnswer, OpenQuestion, ProofView, Trouble } from '../../lib/bindings';
import { foot } from '../../lib/foot.svelte';
import { text } from '../../lib/texts';
import { asTrouble, isCancelled, troubles } from '../../lib/trouble.svelte';
import { work } from '../../lib/work.svelte';
import { AnswerDraft } from './draft.svelte';

export class ProofDesk {
  view = $state.raw<ProofView | null>(null);
  ready = $state(false);
  draft = $state.raw<AnswerDraft | null>(null);
  /** What the draft would change, and the draft it was counted for. */
  #tried = $state.raw<{ preview: AnswerPreview; of: string } | null>(null);
  /** Why the draft could not be tried or kept. */
  trouble = $state.raw<Trouble | null>(null);
  /** The answer that is about to be withdrawn. */
  leaving = $state.raw<GivenAnswer | null>(null);

  get question(): OpenQuestion | null {
    return this.draft?.question ?? null;
  }

  /** What the answer as it stands now would change; null once it was altered after it was tried. */
  get preview(): AnswerPreview | null {
    return this.draft && this.#tried?.of === this.draft.signature ? this.#tried.preview : null;
  }

  /** People who rest on any declaration. */
  get resting(): number {
    return (this.view?.answers ?? []).reduce((sum, answer) => sum + (answer.people ?? 0), 0);
  }

  async load(wanted: number | null = null): Promise<void> {
    try {
      this.view = await backend().proof();
      this.ready = true;
    } catch (thrown) {
      troubles.show(thrown);
      return;
    }
    const questions = this.view?.questions ?? [];
    const here = wanted ?? this.question?.key;
    const next = questions.find((question) => question.key === here) ?? questions[0];
    // What was typed stays, as long as its question is asked.
    if (!next) this.draft = null;
    else if (next.key !== this.question?.key) await this.choose(next.key);
  }

  async choose(key: number): Promise<void> {
    const question = this.view?.questions.find((question) => question.key === key);
    if (!question || question.key === this.question?.key) return;
    const draft = new AnswerDraft(question);
    [this.draft, this.trouble] = [draft, null];
    this.#tried = null;
    try {
      draft.startWith(await backend().answerStart(key));
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  async step(by: number): Promise<void> {
    const questions = this.view?.questions ?? [];
    const here = questions.findIndex((question) => question.key === this.question?.key);
    const next = questions[Math.min(questions.length - 1, Math.max(0, here + by))];
    if (next) await this.choose(next.key);
  }

  /** What the answer would change, before it is kept. */
  async tryOut(): Promise<void> {
    const { draft } = this;
    if (!draft || !draft.check()) return;
    const of = draft.signature;
    const preview = await this.#run(text('proof-trying'), (onProgress) => backend().previewAnswer(draft.answer, onProgress));
    if (preview) this.#tried = { preview, of };
  }

  async save(): Promise<void> {
    const { draft } = this;
    if (!draft || !draft.check()) return;
    const kept = await this.#run(text('proof-saving'), async (onProgress) => {
      await backend().saveAnswer(draft.answer, onProgress);
      return true;
    });
    if (!kept) return;
    foot.say(text('proof-saved', { batch: draft.question.batch }), () => this.undo());
    this.draft = null;
    await this.load();
  }

  async withdraw(): Promise<void> {
    const { leaving } = this;
    this.leaving = null;
    if (!leaving) return;
    const gone = await this.#run(text('proof-withdrawing'), async (onProgress) => {
      await backend().withdrawAnswer(leaving.id, onProgress);
      return true;
    });
    if (!gone) return;
    foot.say(text('proof-withdrawn', { id: leaving.id }), () => this.undo());
    await this.load();
  }

  async importFile(): Promise<void> {
    const file = await this.#run(text('proof-importing'), (onProgress) => backend().importDeclarations(onProgress));
    if (!file) return;
    foot.say(text('proof-imported', { file }), () => this.undo());
    await this.load();
  }

  /** Takes back what was answered, withdrawn or imported last. */
  async undo(): Promise<void> {
    const undone = await this.#run(text('proof-undoing'), (onProgress) => backend().undoAnswer(onProgress));
    if (undone) foot.say(text('proof-undone'));
    await this.load();
  }

  async exportFile(): Promise<void> {
    try {
      const file = await backend().exportDeclarations();
      if (file) foot.say(text('proof-exported', { file }));
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  async attach(): Promise<void> {
    try {
      const proof = await backend().attachProof();
      if (proof && this.draft) this.draft.proof = proof;
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  /** Long work whose trouble stands beside the form, where it can be mended. */
  async #run<T>(title: string, task: Parameters<typeof work.run<T>>[1]): Promise<T | null> {
    this.trouble = null;
    return await work.run(title, async (onProgress) => {
      try {
        return await task(onProgress);
      } catch (thrown) {
        if (!isCancelled(thrown)) this.trouble = asTrouble(thrown);
        return null as T;
      }
    });
  }
}
