// Long work: one piece at a time, with how far it is, how fast, how long still, and a way to stop it.
import { backend } from './backend/backend';
import type { Progress } from './bindings';
import { troubles } from './trouble.svelte';

type Running = { title: string; since: number; progress: Progress | null };

class Work {
  running = $state.raw<Running | null>(null);
  cancelling = $state(false);
  /** A clock that ticks while something runs. */
  now = $state(0);

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
  async run<T>(title: string, work: (onProgress: (progress: Progress) => void) => Promise<T>): Promise<T | null> {
    if (this.running) return null;
    this.now = Date.now();
    this.running = { title, since: this.now, progress: null };
    this.cancelling = false;
    const clock = setInterval(() => (this.now = Date.now()), 250);
    try {
      return await work((progress) => this.#report(progress));
    } catch (thrown) {
      troubles.show(thrown);
      return null;
    } finally {
      clearInterval(clock);
      this.running = null;
      this.cancelling = false;
    }
  }

  #report(progress: Progress): void {
    const running = this.running;
    if (!running) return;
    // The next station counts anew, so its speed does too.
    const since = running.progress && running.progress.station !== progress.station ? Date.now() : running.since;
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
