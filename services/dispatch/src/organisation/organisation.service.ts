import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/persistence';
import { assertWithinArea, decodeCursor, encodeCursor, type Page, type PageQuery, toPage } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { Registers } from '../register/register.service.js';
import { markChanged } from '../register/register.store.js';
import type { OrganisationDto, OrganisationInput } from './organisation.dto.js';
import { OrganisationEntity } from './organisation.entity.js';
import type { Organisation } from './organisation.js';

const CHANGED_MEANWHILE = { organisation_code_key: refuse('register.changed_meanwhile') };

/** Who can be given work. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly transactor: Transactor,
    private readonly registers: Registers,
  ) {}

  /** Registers an organisation or changes it; putting what is already there changes nothing and tells nobody. */
  async put(actor: Actor, code: string, input: OrganisationInput, version?: number): Promise<OrganisationDto> {
    assertWithinArea(actor, input.areaCode);
    const answer = await this.transactor.transact(actor, async (tx) => {
      const found = await tx.findOne(OrganisationEntity, { code });
      if (found) assertWithinArea(actor, found.areaCode);
      expectVersion(found?.version ?? 0, version);
      if (found && isSame(found, input)) return toDto(found);
      const { name, kind, areaCode } = input;
      const after: Organisation = { id: found?.id ?? newId(), code, name, kind, areaCode, version: (found?.version ?? 0) + 1 };
      if (found) tx.update(OrganisationEntity, found, { name, kind, areaCode });
      else tx.insert(OrganisationEntity, after, CHANGED_MEANWHILE);
      markChanged(tx);
      tx.emit('dispatch.organisation.registered.v1', after, { organisationId: after.id, code, name, kind, areaCode });
      return toDto(after);
    });
    await this.registers.refresh();
    return answer;
  }

  /** By code, wherever they are: names and codes of public bodies are no secret. */
  list({ limit, cursor }: PageQuery): Page<OrganisationDto> {
    const [after] = decodeCursor(cursor, ['text']) ?? [''];
    const rows = this.registers.current.organisations.filter(({ code }) => code > after);
    return toPage(rows.slice(0, limit + 1), limit, toDto, ({ code }) => encodeCursor(code));
  }
}

const isSame = (found: Organisation, input: OrganisationInput): boolean =>
  found.name === input.name && found.kind === input.kind && found.areaCode === input.areaCode;

const toDto = ({ id, code, name, kind, areaCode, version }: Organisation): OrganisationDto => ({ id, code, name, kind, areaCode, version });
