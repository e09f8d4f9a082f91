import { AREA_LEVELS } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';

/** As many communities as a district has, many times over. */
const MOST = 2000;

/** 社区（村）: where people live, with the street that it lies in. */
interface Community {
  readonly code: string;
  readonly name: string;
  readonly streetName: string | null;
}

/** The communities in use, by code. */
export const communities = (tx: ReadTx): Promise<Community[]> =>
  tx.query<Community & Record<string, unknown>>(
    `select a.code, a.name, s.name as "streetName" from area a left join area s on s.code = left(a.code, ${AREA_LEVELS.street})
     where length(a.code) = ${AREA_LEVELS.community} and a.retired_at is null order by a.code limit ${MOST}`,
  );
