export * from './calendar.js';
export * from './deadline.js';
export * from './lamp.js';
export * from './ledger.js';
export type { DeadlineEntry } from './ledger-entry.js';
export { limitText } from './ledger-text.js';
export { type Period, periodText, readPeriods } from './period.js';
export { isQuiet, type MessagePolicies, messagePolicies } from './quiet-hours.js';
export { addDays, dateEndingAt, dateOf, endOf, readable, startOf, yearsAfter, yearsBefore } from './shanghai.js';
