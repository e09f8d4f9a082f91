import { EVENTS, isEventType } from '@zero-distance/contracts';
import type { MemberAction } from '../membership/membership.js';
import { WITH_THE_WHOLE } from '../request/part.js';
import { DECLINE_REASONS } from '../request/request.js';
import type { RequestAction } from '../request/request.transitions.js';
import type { TimelineEntryDto } from './timeline.dto.js';

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A line of a request's story. What was heard from elsewhere has no states. */
interface StoryLine {
  readonly at: Date;
  readonly service: string;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly detail: Record<string, unknown> | null;
}

/** Intake's own actions in words; what was heard is named by its event's title. */
const ACTION_TEXTS: Readonly<Record<RequestAction | 'register' | 'import' | MemberAction, Text>> = {
  register: { zh: '诉求已受理', en: 'Taken in' },
  import: { zh: '历史诉求导入', en: 'Brought along from the time before' },
  'answer-on-the-spot': { zh: '当场答复', en: 'Answered on the spot' },
  decline: { zh: '不予受理', en: 'Declined' },
  redirect: { zh: '转紧急电话', en: 'Redirected to an emergency number' },
  withdraw: { zh: '诉求人撤回', en: 'Withdrawn by the requester' },
  correct: { zh: '诉求内容更正', en: 'Corrected' },
  'follow-up': { zh: '诉求人追加', en: 'Followed up by the requester' },
  'take-back': { zh: '误并入的补充已撤出', en: 'What was added by mistake was taken back' },
  dispatch: { zh: '已派单', en: 'Given to an organisation' },
  return: { zh: '工单终止，退回受理', en: 'Work order terminated; back to the clerk' },
  merge: { zh: '并入主诉求办理', en: 'Merged into the main request of the same matter' },
  'split-off': { zh: '拆单，单独办理', en: 'Split off: a request of its own again' },
  'member-merged': { zh: '另一件同一事项的诉求并入', en: 'Another request of the same matter was merged into this one' },
  'member-left': { zh: '并入的诉求已拆出或撤回', en: 'A merged request was split off or withdrawn' },
  divide: { zh: '分办：各分项单独办理', en: 'Divided: each part is worked on by itself' },
  mediate: { zh: '转人民调解', en: 'Referred to mediation' },
  reply: { zh: '已答复诉求人', en: 'Answered' },
  close: { zh: '已办结', en: 'Closed' },
  erase: { zh: '内容已依法删除', en: 'Its words were erased by law' },
  reopen: { zh: '诉求人不满意，重新办理', en: 'Handled again: the requester was not satisfied' },
};

/** 追加: what kind it was, by the code that stands as its reason. */
const FOLLOW_UP_TEXTS: Readonly<Record<string, Text>> = {
  urge: { zh: '诉求人催办', en: 'Urged by the requester' },
  supplement: { zh: '诉求人补充', en: 'Added to by the requester' },
  complaint: { zh: '诉求人投诉办理', en: 'The requester complained of the handling' },
};

/** A reason that is no code is the number of the petition. */
const declined = (reason: string | null): Text | undefined =>
  reason === null || DECLINE_REASONS.some((code) => code === reason)
    ? undefined
    : { zh: `不予受理：信访事项 ${reason}`, en: `Declined: petition ${reason}` };

/** 撤回, in the words of who asked. What is withdrawn with another has a code, and one of before may have none. */
const withdrawn = (reason: string | null): Text | undefined =>
  reason === null || reason === WITH_THE_WHOLE
    ? undefined
    : (WITHDRAWN_BY_SYSTEM[reason] ?? { zh: `诉求人撤回：${reason}`, en: `Withdrawn by the requester: ${reason}` });

/** What was ordered for somebody ends with their file. */
const WITHDRAWN_BY_SYSTEM: Readonly<Record<string, Text>> = {
  'resident-moved': { zh: '居民已迁出，点单终止', en: 'Withdrawn: the resident has moved away' },
  'resident-died': { zh: '居民已去世，点单终止', en: 'Withdrawn: the resident has died' },
  'resident-consent-withdrawn': { zh: '居民撤回同意，点单终止', en: 'Withdrawn: the resident has withdrawn their consent' },
  'resident-expired': { zh: '居民档案到期清除，点单终止', en: 'Withdrawn: the file of the resident has expired' },
};

/** What intake did, in words. */
const textOf = (action: string, reason: string | null): Text =>
  (action === 'follow-up' && FOLLOW_UP_TEXTS[reason ?? '']) ||
  (action === 'decline' && declined(reason)) ||
  (action === 'withdraw' && withdrawn(reason)) ||
  ACTION_TEXTS[action as RequestAction];

/** A line as the API answers it, with the names of organisations by their ids. */
export function toTimelineEntryDto(line: StoryLine, names: ReadonlyMap<string, string>, part: string | null): TimelineEntryDto {
  const { service, action, detail } = line;
  return {
    at: line.at.toISOString(),
    part,
    service,
    action,
    ...(service === 'intake' ? textOf(action, line.reason) : titleOf(`${service}.${action}.v1`)),
    from: line.fromState,
    to: line.toState,
    organisation: names.get(String(detail?.organisationId)) ?? null,
    detail,
  };
}

const titleOf = (type: string): Text => (isEventType(type) ? EVENTS[type].title : { zh: type, en: type });
