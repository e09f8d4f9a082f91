import { Injectable } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/messaging';

/** Intake's read copy of the organisations that dispatch keeps: to scope reads by organisation and to name them. */
@Injectable()
export class OrganisationStore {
  save(tx: Tx, data: EventData<'dispatch.organisation.registered.v1'>, version: number): void {
    const sql = `insert into organisation (id, code, name, version) values ($1, $2, $3, $4)
      on conflict (id) do update set code = $2, name = $3, version = $4`;
    tx.write(sql, [data.organisationId, data.code, data.name, version]);
  }
}
