import type { DXT } from 'docxtemplater';

/**
 * How templates are filled: a tag is looked up as it is written and computes nothing, a line break becomes one, what is not there leaves its place
 * empty.
 */
export const FILLING = {
  paragraphLoop: true,
  linebreaks: true,
  nullGetter: () => '',
  errorLogging: false, // what is wrong is told to who publishes it
  parser: (tag: string): DXT.Parser => ({
    get: (scope: unknown) =>
      typeof scope === 'object' && scope !== null && Object.hasOwn(scope, tag) ? (scope as Record<string, unknown>)[tag] : undefined,
  }),
} satisfies DXT.ConstructorOptions;
