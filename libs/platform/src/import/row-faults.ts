import type { DomainError, FieldError } from '@zero-distance/kernel';
import type { FileHeaders, RowFault } from './import.entity.js';

/** What a refusal says of a row, each fault with its column. */
export function rowFaults(error: DomainError, headers: FileHeaders): RowFault[] {
  const { errors, pointer, code } = error;
  const whole = { code, zh: error.text('zh-CN'), en: error.text('en') };
  if (pointer !== undefined) return [{ ...columnAt(placeOf(pointer), headers), ...whole }];
  if (errors.length === 0) return [{ ...NOWHERE, ...whole }];
  return errors.map(({ code: what, zh, en, ...where }) => ({ ...columnAt(fieldPlace(where), headers), code: what, zh, en }));
}

const NOWHERE = { column: null, header: null };

const fieldPlace = ({ pointer, parameter }: Pick<FieldError, 'pointer' | 'parameter'>): string => placeOf(pointer ?? parameter ?? '');

/** `/areaCode` of a body, `code` of a path: `input.areaCode`, `key.code`. */
const placeOf = (place: string): string => (place.startsWith('/') ? `input.${place.slice(1).replaceAll('/', '.')}` : `key.${place}`);

/** The column of a place, or of what it lies in: an item of a list lies in the list's. A column that the file lacks has its member's name. */
function columnAt(place: string, headers: FileHeaders): { readonly column: string | null; readonly header: string | null } {
  for (let at = place; at.includes('.'); at = at.slice(0, at.lastIndexOf('.'))) {
    const found = headers[at];
    if (found) return { column: found.letter, header: found.header };
  }
  return { column: null, header: place.slice(place.indexOf('.') + 1) };
}

/** The same key stands in an earlier row. */
export const repeatedKey = (row: number, { letter, header }: { readonly letter: string; readonly header: string }): RowFault => ({
  column: letter,
  header,
  code: 'repeated_key',
  zh: `与第 ${row} 行相同，请删除其中一行。`,
  en: `is the same as in row ${row}: take one of them out.`,
});
