import { Type } from 'typebox';

// The field types that events are made of. Every event is made of ids, codes, times and counts:
// personal data never travels in plain. The one text that can be read is `publicAnswer`, which a reviewer released.

export const id = (description: string) => Type.String({ format: 'uuid', description });
export const time = (description: string) => Type.String({ format: 'date-time', description });
/** A day, `YYYY-MM-DD`. */
export const date = (description: string) => Type.String({ format: 'date', description });
export const code = (description: string) => Type.String({ minLength: 1, maxLength: 64, description });
export const area = (description = 'Area code: 6, 9, 12 or 15 digits') =>
  Type.String({ pattern: '^[0-9]{6}([0-9]{3}){0,3}$', description });
export const flag = (description: string) => Type.Boolean({ description });
/** Files that show what happened, by their ids in the service that keeps them; absent where there are none. */
export const files = () =>
  Type.Optional(
    Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 20, description: 'Files that show it, kept by the producer' }),
  );
/** 发现人: who can say whether what they found is put right. */
export const finder = () => Type.Optional(code('Account of the grid worker who found it; absent: nobody did, or nobody is to know who'));
/** 点单: which item of the catalogue was ordered, in which version, and what that version promises. */
export const orderedService = () =>
  Type.Optional(
    Type.Object(
      {
        itemCode: code('The item'),
        itemVersion: Type.Integer({ minimum: 1, description: 'Its version when it was ordered' }),
        organisationId: id('Who provides it'),
        limitWorkingDays: Type.Integer({ minimum: 1, description: 'In how many working days it is provided' }),
        from: Type.Optional(time('The resident wants it from then on; absent: at any time')),
        until: Type.Optional(time('The resident wants it until then')),
      },
      { additionalProperties: false, description: 'There when a service of the catalogue was ordered' },
    ),
  );
export const count = (description: string) => Type.Integer({ minimum: 0, description });
export const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], description });
/** What a word of an open list may be: one that is known, or one of a later version. */
export type OpenWord<W extends string> = W | (string & Record<never, never>);

/** The keyword with the words of an open list that are known. */
export const KNOWN_WORDS = 'x-known-words';

/**
 * A word of a list that grows within a version: who emits it is held to the words that are known, who hears it only to the form of a word,
 * because the producer may be of a later version. What to do with a word that is not known is the consumer's to say.
 */
export const openWord = <const T extends readonly string[]>(words: T, description: string) =>
  Type.Unsafe<OpenWord<T[number]>>({
    type: 'string',
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    maxLength: 64,
    [KNOWN_WORDS]: [...words],
    description: `${description}; more words may come`,
  });
/** The words that a field is known to take: of a closed list all, of an open list those of this version. */
export const wordsOf = (field: { readonly enum?: readonly string[]; readonly [KNOWN_WORDS]?: readonly string[] } = {}): readonly string[] =>
  field.enum ?? field[KNOWN_WORDS] ?? [];

/** 密文. The text of a matter, sealed for the services that share the key: `keyId:base64` (decision 35). The one field that is not to be kept as it came. */
export const sealedText = (description: string) =>
  Type.String({ pattern: '^[\\w-]+:[A-Za-z0-9+/]+={0,2}$', maxLength: 40_000, description });

export const publicText = (description: string, maxLength = 2000) => Type.String({ minLength: 1, maxLength, description });
