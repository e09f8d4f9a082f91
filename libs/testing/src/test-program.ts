import { ROOT } from '@zero-distance/local-stack';

/**
 * A program that only tests start, bundled like what ships (scripts/bundle.mjs names and makes them).
 * `testProgram('libs/messaging', 'replica')` is made of `libs/messaging/test/fixture/replica.mjs`.
 */
export const testProgram = (workspace: string, name: string): string => `${ROOT}/.cache/fixtures/${workspace}/test/fixture/${name}.js`;
