import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import { type Actor, areaLevel, isWithinArea } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page, readPolicies, type Target } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import type { RoundPolicies } from '../../policy/round-policy.js';
import { type Question, questionFault } from './question.js';
import type {
  CancelRoundInput,
  CorrectRoundInput,
  ExtendRoundInput,
  PlanRoundInput,
  QuestionInput,
  RoundDetailDto,
  RoundDto,
  RoundQuery,
} from './round.dto.js';
import { refuseRound } from './round.errors.js';
import { closed, corrected, daysFault, extended, opened, type Plan, planRound, type Round } from './round.js';
import { countRound, eraseHouseholds, holdRound, ROUNDS } from './round.store.js';
import { toRoundDetailDto, toRoundDto } from './round.view.js';

type Change = (found: Round, tx: Tx, policies: RoundPolicies) => Round;

/** 敲门行动: planned, opened with a list that is frozen then, and closed when what is left is explained. */
@Injectable()
export class RoundService {
  constructor(private readonly transactor: Transactor) {}

  plan(actor: Actor, { questions = [], ...said }: PlanRoundInput): Promise<RoundDto> {
    assertWithinArea(actor, said.areaCode, '/areaCode');
    if (areaLevel(said.areaCode) !== 'community') throw refuseRound('round.area_too_wide', {}, '/areaCode');
    return this.transactor.transact(actor, async (tx) => {
      const plan = { ...said, questions: questions.map(toQuestion) };
      checkPlan(plan, dateOf(tx.now), await readPolicies(tx, POLICIES));
      return toRoundDto(ROUNDS.insert(tx, planRound(plan, actor.organisation?.id ?? null, tx.now)), tx);
    });
  }

  list(actor: Actor, query: RoundQuery): Promise<Page<RoundDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await ROUNDS.list(tx, query), (found) => toRoundDto(found, tx)));
  }

  get(actor: Actor, id: string): Promise<RoundDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await ROUNDS.load(tx, id);
      const [history, counts] = await Promise.all([ROUNDS.history(tx, found), countRound(tx, id)]);
      return toRoundDetailDto(found, { history, counts }, tx);
    });
  }

  /** 更正计划: what is left out stays. */
  correct(actor: Actor, target: Target, { reason, questions, ...said }: CorrectRoundInput): Promise<RoundDto> {
    return this.act(actor, target, (found, tx, policies) => {
      const { title = found.title, fromOn = found.fromOn, untilOn = found.untilOn } = said;
      const plan = { title, fromOn, untilOn, questions: questions?.map(toQuestion) ?? found.questions };
      checkPlan(plan, dateOf(tx.now), policies);
      return ROUNDS.take(tx, found, 'correct', corrected(plan), { reason });
    });
  }

  /** 开始: from now on no household is put on its list or taken from it. */
  open(actor: Actor, target: Target): Promise<RoundDto> {
    return this.act(actor, target, (found, tx) => {
      if (found.counts?.targets === 0) throw refuseRound('round.no_targets');
      return ROUNDS.take(tx, found, 'open', opened(tx.now));
    });
  }

  cancel(actor: Actor, target: Target, { reason }: CancelRoundInput): Promise<RoundDto> {
    return this.act(actor, target, (found, tx) => {
      const after = ROUNDS.take(tx, found, 'cancel', { nextAt: null }, { reason });
      eraseHouseholds(tx, found.id);
      return after;
    });
  }

  extend(actor: Actor, target: Target, { untilOn, reason }: ExtendRoundInput): Promise<RoundDto> {
    return this.act(actor, target, (found, tx, policies) => {
      if (untilOn <= found.untilOn) throw refuseRound('round.not_later', {}, '/untilOn');
      checkDays({ fromOn: found.fromOn, untilOn }, dateOf(tx.now), policies);
      return ROUNDS.take(tx, found, 'extend', extended(untilOn), { reason });
    });
  }

  close(actor: Actor, target: Target, explanation: string | null): Promise<RoundDto> {
    return this.act(actor, target, (found, tx, policies) => {
      const left = found.counts?.left ?? 0;
      if (left > 0 && explanation === null) throw refuseRound('round.left_unexplained', { left }, '/explanation');
      return ROUNDS.take(tx, found, 'close', closed(explanation, tx.now, policies));
    });
  }

  private act(actor: Actor, { id, ifMatch }: Target, change: Change): Promise<RoundDto> {
    return this.transactor.transact(actor, async (tx) => {
      await holdRound(tx, id);
      const [found, counts, policies] = await Promise.all([ROUNDS.load(tx, id, ifMatch), countRound(tx, id), readPolicies(tx, POLICIES)]);
      if (!isWithinArea(found.areaCode, actor.area)) throw refuseRound('round.not_yours');
      return toRoundDto(change(Object.assign(found, { counts }), tx, policies), tx);
    });
  }
}

const toQuestion = ({ code, zh, en, kind, choices }: QuestionInput): Question => ({
  ...{ code, zh, en, kind },
  ...(choices && choices.length > 0 && { choices: choices.map((choice) => ({ code: choice.code, zh: choice.zh, en: choice.en })) }),
});

const DAYS = {
  before: ['round.days_turned', '/untilOn'],
  over: ['round.over', '/untilOn'],
  long: ['round.too_long', '/untilOn'],
} as const;

function checkDays(plan: Pick<Plan, 'fromOn' | 'untilOn'>, today: string, { 'round-longest-days': days }: RoundPolicies): void {
  const wrong = daysFault(plan, today, days);
  if (wrong) throw refuseRound(DAYS[wrong][0], { days }, DAYS[wrong][1]);
}

function checkPlan(plan: Omit<Plan, 'areaCode'>, today: string, policies: RoundPolicies): void {
  checkDays(plan, today, policies);
  const fault = questionFault(plan.questions);
  if (fault) throw refuseRound(fault.code === 'twice' ? 'round.code_twice' : 'round.choices_wrong', {}, fault.pointer);
}
