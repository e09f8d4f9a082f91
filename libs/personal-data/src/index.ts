export { type IdNumber, maskIdNumber, parseIdNumber } from './id-number.js';
export { BlindIndex, KeyRing } from './key-ring.js';
export { type MatterText, openFollowUp, openMatterText, sealFollowUp, sealMatterText } from './matter-text.js';
export { LINK_PURPOSES, type LinkPurpose, type LinkReading, type LinkTarget, SignedLinks } from './signed-link.js';
