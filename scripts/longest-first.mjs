import { createRequire } from 'node:module';

// jest's own, which comes with it
const { default: Sequencer } = createRequire(createRequire(import.meta.url).resolve('jest/package.json'))('@jest/test-sequencer');

/** Files that take a minute or more: one of them begun last would keep the run waiting while the other workers have nothing to do. */
const LONG = /(?:scripts\/test\/start|deploy\/test\/restore|libs\/messaging\/test\/event-path|e2e\/chains|e2e\/desk)[^/]*$/;

/** The order jest would take (what took longest the last time goes first, if it remembers), with the long ones before it. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(({ path }) => LONG.test(path)), ...sorted.filter(({ path }) => !LONG.test(path))];
  }
}
