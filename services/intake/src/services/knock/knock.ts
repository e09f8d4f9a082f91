import type { EventData, KnockOutcome } from '@zero-distance/contracts';
import { HOUR_MS } from '@zero-distance/kernel';
import type { KeyRing } from '@zero-distance/personal-data';
import type { Question } from '../round/question.js';
import type { Round } from '../round/round.js';
import type { RoundTarget } from '../round-target/round-target.js';

/** 敲门: somebody knocked at a door once. */
export interface Knock {
  readonly id: string;
  readonly version: number;
  readonly targetId: string;
  readonly roundId: string;
  readonly areaCode: string;
  readonly at: Date;
  readonly outcome: KnockOutcome;
  /** What was answered and noted, sealed; null where nothing was, or it was erased. */
  readonly said: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** Who set its outcome right last, and why. */
  readonly correctedBy: string | null;
  readonly correction: string | null;
}

/** An answer to one of the questions of a round. */
export interface Answer {
  readonly code: string;
  readonly answer: string;
}

/** What was answered and noted, in plain. */
export interface Said {
  readonly answers: readonly Answer[];
  readonly note: string | null;
}

const contextOf = (id: string): string => `${id}/said`;

export const sealSaid = (id: string, said: Said, ring: KeyRing): string | null =>
  said.answers.length === 0 && said.note === null ? null : ring.encrypt(JSON.stringify(said), contextOf(id));

/** Callers that show it write an access record in the same transaction. */
export const openSaid = ({ id, said }: Pick<Knock, 'id' | 'said'>, ring: KeyRing): Said =>
  said === null ? { answers: [], note: null } : (JSON.parse(ring.decrypt(said, contextOf(id))) as Said);

/** What counts of a household: met once is met, else the last knock. */
export function countedOf(knocks: readonly Pick<Knock, 'at' | 'outcome'>[]): KnockOutcome | null {
  if (knocks.some(({ outcome }) => outcome === 'met')) return 'met';
  return knocks.toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1)?.outcome ?? null;
}

/** True when somebody knocked at the door less than so many hours before or after. */
export const isTooSoon = (at: Date, knocks: readonly Pick<Knock, 'at'>[], hours: number): boolean =>
  knocks.some((knock) => Math.abs(knock.at.getTime() - at.getTime()) < hours * HOUR_MS);

const isAnswer = ({ kind, choices = [] }: Question, answer: string): boolean => {
  if (kind === 'yes-no') return answer === 'yes' || answer === 'no';
  if (kind === 'number') return /^\d{1,4}$/.test(answer);
  return kind === 'words' || choices.some(({ code }) => code === answer);
};

/** The place of the first answer that no question of the round is for, or that is none to its question, or that is there twice. */
export const wrongAnswer = (questions: readonly Question[], answers: readonly Answer[]): number =>
  answers.findIndex(({ code, answer }, place) => {
    const isTwice = answers.slice(0, place).some((before) => before.code === code);
    return isTwice || !questions.some((question) => question.code === code && isAnswer(question, answer));
  });

/** What is told of a knock. */
export const toldOf = (
  { id: knockId, outcome, at: knockedAt }: Knock,
  { id: targetId, roundId, areaCode }: RoundTarget,
  { counted, knocks, round, now }: { counted: KnockOutcome; knocks: number; round: Pick<Round, 'openedAt'>; now: Date },
): EventData<'intake.knock.recorded.v1'> => ({
  ...{ targetId, knockId, roundId, areaCode, outcome, counted, knocks, knockedAt: knockedAt.toISOString() },
  ...{ roundOpenedAt: (round.openedAt ?? now).toISOString(), at: now.toISOString() },
});
