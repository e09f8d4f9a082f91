import { expect, it } from '@jest/globals';
import { drifts } from './published.js';

// Red? Run `node libs/contracts/dist/compatibility-main.js`: it says what to do for each.
it('Every event version has its published schema, and has not changed incompatibly since', () => {
  expect(drifts()).toEqual([]);
});
