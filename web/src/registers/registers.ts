import type { Person } from '../log-in/log-in';
import { DUTY_SHIFTS } from './duty-shifts';
import type { Register } from './register';
import { SERVICE_POINTS } from './service-points';
import { WECHAT_GROUPS } from './wechat-groups';

const REGISTERS: readonly Register[] = [DUTY_SHIFTS, SERVICE_POINTS, WECHAT_GROUPS];

/** Those that this person looks for. */
export const registersOf = ({ scopes, roles }: Person): readonly Register[] =>
  REGISTERS.filter(({ service, readers }) => scopes.includes(`${service}:read`) && readers.some((role) => roles.includes(role)));
