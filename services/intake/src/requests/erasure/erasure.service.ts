import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { eraseRecipients } from '@zero-distance/notification';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { Erasure, readPolicies, recordAccess } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
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
import { eraseRequester } from '../requester/requester.store.js';
import { eraseWords } from '../search/request-words.store.js';
import { eraseReports } from '../snapshot-report/snapshot-report.store.js';
import type { EraseInput, ErasureProofDto } from './erasure.dto.js';
import { canBeErased, erased, remainsOf } from './erasure.js';
import { erasureParts, erasureRecord, wordsToldAt } from './erasure.store.js';
import { toProofDto } from './erasure.view.js';

/** 依法删除: the words of a request, its files and its requester go, here and in the services that keep a copy. */
@Injectable()
export class ErasureService {
  constructor(private readonly transactor: Transactor) {}

  /** For good: nobody can undo it. */
  erase(actor: Actor, id: string, ground: EraseInput, ifMatch?: number): Promise<RequestDto> {
    return this.transactor.transact(actor, async (tx) => {
      const left = await eraseRequest(tx, await REQUESTS.load(tx, id, ifMatch), ground);
      return toRequestDto({ ...left, nameMasked: null, phoneMasked: null }, actor);
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
  await eraseCall(erasure);
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
