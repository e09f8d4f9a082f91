import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';
import { isCountedElsewhere } from './work-order.store.js';

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

/** 历史案件已导入: accepted and agreed at times of its own. */
export function keepPastCase(tx: Tx, { caseId, areaCode, acceptedAt, agreedAt }: EventData<'case-mediation.case.imported.v1'>): void {
  tx.upsert('insert into mediation_case (id, area_code, accepted_at, agreed_at) values ($1, $2, $3, $4) on conflict (id) do nothing', [
    caseId,
    areaCode,
    acceptedAt,
    agreedAt,
  ]);
}

/** 案件随诉求更正: it counts where it is. */
export function keepCaseCorrection(tx: Tx, { caseId, areaCode }: EventData<'case-mediation.case.corrected.v1'>, version: number): void {
  tx.upsert(
    `insert into mediation_case (id, area_code, area_version) values ($1, $2, $3) on conflict (id) do update set
       area_code = case when excluded.area_version > mediation_case.area_version then excluded.area_code else mediation_case.area_code end,
       area_version = greatest(mediation_case.area_version, excluded.area_version)`,
    [caseId, areaCode, version],
  );
}

/** 调解终止: the case of a request that was merged or divided counts nowhere. */
export function keepCaseTermination(tx: Tx, ended: EventData<'case-mediation.case.terminated.v1'>): void {
  if (!isCountedElsewhere(ended)) return;
  const { caseId, areaCode } = ended;
  tx.upsert('insert into mediation_case (id, area_code, merged) values ($1, $2, true) on conflict (id) do update set merged = true', [
    caseId,
    areaCode,
  ]);
}
