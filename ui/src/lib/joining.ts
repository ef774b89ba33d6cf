// Joining people and judging them, asked for on any screen.
import { backend } from './backend/backend';
import { session } from './session.svelte';
import { text } from './texts';
import { work } from './work.svelte';

/** Joins and judges; false if that was cancelled. */
export async function joinPeople(): Promise<boolean> {
  const facts = await work.run(text('work-joining'), (onProgress) => backend().audit(onProgress));
  await session.changed();
  return facts !== null;
}
