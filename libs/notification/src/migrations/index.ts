export { Message1795843100000 } from './1795843100000-message.js';
