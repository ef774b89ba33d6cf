import { render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { masking } from '../../src/lib/mask.svelte';
import ActionMark from '../../src/shared/ActionMark.svelte';
import Cell from '../../src/shared/Cell.svelte';
import DispositionBar from '../../src/shared/DispositionBar.svelte';
import Grade from '../../src/shared/Grade.svelte';
import { bucketOf, SEVERITIES, STATES } from '../../src/shared/marks';
import Masked from '../../src/shared/Masked.svelte';
import Sentence from '../../src/shared/Sentence.svelte';
import Severity from '../../src/shared/Severity.svelte';
import StateGlyph from '../../src/shared/StateGlyph.svelte';

afterEach(() => masking.hide());

describe('personal data', () => {
  it('is not in the page at all while it is masked', async () => {
    const { container } = render(Masked, { value: 'giulia.rinaldi@example.org', kind: 'email' });
    expect(container.innerHTML).not.toContain('rinaldi');
    masking.toggle();
    await Promise.resolve();
    expect(container.textContent).toBe('giulia.rinaldi@example.org');
  });
});

describe('a cell', () => {
  it('is inert, whatever it says', () => {
    const { container } = render(Cell, { value: '<img src=x onerror=alert(1)>' });
    expect(container.querySelector('img')).toBeNull();
    expect(container.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('of a megabyte is shown by its beginning', () => {
    const { container } = render(Cell, { value: 'x'.repeat(1_000_000) });
    expect(container.textContent!.length).toBeLessThan(400);
    expect(container.textContent).toContain('999,760 more characters');
  });
});

describe('marks', () => {
  it('have a shape and a name each', () => {
    const drawn = STATES.map((state) => {
      const { container, unmount } = render(StateGlyph, { state });
      const svg = container.querySelector('svg')!;
      const [name, shape] = [svg.getAttribute('aria-label'), svg.innerHTML];
      unmount();
      return { name, shape };
    });
    expect(new Set(drawn.map((mark) => mark.shape)).size).toBe(STATES.length);
    expect(drawn.every((mark) => mark.name && !mark.name.startsWith('mark-'))).toBe(true);
  });

  it('say their word beside their shape', () => {
    for (const severity of SEVERITIES) {
      const { container, unmount } = render(Severity, { severity });
      expect(container.textContent!.toLowerCase()).toContain(severity);
      expect(container.querySelector('svg')!.getAttribute('aria-hidden')).toBe('true');
      unmount();
    }
  });

  it('draw a grade in bars', () => {
    const { container } = render(Grade, { grade: 'E3' });
    expect(container.querySelectorAll('u.on').length).toBe(3);
  });

  it('know the bucket of every action', () => {
    const buckets = ['keep', 're-consent', 'review', 'fix-data', 'hold', 'suppress', 'restrict', 'delete'].map(bucketOf);
    expect(buckets).toEqual(['keep', 'keep', 'keep', 'keep', 'hold', 'stop', 'stop', 'delete']);
    const { container } = render(ActionMark, { action: 're-consent' });
    expect(container.textContent).toBe('ask again');
  });
});

describe('the disposition bar', () => {
  it('opens the people behind every segment, and draws none for nobody', () => {
    const onopen = vi.fn();
    render(DispositionBar, { outcome: { keep: 1870, hold: 0, stop: 683, delete: 1 }, onopen });
    const segments = screen.getAllByRole('button');
    expect(segments.map((segment) => segment.getAttribute('aria-label'))).toEqual(['1,870 people may be kept', '683 people stopped', '1 person deleted']);
    segments[1]!.click();
    expect(onopen).toHaveBeenCalledWith('stop');
  });
});

describe('a sentence', () => {
  it('sets apart what is strong', () => {
    const { container } = render(Sentence, { key: 'promise-unknown' });
    expect(container.querySelector('b')?.textContent).toBe('Unknown is never yes.');
  });

  it('keeps the mark behind a number on its line, and every letter', () => {
    const once = { keep: 350, reConsent: 56, review: 2, fixData: 0, hold: 294, stop: 376, delete: 171 };
    const { container } = render(Sentence, { key: 'plan-heading', args: once, links: [] });
    expect(container.textContent).toBe('Keep 350, ask 56 again first, look at 2; hold 294, stop 376, delete 171');
    expect([...container.querySelectorAll('.nowrap')].map((kept) => kept.textContent)).toEqual(['350,', '2;', '294,', '376,']);
  });
});
