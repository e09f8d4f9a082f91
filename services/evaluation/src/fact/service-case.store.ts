import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

// Service cases and visits at home, a row each; who applied or was visited is not known here. Each event writes the columns that it knows, so that they come
// to the same in any order. Written only by the consumer of intake's stream.

/** 收件. */
export const keepOpenedCase = (tx: Tx, { serviceCaseId, areaCode, at }: EventData<'intake.service-case.opened.v1'>): void =>
  tx.upsert(
    `insert into service_case (id, area_code, opened_at) values ($1, $2, $3)
     on conflict (id) do update set opened_at = excluded.opened_at`,
    [serviceCaseId, areaCode, at],
  );

/** 事后追加材料: that it happened, however often. */
export const keepAskedLater = (tx: Tx, { serviceCaseId, areaCode }: EventData<'intake.service-case.materials-asked.v1'>): void =>
  tx.upsert(
    `insert into service_case (id, area_code, asked_later) values ($1, $2, true)
     on conflict (id) do update set asked_later = true`,
    [serviceCaseId, areaCode],
  );

/** 送达: how it was completed; or that it was not, which was registered by mistake. */
export function keepDelivered(
  tx: Tx,
  data: EventData<'intake.service-case.delivered.v1' | 'intake.service-case.delivery-taken-back.v1'>,
  version: number,
): void {
  const { oneStop, alone, oneVisit, inTime } = { ...NOT_DELIVERED, ...data };
  const deliveredAt = 'oneStop' in data ? data.at : null;
  tx.upsert(
    `insert into service_case as c (id, area_code, delivered_at, one_stop, alone, one_visit, in_time, delivery_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set delivered_at = excluded.delivered_at, one_stop = excluded.one_stop, alone = excluded.alone,
       one_visit = excluded.one_visit, in_time = excluded.in_time, delivery_version = excluded.delivery_version
       where excluded.delivery_version > c.delivery_version`,
    [data.serviceCaseId, data.areaCode, deliveredAt, oneStop, alone, oneVisit, inTime, version],
  );
}

const NOT_DELIVERED = { oneStop: false, alone: false, oneVisit: false, inTime: false } as const;

/** 区划撤并: all of it counts where it goes on. */
export const keepRelocatedCase = (
  tx: Tx,
  { serviceCaseId, areaCode }: EventData<'intake.service-case.relocated.v1'>,
  version: number,
): void =>
  tx.upsert(
    `insert into service_case as c (id, area_code, area_version) values ($1, $2, $3)
     on conflict (id) do update set area_code = excluded.area_code, area_version = excluded.area_version
       where excluded.area_version > c.area_version`,
    [serviceCaseId, areaCode, version],
  );

/** 评价; or that nobody rated it, which was taken down by mistake. */
export const keepRating = (
  tx: Tx,
  data: EventData<'intake.service-case.rated.v1' | 'intake.service-case.rating-taken-back.v1'>,
  version: number,
): void => {
  const isRated = 'satisfaction' in data;
  tx.upsert(
    `insert into service_case as c (id, area_code, rated_at, satisfaction, rating_version) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set rated_at = excluded.rated_at, satisfaction = excluded.satisfaction, rating_version = excluded.rating_version
       where excluded.rating_version > c.rating_version`,
    [data.serviceCaseId, data.areaCode, isRated ? data.at : null, isRated ? data.satisfaction : null, version],
  );
};

/** 已上门, where they live by then; or that nobody was met, which was registered by mistake. */
export const keepHomeVisit = (
  tx: Tx,
  data: EventData<'intake.home-visit.done.v1' | 'intake.home-visit.taken-back.v1'>,
  version: number,
): void =>
  tx.upsert(
    `insert into home_visit as v (id, area_code, visited_at, version) values ($1, $2, $3, $4)
     on conflict (id) do update set area_code = excluded.area_code, visited_at = excluded.visited_at, version = excluded.version
       where excluded.version > v.version`,
    [data.homeVisitId, data.areaCode, 'visitedAt' in data ? data.visitedAt : null, version],
  );

/** 历史办件: at times of its own. */
export const keepPastServiceCase = (tx: Tx, data: EventData<'intake.past-service-case.imported.v1'>): void =>
  tx.upsert(
    `insert into service_case (id, area_code, opened_at, asked_later, delivered_at, one_stop, alone, one_visit, in_time, rated_at, satisfaction)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`,
    [
      ...[data.pastServiceCaseId, data.areaCode, data.openedAt, data.askedLater, data.deliveredAt, data.oneStop],
      ...[data.alone, data.oneVisit, data.inTime, data.ratedAt, data.satisfaction],
    ],
  );

/** 历史上门服务. */
export const keepPastVisitAtHome = (
  tx: Tx,
  { pastHomeVisitId, areaCode, visitedAt }: EventData<'intake.past-home-visit.imported.v1'>,
): void =>
  tx.upsert('insert into home_visit (id, area_code, visited_at) values ($1, $2, $3) on conflict (id) do nothing', [
    pastHomeVisitId,
    areaCode,
    visitedAt,
  ]);
