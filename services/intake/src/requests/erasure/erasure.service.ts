import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { eraseRecipients } from '@zero-distance/notification';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { readPhone } from '@zero-distance/personal-data/phones';
import { Erasure, readPolicies, recordAccess } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { eraseCall } from '../call/call.store.js';
import { eraseCorrections } from '../correction/correction.store.js';
import { FILES } from '../file/file.store.js';
import { eraseFollowUps } from '../follow-up/follow-up.store.js';
import type { RequestDto } from '../request/request.dto.js';
import type { RequestEntity } from '../request/request.entity.js';
import { REQUESTS } from '../request/request.store.js';
import { toRequestDto } from '../request/request.view.js';
import { partsOf } from '../request/request-part.store.js';
import { maySeeRequester } from '../requester/requester.js';
import { eraseRequester } from '../requester/requester.store.js';
import { eraseWords } from '../search/request-words.store.js';
import { eraseReports } from '../snapshot-report/snapshot-report.store.js';
import type { ErasedOfPersonDto, EraseInput, ErasePersonInput, ErasureProofDto } from './erasure.dto.js';
import { canBeErased, erased, remainsOf } from './erasure.js';
import { erasureParts, erasureRecord, wordsToldAt } from './erasure.store.js';
import { toProofDto } from './erasure.view.js';
import { eraseOthers } from './other-matters.store.js';

/** Requests of a person that are looked at, and erased, by one call. */
const LOOKED_AT = 200;
const AT_ONCE = 50;

/** 依法删除: the words of a request, its files and its requester go, here and in the services that keep a copy. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /** For good: nobody can undo it. */
  erase(actor: Actor, id: string, ground: EraseInput, ifMatch?: number): Promise<RequestDto> {
    return this.transactor.transact(actor, async (tx) => {
      const left = await eraseRequest(tx, await REQUESTS.load(tx, id, ifMatch), ground);
      return toRequestDto({ ...left, nameMasked: null, phoneMasked: null }, actor);
    });
  }

  /** All that is finished of one telephone number, as far as the caller sees it: requests, reports that are no request, calls that nobody answered. */
  erasePerson(actor: Actor, { phone, ground }: ErasePersonInput): Promise<ErasedOfPersonDto> {
    const openRequesters = !maySeeRequester(actor, true); // as when they are looked for
    const phoneIndex = this.personalData.index.ofPhone(readPhone(phone));
    return this.transactor.transact(actor, async (tx) => {
      const found = await REQUESTS.list(tx, { phoneIndex, openRequesters, limit: LOOKED_AT });
      const finished = found.items.filter(canBeErased);
      const now = finished.slice(0, AT_ONCE);
      for (const request of now) await eraseRequest(tx, request, ground);
      const items = [
        ...now.map(({ id }) => ({ requestId: id, outcome: 'erased' as const })),
        ...found.items.filter((request) => !canBeErased(request)).map(({ id }) => ({ requestId: id, outcome: 'unfinished' as const })),
      ];
      const others = await eraseOthers(tx, { phoneIndex, openReporters: openRequesters }, ground);
      return { ...others, items, more: finished.length > now.length || found.next !== null || others.more };
    });
  }

  /** 删除证明: what was taken away, where and when, and what stays until when. */
  proof(actor: Actor, id: string): Promise<ErasureProofDto> {
    return this.transactor.read(actor, async (tx) => {
      const request = await REQUESTS.load(tx, id); // first: who may not see it is told of nothing
      const [record, parts, toldAt, backupDays] = await Promise.all([
        erasureRecord(tx, id),
        erasureParts(tx, id),
        wordsToldAt(tx, id),
        backupDaysOf(tx),
      ]);
      if (request.erasedAt === null || !record) throw refuse('request.not_erased');
      return toProofDto(request, record, parts, remainsOf(toldAt, request.erasedAt, backupDays, tx.now));
    });
  }
}

const backupDaysOf = async (tx: ReadTx): Promise<number> => (await readPolicies(tx, POLICIES))['backup-days'];

/** Queues the erasure of a request and of its parts, each with its record and its event. */
export async function eraseRequest(
  tx: Tx,
  request: RequestEntity,
  ground: Pick<EraseInput, 'basis'> & { evidence?: string },
): Promise<RequestEntity> {
  for (const part of await partsOf(tx, request.id)) if (canBeErased(part)) await eraseOne(tx, part, ground);
  return eraseOne(tx, request, ground);
}

async function eraseOne(
  tx: Tx,
  request: RequestEntity,
  { basis, evidence }: Pick<EraseInput, 'basis'> & { evidence?: string },
): Promise<RequestEntity> {
  const left = REQUESTS.take(tx, request, 'erase', erased(tx.now), { reasonCode: basis });
  const erasure = new Erasure(tx, request.id);
  eraseRequester(erasure);
  eraseCall(erasure);
  const told = [request.id, ...(await eraseReports(erasure))];
  eraseRecipients(erasure);
  eraseCorrections(erasure);
  eraseFollowUps(erasure);
  eraseWords(erasure);
  await FILES.erase(erasure, 'request', [request.id]);
  erasure.removeAnswers(told);
  erasure.removeReasons(told);
  recordAccess(tx, 'intake', { action: 'erase', subject: request.id, purpose: evidence, detail: { basis } });
  return left;
}
