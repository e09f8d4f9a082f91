export { Policy1764300002000 } from './1764300002000-policy.js';
export { RegisterCopies } from './register-copies.js';
