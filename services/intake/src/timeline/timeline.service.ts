import { Injectable } from '@nestjs/common';
import { EVENTS, isEventType } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { Organisations } from '@zero-distance/platform';
import { organisationNames } from '../organisation/organisation.store.js';
import type { RequestHistoryEntity } from '../request/request.entity.js';
import { findHistory, needRequest } from '../request/request.store.js';
import type { TimelineDto, TimelineEntryDto } from './timeline.dto.js';

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

/** The whole story of one request across services, from what intake did and heard. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly transactor: Transactor,
    private readonly organisations: Organisations,
  ) {}

  async get(actor: Actor, requestId: string): Promise<TimelineDto> {
    const reach = await this.organisations.reachOf(actor);
    return this.transactor.read(actor, async (tx) => {
      const request = await needRequest(tx, reach, requestId);
      const history = await findHistory(tx, requestId);
      const ids = [...new Set(history.map((line) => line.detail?.organisationId).filter((id) => typeof id === 'string'))];
      const names = await organisationNames(tx, ids);
      return { requestId, number: request.number, state: request.state, entries: history.map((line) => toEntry(line, names)) };
    });
  }
}

function toEntry(line: RequestHistoryEntity, names: ReadonlyMap<string, string>): TimelineEntryDto {
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
