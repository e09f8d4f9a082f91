import { type DomainError, findPersonalData } from '@zero-distance/kernel';
import { refuse } from './errors.js';

/**
 * Refuses a text that shows personal data: summaries, minutes and terms are kept here in clear, so who the parties
 * are stays with intake, which encrypts it (domain.md §8). `pointer` names the text's field.
 */
export function checkKeptText(text: string | undefined, pointer: string): DomainError | undefined {
  const kinds = findPersonalData(text ?? '');
  return kinds.length > 0 ? refuse('text.personal_data', { kinds: kinds.join(', ') }, pointer) : undefined;
}
