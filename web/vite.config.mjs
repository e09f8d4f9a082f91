import { defineConfig } from 'vite';

const page = (name) => `${import.meta.dirname}/${name}.html`;

/** The pages of people, laid into the gateway's assets by scripts/bundle.mjs. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/web/',
  logLevel: 'warn',
  html: { cspNonce: '__NONCE__' }, // the gateway puts another one there each time
  build: {
    target: 'chrome119', // the oldest that is supported (README)
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the policy of the pages allows no data: addresses
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    // Packages mark what runs in browsers only; all of this does.
    rolldownOptions: {
      onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log),
      input: Object.fromEntries(['desk', 'track', 'report', 'grid', 'menu', 'activities'].map((name) => [name, page(name)])),
    },
  },
});
