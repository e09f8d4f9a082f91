export * from './check.js';
export * from './define-event.js';
export * from './envelope.js';
export { ACCESS_ACTIONS, type AccessAction } from './events/access.js';
export * from './events.js';
export { KNOWN_WORDS } from './fields.js';
export * from './topology.js';
export * from './vocabulary.js';
export * from './vocabulary-labels.js';
