import type { IntakeSchemas } from '../api/services';
import type { Person } from '../log-in/log-in';

const REGISTERS = ['intake-clerk', 'window-clerk', 'grid-worker'];

/** Who takes requests in. */
export const mayRegister = ({ scopes, roles }: Person): boolean =>
  scopes.includes('intake:write') && roles.some((role) => REGISTERS.includes(role));

export type Call = IntakeSchemas['CallInput'];

/** What is known before anybody has said a word. */
interface ComingIn {
  /** The draft is of this one: a second call is no draft of the first. */
  readonly name: string;
  readonly known: Readonly<Record<string, string>>;
  readonly call: Call | undefined;
}

const given = (params: URLSearchParams, name: string): string | undefined => params.get(name)?.trim() || undefined;

/**
 * As the address says it. The telephone system opens `/desk/register?call=cc-20261128-000731&line=12345&area=230903&queue=9&recording=rec-000731` for
 * who takes the call; the number that was called from stands in no address. A reception day leads to `?receptionDay=<id>`.
 */
export function comingIn(params: URLSearchParams, { roles }: Person): ComingIn {
  const callId = given(params, 'call');
  const receptionDayId = given(params, 'receptionDay');
  if (callId) {
    const channel = given(params, 'channel') ?? 'hotline-12345';
    return { name: `call-${encodeURIComponent(callId)}`, known: { channel }, call: callFrom(params, callId) };
  }
  if (receptionDayId)
    return {
      name: `reception-day-${encodeURIComponent(receptionDayId)}`,
      known: { channel: 'reception-day', receptionDayId },
      call: undefined,
    };
  return { name: 'requests', known: roles.includes('grid-worker') ? { channel: 'grid-worker' } : {}, call: undefined };
}

/** What does not fit is refused with the form, in words. */
function callFrom(params: URLSearchParams, callId: string): Call {
  const recordingReference = given(params, 'recording');
  return {
    callId,
    line: given(params, 'line') ?? '',
    areaCode: given(params, 'area') ?? '',
    queueSeconds: Number(given(params, 'queue') ?? 0),
    ...(recordingReference && { recordingReference }),
  };
}
