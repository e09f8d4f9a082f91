import type { Channel } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';

/** 来电: how somebody reached the desk by telephone. The number that they called from is kept with who asks, if they left it. */
export interface Call {
  readonly requestId: string;
  /** The telephone system's own id of the call. */
  readonly callId: string;
  /** 热线号码: the number that was called. */
  readonly line: string;
  /** Where the line is answered for: what is counted of calls, is counted there. */
  readonly areaCode: string;
  /** 话务员: the account that took the call. */
  readonly agentId: string;
  /** 排队时长: until somebody answered. */
  readonly queueSeconds: number;
  /** 录音: what the telephone system knows the recording by; the recording itself stays there. */
  readonly recordingReference: string | null;
}

/** Nobody waits longer for an answer. */
export const DAY_SECONDS = 86_400;

/** Channels on which people call. */
export const TELEPHONE_CHANNELS: readonly Channel[] = ['party-led-hotline', 'hotline-12345'];

/** What an event says of a call: what figures of the hotline are made of, and nothing else. */
export const toldCall = ({ areaCode, queueSeconds }: Call) => ({ areaCode, queueSeconds });

/** What is said of a call when a request is taken in. */
type Said = Omit<Call, 'requestId' | 'agentId' | 'recordingReference'> & {
  readonly agentAccountId?: string;
  readonly recordingReference?: string;
};

/** The call to keep. Who registers it took it, unless another account is named. */
export const callFrom = (requestId: string, { agentAccountId, ...said }: Said, { id }: Pick<Actor, 'id'>): Call => ({
  requestId,
  callId: said.callId,
  line: said.line,
  areaCode: said.areaCode,
  agentId: agentAccountId ?? id,
  queueSeconds: said.queueSeconds,
  recordingReference: said.recordingReference ?? null,
});
