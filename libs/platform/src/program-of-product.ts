import { dirname, join } from 'node:path';

/** A program of the product by its path in it, whatever file of a bundle asks: our own is `<root>/services/<name>/dist/main.js`. */
export const programOfProduct = (path: string): string => join(dirname(process.argv[1] as string), '../../..', path);
