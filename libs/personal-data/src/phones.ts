// Apart from the rest: the tables of numbering plans are read by the services that take telephone numbers, and by no other.
export { maskName, maskPhone } from './mask.js';
export { type Phone, parsePhone, readPhone, spellPhone } from './phone.js';
