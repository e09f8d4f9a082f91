import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

/** A line of a history, as `toHistoryLine` makes it. */
export interface HistoryLine<S extends string> {
  readonly action: string;
  readonly from: S | null;
  readonly to: S;
  readonly actorId: string;
  readonly reason: string | null;
  readonly at: string;
}

interface HistoryWords {
  /** An action of the noun. */
  readonly example: string;
  /** What its reasons say. */
  readonly reason?: string;
}

/** The class of a noun's history lines, as OpenAPI shows them: `class WhistleHistoryDto extends HistoryOf(WHISTLE_STATES, { example: 'arrive' }) {}`. */
export function HistoryOf<S extends string>(
  states: readonly S[],
  { example, reason = '理由 / reason' }: HistoryWords,
): Type<HistoryLine<S>> {
  class HistoryDto {}
  const properties: Record<keyof HistoryLine<S>, Parameters<typeof ApiProperty>[0]> = {
    action: { type: String, example, description: '操作 / action' },
    from: { enum: [...states], nullable: true, type: String, description: '之前的状态 / state before it' },
    to: { enum: [...states], description: '之后的状态 / state after it' },
    actorId: { type: String, description: '操作人账号 / who, by account' },
    reason: { type: String, nullable: true, description: reason },
    at: { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z', description: '时间 / when' },
  };
  for (const [name, options] of Object.entries(properties)) ApiProperty(options)(HistoryDto.prototype, name);
  return HistoryDto as Type<HistoryLine<S>>;
}
