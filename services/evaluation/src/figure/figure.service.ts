import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import { type Actor, narrowerArea } from '@zero-distance/kernel';
import { Timers, Transactor } from '@zero-distance/messaging';
import { assertWithinArea, readPolicies } from '@zero-distance/platform';
import { DataSource } from 'typeorm';
import { areaName, areasOfType } from '../area/area.store.js';
import { refuse } from '../errors.js';
import { POLICIES } from '../policy/policy.js';
import type { AreaFiguresDto, ComparisonDto, ComparisonQuery, FigureQuery } from './figure.dto.js';
import { figuresOf } from './figure.js';
import { countsOf } from './figure.store.js';
import { monthOf, type Period, parsePeriod } from './period.js';

const FOLD_EVERY_MS = 1_000;
const NOTHING = new Map<string, number>();

/** 指标. Read from counters that the projection keeps; the rows behind them are never counted. */
@Injectable()
export class FigureService {
  constructor(
    private readonly transactor: Transactor,
    dataSource: DataSource,
    timers: Timers,
  ) {
    timers.every('fold figures', FOLD_EVERY_MS, () => dataSource.query('select fold_figures()'));
  }

  /** One area's figures; the caller's whole area when none is named. */
  ofArea(actor: Actor, query: FigureQuery): Promise<AreaFiguresDto> {
    const areaCode = query.areaCode ?? actor.area;
    assertWithinArea(actor, areaCode);
    return this.read(actor, areaCode, query.period);
  }

  /** Areas of one type side by side (domain.md §2): an old estate is not measured against a village. */
  compare(actor: Actor, query: ComparisonQuery): Promise<ComparisonDto> {
    const { comparisonType, areaCode } = query;
    const scope = narrowerArea(actor.area, areaCode);
    return this.transactor.read(actor, async (tx) => {
      const period = periodOf(query.period, tx.now);
      const areas = scope === undefined ? [] : await areasOfType(tx, scope, comparisonType);
      const codes = areas.map(({ code }) => code);
      const [counts, policies] = await Promise.all([countsOf(tx, codes, period, dateOf(tx.now)), readPolicies(tx, POLICIES)]);
      const items = areas.map(({ code, name }) => ({
        areaCode: code,
        areaName: name,
        period: period.text,
        ...figuresOf(counts.get(code) ?? NOTHING, policies['small-sample']),
      }));
      return { comparisonType, period: period.text, items };
    });
  }

  private read(actor: Actor, areaCode: string, asked: string | undefined): Promise<AreaFiguresDto> {
    return this.transactor.read(actor, async (tx) => {
      const period = periodOf(asked, tx.now);
      const [counts, policies, name] = await Promise.all([
        countsOf(tx, [areaCode], period, dateOf(tx.now)),
        readPolicies(tx, POLICIES),
        areaName(tx, areaCode),
      ]);
      const figures = figuresOf(counts.get(areaCode) ?? NOTHING, policies['small-sample']);
      return { areaCode, areaName: name, period: period.text, ...figures };
    });
  }
}

function periodOf(text: string | undefined, now: Date): Period {
  const period = parsePeriod(text || monthOf(now));
  if (!period) throw refuse('period.invalid', { period: text ?? '' }, 'period');
  return period;
}
