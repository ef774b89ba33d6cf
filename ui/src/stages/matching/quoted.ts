// How a quoted cell is masked.
import type { Quoted } from '../../lib/bindings';
import type { PersonalKind } from '../../lib/mask.svelte';

export function kindOf(quoted: Quoted): PersonalKind {
  switch (quoted.field) {
    case 'email':
      return 'email';
    case 'phone':
      return 'phone';
    case 'first_name':
    case 'last_name':
    case 'full_name':
      return 'name';
    default:
      return 'text';
  }
}
