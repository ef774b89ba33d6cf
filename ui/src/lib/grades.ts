// What grades are called: by a word, with the rule book's short mark beside it where there is room.
import { text } from './texts';

/** The plain word of a grade, such as “a trace” for `E2`. */
export function gradeName(grade: string): string {
  return text(`grade-${grade.replace('+', '-plus').replace(/-$/, '-minus')}`);
}
