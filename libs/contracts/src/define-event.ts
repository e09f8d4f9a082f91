import { type Static, type TObject, type TProperties, Type } from 'typebox';

/** One version of one event: what it says, in both languages, its JSON Schema, and an example that fits it. */
export interface EventDefinition<T extends TObject = TObject> {
  readonly title: { readonly zh: string; readonly en: string };
  readonly schema: T;
  readonly example: Static<T>;
}

/** Declares an event version. Unknown fields are refused, so that a misspelt field is found by its producer's tests. */
export function defineEvent<P extends TProperties>(
  title: { zh: string; en: string },
  properties: P,
  example: Static<TObject<P>>,
): EventDefinition<TObject<P>> {
  return { title, schema: Type.Object(properties, { additionalProperties: false }) as TObject<P>, example };
}
