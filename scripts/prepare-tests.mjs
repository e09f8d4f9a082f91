// jest's global set-up: what ships and what tests start is made of what is built, then the servers of the run are started (libs/testing).
import { bundle, bundleFixtures } from './bundle.mjs';
import { findChromium } from './chromium.mjs';

export default async function prepare(_, { displayName }) {
  await bundle();
  await bundleFixtures();
  if (displayName.name === 'e2e') await findChromium();
  const { default: setUp } = await import('../libs/testing/dist/jest-global-setup.js');
  await setUp(displayName.name);
}
