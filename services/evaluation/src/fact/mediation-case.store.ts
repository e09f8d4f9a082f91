import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

/** 调解受理, 达成协议: each a time of its own. Written only by the consumer of case-mediation's stream. */
export function keepCaseTime(
  tx: Tx,
  what: 'accepted_at' | 'agreed_at',
  { caseId, areaCode, at }: Pick<EventData<'case-mediation.case.accepted.v1'>, 'caseId' | 'areaCode' | 'at'>,
): void {
  tx.upsert(
    `insert into mediation_case (id, area_code, ${what}) values ($1, $2, $3) on conflict (id) do update set ${what} = excluded.${what}`,
    [caseId, areaCode, at],
  );
}
