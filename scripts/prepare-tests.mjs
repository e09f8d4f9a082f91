// jest's global set-up: what ships is made of what is built, then the servers of the run are started (libs/testing).
import { bundle } from './bundle.mjs';

export default async function prepare() {
  await bundle();
  const { default: setUp } = await import('../libs/testing/dist/jest-global-setup.js');
  await setUp();
}
