import { Injectable } from '@nestjs/common';
import { type Actor, AREA_LEVELS, DAY_MS } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { areOfOneService } from '../request/ordered-service.js';
import type { RequestEntity } from '../request/request.entity.js';
import { REQUESTS } from '../request/request.store.js';
import { toRequestDto } from '../request/request.view.js';
import { maySeeRequester } from '../requester/requester.js';
import { phoneIndexOf } from '../requester/requester.store.js';
import type { DuplicatesDto } from './duplicate.dto.js';
import { likenesses, scoreOf } from './duplicate.js';
import { toLikenessDto } from './duplicate.view.js';

/** The newest so many of the community, of the street and of the caller are compared: no more than a clerk would look through in a day. */
const COMPARED = 200;
const OF_CALLER = 50;
const MOST_SHOWN = 10;

/** 疑似重复: requests that may be of one matter, for a clerk to look at. Nothing is done by it alone. */
@Injectable()
export class DuplicateService {
  constructor(private readonly transactor: Transactor) {}

  get(actor: Actor, id: string): Promise<DuplicatesDto> {
    return this.transactor.read(actor, async (tx) => {
      const request = await REQUESTS.load(tx, id);
      const policies = await readPolicies(tx, POLICIES);
      const { 'duplicate-weights': weights, 'duplicate-threshold': threshold } = policies;
      const { others, ofCaller } = await compared(tx, actor, request);
      const items = others
        .map((other) => {
          const reasons = likenesses(request, other, ofCaller.has(other.id), policies);
          return {
            request: toRequestDto(other, actor),
            score: scoreOf(reasons, weights),
            reasons: reasons.map(toLikenessDto),
            at: other.receivedAt,
          };
        })
        .filter(({ score, at }) => score >= threshold && isWithin(at, request.receivedAt, policies['duplicate-days']))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, MOST_SHOWN);
      return { items: items.map(({ at: _, ...item }) => item) };
    });
  }
}

const isWithin = (one: Date, other: Date, days: number): boolean => Math.abs(one.getTime() - other.getTime()) <= days * DAY_MS;

/** A request, its parts and its whole are no duplicates of each other. */
const isOfOneRequest = (one: RequestEntity, other: RequestEntity): boolean => (one.parentId ?? one.id) === (other.parentId ?? other.id);

/** What the caller may see of the neighbourhood and of who asked, each once, and which of it is the same person's. */
async function compared(tx: ReadTx, actor: Actor, request: RequestEntity) {
  const near = (level: number) => REQUESTS.list(tx, { areaCode: request.areaCode.slice(0, level), limit: COMPARED });
  const phoneIndex = maySeeRequester(actor, request.confidential) ? await phoneIndexOf(tx, request.id) : null;
  const openRequesters = !maySeeRequester(actor, true);
  const ofCaller = phoneIndex === null ? [] : (await REQUESTS.list(tx, { phoneIndex, openRequesters, limit: OF_CALLER })).items;
  const [community, street] = await Promise.all([near(AREA_LEVELS.community), near(AREA_LEVELS.street)]);
  const others = new Map([...community.items, ...street.items, ...ofCaller].map((other) => [other.id, other]));
  for (const other of others.values()) if (isOfOneRequest(request, other) || !areOfOneService(request, other)) others.delete(other.id);
  return { others: [...others.values()], ofCaller: new Set(ofCaller.map(({ id }) => id)) };
}
