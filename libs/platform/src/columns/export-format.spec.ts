import { expect, it } from '@jest/globals';
import { exportFormat } from './export-format.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

it.each([
  ['text/csv', 'csv'],
  ['text/csv; charset=utf-8', 'csv'],
  ['text/csv; charset=GB18030', 'csv-gb18030'],
  ['TEXT/CSV;charset="gb18030"', 'csv-gb18030'],
  [XLSX, 'xlsx'],
  [`${XLSX}, application/json;q=0.5`, 'xlsx'],
])('a caller who sends Accept: %s gets the list as %s', (accept, name) => {
  expect(exportFormat(accept)?.name).toBe(name);
});

it.each([undefined, '*/*', 'application/json', 'application/json, text/csv', 'text/html,application/xhtml+xml,*/*;q=0.8', 'nonsense', ''])(
  'a caller who sends Accept: %s gets no file',
  (accept) => {
    expect(exportFormat(accept)).toBeUndefined();
  },
);
