// Files on their way in: chosen or dropped anywhere, read by the program, shown in Sources.
import { backend } from './backend/backend';
import type { Imported } from './bindings';
import { foot } from './foot.svelte';
import { route } from './route.svelte';
import { session } from './session.svelte';
import { text } from './texts';
import { troubles } from './trouble.svelte';
import { work } from './work.svelte';

class Intake {
  /** What became of the files of the last intake. */
  last = $state.raw<Imported[]>([]);
  /** Files that wait for a case to be made for them. */
  waiting = $state.raw<string[]>([]);
  /** Whether files are being read. */
  reading = $state(false);

  /** Asks for files and reads them. */
  async choose(): Promise<void> {
    try {
      const paths = await backend().chooseFiles();
      if (paths?.length) await this.take(paths);
    } catch (thrown) {
      troubles.show(thrown);
    }
  }

  /** Reads the files into the open case; with none open they wait for one. */
  async take(paths: string[]): Promise<void> {
    if (paths.length === 0 || session.locked || work.running) return;
    if (!session.facts) {
      this.waiting = paths;
      return;
    }
    this.waiting = [];
    // Each file is seen there as soon as it is recognised.
    route.go('sources');
    this.reading = true;
    const imported = await work.run(text('intake-reading', { files: paths.length }), (onProgress) => backend().importFiles(paths, onProgress));
    this.reading = false;
    await session.changed();
    if (!imported) return;
    this.last = imported;
    const added = imported.filter((file) => file.outcome.added).length;
    foot.say(text('intake-done', { added, files: imported.length }));
  }

  /** After a case was made: the files that waited for it. */
  async takeWaiting(): Promise<void> {
    await this.take(this.waiting);
  }
}

export const intake = new Intake();
