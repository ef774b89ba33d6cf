// What the Sources screen holds: the files, the table in sight, what is asked, what a person says by hand.
import { backend } from '../../lib/backend/backend';
import type { Change, ConsentStatus, Field, FileCard, Preview, Question, Sources, TableCard, TableView, ValuesView } from '../../lib/bindings';
import { foot } from '../../lib/foot.svelte';
import { intake } from '../../lib/intake.svelte';
import { joinPeople } from '../../lib/joining';
import { route } from '../../lib/route.svelte';
import { text } from '../../lib/texts';
import { troubles } from '../../lib/trouble.svelte';
import { work } from '../../lib/work.svelte';
import { HistoryDesk } from './history.svelte';
import { PAGE, RejectedDesk } from './rejected.svelte';
import { isNeeded, letters } from './words';

const asksFirst = (questions: Question[]): Question | null => questions.find(isNeeded) ?? questions[0] ?? null;

type Waiting = { position: number; change: Change; said: string; preview: Preview };

export class SourcesDesk {
  sources = $state.raw<Sources | null>(null);
  view = $state.raw<TableView | null>(null);
  values = $state.raw<ValuesView | null>(null);
  /** The table in sight. */
  table = $state<number | null>(null);
  /** The column in sight, from 1. */
  position = $state(1);
  /** The column whose meaning is being chosen. */
  picking = $state<number | null>(null);
  /** The file that is about to be forgotten. */
  forgetting = $state.raw<FileCard | null>(null);
  /** A correction that would cost contacts, until it is confirmed. */
  waiting = $state.raw<Waiting | null>(null);
  /** Counts moves from column to column. */
  moved = $state(0);
  /** Every open question of every file, while they are answered on one page. */
  all = $state.raw<Question[] | null>(null);
  /** Its rejected rows. */
  readonly rows = new RejectedDesk(this);
  /** Every import there was. */
  readonly past = new HistoryDesk(this);
  /** Counts what was asked to be shown, and what of it is loads: an answer that was overtaken is dropped. */
  #asked = 0;
  #loads = 0;
  /** The files that were there before the last intake. */
  #known: number[] = [];
  /** Whether the table in sight was chosen while files are being read. */
  #isChosen = false;

  get file(): FileCard | null {
    return this.sources?.files.find((file) => file.tables.some((table) => table.table === this.table)) ?? null;
  }

  get card(): TableCard | null {
    return this.file?.tables.find((table) => table.table === this.table) ?? null;
  }

  /** The question in sight: the first of this table that is needed, else the first. */
  get question(): Question | null {
    return asksFirst(this.view?.questions ?? []);
  }

  /** The first table elsewhere that asks something. */
  get askedElsewhere(): { file: FileCard; table: TableCard } | null {
    for (const file of this.sources?.files ?? []) {
      const table = file.tables.find((table) => table.questions > 0 && table.table !== this.table);
      if (table) return { file, table };
    }
    return null;
  }

  get missing(): number {
    return this.sources?.openQuestions ?? 0;
  }

  /**
   * Loads everything again, and stays where the person was as far as that is still there; of the files of an intake the
   * first that asks is shown. They come one by one, each with a load: none takes the place of one that asks, or was chosen.
   */
  async load(): Promise<void> {
    const load = ++this.#loads;
    const asked = ++this.#asked;
    try {
      const [sources, history] = await Promise.all([backend().sources(), backend().history()]);
      if (load !== this.#loads) return;
      this.sources = sources;
      this.past.history = history;
      if (asked !== this.#asked) return this.#settle();
      const added = sources.files.filter((file) => !this.#known.includes(file.file));
      const tables = (added.length > 0 ? added : sources.files).flatMap((file) => file.tables);
      const inSight = sources.files.flatMap((file) => file.tables).find((table) => table.table === this.table);
      const asks = (table: TableCard) => table.questions > 0;
      const stays = inSight && (added.length === 0 || this.#isChosen || (tables.includes(inSight) && asks(inSight)));
      const next = stays ? inSight : (tables.find(asks) ?? tables[0]);
      await this.#show(next?.table ?? null, stays ? this.position : null, asked);
    } catch (thrown) {
      if (asked === this.#asked) troubles.show(thrown);
    }
  }

  /** Shows a table, at the column that is asked about or its first. */
  async choose(table: number, position: number | null = null): Promise<void> {
    const asked = ++this.#asked;
    this.#isChosen = intake.reading;
    try {
      await this.#show(table, position, asked);
    } catch (thrown) {
      if (asked === this.#asked) troubles.show(thrown);
    }
  }

  async chooseFile(file: FileCard): Promise<void> {
    const first = file.tables.find((table) => table.questions > 0) ?? file.tables[0];
    if (first) await this.choose(first.table);
  }

  /** Opens the rejected rows: of the table in sight, of its file, else of the first that has any. */
  async readRejected(file: FileCard | null): Promise<void> {
    const has = (table: TableCard) => table.rejected > 0;
    const inSight = file === this.file && (this.card?.rejected || this.rows.rejected?.amended.length);
    const next = file?.tables.find(has) ?? this.sources?.files.flatMap((other) => other.tables).find(has);
    if (!inSight && next) await this.choose(next.table);
    this.rows.reading = true;
  }

  async #show(table: number | null, position: number | null, asked: number): Promise<void> {
    if (table === null) {
      this.table = this.view = this.values = this.rows.rejected = null;
      return;
    }
    const [view, rejected] = await Promise.all([backend().table(table), backend().rejectedRows(table, 0, PAGE)]);
    if (asked !== this.#asked) return;
    this.#settle();
    this.table = table;
    this.view = view;
    this.rows.rejected = rejected;
    this.picking = null;
    const columns = view.columns.length;
    this.position = Math.min(position ?? asksFirst(view.questions)?.position ?? 1, Math.max(columns, 1));
    await this.#loadValues(asked);
  }

  /** The files that are there have been seen, unless more of them are on their way. */
  #settle(): void {
    if (intake.reading) return;
    this.#known = this.sources?.files.map((file) => file.file) ?? [];
    this.#isChosen = false;
  }

  /** The words of the column in sight, or else of the first column of states. */
  async #loadValues(asked: number): Promise<void> {
    const columns = this.view?.columns ?? [];
    const column = columns.find((column) => column.position === this.position && column.states) ?? columns.find((column) => column.states);
    const table = this.table;
    if (!column || table === null) {
      this.values = null;
      return;
    }
    const values = await backend().columnValues(table, column.position);
    if (asked === this.#asked) this.values = values;
  }

  /** Moves to a column; its words follow if it holds states. */
  goTo(position: number): void {
    const column = this.view?.columns.find((column) => column.position === position);
    if (!column) return;
    this.position = position;
    if (column.states && this.values?.position !== position) {
      this.#loadValues(this.#asked).catch((thrown: unknown) => troubles.show(thrown));
    }
  }

  move(by: number): void {
    const columns = this.view?.columns.length ?? 0;
    if (columns === 0) return;
    this.goTo(Math.min(columns, Math.max(1, this.position + by)));
    this.moved += 1;
  }

  /** The file before or after the one in sight. */
  async turn(by: number): Promise<void> {
    const files = this.sources?.files ?? [];
    const at = files.findIndex((file) => file === this.file);
    const next = files[at + by];
    if (next) await this.chooseFile(next);
  }

  /** Says what a column means; `undefined` takes back what was said of it. */
  async mean(position: number, field: Field | null | undefined): Promise<void> {
    const header = this.#header(position);
    const change: Change = field === undefined ? { kind: 'reset' } : { kind: 'meaning', field };
    const said =
      field === undefined
        ? text('sources-said-reset', { header })
        : field === null
          ? text('sources-said-own-name', { header })
          : text('sources-said-meaning', { header, meaning: text(`sources-field-${field.replaceAll('_', '-')}`) });
    this.picking = null;
    const table = this.table;
    if (table === null) return;
    try {
      const preview = await work.watch(text('sources-trying'), (onProgress) => backend().previewCorrection(table, position, change, onProgress));
      if (preview.acceptedThen < preview.accepted) this.waiting = { position, change, said, preview };
      else await this.correct(position, change, said);
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  /** Goes on with the correction that waited. */
  async confirm(): Promise<void> {
    const waiting = this.waiting;
    this.waiting = null;
    if (waiting) await this.correct(waiting.position, waiting.change, waiting.said);
  }

  async setWord(word: string, status: ConsentStatus): Promise<void> {
    const position = this.values?.position;
    if (position === undefined) return;
    const said = text('sources-said-word', { word, status: text(`mark-${status}`) });
    await this.correct(position, { kind: 'words', words: { [word]: status } }, said);
  }

  /** Puts every open question on one page. */
  async askAll(): Promise<void> {
    try {
      const all = await backend().questions();
      this.all = all.length > 0 ? all : null;
    } catch (thrown) {
      this.all = null;
      troubles.show(thrown);
    }
  }

  /** Answers one of all; the page closes with the last of them. */
  async answerOfAll(question: Question, change: Change): Promise<void> {
    try {
      await this.#correct(question.table, question.position, change);
      foot.say(text('sources-said-answer', { header: question.header }), () => this.undo());
    } catch (thrown) {
      troubles.show(thrown);
    }
    await this.load();
    await this.askAll();
  }

  /** A table by its number, with its file. */
  placeOf(number: number): { file: FileCard; table: TableCard } | null {
    for (const file of this.sources?.files ?? []) {
      const table = file.tables.find((table) => table.table === number);
      if (table) return { file, table };
    }
    return null;
  }

  /** Answers the question in sight. */
  async answer(question: Question, change: Change): Promise<void> {
    await this.correct(question.position, change, text('sources-said-answer', { header: question.header }));
  }

  async correct(position: number, change: Change, said: string): Promise<void> {
    const table = this.table;
    if (table === null) return;
    try {
      await this.#correct(table, position, change);
      foot.say(said, () => this.undo());
    } catch (thrown) {
      troubles.show(thrown);
    }
    await this.load();
  }

  async undo(): Promise<void> {
    const undone = await work.watch(text('sources-undoing'), (onProgress) => backend().undoCorrection(onProgress));
    if (undone) foot.say(undone.position === 0 ? text('sources-said-mapping-undone') : text('sources-said-undone', { header: undone.header }));
    await this.load();
  }

  async forget(): Promise<void> {
    const file = this.forgetting;
    this.forgetting = null;
    if (!file) return;
    try {
      const name = await work.watch(text('sources-forgetting'), (onProgress) => backend().forgetFile(file.file, onProgress));
      foot.say(text('sources-said-forgotten', { name }));
    } catch (thrown) {
      troubles.show(thrown);
    }
    await this.load();
  }

  /** Saves what the columns of the table in sight mean, for a colleague. */
  async saveMapping(): Promise<void> {
    if (this.table === null) return;
    try {
      const path = await backend().saveMapping(this.table);
      if (path !== null) foot.say(text('sources-said-mapping-saved', { path }));
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  /** Takes over what a saved mapping says of the table in sight. */
  async loadMapping(): Promise<void> {
    const { table } = this;
    if (table === null) return;
    try {
      const columns = await work.watch(text('sources-correcting'), (onProgress) => backend().loadMapping(table, onProgress));
      if (columns === 0) foot.say(text('sources-said-mapping-same'));
      else if (columns !== null) foot.say(text('sources-said-mapping', { columns }), () => this.undo());
    } catch (thrown) {
      troubles.show(thrown);
    }
    await this.load();
  }

  /** The next step: joins people and shows what was found. Open questions are shown instead. */
  async join(): Promise<void> {
    if (this.missing > 1) {
      await this.askAll();
      return;
    }
    if (this.missing > 0) {
      const elsewhere = this.question && isNeeded(this.question) ? null : this.askedElsewhere;
      if (elsewhere) await this.choose(elsewhere.table.table);
      return;
    }
    if (await joinPeople()) route.go('findings');
  }

  async #correct(table: number, position: number, change: Change): Promise<void> {
    await work.watch(text('sources-correcting'), (onProgress) => backend().correct(table, position, change, onProgress));
  }

  #header(position: number): string {
    const header = this.view?.columns.find((column) => column.position === position)?.header.trim();
    return header || letters(position);
  }
}
