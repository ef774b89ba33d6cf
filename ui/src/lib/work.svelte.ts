// Long work: one piece at a time, with how far it is, how fast, how long still, and a way to stop it.
import { untrack } from 'svelte';
import { backend } from './backend/backend';
import type { Progress } from './bindings';
import { troubles } from './trouble.svelte';

/** Work that tells how far it is. */
export type Task<T> = (onProgress: (progress: Progress) => void) => Promise<T>;
/** `since` is when its present station began; one that `waits` is told of once it has told something itself. */
type Running = { title: string; since: number; progress: Progress | null; waits: boolean };

/** What takes no longer than this needs no bar, and how often its clock ticks then; in milliseconds. */
const TICK = 250;

class Work {
  running = $state.raw<Running | null>(null);
  cancelling = $state(false);
  /** A clock that ticks while something runs. */
  now = $state(0);
  /** Whether it has run for longer than a moment. */
  #isLong = $state(false);
  /** How many sheets lie over the window. */
  sheets = $state(0);

  /** What runs long enough to be told of. */
  get shown(): Running | null {
    const running = this.running;
    return running && this.#isLong && (running.progress || !running.waits) ? running : null;
  }

  /** A sheet lies over the window until what is given back is called. */
  cover(): () => void {
    untrack(() => (this.sheets += 1));
    return () => (this.sheets -= 1);
  }

  get progress(): Progress | null {
    return this.running?.progress ?? null;
  }

  /** 0 to 1, or null while nobody knows. */
  get share(): number | null {
    const progress = this.progress;
    return progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : null;
  }

  /** Per second, once there is enough to tell. */
  get rate(): number | null {
    const running = this.running;
    if (!running?.progress) return null;
    const seconds = (this.now - running.since) / 1000;
    return seconds >= 0.5 && running.progress.done > 0 ? running.progress.done / seconds : null;
  }

  /** Seconds still to go, once there is enough to tell. */
  get remaining(): number | null {
    const { rate, progress } = this;
    return rate && progress && progress.total > progress.done ? (progress.total - progress.done) / rate : null;
  }

  /**
   * Runs the work and shows it. `title` is a finished sentence. Null when it was cancelled or failed (which is then
   * shown), so that the caller just goes on where something came of it.
   */
  async run<T>(title: string, task: Task<T>): Promise<T | null> {
    if (this.running) return null;
    try {
      return await this.#show(title, false, task);
    } catch (thrown) {
      troubles.show(thrown);
      return null;
    }
  }

  /**
   * Runs what may take long, or may begin with a question of its own: it is shown once it tells how far it is. Beside
   * other work it just waits for its turn. Throws what the work throws, also when it was cancelled.
   */
  async watch<T>(title: string, task: Task<T>): Promise<T> {
    return this.running ? await task(() => {}) : await this.#show(title, true, task);
  }

  async #show<T>(title: string, waits: boolean, task: Task<T>): Promise<T> {
    this.now = Date.now();
    this.running = { title, since: this.now, progress: null, waits };
    this.#isLong = false;
    this.cancelling = false;
    const clock = setInterval(() => {
      this.now = Date.now();
      this.#isLong = true;
    }, TICK);
    try {
      return await task((progress) => this.#report(progress));
    } finally {
      clearInterval(clock);
      this.running = null;
      this.cancelling = false;
    }
  }

  #report(progress: Progress): void {
    const running = this.running;
    if (!running) return;
    const before = running.progress;
    // The next station, file or pass counts anew, so its speed does too.
    const anew = !before || before.station !== progress.station || progress.done < before.done;
    const since = anew ? Date.now() : running.since;
    this.running = { ...running, since, progress };
  }

  async cancel(): Promise<void> {
    if (!this.running || this.cancelling) return;
    this.cancelling = true;
    try {
      await backend().cancel();
    } catch (thrown) {
      this.cancelling = false;
      troubles.show(thrown);
    }
  }
}

export const work = new Work();
