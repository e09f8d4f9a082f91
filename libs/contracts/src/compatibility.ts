import { KNOWN_WORDS } from './fields.js';

/** A JSON Schema as plain JSON. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

// Parts of a schema that are for people, not for the validator: free to change.
const ANNOTATIONS = new Set(['$schema', '$id', '$comment', 'title', 'description', 'examples', 'default', 'deprecated']);
// Compared by the rules for fields and for what lies inside, below.
const STRUCTURE = new Set(['properties', 'required', 'items', 'anyOf', 'oneOf', 'allOf', KNOWN_WORDS]);

/**
 * The reasons why `current` may not keep the version number of `published`: an empty list when it may.
 * Consumers have the published schema, and the archive has events of the published shape. Both must go on working, so
 * the only changes allowed are a new optional field and a new word of an open list. Anything else is a new version.
 */
export function incompatibilities(published: JsonSchema, current: JsonSchema, at = ''): string[] {
  return [
    ...keywordChanges(published, current, at),
    ...wordChanges(published, current, at),
    ...fieldChanges(published, current, at),
    ...requiredChanges(published, current, at),
    ...insideChanges(published, current, at),
  ];
}

function keywordChanges(published: JsonSchema, current: JsonSchema, at: string): string[] {
  return keysOf(published, current)
    .filter((keyword) => !ANNOTATIONS.has(keyword) && !STRUCTURE.has(keyword))
    .filter((keyword) => !same(published[keyword], current[keyword]))
    .map((keyword) => `${at || '/'}: ${keyword} changed from ${show(published[keyword])} to ${show(current[keyword])}`);
}

/** Words come to an open list and none goes; a list is not opened or closed on the way: consumers of the published version know it as it was. */
function wordChanges(published: JsonSchema, current: JsonSchema, at: string): string[] {
  const was = published[KNOWN_WORDS] as readonly string[] | undefined;
  const is = current[KNOWN_WORDS] as readonly string[] | undefined;
  if ((was === undefined) !== (is === undefined)) return [`${at || '/'}: the list of words was ${was ? 'closed' : 'opened'}`];
  return (was ?? []).filter((word) => !is?.includes(word)).map((word) => `${at || '/'}: the word ${word} was removed`);
}

function fieldChanges(published: JsonSchema, current: JsonSchema, at: string): string[] {
  const before = fieldsOf(published);
  const after = fieldsOf(current);
  return keysOf(before, after).flatMap((name) => {
    const here = `${at}/${name}`;
    const was = before[name];
    const is = after[name];
    if (was && is) return incompatibilities(was, is, here);
    if (was) return [`${here}: the field was removed`];
    return namesOf(current.required).has(name) ? [`${here}: a new field must be optional`] : [];
  });
}

function requiredChanges(published: JsonSchema, current: JsonSchema, at: string): string[] {
  const before = namesOf(published.required);
  const after = namesOf(current.required);
  return Object.keys(fieldsOf(published))
    .filter((name) => Object.hasOwn(fieldsOf(current), name) && before.has(name) !== after.has(name))
    .map((name) => `${at}/${name}: was ${before.has(name) ? 'required and is now optional' : 'optional and is now required'}`);
}

function insideChanges(published: JsonSchema, current: JsonSchema, at: string): string[] {
  return ['items', 'anyOf', 'oneOf', 'allOf'].flatMap((keyword) => {
    const was = schemasOf(published[keyword]);
    const is = schemasOf(current[keyword]);
    if (was.length !== is.length) return [`${at || '/'}: ${keyword} had ${was.length} alternatives and has ${is.length}`];
    return was.flatMap((schema, i) => incompatibilities(schema, is[i] as JsonSchema, `${at}/${keyword}/${i}`));
  });
}

const keysOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];
const fieldsOf = (schema: JsonSchema) => (schema.properties ?? {}) as Record<string, JsonSchema>;
const namesOf = (list: unknown) => new Set((list ?? []) as string[]);
const schemasOf = (value: unknown) => (value === undefined ? [] : [value].flat()) as JsonSchema[];
const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** Equal as JSON; lists of codes (enum, type) are equal in any order. */
function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value);
  return plain(a) === plain(b);
}
