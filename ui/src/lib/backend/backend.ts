// What screens ask of the program. The window answers from Rust, the browser from recorded data.
import type { commands } from '../bindings';

type Data<R> = R extends { status: 'ok'; data: infer D } ? D : R extends { status: 'error' } ? never : R;

/** A channel of the generated commands is a plain function here. */
type Arguments<A extends unknown[]> = {
  [I in keyof A]: A[I] extends { onmessage: (message: infer M) => void } ? (message: M) => void : A[I];
};

type Unwrapped<F> = F extends (...args: infer A) => Promise<infer R> ? (...args: Arguments<A>) => Promise<Data<R>> : never;

type Stop = () => void;

/** Every command of the program. A call that fails rejects with a `Trouble`. */
export type Commands = { [K in keyof typeof commands]: Unwrapped<(typeof commands)[K]> };

/** What the program says on its own. Each returns how to stop listening. */
export interface Notices {
  /** Files were dropped anywhere on the window. */
  onDropped(listener: (paths: string[]) => void): Stop;
  /** Files hang over the window (true) or have left it (false). */
  onDragging(listener: (over: boolean) => void): Stop;
  /** The open case is not what it was: import, audit, an answer, an override. */
  onCaseChanged(listener: () => void): Stop;
}

export type Backend = Commands & Notices;

let inUse: Backend | undefined;

export function useBackend(backend: Backend): void {
  inUse = backend;
}

export function backend(): Backend {
  if (!inUse) throw new Error('no backend is in use: main.ts and every test name one first');
  return inUse;
}
