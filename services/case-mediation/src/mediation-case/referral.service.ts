import { Injectable } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { unwrap } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { caseTypeOf, POLICIES } from '../policy/policy.js';
import { dueForAcceptance, isOpen, reapplyCase, referCase, transition } from './mediation-case.js';
import { addCase, lastCaseOf, saveStep } from './mediation-case.store.js';
import { REQUEST_SETTLED_ANSWERS, type RequestSettledReason } from './outcome.js';

/** What becomes of intake's disputes here. Its methods work in the transaction of the event that called for them. */
@Injectable()
export class ReferralService {
  /** A dispute was taken in: it becomes a case. */
  async refer(tx: Tx, request: EventData<'intake.request.registered.v1'>): Promise<void> {
    const { requestId, number: requestNumber, areaCode, categoryCode } = request;
    const { barredOrganisationIds = null, barredAccountIds = null } = request;
    const policies = await readPolicies(tx, POLICIES);
    const caseType = caseTypeOf(categoryCode, policies['category-case-types']);
    const referral = { requestId, requestNumber, areaCode, caseType, barredOrganisationIds, barredAccountIds };
    addCase(tx, dueForAcceptance(referCase(referral, tx.now), policies['accept-limit']));
  }

  /** The request is reopened: when a case answered it, the next case begins. */
  async referAgain(tx: Tx, { requestId, round }: EventData<'intake.request.reopened.v1'>): Promise<void> {
    const last = await lastCaseOf(tx, requestId);
    if (!last) return; // a work order of dispatch answered it
    if (isOpen(last)) throw new Error(`request ${requestId} is reopened while its case ${last.id} has no outcome`);
    const policies = await readPolicies(tx, POLICIES);
    addCase(tx, dueForAcceptance(reapplyCase(last, round, tx.now), policies['accept-limit']));
  }

  /** The request is settled without mediation: its case ends, unless it has an outcome by now. */
  async endFor(tx: Tx, requestId: string, reasonCode: RequestSettledReason): Promise<void> {
    const last = await lastCaseOf(tx, requestId);
    if (!last || !isOpen(last)) return; // the request is no dispute (registration is always heard first), or mediation was quicker
    const changes = { reasonCode, publicAnswer: REQUEST_SETTLED_ANSWERS[reasonCode], concludedAt: tx.now };
    saveStep(tx, unwrap(transition(last, 'terminate', tx.actor)), changes, reasonCode);
  }
}
