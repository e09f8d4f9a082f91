import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor, withoutReplay } from '@zero-distance/persistence';
import { recordAccess } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { REQUESTS } from '../request/request.store.js';
import { RequesterEntity } from '../requester/requester.entity.js';
import { maySeeRequester, openRequester } from '../requester/requester.js';
import type { RevealedRequesterDto, RevealInput } from './reveal.dto.js';

/** The one way to personal data in plain. */
@Injectable()
export class RevealService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /** Who asks, in plain. No access record, no answer: the record commits before the answer leaves. */
  reveal(actor: Actor, requestId: string, { purpose }: RevealInput): Promise<RevealedRequesterDto> {
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const request = await REQUESTS.load(tx, requestId);
      if (!maySeeRequester(actor, request.confidential)) throw refuse('requester.confidential');
      const { parentId } = request; // who asks is kept with the whole, and so is who looked
      const subject = parentId ?? requestId;
      const row = await tx.findOne(RequesterEntity, { requestId: subject });
      if (!row) throw refuse('requester.none');
      const detail = parentId ? { partId: requestId } : undefined;
      const { accessRecordId } = recordAccess(tx, 'intake', { action: 'reveal', subject, purpose, detail });
      const { name, phone = null, address = null } = openRequester(row, this.personalData.ring);
      return { accessRecordId, name, phone, address };
    });
  }
}
