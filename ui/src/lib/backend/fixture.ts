// The browser's backend over recorded data. Each stage keeps its own part in `fixture/<stage>.ts`, which exports `recorded`.
import type { Backend } from './backend';

const files = import.meta.glob<{ recorded: Partial<Backend> }>('./fixture/*.ts', { eager: true });

/** Every part put together. What nobody recorded says so. */
export function fixture(): Backend {
  const recorded: Partial<Backend> = Object.assign({}, ...Object.values(files).map((file) => file.recorded));
  return new Proxy(recorded, {
    get: (parts, name) =>
      Reflect.get(parts, name) ??
      (() => Promise.reject({ code: 'not-recorded', what: `Nothing is recorded for “${String(name)}”.`, place: null, hint: null })),
  }) as Backend;
}
