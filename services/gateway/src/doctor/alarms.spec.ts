import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LIMITS } from './event-path.js';
import { LEFT } from './overdue.js';

const rules = readFileSync(new URL('../../../../deploy/prometheus/alerts.yml', import.meta.url), 'utf8');
const expressions = new Map(
  [...rules.matchAll(/- alert: (\w+)\n\s+expr: ["'](.*)["']\n/g)].map(([, alarm, expression]) => [alarm, expression]),
);

describe('the doctor complains where an alarm would be raised', () => {
  it.each(Object.entries(LIMITS))('%s: beyond the same limit, %s', (alarm, limit) =>
    expect(expressions.get(alarm)).toMatch(new RegExp(`> ${limit}$`)),
  );
  it.each(Object.entries(LEFT))('%s: of the same figure, when there is one', (figure, { alarm }) =>
    expect(expressions.get(alarm)).toBe(`max(${figure}) > 0`),
  );
});
