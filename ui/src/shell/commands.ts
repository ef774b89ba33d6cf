// The keys that work everywhere, and the commands that the palette finds.
import { desk } from '../lib/desk.svelte';
import { foot } from '../lib/foot.svelte';
import { intake } from '../lib/intake.svelte';
import { keys, type Binding } from '../lib/keys.svelte';
import { masking } from '../lib/mask.svelte';
import { fits, palette, type Finder, type Hit } from '../lib/palette.svelte';
import { preferences } from '../lib/preferences.svelte';
import { route, type ScreenName } from '../lib/route.svelte';
import { session } from '../lib/session.svelte';
import { text } from '../lib/texts';
import { doors } from '../stages/case/doors.svelte';

const isOpen = () => session.facts !== null && !session.locked;

const STOPS: [key: string, screen: ScreenName, does: string][] = [
  ['Mod+1', 'sources', 'keys-sources'],
  ['Mod+2', 'people', 'keys-people'],
  ['Mod+3', 'findings', 'keys-findings'],
  ['Mod+4', 'plan', 'keys-plan'],
  ['Mod+5', 'campaigns', 'keys-campaigns'],
  ['Mod+6', 'report', 'keys-report'],
  ['Mod+7', 'journal', 'keys-journal'],
  ['Mod+,', 'settings', 'keys-settings'],
];

export const shellKeys: Binding[] = [
  { key: 'Mod+N', does: 'keys-new', run: () => doors.create() },
  { key: 'Mod+O', does: 'keys-open', run: () => void doors.open() },
  { key: 'Mod+E', does: 'keys-sample', run: () => void doors.sample() },
  { key: 'Mod+I', does: 'keys-add-files', when: isOpen, run: () => void intake.choose() },
  { key: 'Mod+K', does: 'keys-find', run: () => palette.open() },
  { key: '?', does: 'keys-help', run: () => desk.open('help') },
  { key: 'M', does: 'keys-mask', inDialogs: true, run: () => masking.toggle() },
  { key: 'Mod+Z', does: 'keys-undo', when: () => foot.canUndo, run: () => void foot.undo() },
  { key: 'Alt+ArrowLeft', does: 'keys-back', when: () => route.canGoBack, run: () => route.back() },
  ...STOPS.map(([key, screen, does]): Binding => ({ key, does, run: () => route.go(screen) })),
  { key: 'Mod+L', does: 'keys-lock', when: isOpen, inDialogs: true, run: () => void doors.lock() },
  { key: 'Mod+W', does: 'keys-close', when: isOpen, run: () => void doors.leave() },
  { key: 'L', does: 'keys-local', run: () => desk.open('proof') },
  { key: 'Mod+D', does: 'keys-theme', inDialogs: true, run: () => desk.turnTheme() },
  { key: 'Mod++', also: ['Mod+='], does: 'keys-larger', inDialogs: true, run: () => preferences.larger() },
  { key: 'Mod+-', does: 'keys-smaller', inDialogs: true, run: () => preferences.smaller() },
  { key: 'Mod+0', does: 'keys-usual', inDialogs: true, run: () => preferences.set({ textSize: 100 }) },
];

/** Every key that works everywhere is a command too. */
export const commands: Finder = {
  id: 'commands',
  title: 'palette-commands',
  find: (query) => bound().filter((hit) => fits(query, hit.label)),
};

/** Keys that move about a screen are no commands. */
const MOVES = /^(?:Alt\+)?(?:Arrow|Page|Home$|End$|Escape$)/;
/** What the screen could do when Find opened: many of its keys ask where the focus is. */
let ready: Binding[] = [];

/** What the screen in sight has a key for stands first. */
export const here: Finder = {
  id: 'here',
  title: 'palette-here',
  open: () => (ready = keys.groups.flatMap((group) => group.bindings).filter((binding) => !shellKeys.includes(binding) && !MOVES.test(binding.key) && can(binding))),
  find: (query) => ready.map(asHit).filter((hit) => fits(query, hit.label)),
};

const can = (binding: Binding) => binding.when?.() ?? true;

function asHit(binding: Binding): Hit {
  return { id: `key-${binding.key}`, label: text(binding.does), key: binding.key, run: () => binding.run(new KeyboardEvent('keydown')) };
}

function bound(): Hit[] {
  return shellKeys.filter((binding) => binding.key !== 'Mod+K' && can(binding)).map(asHit);
}
