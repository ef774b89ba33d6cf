// What systems are called, from locales/<language>/window-systems.ftl.
import { text } from './texts';

/** The name of a system, by its word. */
export function systemName(system: string): string {
  return text(`system-${system}`);
}

/** Two letters for the head of a narrow column. */
export function systemShort(system: string): string {
  return text(`system-short-${system}`);
}
