import { createHmac } from 'node:crypto';

/** A hash of something that could be guessed (a name, an address): without the key guesses cannot be tried on it. */
export const keyedHash = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64url');
