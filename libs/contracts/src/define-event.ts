import { type Static, type TObject, type TProperties, Type } from 'typebox';

/** One version of one event: its description in both languages, its JSON Schema, and an example that fits it. */
export interface EventDefinition<T extends TObject = TObject> {
  readonly title: { readonly zh: string; readonly en: string };
  readonly schema: T;
  readonly example: Static<T>;
}

/** Some fields and an example of them. */
interface Part<P extends TProperties> {
  readonly fields: P;
  readonly example: Static<TObject<P>>;
}

interface EventPart<P extends TProperties> extends Part<P> {
  readonly title: EventDefinition['title'];
}

type Events<A extends string, C extends TProperties, E extends Readonly<Record<string, EventPart<TProperties>>>> = {
  readonly [K in keyof E & string as `${A}.${K}`]: EventDefinition<TObject<C & E[K]['fields']>>;
};

/** What one event says besides the fields that all events of its aggregate have. */
export function event(title: EventDefinition['title']): EventPart<Record<never, never>>;
export function event<P extends TProperties>(title: EventDefinition['title'], fields: P, example: Static<TObject<P>>): EventPart<P>;
export function event(title: EventDefinition['title'], fields: TProperties = {}, example: Static<TObject> = {}): EventPart<TProperties> {
  return { title, fields, example };
}

/** The fields that all events of an aggregate have. */
export const common = <P extends TProperties>(fields: P, example: Static<TObject<P>>): Part<P> => ({ fields, example });

/**
 * Declares the events of an aggregate, each by its past participle and version: `accepted.v1`. Unknown fields are refused, so that a misspelt
 * field is found by its producer's tests.
 */
export function defineEvents<
  const A extends string,
  const E extends Readonly<Record<string, EventPart<TProperties>>>,
  C extends TProperties = Record<never, never>,
>(aggregate: A, events: E, shared?: Part<C>): Events<A, C, E> {
  const definitions = Object.entries(events).map(([name, { title, fields, example }]) => [
    `${aggregate}.${name}`,
    {
      title,
      schema: Type.Object({ ...shared?.fields, ...fields }, { additionalProperties: false }),
      example: { ...shared?.example, ...example },
    },
  ]);
  return Object.fromEntries(definitions);
}
