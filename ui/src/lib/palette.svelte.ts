// Find (Ctrl K): commands, rules, columns, people, from whoever knows them.
import { flushSync } from 'svelte';

/** One line of what was found. `run` goes there. */
export type Hit = {
  id: string;
  label: string;
  /** What kind of thing it is, or where it stands: one or two words. */
  note?: string;
  /** The label is personal data: what stands in its place until it is asked for. */
  masked?: string;
  /** The key that does the same, as in the registry. */
  key?: string;
  run: () => void;
};

/** Finds in one group of things. `title` is a text key. Asked anew on every change; answers best first, a handful. */
export type Finder = {
  id: string;
  title: string;
  find: (query: string) => Promise<Hit[]> | Hit[];
  /** Find opens: what it then looks through can be made ready. The focus is still where it was. */
  open?: () => void;
};

// A stage adds its own by a file `finder.ts` in its folder that exports `finders`.
const found = import.meta.glob<{ finders: Finder[] }>('../stages/*/finder.ts', { eager: true });

/** Lines of one group: eight, and one that says how many there are. */
const MOST = 9;

class Palette {
  isOpen = $state(false);
  query = $state('');
  groups = $state.raw<{ title: string; hits: Hit[] }[]>([]);
  chosen = $state(0);
  #finders: Finder[] = Object.values(found).flatMap((file) => file.finders);
  #asked = 0;

  get hits(): Hit[] {
    return this.groups.flatMap((group) => group.hits);
  }

  /** Adds a finder in front; returns how to take it away. */
  add(finder: Finder): () => void {
    this.#finders = [finder, ...this.#finders.filter((other) => other.id !== finder.id)];
    return () => {
      this.#finders = this.#finders.filter((other) => other !== finder);
    };
  }

  open(): void {
    for (const finder of this.#finders) finder.open?.();
    this.isOpen = true;
    void this.ask('');
  }

  close(): void {
    this.isOpen = false;
    this.query = '';
    this.groups = [];
  }

  /** Asks every finder; an answer that comes after a newer question is dropped. */
  async ask(query: string): Promise<void> {
    this.query = query;
    this.chosen = 0;
    const asked = ++this.#asked;
    const answers = await Promise.all(
      this.#finders.map(async (finder) => {
        try {
          return { title: finder.title, hits: (await finder.find(query.trim())).slice(0, MOST) };
        } catch {
          return { title: finder.title, hits: [] }; // one that cannot answer leaves the others their answer
        }
      }),
    );
    if (asked === this.#asked) this.groups = answers.filter((answer) => answer.hits.length > 0);
  }

  move(by: number): void {
    const count = this.hits.length;
    if (count > 0) this.chosen = (this.chosen + by + count) % count;
  }

  run(hit = this.hits[this.chosen]): void {
    if (!hit) return;
    this.close();
    // Its sheet gives the focus back as it goes; only then may the command move it.
    flushSync();
    hit.run();
  }
}

export const palette = new Palette();

/** Whether every word of the query stands in the text, in any order. */
export function fits(query: string, ...texts: string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return query.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
