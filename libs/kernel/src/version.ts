/** The version of all of it: programs, images, chart, packages and documents. `npm run release` writes it; a law compares every place. */
export const VERSION = '0.1.0';
