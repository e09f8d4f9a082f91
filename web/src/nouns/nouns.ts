import type { Person } from '../log-in/log-in';
import { ACTIVITY } from './activity';
import { ACTIVITY_BOOKING } from './activity-booking';
import { ACTIVITY_OUTCOME } from './activity-outcome';
import { APPLICATION } from './application';
import { CALLBACK } from './callback';
import { FACILITY_FAULT } from './facility-fault';
import { HOME_VISIT } from './home-visit';
import { KEY_PERSON } from './key-person';
import { KNOCK_NEED } from './knock-need';
import { KNOWLEDGE_ENTRY } from './knowledge-entry';
import { MISSED_CALL } from './missed-call';
import type { Noun } from './noun';
import { ORDER } from './order';
import { PART } from './part';
import { POINT_USE } from './point-use';
import { RECEPTION_DAY } from './reception-day';
import { REQUEST } from './request';
import { RESIDENT } from './resident';
import { ROUND } from './round';
import { SERVICE_CASE } from './service-case';
import { SNAPSHOT_REPORT } from './snapshot-report';
import { SUPERVISION_ORDER } from './supervision-order';
import { WHISTLE } from './whistle';

/** Everything that the desk lists, in the order in which it stands in the head. */
const NOUNS: readonly Noun[] = [
  ORDER,
  REQUEST,
  SNAPSHOT_REPORT,
  MISSED_CALL,
  RECEPTION_DAY,
  APPLICATION,
  PART,
  SUPERVISION_ORDER,
  WHISTLE,
  CALLBACK,
  KNOWLEDGE_ENTRY,
  FACILITY_FAULT,
  POINT_USE,
  SERVICE_CASE,
  HOME_VISIT,
  ACTIVITY,
  ACTIVITY_BOOKING,
  ACTIVITY_OUTCOME,
  ROUND,
  KNOCK_NEED,
  RESIDENT,
  KEY_PERSON,
];

/** Those that this person may read. */
export const readable = ({ scopes }: Person): readonly Noun[] => NOUNS.filter(({ service }) => scopes.includes(`${service}:read`));

/** Those that this person looks for. */
export const usual = (person: Person): readonly Noun[] =>
  readable(person).filter(({ readers }) => readers.some((role) => person.roles.includes(role)));
