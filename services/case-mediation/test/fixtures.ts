import type { EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, type TestStack } from '@zero-distance/testing';

export const API = '/api/case-mediation/v1';
export const COMMUNITY = '230903011001';

/** A case as the API answers it, as far as the tests look at it. */
export interface CaseAnswer {
  id: string;
  state: string;
  version: number;
  actions: string[];
  requestId: string | null;
  caseType: string;
  dueAt: string | null;
  [field: string]: unknown;
}

/** A problem+json body. */
export interface ProblemAnswer {
  code: string;
  detail: string;
  errors?: { pointer?: string; parameter?: string; code: string }[];
}

export const MEDIATOR = {
  name: '王秀兰',
  qualification: 'experienced',
  specialities: ['neighbours', 'marriage-family'],
  areaCode: COMMUNITY,
  committee: '学府社区人民调解委员会',
};

/** Where a mediator is put, each by another code. */
export const mediatorPath = (code = newId()): string => `${API}/mediators/${code}`;

export const APPLICATION = {
  caseType: 'neighbours',
  difficulty: 'simple',
  areaCode: COMMUNITY,
  summary: '甲方反映乙方夜间噪声扰民。',
  parties: [
    { role: 'applicant', label: '甲方' },
    { role: 'respondent', label: '乙方' },
  ],
  amount: 1200.5,
};

export const SESSION = { heldAt: '2026-01-15T09:30:00+08:00', place: '学府社区调解室', minutes: '双方各自陈述。' };

export const AGREEMENT = {
  form: 'written',
  terms: '乙方每日22时至次日6时停止使用音响。',
  immediate: false,
  performBy: '2030-12-31',
  publicAnswer: '经社区调解委员会调解，双方就噪声问题达成协议。',
};

export const FAILURE = { publicAnswer: '双方未能达成协议，已告知可依法通过仲裁、行政、司法途径维护权利。' };

export const dispute = (over: Partial<EventData<'intake.request.registered.v1'>> = {}): EventData<'intake.request.registered.v1'> => ({
  requestId: newId(),
  number: `${COMMUNITY}-261123-000417`,
  kind: 'dispute',
  channel: 'grid-worker',
  categoryCode: '030102',
  areaCode: COMMUNITY,
  urgency: 'normal',
  confidential: false,
  publishable: true,
  callbackPossible: true,
  receivedAt: '2026-11-23T02:00:00.000Z',
  ...over,
});

/** Callers of the API with the roles the tests need. */
export async function callers(stack: TestStack) {
  const as = async (roles: string[], area = '230903', scopes = ['case-mediation:read', 'case-mediation:write']) =>
    stack.http('case-mediation', await stack.token({ scopes, roles, area, clientId: `${roles[0] ?? 'nobody'}-${area}` }));
  return {
    as,
    mediator: await as(['mediator']),
    administrator: await as(['administrator'], '230903', ['case-mediation:read', 'case-mediation:write', 'case-mediation:operate']),
  };
}

/** The case of a request, once it is there. */
export function caseOf(api: HttpClient, requestId: string, round = 1): Promise<CaseAnswer> {
  return eventually(async () => {
    const { body } = await api.get<{ items: CaseAnswer[] }>(`${API}/cases?requestId=${requestId}`);
    const found = body.items.find((each) => each.round === round);
    if (!found) throw new Error(`no case for request ${requestId} in round ${round}`);
    return found;
  });
}

/** What an action needs to say. */
export const bodyOf = (action: string, mediatorId: string): object | undefined =>
  ({
    accept: { caseType: 'neighbours', difficulty: 'simple' },
    decline: { reasonCode: 'court-accepted', publicAnswer: '该纠纷法院已受理，请等待法院裁判。' },
    assign: { mediatorId, chosenByParties: true },
    start: SESSION,
    agree: AGREEMENT,
    fail: FAILURE,
    terminate: { reasonCode: 'party-refused', publicAnswer: '一方当事人不愿继续调解，调解终止。' },
  })[action];
