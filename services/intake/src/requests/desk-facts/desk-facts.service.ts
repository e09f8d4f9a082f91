import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { organisationNames } from '../../reference/organisation/organisation.store.js';
import { metresBetween } from '../duplicate/duplicate.js';
import type { MissedCallDto } from '../missed-call/missed-call.dto.js';
import { MISSED_CALLS } from '../missed-call/missed-call.store.js';
import { toMissedCallDto } from '../missed-call/missed-call.view.js';
import { nextOf } from '../request/next-step.js';
import type { RequestEntity } from '../request/request.entity.js';
import { REQUESTS } from '../request/request.store.js';
import { toRequestDto } from '../request/request.view.js';
import { maySeeRequester } from '../requester/requester.js';
import { phoneIndexOf } from '../requester/requester.store.js';
import type { DeskFactsDto } from './desk-facts.dto.js';
import { boxAround } from './desk-facts.js';

/** So many are looked at, and so many shown: what fits on a desk. */
const LOOKED_AT = 50;
const SHOWN = 10;

/** 案头信息: what a clerk wants to know of a request, as far as they may see it. */
@Injectable()
export class DeskFactsService {
  constructor(private readonly transactor: Transactor) {}

  get(actor: Actor, id: string): Promise<DeskFactsDto> {
    return this.transactor.read(actor, async (tx) => {
      const request = await REQUESTS.load(tx, id); // first: who may not see it is told of nothing
      const { 'nearby-metres': metres } = await readPolicies(tx, POLICIES);
      const phoneIndex = await callerOf(tx, actor, request);
      const [next, ofCaller, missedCalls, nearby] = await Promise.all([
        nextStep(tx, request),
        othersOfCaller(tx, actor, request, phoneIndex),
        waitingCalls(tx, actor, phoneIndex),
        othersNearby(tx, request, metres),
      ]);
      return {
        next,
        callerCount: ofCaller.length,
        ofCaller: ofCaller.slice(0, SHOWN).map((other) => toRequestDto(other, actor)),
        missedCalls,
        nearbyCount: nearby.length,
        nearby: nearby.slice(0, SHOWN).map(({ other, away }) => ({ request: toRequestDto(other, actor), metres: Math.round(away) })),
      };
    });
  }
}

/** A request, its parts and its whole are not each other's neighbours. */
const isAnother = (one: RequestEntity) => (other: RequestEntity) => (one.parentId ?? one.id) !== (other.parentId ?? other.id);

async function nextStep(tx: ReadTx, request: RequestEntity): Promise<DeskFactsDto['next']> {
  const story = (await REQUESTS.history(tx, request)).filter(({ service }) => service === 'dispatch');
  const next = nextOf(request, story, tx.now);
  if (next === undefined) return null;
  const { step, role, organisationId, dueAt, lamp } = next;
  const names = organisationId === null ? undefined : await organisationNames(tx, [organisationId]);
  return { step, role, organisationName: names?.get(organisationId ?? '') ?? null, dueAt: dueAt?.toISOString() ?? null, lamp };
}

/** The keyed hash of the caller's number; null for whom they may not know, and where there is none. */
async function callerOf(tx: ReadTx, actor: Actor, request: RequestEntity): Promise<string | null> {
  return maySeeRequester(actor, request.confidential) ? phoneIndexOf(tx, request.parentId ?? request.id) : null;
}

/** Among what who asks may see; whose requester they may not know is not found by it. */
async function othersOfCaller(tx: ReadTx, actor: Actor, request: RequestEntity, phoneIndex: string | null): Promise<RequestEntity[]> {
  if (phoneIndex === null) return [];
  const openRequesters = !maySeeRequester(actor, true);
  return (await REQUESTS.list(tx, { phoneIndex, openRequesters, limit: LOOKED_AT })).items.filter(isAnother(request));
}

/** Who got through after a call that was missed need not be called back for it. */
async function waitingCalls(tx: ReadTx, actor: Actor, phoneIndex: string | null): Promise<MissedCallDto[]> {
  if (phoneIndex === null || !actor.roles.includes('intake-clerk')) return [];
  const { items } = await MISSED_CALLS.list(tx, { phoneIndex, state: 'open', limit: SHOWN });
  return items.map((found) => toMissedCallDto(found, tx));
}

async function othersNearby(tx: ReadTx, request: RequestEntity, metres: number) {
  if (!request.point) return [];
  const { coordinates } = request.point;
  const { items } = await REQUESTS.list(tx, { within: boxAround(coordinates, metres), limit: LOOKED_AT });
  return items
    .filter(isAnother(request))
    .map((other) => ({ other, away: metresBetween(coordinates, other.point?.coordinates ?? []) }))
    .filter(({ away }) => away <= metres)
    .toSorted((a, b) => a.away - b.away);
}
