// The words of the marks. Each has a shape, and a text `mark-…` in window-shell.ftl.
export const SEVERITIES = ['breach', 'risk', 'hygiene'] as const;
export type SeverityWord = (typeof SEVERITIES)[number];

export const STATES = ['subscribed', 'unsubscribed', 'complained', 'pending', 'suppressed', 'erased', 'bounced', 'unknown', 'absent'] as const;
export type StateWord = (typeof STATES)[number];

export const BUCKETS = ['keep', 'hold', 'stop', 'delete'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The window's four buckets for the core's eight actions. */
export function bucketOf(action: string): Bucket {
  switch (action) {
    case 'keep':
    case 're-consent':
    case 'review':
    case 'fix-data':
      return 'keep';
    case 'hold':
      return 'hold';
    case 'delete':
      return 'delete';
    default:
      return 'stop';
  }
}
