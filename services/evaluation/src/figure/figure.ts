import { type Histogram, percentileHours } from './response-time.js';

/** The counters that figures are made of, by name; the SQL that keeps them is figure.definition.ts. */
export type Counts = ReadonlyMap<string, number>;

/** A share with what it is made of, so that nobody has to believe a percentage. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** 0–1, four digits; null when there is nothing to divide by. */
  readonly rate: number | null;
  /** The denominator is below the policy `small-sample`: to be read with care. */
  readonly smallSample: boolean;
}

/** What an area did in a period. Every rate's numerator is part of its denominator, so none exceeds 1. */
export interface Figures {
  /** Requests taken in, and how they ended, each on the day it happened. */
  readonly received: number;
  readonly answeredOnTheSpot: number;
  readonly declined: number;
  readonly withdrawn: number;
  readonly closed: number;
  /** 办结率: work orders due in the period and not in the future, of which closed by now. */
  readonly closingRate: Rate;
  /** 按时率: work orders whose first approved reply lies in the period, of which every reply was in time. */
  readonly onTimeRate: Rate;
  /** 响应率, 解决率, 满意率 over effective callbacks: of requests with somebody to call, reached or not. */
  readonly responseRate: Rate;
  readonly solvedRate: Rate;
  readonly satisfactionRate: Rate;
  /** From receipt to the first answer, of requests first answered in the period; within 5 % (response-time.ts). */
  readonly medianResponseHours: number | null;
  readonly p90ResponseHours: number | null;
  /** 调解成功率: cases accepted in the period, of which agreed by now. */
  readonly mediationRate: Rate;
  /** Premises visits of the period, of which nothing failed. */
  readonly visitPassRate: Rate;
  /** 隐患整改率: hazards found in the period, of which settled by now. */
  readonly hazardSettledRate: Rate;
}

/** @param smallSample the policy's value: a rate over fewer is marked */
export function figuresOf(counts: Counts, smallSample: number): Figures {
  const of = (name: string): number => counts.get(name) ?? 0;
  const rate = (numerator: string, denominator: string): Rate => rateOf(of(numerator), of(denominator), smallSample);
  const responses = histogramOf(counts);
  return {
    received: of('received'),
    answeredOnTheSpot: of('answered'),
    declined: of('declined'),
    withdrawn: of('withdrawn'),
    closed: of('closed'),
    closingRate: rate('due-closed', 'due'),
    onTimeRate: rate('orders-on-time', 'orders-answered'),
    responseRate: rate('contacted', 'callbacks'),
    solvedRate: rate('solved', 'callbacks'),
    satisfactionRate: rate('satisfied', 'callbacks'),
    medianResponseHours: percentileHours(responses, 0.5),
    p90ResponseHours: percentileHours(responses, 0.9),
    mediationRate: rate('cases-agreed', 'cases-accepted'),
    visitPassRate: rate('visits-passed', 'visits'),
    hazardSettledRate: rate('hazards-settled', 'hazards-found'),
  };
}

/** `numerator` of `denominator`, marked when that is fewer than `smallSample`. */
export const rateOf = (numerator: number, denominator: number, smallSample: number): Rate => ({
  numerator,
  denominator,
  rate: denominator > 0 ? Math.round((numerator / denominator) * 10_000) / 10_000 : null,
  smallSample: denominator < smallSample,
});

const RESPONSE = /^response-(\d+)$/;

/** The response times among the counters. */
export function histogramOf(counts: Counts): Histogram {
  const bins = new Map<number, number>();
  for (const [name, count] of counts) {
    const bin = RESPONSE.exec(name)?.[1];
    if (bin !== undefined) bins.set(Number(bin), count);
  }
  return bins;
}
