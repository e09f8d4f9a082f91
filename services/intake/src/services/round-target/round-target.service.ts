import { Injectable } from '@nestjs/common';
import { type Actor, isWithinArea } from '@zero-distance/kernel';
import { Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import { mapPage, type Page, readPolicies, recordAccess } from '@zero-distance/platform';
import { fileOf } from '../../people/resident/opened-file.js';
import { RESIDENTS } from '../../people/resident/resident.store.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import type { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { refuseRound } from '../round/round.errors.js';
import type { Round } from '../round/round.js';
import { countRound, holdRound, ROUNDS } from '../round/round.store.js';
import type { RoundCoverageDto } from './coverage.dto.js';
import { toRoundCoverageDto } from './coverage.view.js';
import type {
  AddedOfRegisterDto,
  AddedTargetsDto,
  AddOfRegisterInput,
  AddTargetsInput,
  ListSizeDto,
  RevealedTargetDto,
  RoundTargetDto,
  RoundTargetQuery,
} from './round-target.dto.js';
import { RoundTargetEntity } from './round-target.entity.js';
import { refuseTarget } from './round-target.errors.js';
import { type Dweller, type Household, householdsOf, isSameDoor, type Listed, listTarget, openHousehold } from './round-target.js';
import { coverageByGrid, listOf, ROUND_TARGETS, sealedOf, takeOff } from './round-target.store.js';
import { toRoundTargetDto } from './round-target.view.js';

/** So many households are put on a list of the register in one step. */
const OF_REGISTER_AT_ONCE = 500;
const PAGE = 100;

type Numbered = Household & { readonly number: string };

/** 敲门名单: which households are called on. */
@Injectable()
export class RoundTargetService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
  ) {}

  add(actor: Actor, roundId: string, { households }: AddTargetsInput): Promise<AddedTargetsDto> {
    return this.transactor.transact(actor, async (tx) => {
      const round = await planned(tx, roundId);
      const residents = new Set(households.flatMap(({ residentIds = [] }) => residentIds));
      await Promise.all([...residents].map((id) => RESIDENTS.load(tx, id))); // who may not see somebody does not learn that they are there
      const listed = households.map(({ residentIds = [], ...said }) => ({ ...said, residentIds }));
      this.checkDoors(await this.doorsOf(tx, roundId), listed);
      return this.putOn(tx, round, listed);
    });
  }

  /** 从居民档案加入: each household of residents in use that is not on the list yet. Asked again, it goes on. */
  addOfRegister(actor: Actor, roundId: string, { areaCode }: AddOfRegisterInput): Promise<AddedOfRegisterDto> {
    return this.transactor.transact(actor, async (tx) => {
      const round = await planned(tx, roundId);
      const area = areaCode ?? round.areaCode;
      if (!isWithinArea(area, round.areaCode)) throw refuseRound('round.other_area', { area: round.areaCode }, '/areaCode');
      const [{ residentIds }, dwellers] = await Promise.all([listOf(tx, roundId), this.dwellersOf(tx, area)]);
      const doors = await this.doorsOf(tx, roundId);
      const found = householdsOf(dwellers, (id) => residentIds.has(id)).filter((door) => !doors.some((known) => isSameDoor(known, door)));
      const added = await this.putOn(tx, round, found.slice(0, OF_REGISTER_AT_ONCE));
      const withoutAddress = dwellers.filter(({ address }) => address === undefined).length;
      return { ...added, withoutAddress, more: found.length > OF_REGISTER_AT_ONCE };
    });
  }

  list(actor: Actor, roundId: string, query: RoundTargetQuery): Promise<Page<RoundTargetDto>> {
    return this.transactor.read(actor, async (tx) => {
      const { state } = await ROUNDS.load(tx, roundId);
      return mapPage(await ROUND_TARGETS.list(tx, { ...query, roundId }), (found) => toRoundTargetDto(found, state, actor));
    });
  }

  get(actor: Actor, id: string): Promise<RoundTargetDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await ROUND_TARGETS.load(tx, id);
      return toRoundTargetDto(found, (await ROUNDS.load(tx, found.roundId)).state, actor);
    });
  }

  /** 敲门率: in counts, of whole grids. */
  coverage(actor: Actor, roundId: string): Promise<RoundCoverageDto> {
    return this.transactor.read(actor, async (tx) => {
      const { explanation } = await ROUNDS.load(tx, roundId);
      return toRoundCoverageDto(await coverageByGrid(tx, roundId), explanation);
    });
  }

  /** 移出名单, while it is made. */
  remove(actor: Actor, id: string): Promise<ListSizeDto> {
    return this.transactor.transact(actor, async (tx) => {
      const { roundId } = await ROUND_TARGETS.load(tx, id);
      await planned(tx, roundId);
      const { targets } = await countRound(tx, roundId);
      takeOff(tx, id);
      return { targets: targets - 1 };
    });
  }

  /** 查看地址: one door at a time. No access record, no answer. */
  reveal(actor: Actor, id: string, { purpose }: RevealInput): Promise<RevealedTargetDto> {
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const found = await ROUND_TARGETS.load(tx, id);
      const household = openHousehold(found, this.personalData.ring);
      if (!household) throw refuseTarget('round_target.erased');
      const { accessRecordId } = recordAccess(tx, 'intake', { action: 'reveal', subject: id, purpose });
      const { address, householdNumber = null } = household;
      return { accessRecordId, address, householdNumber, residentIds: [...found.residentIds] };
    });
  }

  private async doorsOf(tx: Tx, roundId: string): Promise<Numbered[]> {
    return (await sealedOf(tx, roundId)).flatMap((target) => {
      const household = openHousehold(target, this.personalData.ring);
      return household ? [{ ...household, number: String(target.number) }] : [];
    });
  }

  /** 同一户 is put on a list once: whoever types it again is told which it is, since it may be a slip, and two households would be joined by mistake. */
  private checkDoors(doors: readonly Numbered[], listed: readonly Listed[]): void {
    const known = [...doors];
    for (const [place, door] of listed.entries()) {
      const same = known.find((one) => isSameDoor(one, door));
      if (same) throw refuseTarget('round_target.listed_already', { number: same.number }, `/households/${place}/address`);
      known.push({ ...door, number: String(doors.length + place + 1) });
    }
  }

  private async putOn(tx: Tx, round: Round, listed: readonly Listed[]): Promise<AddedTargetsDto> {
    const outside = listed.findIndex(({ areaCode }) => !isWithinArea(areaCode, round.areaCode));
    if (outside >= 0) throw refuseRound('round.other_area', { area: round.areaCode }, `/households/${outside}/areaCode`);
    const [{ next }, { targets }, policies] = await Promise.all([
      listOf(tx, round.id),
      countRound(tx, round.id),
      readPolicies(tx, POLICIES),
    ]);
    const most = policies['round-targets'];
    if (targets + listed.length > most) throw refuseRound('round.too_many', { most });
    for (const [place, said] of listed.entries())
      tx.insert(RoundTargetEntity, listTarget(round, said, next + place, this.personalData.ring));
    return { added: listed.length, targets: targets + listed.length };
  }

  private async dwellersOf(tx: Tx, areaCode: string): Promise<Dweller[]> {
    const found: Dweller[] = [];
    let cursor: string | undefined;
    do {
      const page = await RESIDENTS.list(tx, { areaCode, state: 'registered', limit: PAGE, ...(cursor !== undefined && { cursor }) });
      for (const resident of page.items) {
        const { address, householdNumber } = fileOf(resident, this.personalData);
        const said = { ...(address !== undefined && { address }), ...(householdNumber !== undefined && { householdNumber }) };
        found.push({ id: resident.id, areaCode: resident.areaCode, ...said });
      }
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return found;
  }
}

/** The round whose list is made, held: nobody opens it meanwhile. Throws where it is another's, or frozen. */
async function planned(tx: Tx, id: string): Promise<Round> {
  await holdRound(tx, id);
  const round = await ROUNDS.load(tx, id);
  if (!isWithinArea(round.areaCode, tx.actor.area)) throw refuseRound('round.not_yours');
  if (round.state !== 'planned') throw refuseRound('round.frozen');
  return round;
}
