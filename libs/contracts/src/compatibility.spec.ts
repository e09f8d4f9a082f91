import { describe, expect, it } from '@jest/globals';
import { incompatibilities, type JsonSchema } from './compatibility.js';

const published: JsonSchema = {
  type: 'object',
  description: 'An order',
  required: ['id', 'state', 'items'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    state: { type: 'string', enum: ['open', 'closed'] },
    channel: { type: 'string', pattern: '^[a-z-]+$', 'x-known-words': ['online', 'internal'] },
    note: { type: 'string', minLength: 1, maxLength: 64, pattern: '^[a-z]+$' },
    level: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    items: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', required: ['code'], properties: { code: { type: 'string' } }, additionalProperties: false },
    },
  },
  additionalProperties: false,
};
const fields = published.properties as Record<string, JsonSchema>;
const item = (fields.items as JsonSchema).items as JsonSchema;

const withField = (name: string, schema: JsonSchema): JsonSchema => ({ ...published, properties: { ...fields, [name]: schema } });
const withItem = (changes: JsonSchema) => withField('items', { ...fields.items, items: { ...item, ...changes } });
const without = (name: string): JsonSchema => ({
  ...published,
  properties: Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name)),
  required: (published.required as string[]).filter((key) => key !== name),
});

describe('a published version may', () => {
  it.each<[string, JsonSchema]>([
    ['stay as it is', published],
    ['gain an optional field', withField('reason', { type: 'string' })],
    ['gain an optional field inside a list', withItem({ properties: { code: { type: 'string' }, amount: { type: 'integer' } } })],
    ['be described in other words', { ...published, description: 'A work order', title: 'Order', examples: [] }],
    ['describe a field in other words', withField('id', { ...fields.id, description: 'The order' })],
    ['list its codes in another order', withField('state', { type: 'string', enum: ['closed', 'open'] })],
    ['gain a word of an open list', withField('channel', { ...fields.channel, 'x-known-words': ['internal', 'kiosk', 'online'] })],
    ['list its required fields in another order', { ...published, required: ['items', 'state', 'id'] }],
  ])('%s', (_, current) => {
    expect(incompatibilities(published, current)).toEqual([]);
  });
});

describe('a published version may not', () => {
  it.each<[string, JsonSchema, string]>([
    ['lose a field', without('note'), '/note: the field was removed'],
    ['lose a required field', without('state'), '/state: the field was removed'],
    [
      'gain a required field',
      { ...withField('reason', { type: 'string' }), required: ['id', 'state', 'items', 'reason'] },
      '/reason: a new field must be optional',
    ],
    ['require what was optional', { ...published, required: ['id', 'state', 'items', 'note'] }, '/note: was optional and is now required'],
    ['make optional what was required', { ...published, required: ['id', 'items'] }, '/state: was required and is now optional'],
    ['change a type', withField('id', { type: 'integer', format: 'uuid' }), '/id: type changed from "string" to "integer"'],
    ['change a format', withField('id', { type: 'string', format: 'uri' }), '/id: format changed from "uuid" to "uri"'],
    ['drop a format', withField('id', { type: 'string' }), '/id: format changed from "uuid" to nothing'],
    ['lose a code', withField('state', { type: 'string', enum: ['open'] }), '/state: enum changed from ["open","closed"] to ["open"]'],
    [
      'gain a code: consumers of the published version would refuse it',
      withField('state', { type: 'string', enum: ['open', 'closed', 'parked'] }),
      '/state: enum changed from ["open","closed"] to ["open","closed","parked"]',
    ],
    [
      'lose a word of an open list',
      withField('channel', { ...fields.channel, 'x-known-words': ['online'] }),
      '/channel: the word internal was removed',
    ],
    ['open a list', withField('note', { ...fields.note, 'x-known-words': ['a'] }), '/note: the list of words was opened'],
    ['close a list', withField('channel', { type: 'string', pattern: '^[a-z-]+$' }), '/channel: the list of words was closed'],
    ['narrow a length', withField('note', { ...fields.note, maxLength: 32 }), '/note: maxLength changed from 64 to 32'],
    [
      'change a pattern',
      withField('note', { ...fields.note, pattern: '^[a-z]*$' }),
      '/note: pattern changed from "^[a-z]+$" to "^[a-z]*$"',
    ],
    ['gain a limit', withField('id', { ...fields.id, minLength: 36 }), '/id: minLength changed from nothing to 36'],
    ['open itself to unknown fields', { ...published, additionalProperties: true }, '/: additionalProperties changed from false to true'],
    ['lose an alternative', withField('level', { anyOf: [{ type: 'integer' }] }), '/level: anyOf had 2 alternatives and has 1'],
    [
      'change an alternative',
      withField('level', { anyOf: [{ type: 'number' }, { type: 'null' }] }),
      '/level/anyOf/0: type changed from "integer" to "number"',
    ],
    ['lose a field inside a list', withItem({ properties: {}, required: [] }), '/items/items/0/code: the field was removed'],
    ['change the size of a list', withField('items', { ...fields.items, minItems: 2 }), '/items: minItems changed from 1 to 2'],
  ])('%s', (_, current, problem) => {
    expect(incompatibilities(published, current)).toEqual([problem]);
  });

  it('hide one change behind another', () => {
    const both = { ...without('note'), additionalProperties: true };
    expect(incompatibilities(published, both)).toHaveLength(2);
  });
});
