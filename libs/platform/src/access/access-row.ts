import type { Service } from '@zero-distance/contracts';
import type { Role } from '@zero-distance/kernel';

/** How far an operation reaches, and so what of its caller's token counts besides scope and role. */
export const REACHES = {
  public: { zh: '无需令牌。', en: 'Needs no token.' },
  everybody: { zh: '公开的登记信息：不按区域或单位限制。', en: 'A register that is no secret: neither area nor organisation narrows it.' },
  rows: {
    zh: '逐条限定：文件的每一行、所列的每一项须在令牌的区域（area）之内，事项另限令牌单位（org）参与的；之外的逐条拒绝。',
    en:
      "Each row of the file, and each of those listed, within the area of the caller's token, and matters within what its organisation (`org`) takes " +
      'part in: others are refused one by one.',
  },
  area: { zh: '限令牌的区域（area）之内。', en: "Within the area of the caller's token." },
  matter: {
    zh: '限令牌的区域（area）之内；代表单位（org）的令牌只及于该单位参与的事项（街道、乡镇、社区、村和中心另及于其辖区），且不及于被投诉或须回避的事项。',
    en:
      "Within the area of the caller's token. One that acts for an organisation (`org`) reaches what that organisation takes part in " +
      '(a street, town, community, village or centre also what lies in its own area), and never a matter that names it as complained about or recused.',
  },
  figures: {
    zh:
      '限令牌的区域（area）之内；代表单位（org）的令牌：街道、乡镇、社区、村和中心限其辖区。代表单位的，以及不经办诉求的角色，' +
      '只能查看社区及以上、一个月及以上的指标，少于策略 publish-minimum 的数不给出。',
    en:
      "Within the area of the caller's token; one that acts for an organisation (`org`) of kind street, town, community, village or centre, within " +
      'its own territory. Who acts for an organisation, or has no role that sees matters, reads of communities and above and of a month or longer, ' +
      'without the numbers below the policy publish-minimum.',
  },
  own: {
    zh: '只及于本人所交的内容；用于何处，由使用它的操作限定。',
    en: 'Only what the caller sends: what it may be used for is bounded by the operation that uses it.',
  },
  self: { zh: '只及于本人。', en: "Only what is the caller's own." },
  district: {
    zh: '对全区有效：令牌的区域（area）必须覆盖全区。',
    en: 'Holds for the whole district: needs a token whose area covers the district.',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;
type Reach = keyof typeof REACHES;

/** What a scope lets do; each service has `export` besides, for its lists as files. */
export type Verb = 'read' | 'write' | 'operate' | 'reveal' | 'erase' | 'audit' | 'administer' | 'import' | 'listen';

/** What one operation asks of its caller. */
export interface AccessRow {
  /** `<service>:<verb>`. */
  readonly scope: string;
  /** One of them is needed; none named: any caller with the scope. */
  readonly roles: readonly Role[];
  /** These are taken besides, and reach only what they took in themselves (`seesOnlyOwn`). */
  readonly own: readonly Role[];
  readonly reach: Reach;
}

/** A row as it is written in a service's table. */
export type Cells = readonly [verb: Verb, roles: readonly Role[], reach: Reach, own?: readonly Role[]];
type Rows<S extends Service, T> = { readonly [K in keyof T & string as `${S}.${K}`]: AccessRow };

/** The rows of a service, each under its full name. */
export function rowsOf<const S extends Service, const T extends Readonly<Record<string, Cells>>>(service: S, table: T): Rows<S, T> {
  const named = Object.entries(table).map(([name, [verb, roles, reach, own = []]]) => [
    `${service}.${name}`,
    { scope: `${service}:${verb}`, roles, own, reach },
  ]);
  return Object.fromEntries(named) as Rows<S, T>;
}
