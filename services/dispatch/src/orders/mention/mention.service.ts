import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { countOpenOrders } from '../hand-over/hand-over.store.js';
import type { MentionsDto } from './mention.dto.js';

/** 尚在提及: what an administrator looks through before and after an organisation is retired. */
@Injectable()
export class MentionService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  /** Throws 403 for an organisation outside the caller's area. */
  async of(actor: Actor, code: string): Promise<MentionsDto> {
    await this.reference.refresh();
    const { organisations, responsibilities, succession } = this.reference.current;
    const found = organisations.find((one) => one.code === code);
    if (!found) throw refuse('organisation.not_found', { code });
    assertWithinArea(actor, found.areaCode, 'code');
    const { id } = found;
    const naming = responsibilities.entries.filter((entry) => entry.leadOrganisationId === id || entry.coOrganisationIds.includes(id));
    const taken = new Set(succession.doneBy(id).slice(1));
    return {
      openOrders: await this.transactor.read(actor, (tx) => countOpenOrders(tx, id)),
      responsibilities: naming.map((entry) => ({ code: entry.code, version: entry.version, lead: entry.leadOrganisationId === id })),
      belonging: organisations.filter(({ parentOrganisation }) => parentOrganisation === code).map((one) => one.code),
      predecessors: organisations.filter((one) => taken.has(one.id)).map((one) => one.code),
      elsewhere: ['accounts', 'clients'].map((holders) => `/api/gateway/v1/${holders}?organisation=${code}`),
    };
  }
}
