import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import { type Actor, narrowerArea } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { DataSource } from 'typeorm';
import { areaName, areasOfType } from '../area/area.store.js';
import { refuse } from '../errors.js';
import { POLICIES } from '../policy/policy.js';
import { type ShownFigures, showAll, withholdFew } from './few.js';
import type { AreaFiguresDto, ComparisonDto, ComparisonQuery, FigureQuery } from './figure.dto.js';
import { valuesOf } from './figure.js';
import { countsOf } from './figure.store.js';
import { type FigureReach, figureReach, reachesArea } from './figure-reach.js';
import { FIGURES } from './figures.js';
import { isShorterThanMonth, monthOf, type Period, parsePeriod } from './period.js';

const FOLD_EVERY_MS = 1_000;
const NOTHING = new Map<string, number>();

/** 指标. Read from counters that the projection keeps; the rows behind them are never counted. */
@Injectable()
export class FigureService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly dataSource: DataSource,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('fold figures', FOLD_EVERY_MS, () => this.dataSource.query('select fold_figures()'));
  }

  /** One area's figures; all that the caller may read of when none is named. */
  async ofArea(actor: Actor, query: FigureQuery): Promise<AreaFiguresDto> {
    const reach = figureReach(actor);
    const areaCode = query.areaCode ?? reach?.area ?? '';
    if (!reach || !reachesArea(reach, areaCode)) throw refuse('figure.not_found', { area: areaCode });
    return this.transactor.read(actor, async (tx) => {
      const period = periodOf(query.period, tx.now, reach);
      const [figures, name] = await Promise.all([readFigures(tx, [areaCode], period, reach), areaName(tx, areaCode)]);
      return { areaCode, areaName: name, period: period.text, ...figures(areaCode) };
    });
  }

  /** Areas of one type side by side: an old estate is not measured against a village. */
  async compare(actor: Actor, query: ComparisonQuery): Promise<ComparisonDto> {
    const { comparisonType, areaCode } = query;
    const reach = figureReach(actor);
    const scope = reach && narrowerArea(reach.area, areaCode);
    return this.transactor.read(actor, async (tx) => {
      const period = periodOf(query.period, tx.now, reach);
      if (!reach || scope === undefined) return { comparisonType, period: period.text, items: [] };
      const areas = (await areasOfType(tx, scope, comparisonType)).filter(({ code }) => reachesArea(reach, code));
      const codes = areas.map(({ code }) => code);
      const figures = await readFigures(tx, codes, period, reach);
      const items = areas.map(({ code, name }) => ({ areaCode: code, areaName: name, period: period.text, ...figures(code) }));
      return { comparisonType, period: period.text, items };
    });
  }
}

/** The figures of areas, as far as the caller may read them. */
async function readFigures(
  tx: ReadTx,
  codes: readonly string[],
  period: Period,
  { mayReadFew }: FigureReach,
): Promise<(code: string) => ShownFigures> {
  const [counts, policies] = await Promise.all([countsOf(tx, codes, period, dateOf(tx.now)), readPolicies(tx, POLICIES)]);
  return (code) => {
    const counted = counts.get(code) ?? NOTHING;
    const figures = valuesOf(FIGURES, counted, policies['small-sample']);
    const minimum = policies['publish-minimum'];
    return (mayReadFew ? showAll : withholdFew)({ figures, counts: counted, period }, minimum);
  };
}

function periodOf(text: string | undefined, now: Date, reach: FigureReach | undefined): Period {
  const period = parsePeriod(text || monthOf(now));
  if (!period) throw refuse('period.invalid', { period: text ?? '' }, 'period');
  if (reach && !reach.mayReadFew && isShorterThanMonth(period)) throw refuse('period.too_short', { period: period.text }, 'period');
  return period;
}
