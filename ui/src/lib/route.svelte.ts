// Where the person is. Nothing of it is written into an address: it may name a person.
import { untrack } from 'svelte';

export const SCREENS = ['welcome', 'sources', 'people', 'findings', 'proof', 'plan', 'campaigns', 'report', 'journal', 'settings'] as const;
export type ScreenName = (typeof SCREENS)[number];

/** What the screen is opened on, e.g. `{ rule: 'no-basis' }` or `{ person: '12' }`. */
export type Params = Record<string, string>;

type Place = { screen: ScreenName; params: Params };

class Route {
  #places = $state<Place[]>([{ screen: 'welcome', params: {} }]);
  /** Counts every step, so that the same place asked for again is noticed. */
  steps = $state(0);

  get #here(): Place {
    return this.#places.at(-1)!;
  }

  get screen(): ScreenName {
    return this.#here.screen;
  }

  get params(): Params {
    return this.#here.params;
  }

  get canGoBack(): boolean {
    return this.#places.length > 1;
  }

  go(screen: ScreenName, params: Params = {}): void {
    this.#step((places) => [...places.slice(-49), { screen, params }]);
  }

  back(): void {
    this.#step((places) => (places.length > 1 ? places.slice(0, -1) : places));
  }

  /** Another case: the places of the last one are forgotten. */
  reset(screen: ScreenName): void {
    this.#step(() => [{ screen, params: {} }]);
  }

  /** Untracked: an effect that goes somewhere must not run again because of it. */
  #step(to: (places: Place[]) => Place[]): void {
    untrack(() => {
      this.#places = to(this.#places);
      this.steps += 1;
    });
  }
}

export const route = new Route();
