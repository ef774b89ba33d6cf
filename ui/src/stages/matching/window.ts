// Which rows of a list of any length lie in sight. Browsers draw no element higher than some 33 million pixels, so a
// longer list scrolls over a shorter range, in which a pixel stands for more than one.
export const HIGHEST = 30_000_000;

export type Sight = {
  /** The first row that is drawn. */
  first: number;
  /** How many are. */
  count: number;
  /** How far the first is pushed out at the top, in pixels. */
  offset: number;
};

/** The height over which the list scrolls. */
export function range(total: number, row: number): number {
  return Math.min(total * row, HIGHEST);
}

/** How many pixels of the list stand for one of the range. */
function stretch(total: number, row: number, height: number): number {
  const scrolled = range(total, row) - height;
  return scrolled > 0 ? (total * row - height) / scrolled : 1;
}

export function sight(total: number, row: number, height: number, scrollTop: number): Sight {
  const top = Math.max(0, Math.min(scrollTop * stretch(total, row, height), total * row - height));
  const first = Math.min(Math.floor(top / row), Math.max(0, total - 1));
  const count = Math.max(0, Math.min(total - first, Math.ceil(height / row) + 1));
  return { first, count, offset: top - first * row };
}

/** Where to scroll so that a row lies wholly in sight, moving no further than needed. */
export function reveal(total: number, row: number, height: number, scrollTop: number, place: number): number {
  const by = stretch(total, row, height);
  const top = scrollTop * by;
  if (place * row < top) return (place * row) / by;
  if ((place + 1) * row > top + height) return ((place + 1) * row - height) / by;
  return scrollTop;
}
