import type { HazardSeverity } from '@zero-distance/contracts';
import { type DomainError, err, ok, type Result } from '@zero-distance/kernel';
import type { Checklist, ChecklistItem } from '../checklist/checklist.js';
import { refuse } from '../errors.js';
import type { Finding, Settlement } from '../hazard/finding.js';

/** 检查结果: pass 合格, fail 不合格, not-applicable 不适用. */
export const ITEM_RESULTS = ['pass', 'fail', 'not-applicable'] as const;
export type ItemResult = (typeof ITEM_RESULTS)[number];

/** What the team reports of one item. */
export interface ReportedResult {
  readonly item: string;
  readonly result: ItemResult;
  readonly severity?: HazardSeverity;
  readonly note?: string;
  readonly settled?: Settlement;
  readonly rectifyBy?: Date;
  readonly files?: readonly string[];
}

/** One item of the record of a visit. */
export interface RecordedResult {
  readonly item: string;
  readonly result: ItemResult;
}

/** A report, read by its checklist. */
export interface Judgement {
  /** Every item of the checklist, in its order. */
  readonly results: readonly RecordedResult[];
  readonly findings: readonly Finding[];
}

/** 排查记录: one inspection of premises. It happened, so it never changes. */
export interface Visit {
  readonly id: string;
  readonly version: number;
  readonly premisesId: string;
  readonly premisesCode: string;
  readonly areaCode: string;
  /** Null of a visit of the time before: what was looked at is not known here. */
  readonly checklistVersion: number | null;
  /** Staff codes, never names. A team with police is a joint one (警网融合). */
  readonly police: string | null;
  readonly gridWorker: string;
  readonly results: readonly RecordedResult[];
  readonly passed: boolean;
  readonly hazardCount: number;
  readonly visitedAt: Date;
  readonly recordedBy: string;
  /** Its number in the time before, of one that was brought along. */
  readonly pastReference: string | null;
}

/**
 * Reads a report by its checklist: every item has exactly one result (`othersPass`: those not named passed), and every failed one says
 * how it was settled. Refuses with a pointer into the report.
 */
export function judge(checklist: Checklist, reported: readonly ReportedResult[], othersPass: boolean, now: Date): Result<Judgement> {
  const items = new Map(checklist.items.map((item) => [item.code, item]));
  const results = new Map<string, ItemResult>();
  const findings: Finding[] = [];
  for (const [i, one] of reported.entries()) {
    const item = items.get(one.item);
    if (!item) return err(refuse('visit.item_unknown', { item: one.item, version: checklist.version }, `/results/${i}/item`));
    if (results.has(one.item)) return err(refuse('visit.item_twice', { item: one.item }, `/results/${i}/item`));
    const fault = resultFault(one, item, now, `/results/${i}`);
    if (fault) return err(fault);
    results.set(one.item, one.result);
    if (one.result === 'fail') findings.push(finding(one, item));
  }
  const missing = checklist.items.filter((item) => !results.has(item.code)).map((item) => item.code);
  if (missing.length > 0 && !othersPass) return err(refuse('visit.items_missing', { items: missing.join(', ') }, '/results'));
  return ok({ results: checklist.items.map(({ code }) => ({ item: code, result: results.get(code) ?? 'pass' })), findings });
}

function resultFault(one: ReportedResult, item: ChecklistItem, now: Date, at: string): DomainError | undefined {
  return one.result === 'fail' ? settlementFault(one, item, now, at) : strayField(one, at);
}

function strayField(one: ReportedResult, at: string): DomainError | undefined {
  const field = (['settled', 'severity', 'rectifyBy', 'files'] as const).find((name) => one[name] !== undefined);
  return field && refuse('visit.settlement_not_for', { item: one.item, field }, `${at}/${field}`);
}

function settlementFault(one: ReportedResult, item: ChecklistItem, now: Date, at: string): DomainError | undefined {
  const { settled, rectifyBy } = one;
  const name = { item: one.item };
  if (!settled) return refuse('visit.settlement_missing', name, `${at}/settled`);
  const major = (one.severity ?? item.severity) === 'suspected-major';
  if (major && settled !== 'transfer') return refuse('visit.suspected_major_needs_transfer', name, `${at}/settled`);
  if (settled === 'notice' && !rectifyBy) return refuse('visit.rectify_by_missing', name, `${at}/rectifyBy`);
  if (settled !== 'notice' && rectifyBy) return refuse('visit.rectify_by_only_with_notice', name, `${at}/rectifyBy`);
  if (rectifyBy && rectifyBy <= now) return refuse('visit.rectify_by_past', name, `${at}/rectifyBy`);
  return undefined;
}

const finding = (one: ReportedResult, item: ChecklistItem): Finding => ({
  item,
  severity: one.severity ?? item.severity,
  settled: one.settled as Settlement,
  rectifyBy: one.rectifyBy ?? null,
  note: one.note ?? null,
});
