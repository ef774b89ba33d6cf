// The icons, drawn on 16 × 16 with one line of 1.35.

/** Strokes; `fill` is filled instead. */
type Drawing = { stroke: string; fill?: string };

export const ICONS = {
  search: { stroke: 'M7 2.75a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 0 0 0-8.5ZM13.5 13.5l-3.4-3.4' },
  masked: { stroke: 'M6.3 4c.5-.16 1.1-.25 1.7-.25C12 3.75 14.5 8 14.5 8s-.7 1.2-2 2.3M4 5.2C2.4 6.4 1.5 8 1.5 8S4 12.25 8 12.25c1 0 1.9-.25 2.7-.65M2.5 2.5l11 11' },
  shown: { stroke: 'M1.5 8S4 3.75 8 3.75 14.5 8 14.5 8 12 12.25 8 12.25 1.5 8 1.5 8ZM8 6.1a1.9 1.9 0 1 0 0 3.8a1.9 1.9 0 0 0 0-3.8Z' },
  lock: { stroke: 'M4 7h8a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1ZM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2' },
  theme: { stroke: 'M8 2.75a5.25 5.25 0 1 0 0 10.5a5.25 5.25 0 0 0 0-10.5Z', fill: 'M8 2.75a5.25 5.25 0 0 1 0 10.5Z' },
  journal: { stroke: 'M4 2.5h8.5v11H4a1.5 1.5 0 0 1-1.5-1.5V4A1.5 1.5 0 0 1 4 2.5ZM5.5 5.75h4.5M5.5 8.5h4.5' },
  settings: { stroke: 'M8 6a2 2 0 1 0 0 4a2 2 0 0 0 0-4ZM8 1.75v2M8 12.25v2M1.75 8h2M12.25 8h2M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4' },
  plus: { stroke: 'M8 3v10M3 8h10' },
  folder: { stroke: 'M1.75 12.5v-9h4l1.5 1.75h5.5V7M1.75 12.5 4 7h10.5l-2.25 5.5H1.75Z' },
  book: { stroke: 'M8 4.25C6.75 3.25 4.5 3 2 3v9.25c2.5 0 4.75.25 6 1.25 1.25-1 3.5-1.25 6-1.25V3c-2.5 0-4.75.25-6 1.25ZM8 4.25v9.25' },
  down: { stroke: 'm4 6 4 4 4-4' },
  up: { stroke: 'm4 10 4-4 4 4' },
  right: { stroke: 'm6 4 4 4-4 4' },
  left: { stroke: 'm10 4-4 4 4 4' },
  close: { stroke: 'm4 4 8 8M12 4l-8 8' },
  save: { stroke: 'M8 2.5v7M5 6.75l3 3 3-3M2.5 11.5v2h11v-2' },
  load: { stroke: 'M8 9.5v-7M5 5.25l3-3 3 3M2.5 11.5v2h11v-2' },
  sign: { stroke: 'M8 2.25a4.25 4.25 0 1 0 0 8.5a4.25 4.25 0 0 0 0-8.5ZM5.5 10l-1 4.25L8 12.5l3.5 1.75-1-4.25M6.25 6.5 7.5 7.75l2.25-2.5' },
  print: { stroke: 'M4.5 6V2.25h7V6M4.5 11.5H2.25V6h11.5v5.5H11.5M4.5 9.5h7v4.25h-7Z' },
  copy: { stroke: 'M5.75 5.75V2.5h7.75v7.75h-3.25M2.5 5.75h7.75v7.75H2.5Z' },
  undo: { stroke: 'M5.5 3 2.5 6l3 3M2.5 6h6.75a4 4 0 0 1 0 8H7' },
  filter: { stroke: 'M2.25 4h11.5M4.25 8h7.5M6.5 12h3' },
  trash: { stroke: 'M2.75 4.25h10.5M6 4.25V2.5h4v1.75M4 4.25l.6 9.25h6.8l.6-9.25M6.75 6.75v4.25M9.25 6.75v4.25' },
  file: { stroke: 'M3.5 2.25h5.75l3.25 3.25v8.25h-9ZM9 2.5v3.25h3.25' },
  check: { stroke: 'm3.25 8.5 3.25 3.25 6.25-7.5' },
  more: { stroke: '', fill: 'M3.5 7a1 1 0 1 0 0 2a1 1 0 0 0 0-2ZM8 7a1 1 0 1 0 0 2a1 1 0 0 0 0-2ZM12.500 7a1 1 0 1 0 0 2a1 1 0 0 0 0-2Z' },
  info: { stroke: 'M8 2.75a5.25 5.25 0 1 0 0 10.5a5.25 5.25 0 0 0 0-10.5ZM8 7.5v3.25M8 5.25v.2' },
  edit: { stroke: 'm10.75 2.75 2.5 2.5-7.75 7.75-3.25.75.75-3.25Z' },
  split: { stroke: 'M8 13.5V9L3.500 4M8 9l4.500-5M3.250 7V3.750H6.500M9.500 3.750h3.250V7' },
  join: { stroke: 'M3.500 2.500 8 7.250l4.500-4.750M8 7.250v6M5.500 10.750 8 13.250l2.500-2.500' },
  table: { stroke: 'M2.250 3h11.500v10H2.250ZM2.250 6.250h11.500M6 6.250V13' },
  chart: { stroke: 'M2.500 13.250h11M4.250 13V9M8 13V3.500M11.750 13V6.500' },
  person: { stroke: 'M8 2.500a2.750 2.750 0 1 0 0 5.500a2.750 2.750 0 0 0 0-5.500ZM2.750 13.500c.4-2.600 2.500-3.750 5.250-3.750s4.850 1.150 5.250 3.750' },
  sortUp: { stroke: 'M8 13V3.500M4.500 7 8 3.500 11.500 7' },
  sortDown: { stroke: 'M8 3v9.500M4.500 9 8 12.500 11.500 9' },
} satisfies Record<string, Drawing>;

export type IconName = keyof typeof ICONS;
