import { NODE_FLAGS, ROOT } from '@zero-distance/local-stack';

/**
 * What Node is told to run a program that only tests start, bundled like what ships (scripts/bundle.mjs names and makes them).
 * That of `testProgram('libs/messaging', 'replica')` is made of `libs/messaging/test/fixture/replica.mjs`.
 */
export const testProgram = (workspace: string, name: string): readonly string[] => [
  ...NODE_FLAGS,
  `${ROOT}/.cache/fixtures/${workspace}/test/fixture/${name}.js`,
];
