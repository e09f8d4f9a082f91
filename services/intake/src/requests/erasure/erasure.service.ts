import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { recordAccess } from '@zero-distance/platform';
import { FILES } from '../file/file.store.js';
import type { RequestDto } from '../request/request.dto.js';
import { REQUESTS } from '../request/request.store.js';
import { toRequestDto } from '../request/request.view.js';
import { eraseRequester } from '../requester/requester.store.js';
import type { EraseInput } from './erasure.dto.js';
import { erased } from './erasure.js';

/** 依法删除: the words of a request, its files and its requester go, here and in the services that keep a copy. */
@Injectable()
export class ErasureService {
  constructor(private readonly transactor: Transactor) {}

  /** For good: nobody can undo it. */
  erase(actor: Actor, id: string, { basis, evidence }: EraseInput, ifMatch?: number): Promise<RequestDto> {
    return this.transactor.transact(actor, async (tx) => {
      const request = await REQUESTS.load(tx, id, ifMatch);
      const left = REQUESTS.take(tx, request, 'erase', erased(tx.now), { reasonCode: basis });
      eraseRequester(tx, id);
      FILES.erase(tx, { kind: 'request', id });
      recordAccess(tx, 'intake', { action: 'erase', subject: id, purpose: evidence, detail: { basis } });
      return toRequestDto({ ...left, nameMasked: null, phoneMasked: null }, actor);
    });
  }
}
