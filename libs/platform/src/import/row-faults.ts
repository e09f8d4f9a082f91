import { DomainError, type FieldError, showsPersonalData } from '@zero-distance/kernel';
import { inFile, type wordsOfColumns } from './file-texts.js';
import type { FileHeaders, RowFault } from './import.entity.js';

type Column = Pick<RowFault, 'column' | 'header'>;

/** What a refusal says of a row, each fault with its column. What is said of the row as a whole stands where the row is named. */
export function rowFaults(refusal: DomainError, headers: FileHeaders, words?: ReturnType<typeof wordsOfColumns>): RowFault[] {
  const error = legible(refusal);
  const { errors, pointer, code } = error;
  if (errors.length > 0) return fieldFaults(errors, headers, words);
  const column = pointer === undefined ? keyColumn(headers) : columnAt(placeOf(pointer), headers);
  return [{ ...column, code, zh: error.text('zh-CN'), en: error.text('en') }];
}

/** What stands for somebody's number, wherever a refusal would repeat it: the report is kept longer than the file, and read by others. */
const HIDDEN = '***';

function legible(error: DomainError): DomainError {
  const isPersonal = (value: string | number): boolean => typeof value === 'string' && showsPersonalData(value);
  if (!Object.values(error.params).some(isPersonal)) return error;
  const params = Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, isPersonal(value) ? HIDDEN : value]));
  const { code, definition, ...details } = error;
  return new DomainError(code, definition, params, details);
}

/** What is said of a code that no register has, and which it is: each is told once of the whole file. */
export function unknownCodeFault(error: DomainError, headers: FileHeaders): RowFault {
  const [fault] = rowFaults(error, headers) as [RowFault];
  return { ...fault, unknownCode: String(legible(error).params.code) };
}

/** What is said of members of a row, each with its column. */
export const fieldFaults = (errors: readonly FieldError[], headers: FileHeaders, words?: ReturnType<typeof wordsOfColumns>): RowFault[] =>
  errors.map((error) => {
    const place = fieldPlace(error);
    return { ...columnAt(place, headers), code: error.code, ...inFile(error, nameOf(place), words?.get(place)) };
  });

/** None in a register whose rows have no name. */
function keyColumn(headers: FileHeaders): Column {
  const [place] = Object.keys(headers).filter((one) => one.startsWith('key.'));
  return place === undefined ? { column: null, header: null } : columnAt(place, headers);
}

const fieldPlace = ({ pointer, parameter }: Pick<FieldError, 'pointer' | 'parameter'>): string => placeOf(pointer ?? parameter ?? '');

/** `/areaCode` of a body, `code` of a path: `input.areaCode`, `key.code`. */
const placeOf = (place: string): string => (place.startsWith('/') ? `input.${place.slice(1).replaceAll('/', '.')}` : `key.${place}`);

const nameOf = (place: string): string => place.slice(place.indexOf('.') + 1);

/** The column of a place, or of what it lies in: an item of a list lies in the list's. A column that the file lacks has its member's name. */
function columnAt(place: string, headers: FileHeaders): Column {
  for (let at = place; at.includes('.'); at = at.slice(0, at.lastIndexOf('.'))) {
    const found = headers[at];
    if (found) return { column: found.letter, header: found.header };
  }
  return { column: null, header: nameOf(place) };
}

/** The same key stands in an earlier row. */
export const repeatedKey = (row: number, { letter, header }: { readonly letter: string; readonly header: string }): RowFault => ({
  column: letter,
  header,
  code: 'repeated_key',
  zh: `与第 ${row} 行相同，请删除其中一行。`,
  en: `is the same as in row ${row}: take one of them out.`,
});
