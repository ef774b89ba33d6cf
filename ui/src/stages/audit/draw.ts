// Draws the time line with Observable Plot, which is fetched when the first chart is drawn.
import type { Bar } from './timeline';

export type Drawn = { figure: Element; x: (place: number) => number; y: (people: number) => number };

/** In the rem of the page a mark grows, but the 11 px of an axis do not. */
const MARGIN = { top: 24, right: 1, bottom: 22, left: 34 };

export async function drawConsents(bars: Bar[], { width, height, label }: { width: number; height: number; label: string }): Promise<Drawn> {
  const Plot = await import('@observablehq/plot');
  const most = Math.max(1, ...bars.map((bar) => bar.people));
  const gap = Math.min(1.5, (width - MARGIN.left) / bars.length / 5);
  const inYears = bars.filter((bar) => bar.quarter === 1 || bar.place === 0);
  // Years are left out where their names would touch.
  const each = Math.max(1, Math.ceil((inYears.length * 36) / (width - MARGIN.left)));
  const named = inYears.filter((bar, at) => (bar.quarter === 1 || inYears.length === 1) && at % each === 0);
  const figure = Plot.plot({
    className: 'plot',
    width,
    height,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    ariaLabel: label,
    x: { type: 'linear', domain: [0, Math.max(bars.length, 8)], axis: null },
    y: { type: 'linear', domain: [0, most], axis: null, nice: most > 4 ? 4 : false },
    marks: [
      Plot.gridY({ ticks: Math.min(4, most), className: 'l-grid', strokeOpacity: 1, filter: (people: number) => people > 0 && Number.isInteger(people) }),
      Plot.axisY({ ticks: Math.min(4, most), className: 't-axis', anchor: 'left', tickSize: 0, tickPadding: 8, label: null, tickFormat: (people: number) => (Number.isInteger(people) ? people.toLocaleString('en') : '') }),
      Plot.rectY(bars.filter((bar) => bar.scattered > 0), { x1: 'place', x2: (bar: Bar) => bar.place + 1, y1: 0, y2: 'scattered', insetLeft: gap, insetRight: gap, className: 'f-bar' }),
      Plot.rectY(bars.filter((bar) => bar.bulk > 0), { x1: 'place', x2: (bar: Bar) => bar.place + 1, y1: 'scattered', y2: 'people', insetLeft: gap, insetRight: gap, className: 'f-bulk' }),
      Plot.ruleY([0], { className: 'l-axis' }),
      Plot.tickX(named, { x: 'place', className: 'l-axis', y: undefined, insetTop: height - MARGIN.top - MARGIN.bottom, insetBottom: -4 }),
      Plot.text(named, { x: 'place', frameAnchor: 'bottom-left', dx: 2, dy: 18, text: (bar: Bar) => String(bar.year), className: 't-axis', textAnchor: 'start', lineAnchor: 'bottom' }),
    ],
  });
  // Style elements are refused by the policy of the window; the rules ship with it.
  for (const style of figure.querySelectorAll('style')) style.remove();
  // One picture with one name: its parts have none.
  for (const part of figure.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label');
  figure.setAttribute('role', 'img');
  const [x, y] = [figure.scale('x'), figure.scale('y')];
  return { figure, x: (place) => Number(x?.apply(place)), y: (people) => Number(y?.apply(people)) };
}
