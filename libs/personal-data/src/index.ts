export { BlindIndex, KeyRing } from './key-ring.js';
export { type MatterText, openMatterText, sealMatterText } from './matter-text.js';
