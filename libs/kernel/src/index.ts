export * from './actor.js';
export * from './area-code.js';
export * from './clock.js';
export * from './domain-error.js';
export * from './id.js';
export * from './public-text.js';
export * from './result.js';
export * from './transitions.js';
