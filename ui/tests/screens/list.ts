// The screens that are looked at. A stage adds one line for each state worth a picture.

export type Shot = {
  name: string;
  /** What the page is opened with, see `lib/backend/ask.ts`. */
  ask: string;
  /** Pressed one after the other before the picture; a text in quotes is typed, behind `>` stands the name of a button, behind `@` the label of a field. */
  keys?: string[];
  /** In every size of window, in the usual one alone, or in that and the smallest. */
  sizes?: 'all' | 'usual' | 'smaller';
};

export const SHOTS: Shot[] = [
  // case
  { name: 'welcome', ask: '' },
  { name: 'welcome-first', ask: 'recent=none', sizes: 'usual' },
  { name: 'welcome-large-text', ask: 'text=200' },
  { name: 'create', ask: '', keys: ['Control+n'] },
  { name: 'create-differs', ask: '', keys: ['Control+n', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', '"correct horse battery"', 'Tab', '"correct"'], sizes: 'usual' },
  { name: 'create-large-text', ask: 'text=200', keys: ['Control+n'], sizes: 'usual' },
  { name: 'recovery', ask: '', keys: ['Control+n', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', '"correct horse battery"', 'Tab', '"correct horse battery"', 'Enter'], sizes: 'usual' },
  { name: 'open-wrong', ask: '', keys: ['Control+o', '"not it"', 'Enter'], sizes: 'usual' },
  { name: 'lock', ask: 'screen=lock' },
  { name: 'local-only', ask: '', keys: ['Control+k', '"program may not"', 'Enter'], sizes: 'usual' },
  { name: 'settings', ask: 'screen=settings' },
  { name: 'settings-large-text', ask: 'screen=settings&text=200', sizes: 'usual' },
  { name: 'no-case', ask: 'screen=people&case=none', sizes: 'usual' },
  { name: 'journal', ask: 'screen=journal', sizes: 'usual' },
  { name: 'campaigns', ask: 'screen=campaigns', sizes: 'usual' },
  { name: 'report', ask: 'screen=report', sizes: 'usual' },
  { name: 'leave', ask: 'screen=settings', keys: ['Control+e', 'Control+,', 'Control+w'], sizes: 'usual' },
  // people
  { name: 'people', ask: 'screen=people' },
  { name: 'people-open', ask: 'screen=people', keys: ['Enter'] },
  { name: 'people-one-system', ask: 'screen=people', keys: ['ArrowDown', 'Enter'], sizes: 'usual' },
  { name: 'people-refused', ask: 'screen=people', keys: ['Enter', 'k'], sizes: 'smaller' },
  { name: 'people-large-text', ask: 'screen=people&text=200', keys: ['Enter'], sizes: 'usual' },
  { name: 'people-list-large-text', ask: 'screen=people&text=200', sizes: 'usual' },
  { name: 'people-many-lists', ask: 'screen=people&lists=many' },
  { name: 'people-many-lists-open', ask: 'screen=people&lists=many', keys: ['ArrowDown', 'Enter'], sizes: 'smaller' },
  { name: 'people-decide', ask: 'screen=people', keys: ['ArrowDown', 'k', '"Saga Lind"', 'Tab', '"signed form"'], sizes: 'usual' },
  // import
  { name: 'sources', ask: 'screen=sources&case=question' },
  { name: 'sources-meaning', ask: 'screen=sources&case=question', keys: ['ArrowUp', 'Enter', '"con"', 'ArrowDown'], sizes: 'smaller' },
  { name: 'sources-large-text', ask: 'screen=sources&case=question&text=200', sizes: 'usual' },
  { name: 'sources-forget', ask: 'screen=sources&case=question', keys: ['Delete'], sizes: 'usual' },
  { name: 'sources-remarks', ask: 'screen=sources&case=remarks&show', keys: ['ArrowRight', 'ArrowRight', 'ArrowRight'], sizes: 'smaller' },
  { name: 'sources-remarks-shown', ask: 'screen=sources&case=remarks&show', keys: ['ArrowRight', 'ArrowRight', 'ArrowRight', '@34 others', 'Tab', 'Enter'], sizes: 'smaller' },
  { name: 'sources-questions', ask: 'screen=sources&case=questions', keys: ['>Answer all 3'], sizes: 'smaller' },
  { name: 'sources-history', ask: 'screen=sources&case=question', keys: ['h'], sizes: 'smaller' },
  { name: 'sources-rejected', ask: 'screen=sources&case=rejected', keys: ['r'], sizes: 'smaller' },
  { name: 'sources-mend', ask: 'screen=sources&case=rejected', keys: ['r', 'e'], sizes: 'smaller' },
  { name: 'sources-mended', ask: 'screen=sources&case=rejected&show', keys: ['>Show 5 rejected rows', '>Mend row 41', '"lena.holm@example.org"', 'Enter'], sizes: 'smaller' },
  { name: 'sources-empty', ask: 'screen=sources&case=empty' },
  // audit
  { name: 'findings', ask: 'screen=findings' },
  { name: 'findings-large-text', ask: 'screen=findings&text=200', sizes: 'usual' },
  { name: 'findings-many-lists', ask: 'screen=findings&lists=many', sizes: 'smaller' },
  { name: 'findings-by-cells', ask: 'screen=findings&by=cells', sizes: 'usual' },
  { name: 'findings-table', ask: 'screen=findings', keys: ['t'], sizes: 'usual' },
  { name: 'findings-not-audited', ask: 'screen=findings&case=empty', sizes: 'usual' },
  { name: 'findings-taken-back', ask: 'screen=findings&case=outdated', sizes: 'smaller' },
  { name: 'proof', ask: 'screen=proof&by=cells' },
  { name: 'proof-lacks', ask: 'screen=proof&by=cells', keys: ['Control+s'], sizes: 'usual' },
  {
    name: 'proof-preview',
    ask: 'screen=proof&by=cells',
    keys: ['@The text, word for word', '"Norrsken Kaffe AB may send me its newsletter by e-mail."', '@Shown since', '"2017-11-05"', '@Who says so', '"Elin Öberg"', 'Control+Enter'],
    sizes: 'smaller',
  },
  { name: 'proof-large-text', ask: 'screen=proof&by=cells&text=200', sizes: 'usual' },
  { name: 'proof-answered', ask: 'screen=proof', sizes: 'smaller' },
  // shell
  { name: 'find', ask: 'screen=settings', keys: ['Control+k', '"case"', 'ArrowDown'], sizes: 'usual' },
  { name: 'find-here', ask: 'screen=plan', keys: ['Control+k'], sizes: 'usual' },
  { name: 'find-rule', ask: 'screen=settings', keys: ['Control+k', '"withdrawn"'], sizes: 'usual' },
  { name: 'keys', ask: 'screen=settings', keys: ['?'], sizes: 'usual' },
  { name: 'work', ask: 'work=stop', keys: ['Control+e'], sizes: 'usual' },
  { name: 'drop', ask: 'screen=drop', sizes: 'usual' },
  // plan
  { name: 'plan', ask: 'screen=plan' },
  { name: 'plan-change', ask: 'screen=plan', keys: ['p', 'Tab', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'] },
  { name: 'plan-sign', ask: 'screen=plan', keys: ['Control+s'], sizes: 'usual' },
  { name: 'plan-large-text', ask: 'screen=plan&text=200', sizes: 'usual' },
  { name: 'plan-export', ask: 'screen=plan', keys: ['e'], sizes: 'smaller' },
  { name: 'plan-export-large-text', ask: 'screen=plan&text=200', keys: ['e'], sizes: 'usual' },
  { name: 'plan-written', ask: 'screen=plan', keys: ['e', 'ArrowDown', 'Tab', 'Tab', 'Tab', 'Enter'], sizes: 'usual' },
  { name: 'plan-export-writing', ask: 'screen=plan&work=stop', keys: ['e', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter'], sizes: 'usual' },
  { name: 'plan-none', ask: 'screen=plan&case=empty', sizes: 'usual' },
];
