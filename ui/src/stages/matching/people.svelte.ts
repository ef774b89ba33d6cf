// The people of the case, narrowed down and in order, of which a page at a time is here; and the one that is looked at.
import { backend } from '../../lib/backend/backend';
import type { Bucket, Facets, PeopleColumn, PeopleFilter, PeopleSort, PersonRow, PersonView, Voice } from '../../lib/bindings';
import { foot } from '../../lib/foot.svelte';
import { number } from '../../lib/format';
import { text } from '../../lib/texts';
import { troubles } from '../../lib/trouble.svelte';
import { everybody, on, type FacetName } from './filter';

/** Rows asked for at once. */
export const PAGE = 60;
/** Pages kept. */
const KEPT = 40;

export class People {
  filter = $state.raw<PeopleFilter>(everybody());
  sort = $state.raw<PeopleSort>({ column: 'person', descending: false });
  facets = $state.raw<Facets | null>(null);
  total = $state(0);
  /** The filter that `total` counts: for a moment, what is chosen is not counted yet. */
  counted = $state.raw<PeopleFilter>(everybody());
  /** The systems of the case and its lists, in the order of the states of each row. */
  systems = $state.raw<Voice[]>([]);
  /** Whether anybody of the case has a company. */
  companies = $state(false);
  /** The row that keys move. */
  active = $state(0);
  view = $state.raw<PersonView | null>(null);
  isOpen = $state(false);
  /** Whether the person looked at is none of the list: a decision took them out of it. */
  isElsewhere = $state(false);
  #pages = $state.raw<Map<number, PersonRow[]>>(new Map());
  #edition = 0;
  #asked = 0;
  #looked = 0;
  #coming = new Set<number>();

  get narrowed(): boolean {
    return on(this.filter) > 0;
  }

  /** The row at a place, if it is here. */
  row(place: number): PersonRow | undefined {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE];
  }

  /** Counts and lists anew. What is looked at stays, where the filter leaves it. */
  async load(): Promise<void> {
    const edition = ++this.#edition;
    const asked = ++this.#asked;
    this.#coming.clear();
    const { filter } = this;
    try {
      const [facets, page] = await Promise.all([
        backend().facets(filter),
        backend().peoplePage(filter, this.sort, this.#startOf(this.active), PAGE),
      ]);
      if (asked !== this.#asked || edition !== this.#edition) return;
      this.facets = facets;
      this.total = page.total;
      this.counted = filter;
      this.systems = page.systems;
      this.#pages = new Map([[Math.floor(this.active / PAGE), page.rows]]);
      if (this.active >= page.total) this.active = Math.max(0, page.total - 1);
      if (!foot.canUndo && !foot.onward) {
        foot.say(text('people-counted', { left: number(facets.left), people: number(facets.everybody) }));
      }
      if (this.isOpen && !this.isElsewhere) await this.#look();
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  /** Who has no company stands last: the first in the order of companies tells whether anybody has one. */
  async lookForCompanies(): Promise<void> {
    try {
      const { rows } = await backend().peoplePage(everybody(), { column: 'company', descending: false }, 0, 1);
      this.companies = Boolean(rows[0]?.company);
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  /** Whether the rows of a part of the list are here, as far as it goes. */
  holds(from: number, count: number): boolean {
    const to = Math.min(from + count, this.total);
    for (let page = Math.floor(from / PAGE); from < to && page * PAGE < to; page += 1) {
      if (!this.#pages.has(page)) return false;
    }
    return true;
  }

  /** Asks for the rows of a part of the list that are not here, all that lie together at once. */
  async need(from: number, to: number): Promise<void> {
    const edition = this.#edition;
    const runs: { first: number; count: number }[] = [];
    for (let page = Math.floor(from / PAGE); page * PAGE < Math.min(to, this.total); page += 1) {
      if (this.#pages.has(page) || this.#coming.has(page)) continue;
      const last = runs.at(-1);
      if (last && last.first + last.count === page) last.count += 1;
      else runs.push({ first: page, count: 1 });
    }
    await Promise.all(runs.map(({ first, count }) => this.#fetch(first, count, edition)));
  }

  async #fetch(first: number, count: number, edition: number): Promise<void> {
    const pages = Array.from({ length: count }, (_, at) => first + at);
    pages.forEach((page) => this.#coming.add(page));
    try {
      const { rows } = await backend().peoplePage(this.filter, this.sort, first * PAGE, count * PAGE);
      if (edition !== this.#edition) return;
      const come = pages.map((page, at) => [page, rows.slice(at * PAGE, (at + 1) * PAGE)] as [number, PersonRow[]]);
      this.#pages = new Map([...this.#pages, ...come].slice(-KEPT));
    } catch (thrown) {
      if (edition === this.#edition) troubles.show(thrown);
    } finally {
      if (edition === this.#edition) pages.forEach((page) => this.#coming.delete(page));
    }
  }

  #startOf(place: number): number {
    return Math.floor(place / PAGE) * PAGE;
  }

  /** Other people: the list starts at its head. */
  async narrow(change: Partial<PeopleFilter>): Promise<void> {
    this.filter = { ...this.filter, ...change };
    this.active = 0;
    this.isElsewhere = false;
    await this.load();
  }

  async toggle(facet: FacetName, value: string): Promise<void> {
    const chosen = this.filter[facet] as string[];
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    await this.narrow({ [facet]: next });
  }

  async clear(): Promise<void> {
    await this.narrow(everybody());
  }

  /** By this column; again turns it round. */
  async order(column: PeopleColumn): Promise<void> {
    const same = this.sort.column === column;
    this.sort = { column, descending: same ? !this.sort.descending : column === 'grade' || column === 'rules' };
    this.active = 0;
    await this.load();
  }

  /** Moves the row that keys move; the person looked at follows. */
  async to(place: number): Promise<void> {
    if (this.total === 0) return;
    this.active = Math.min(this.total - 1, Math.max(0, place));
    this.isElsewhere = false;
    await this.need(this.active, this.active + 1);
    if (this.isOpen) await this.#look();
  }

  async open(place = this.active): Promise<void> {
    this.isOpen = true;
    await this.to(place);
  }

  /** Looks at a person wherever they stand; without a filter where it leaves them out. */
  async openPerson(person: number): Promise<void> {
    try {
      let place = await backend().placeOfPerson(this.filter, this.sort, person);
      if (place === null) {
        this.filter = everybody();
        place = await backend().placeOfPerson(this.filter, this.sort, person);
      }
      this.isOpen = true;
      this.isElsewhere = false;
      this.active = place ?? 0;
      await this.load();
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  close(): void {
    this.isOpen = false;
    this.isElsewhere = false;
    this.view = null;
  }

  async #look(): Promise<void> {
    const row = this.row(this.active);
    const looked = ++this.#looked;
    if (!row) {
      this.view = null;
      return;
    }
    try {
      const view = await backend().person(row.person);
      if (looked === this.#looked && this.isOpen) this.view = view;
    } catch (thrown) {
      if (looked === this.#looked) troubles.show(thrown);
    }
  }

  /** Keeps a decision; rejects with the reason when the core refuses it. */
  async decide(cell: number, to: Bucket, by: string, reason: string): Promise<void> {
    const person = this.view?.person;
    if (person === undefined) return;
    const decision = await backend().decide({ person, cell, to, by, reason });
    foot.say(text('people-decided-foot', { to }), () => this.undo(decision));
    await this.stay(person);
  }

  async undo(decision: number): Promise<void> {
    const person = this.view?.person;
    await backend().undoDecision(decision);
    foot.say(text('people-undone-foot'));
    await this.stay(person);
  }

  /** After a decision the person may stand elsewhere, or be left out: they are still looked at. */
  async stay(person: number | undefined): Promise<void> {
    if (person === undefined) return this.load();
    const place = await backend().placeOfPerson(this.filter, this.sort, person);
    if (place !== null) this.active = place;
    this.isElsewhere = place === null && this.isOpen;
    await this.load();
    if (this.isElsewhere) this.view = await backend().person(person);
  }
}
