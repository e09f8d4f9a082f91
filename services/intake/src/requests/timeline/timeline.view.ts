import { EVENTS, isEventType } from '@zero-distance/contracts';
import type { TimelineEntryDto } from './timeline.dto.js';

/** A line of a request's story. What was heard from elsewhere has no states. */
interface StoryLine {
  readonly at: Date;
  readonly service: string;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly detail: Record<string, unknown> | null;
}

/** Intake's own actions in words; what was heard is named by its event's title. */
const ACTION_TEXT: Readonly<Record<string, string>> = {
  register: '诉求已受理',
  'answer-on-the-spot': '当场答复',
  decline: '不予受理',
  withdraw: '诉求人撤回',
  dispatch: '已派单',
  return: '工单终止，退回受理',
  mediate: '转人民调解',
  reply: '已答复诉求人',
  close: '已办结',
  reopen: '诉求人不满意，重办',
};

/** A line as the API answers it, with the names of organisations by their ids. */
export function toTimelineEntryDto(line: StoryLine, names: ReadonlyMap<string, string>): TimelineEntryDto {
  const { service, action, detail } = line;
  return {
    at: line.at.toISOString(),
    service,
    action,
    text: service === 'intake' ? (ACTION_TEXT[action] ?? action) : eventTitle(`${service}.${action}.v1`),
    from: line.fromState,
    to: line.toState,
    organisation: names.get(String(detail?.organisationId)) ?? null,
    detail,
  };
}

const eventTitle = (type: string): string => (isEventType(type) ? EVENTS[type].title.zh : type);
