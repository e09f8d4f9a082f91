import { rowsOf } from './access-row.js';
import { OF_EVERY_SERVICE, OF_IMPORTS, OF_POLICIES } from './of-every-service.js';
import { ADMINISTRATOR, AGENT, ANYBODY, IMPORTERS } from './role-groups.js';

const CALLBACK_READERS = [
  'callback-agent',
  'intake-clerk',
  'dispatcher',
  'reviewer',
  'handler',
  'publisher',
  'leader',
  'administrator',
] as const;

/** Who leads, answers for figures or is measured by them; an organisation's own token has the handler's role. */
const FIGURE_READERS = [
  'leader',
  'administrator',
  'reviewer',
  'publisher',
  'dispatcher',
  'callback-agent',
  'appraiser',
  'handler',
] as const;

/** The rows of evaluation. */
export const EVALUATION_ACCESS = rowsOf('evaluation', {
  'callbacks.list': ['read', CALLBACK_READERS, 'matter'],
  'callbacks.get': ['read', CALLBACK_READERS, 'matter'],
  'callbacks.attempt': ['write', AGENT, 'matter'],
  'callbacks.record': ['write', AGENT, 'matter'],
  'callbacks.asked': ['read', ANYBODY, 'public'],
  'callbacks.answer': ['write', ANYBODY, 'public'],
  'pastCallbacks.register': ['import', IMPORTERS, 'area'],
  'figures.get': ['read', FIGURE_READERS, 'figures'],
  'figures.compare': ['read', FIGURE_READERS, 'figures'],
  'figures.public': ['read', ANYBODY, 'public'],
  'pastMonths.release': ['operate', ADMINISTRATOR, 'district'],
  'ledger.list': ['read', ANYBODY, 'public'],
  'ledger.get': ['read', ANYBODY, 'public'],
  ...OF_IMPORTS,
  ...OF_POLICIES,
  ...OF_EVERY_SERVICE,
});
