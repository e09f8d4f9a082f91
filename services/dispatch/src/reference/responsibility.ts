/**
 * 职责清单: one entry says who leads, and who helps with, the matters of a category in an area. Effective-dated: a change
 * ends one version and begins the next, so that it can always be told which one an order was routed by.
 */
export interface Responsibility {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  /** 0, 2, 4 or 6 digits of the category tree; '' is any category. */
  readonly categoryPrefix: string;
  /** An area code of any level; '' is everywhere. */
  readonly areaPrefix: string;
  readonly leadOrganisationId: string;
  readonly coOrganisationIds: readonly string[];
  readonly effectiveFrom: Date;
  /** Exclusive; null while no end is known. */
  readonly effectiveTo: Date | null;
  readonly note: string | null;
}

/** Whether a version holds at a time; it ends just before `effectiveTo`. */
export const isInEffect = ({ effectiveFrom, effectiveTo }: Responsibility, at: Date): boolean =>
  effectiveFrom <= at && (effectiveTo === null || at < effectiveTo);

/** The list in the form that looking up needs: few thousand entries at most, a look-up touches those of seven prefixes. */
export class ResponsibilityList {
  private readonly byCategory = new Map<string, Responsibility[]>();

  constructor(readonly entries: readonly Responsibility[]) {
    for (const entry of entries) {
      const known = this.byCategory.get(entry.categoryPrefix);
      if (known) known.push(entry);
      else this.byCategory.set(entry.categoryPrefix, [entry]);
    }
  }

  /**
   * The entries that cover a matter at a time, the one to follow first. The closest category decides, then the closest area:
   * a rule for street lamps beats a rule for a street. Of two that are equally close the lower code wins.
   */
  covering(categoryCode: string, areaCode: string, at: Date): Responsibility[] {
    const found: Responsibility[] = [];
    for (let length = categoryCode.length; length >= 0; length--) {
      const entries = this.byCategory.get(categoryCode.slice(0, length)) ?? [];
      found.push(...entries.filter((entry) => areaCode.startsWith(entry.areaPrefix) && isInEffect(entry, at)).sort(closestAreaFirst));
    }
    return found;
  }
}

const closestAreaFirst = (a: Responsibility, b: Responsibility): number =>
  b.areaPrefix.length - a.areaPrefix.length || (a.code < b.code ? -1 : 1);

/** Why an entry is followed, or is not because another is closer. */
export function explainEntry(entry: Responsibility, followed: Responsibility): { zh: string; en: string } {
  const zh = `类别${entry.categoryPrefix ? `以 ${entry.categoryPrefix} 开头` : '不限'}，区域${entry.areaPrefix ? `在 ${entry.areaPrefix} 内` : '不限'}`;
  const en = `category ${entry.categoryPrefix ? `begins with ${entry.categoryPrefix}` : 'any'}, area ${entry.areaPrefix ? `within ${entry.areaPrefix}` : 'any'}`;
  if (entry === followed) return { zh: `${zh}：最贴近，按此派单`, en: `${en}: the closest, so it decides` };
  const closer = followed.categoryPrefix.length > entry.categoryPrefix.length ? { zh: '类别', en: 'category' } : { zh: '区域', en: 'area' };
  return { zh: `${zh}：“${followed.code}”的${closer.zh}更贴近`, en: `${en}: the ${closer.en} of "${followed.code}" is closer` };
}
