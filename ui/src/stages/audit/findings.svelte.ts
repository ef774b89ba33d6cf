// What is wrong: the overview of the case, and the rule that is looked at.
import { backend } from '../../lib/backend/backend';
import type { FiredRule, Overview, RulePanel } from '../../lib/bindings';
import { troubles } from '../../lib/trouble.svelte';
import { work } from '../../lib/work.svelte';
import { text } from '../../lib/texts';

export class Findings {
  overview = $state.raw<Overview | null>(null);
  panel = $state.raw<RulePanel | null>(null);
  /** The id of the rule that is looked at. */
  rule = $state<string | null>(null);
  /** False until the program has answered. */
  ready = $state(false);
  /** The table behind the chart stands in its place. */
  asTable = $state(false);
  #asked = 0;

  get chosen(): FiredRule | null {
    return this.overview?.rules.find((rule) => rule.id === this.rule) ?? null;
  }

  /** Asks again. The rule that was looked at stays, if it still fires; else the worst one is. */
  async load(wanted: string | null = this.rule): Promise<void> {
    const asked = ++this.#asked;
    try {
      const overview = await backend().overview();
      if (asked !== this.#asked) return;
      this.overview = overview;
      this.ready = true;
      const rules = overview?.rules ?? [];
      const rule = rules.find((rule) => rule.id === wanted) ?? rules[0];
      if (rule) await this.choose(rule.id);
      else [this.rule, this.panel] = [null, null];
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  async choose(rule: string): Promise<void> {
    this.rule = rule;
    try {
      const panel = await backend().rulePanel(rule);
      // Another may have been chosen meanwhile.
      if (this.rule === rule) this.panel = panel;
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  /** The rule so many lines further down. */
  async step(by: number): Promise<void> {
    const rules = this.overview?.rules ?? [];
    const here = rules.findIndex((rule) => rule.id === this.rule);
    const next = rules[Math.min(rules.length - 1, Math.max(0, here + by))];
    if (next && next.id !== this.rule) await this.choose(next.id);
  }

  /** Judges a case whose lists are read. */
  async judge(): Promise<void> {
    if (await work.run(text('findings-judging'), (onProgress) => backend().audit(onProgress))) await this.load();
  }
}
