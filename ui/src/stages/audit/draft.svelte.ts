// An answer while it is written: what it lacks is said beside the field once somebody has tried to use it.
import type { Answer, AnswerStart, AttachedProof, ContactChannel, OpenQuestion } from '../../lib/bindings';
import { isoDay } from '../../lib/format';
import { text } from '../../lib/texts';

export const METHODS = ['tick', 'button', 'signature', 'spoken', 'doi_click', 'reply'] as const;
export const CHANNELS: ContactChannel[] = ['email', 'sms', 'phone_live', 'phone_auto', 'post', 'push', 'messenger'];

export type Lack = 'text' | 'since' | 'until' | 'channels' | 'method' | 'form' | 'by' | 'on';

export class AnswerDraft {
  wording = $state('');
  language = $state('');
  since = $state('');
  until = $state('');
  form = $state('');
  method = $state('');
  channels = $state<ContactChannel[]>([]);
  purposes = $state('');
  by = $state('');
  on = $state(isoDay(new Date()));
  proof = $state.raw<AttachedProof | null>(null);
  /** Whether what is missing is said. */
  checked = $state(false);

  constructor(readonly question: OpenQuestion) {
    this.channels = [...question.channels];
  }

  get wantsText(): boolean {
    return this.question.ask !== 'act';
  }

  /** An act that nobody asked about still helps the rows of the batch that name none. */
  get takesMethod(): boolean {
    return this.question.ask !== 'text';
  }

  get wantsMethod(): boolean {
    return ['act', 'wording-and-act', 'everything'].includes(this.question.ask);
  }

  get wantsForm(): boolean {
    return this.question.ask === 'everything';
  }

  startWith(start: AnswerStart): void {
    if (this.purposes === '') this.purposes = start.purposes.join(', ') || text('proof-form-purposes-start');
  }

  /** What is missing or wrong, field by field. */
  get lacks(): Partial<Record<Lack, string>> {
    const lacks: Partial<Record<Lack, string>> = {};
    if (this.wantsText && this.wording.trim() === '') lacks.text = text('proof-lacks-text');
    if (this.wantsText && this.channels.length === 0) lacks.channels = text('proof-lacks-channels');
    if (this.wantsText && this.since === '') lacks.since = text('proof-lacks-since');
    if (this.wantsMethod && this.method === '') lacks.method = text('proof-lacks-method');
    if (this.wantsForm && this.form.trim() === '') lacks.form = text('proof-lacks-form');
    if (this.by.trim() === '') lacks.by = text('proof-lacks-by');
    for (const field of ['since', 'until', 'on'] as const) {
      if (this[field] !== '' && !isDay(this[field])) lacks[field] = text('proof-lacks-day');
    }
    if (this.on === '') lacks.on = text('proof-lacks-day');
    if (!lacks.since && !lacks.until && this.since && this.until && this.until < this.since) lacks.until = text('proof-lacks-order');
    return lacks;
  }

  get missing(): number {
    return Object.keys(this.lacks).length;
  }

  /** What is said beside a field now. */
  says(field: Lack): string | undefined {
    return this.checked ? this.lacks[field] : undefined;
  }

  /** Whether it can be used; from here on it says what it lacks. */
  check(): boolean {
    this.checked = true;
    return this.missing === 0;
  }

  toggle(channel: ContactChannel): void {
    this.channels = CHANNELS.filter((other) => (other === channel ? !this.channels.includes(other) : this.channels.includes(other)));
  }

  get answer(): Answer {
    const said = (value: string) => value.trim() || null;
    return {
      question: this.question.key,
      by: this.by.trim(),
      on: this.on,
      since: said(this.since),
      until: said(this.until),
      method: this.takesMethod ? said(this.method) : null,
      form: this.wantsForm ? said(this.form) : null,
      text: this.wantsText ? said(this.wording) : null,
      language: this.language.trim().toLowerCase(),
      channels: [...this.channels],
      purposes: this.purposes.split(',').map((purpose) => purpose.trim()).filter(Boolean),
      proof: this.proof,
    };
  }

  /** Two drafts of the same signature say the same. */
  get signature(): string {
    return JSON.stringify(this.answer);
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
