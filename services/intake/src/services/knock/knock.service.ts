import { Injectable } from '@nestjs/common';
import { type Actor, DAY_MS, findPersonalData, NO_CONTACTS, newId } from '@zero-distance/kernel';
import { Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import { mapPage, type Page, type PageQuery, readPolicies, recordAccess } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import type { RoundPolicies } from '../../policy/round-policy.js';
import type { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { findNeed } from '../knock-need/knock-need.js';
import { KNOCK_NEEDS_FOUND, needsOfKnock } from '../knock-need/knock-need.store.js';
import { ROUND_TARGETS } from '../round-target/round-target.store.js';
import { toRoundTargetDto } from '../round-target/round-target.view.js';
import type { CorrectKnockInput, FoundNeedInput, KnockDto, RecordedKnockDto, RecordKnockInput, RevealedKnockDto } from './knock.dto.js';
import { KnockEntity } from './knock.entity.js';
import { refuseKnock } from './knock.errors.js';
import { isTooSoon, type Knock, openSaid, sealSaid, wrongAnswer } from './knock.js';
import { type Door, holdDoor, KNOCKS, knockOf, saveDoor } from './knock.store.js';
import { toKnockDto } from './knock.view.js';

/** 敲门: what came of it, door by door. */
@Injectable()
export class KnockService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  /** 登记: sent again under its id, it is the one that is there. */
  record(actor: Actor, targetId: string, input: RecordKnockInput): Promise<RecordedKnockDto> {
    checkWords(input);
    return this.transactor.transact(actor, async (tx) => {
      const door = await holdDoor(tx, targetId);
      const { target, round, knocks } = door;
      const known = input.id === undefined ? undefined : await knockOf(tx, input.id);
      if (known) {
        if (known.targetId !== targetId) throw refuseKnock('knock.id_taken', { id: known.id }, '/id');
        return {
          knock: toKnockDto(known),
          target: toRoundTargetDto(target, round.state, actor),
          needIds: await needsOfKnock(tx, known.id),
        };
      }
      const knock = this.knockOn(door, input, tx, await readPolicies(tx, POLICIES));
      tx.insert(KnockEntity, knock);
      const after = saveDoor(tx, door, knock, [...knocks, knock]);
      const needIds = await this.keepNeeds(tx, door, knock, input.needs ?? []);
      return { knock: toKnockDto(knock), target: toRoundTargetDto(after, round.state, actor), needIds };
    });
  }

  list(actor: Actor, targetId: string, page: PageQuery): Promise<Page<KnockDto>> {
    return this.transactor.read(actor, async (tx) => {
      await ROUND_TARGETS.load(tx, targetId);
      return mapPage(await KNOCKS.list(tx, { ...page, targetId }), toKnockDto);
    });
  }

  /** 更正结果, within days of its record and while the round is open. */
  correct(actor: Actor, id: string, { outcome, reason }: CorrectKnockInput): Promise<KnockDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { targetId } = await KNOCKS.load(tx, id);
      const door = await holdDoor(tx, targetId);
      const found = await KNOCKS.load(tx, id);
      const days = (await readPolicies(tx, POLICIES))['knock-record-days'];
      if (found.recordedBy !== actor.id && !actor.roles.includes('intake-clerk')) throw refuseKnock('knock.not_own');
      if (found.outcome === outcome) throw refuseKnock('knock.same_outcome', {}, '/outcome');
      if (found.recordedAt.getTime() < tx.now.getTime() - days * DAY_MS) throw refuseKnock('knock.correction_over', { days });
      const changes = { outcome, correctedBy: actor.id, correction: reason };
      tx.update(KnockEntity, found, changes);
      const corrected = { ...found, ...changes, version: found.version + 1 };
      saveDoor(
        tx,
        door,
        corrected,
        door.knocks.map((knock) => (knock.id === id ? corrected : knock)),
      );
      return toKnockDto(corrected);
    });
  }

  /** 查看答复. No access record, no answer. */
  reveal(actor: Actor, id: string, { purpose }: RevealInput): Promise<RevealedKnockDto> {
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const found = await KNOCKS.load(tx, id);
      await ROUND_TARGETS.load(tx, found.targetId);
      const { accessRecordId } = recordAccess(tx, 'intake', { action: 'reveal', subject: id, purpose });
      const { answers, note } = openSaid(found, this.personalData.ring);
      return { accessRecordId, answers: [...answers], note };
    });
  }

  private knockOn({ target, round, knocks }: Door, input: RecordKnockInput, tx: Tx, policies: RoundPolicies): Knock {
    const { id = newId(tx.now.getTime()), outcome, answers = [], note = null } = input;
    const at = input.at === undefined ? tx.now : new Date(input.at);
    const days = policies['knock-record-days'];
    const isInTime = at <= tx.now && round.openedAt !== null && at >= round.openedAt && tx.now.getTime() - at.getTime() <= days * DAY_MS;
    if (!isInTime) throw refuseKnock('knock.not_in_time', { days }, '/at');
    const hours = policies['knock-interval-hours'];
    if (isTooSoon(at, knocks, hours)) throw refuseKnock('knock.too_soon', { hours }, '/at');
    if (answers.length > 0 && outcome !== 'met') throw refuseKnock('knock.answers_not_met', {}, '/answers');
    const wrong = wrongAnswer(round.questions, answers);
    if (wrong >= 0) throw refuseKnock('knock.answer_wrong', {}, `/answers/${wrong}`);
    return {
      ...{ id, version: 1, targetId: target.id, roundId: round.id, areaCode: target.areaCode, at, outcome },
      said: sealSaid(id, { answers: answers.map(({ code, answer }) => ({ code, answer })), note }, this.personalData.ring),
      ...{ recordedBy: tx.actor.id, recordedAt: tx.now, correctedBy: null, correction: null },
    };
  }

  private async keepNeeds(tx: Tx, { target }: Door, knock: Knock, needs: readonly FoundNeedInput[]): Promise<string[]> {
    const policies = await readPolicies(tx, POLICIES);
    return needs.map(({ need, note = null }) => {
      const found = findNeed({ target, knockId: knock.id, need, note }, tx.now, policies, this.personalData.ring);
      return KNOCK_NEEDS_FOUND.insert(tx, found).id;
    });
  }
}

/** 不登记银行卡信息: what else is personal in a note is kept sealed, and warned of. */
function checkWords({ note, needs = [] }: RecordKnockInput): void {
  const texts = [{ text: note, pointer: '/note' }, ...needs.map((need, place) => ({ text: need.note, pointer: `/needs/${place}/note` }))];
  for (const { text, pointer } of texts) {
    const isBank = text !== undefined && findPersonalData(text, NO_CONTACTS).some(({ kind }) => kind === 'bank-card');
    if (isBank) throw refuseKnock('knock.bank_data', {}, pointer);
  }
}
