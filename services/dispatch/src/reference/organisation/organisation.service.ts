import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, type ChangesQuery, type Page } from '@zero-distance/platform';
import { ReferenceData } from '../reference.service.js';
import type { OrganisationDto, OrganisationInput } from './organisation.dto.js';
import { ORGANISATIONS } from './organisation.store.js';

/** Who can be given work. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  /** Registers an organisation or changes it; putting what is already there changes nothing and tells nobody. */
  async put(actor: Actor, code: string, input: OrganisationInput, ifMatch?: number): Promise<OrganisationDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    const { row } = await this.transactor.transact(actor, (tx) =>
      ORGANISATIONS.put(tx, code, { ...input }, ifMatch, (_, before) => before && assertWithinArea(actor, before.areaCode, 'code')),
    );
    await this.transactor.whenCommitted(this.reference.refresh);
    return row;
  }

  /** By code, wherever they are: names and codes of public bodies are no secret. */
  list(actor: Actor, query: ChangesQuery): Promise<Page<OrganisationDto>> {
    return this.transactor.read(actor, (tx) => ORGANISATIONS.list(tx, query));
  }
}
