import { Injectable } from '@nestjs/common';
import type { Attachment } from '@zero-distance/files';
import { type Actor, isWithinArea, newId, unwrap } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { AreasInUse, assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import type { Checklist } from '../checklist/checklist.js';
import { currentChecklist, findChecklist } from '../checklist/checklist.store.js';
import { refuse } from '../errors.js';
import { FILES } from '../file/file.store.js';
import type { Finding } from '../hazard/finding.js';
import {
  ACTION_OF,
  confirmHazard,
  type DecisionContext,
  findHazard,
  type Hazard,
  type HazardStep,
  type OpenHazards,
  transition,
} from '../hazard/hazard.js';
import { readDecisionContext } from '../hazard/hazard.service.js';
import { confirm, hazardsOfVisits, insertHazard, openHazards } from '../hazard/hazard.store.js';
import { saveVisitor } from '../participation/participation.store.js';
import type { Premises } from '../premises/premises.js';
import { PREMISES } from '../premises/premises.store.js';
import { monthOf } from '../round/round.js';
import { saveDone, stopOf } from '../round/round.store.js';
import type { RecordVisitInput, VisitDto, VisitQuery } from './visit.dto.js';
import { type Judgement, judge, type Visit } from './visit.js';
import { insertVisit, VISIT_SEARCH, VISITS } from './visit.store.js';
import { toReportedResults, toVisitDto } from './visit.view.js';

/** 排查: recording visits. */
@Injectable()
export class VisitService {
  constructor(
    private readonly transactor: Transactor,
    private readonly areas: AreasInUse,
  ) {}

  /**
   * Records a visit, the hazards it found with what was done about each, and the stop of this month's round that it does. An item with an
   * open hazard is not found again: the visit confirms that hazard.
   */
  record(actor: Actor, input: RecordVisitInput): Promise<VisitDto> {
    return this.transactor.transact(actor, async (tx) => {
      const premises = await this.premisesToVisit(tx, input.premises);
      const checklist = await checklistOf(tx, input.checklistVersion);
      const judgement = unwrap(judge(checklist, toReportedResults(input), input.others === 'pass', tx.now));
      const stop = await stopOf(tx, monthOf(tx.now), premises.id);
      const context = await readDecisionContext(tx);
      if (!stop) throw new Error(`premises ${premises.id} are active but not in the round of ${monthOf(tx.now)}`);
      const open = await openHazards(tx, premises.id);
      const shown = await readShown(tx, input);
      const visit = visitOf(tx, premises, checklist, input, judgement, open);
      insertVisit(tx, visit);
      if (actor.organisation) saveVisitor(tx, visit, actor.organisation.id);
      const hazards = settle(tx, context, { visit, checklist, findings: judgement.findings, open, shown });
      if (stop.state === 'due') saveDone(tx, stop, visit.id);
      return toVisitDto(visit, hazards);
    });
  }

  get(actor: Actor, id: string): Promise<VisitDto> {
    return this.transactor.read(actor, async (tx) => toVisitDto(await VISITS.load(tx, id), await hazardsOfVisits(tx, [id])));
  }

  list(actor: Actor, query: VisitQuery): Promise<Page<VisitDto>> {
    return this.transactor.read(actor, async (tx) => {
      const page = await VISITS.list(tx, { ...query, q: await VISIT_SEARCH.seek(tx, query.q) });
      const hazards = await hazardsOfVisits(
        tx,
        page.items.map(({ id }) => id),
      );
      return mapPage(page, (visit) =>
        toVisitDto(
          visit,
          hazards.filter(({ seenBy }) => seenBy === visit.id),
        ),
      );
    });
  }

  /** The premises, in the area that their own went into if that is no more: who serves either may visit them. */
  private async premisesToVisit(tx: Tx, code: string): Promise<Premises> {
    const premises = await PREMISES.find(tx, code);
    if (!premises) throw refuse('premises.unknown', { code }, '/premises');
    const areaCode = this.areas.goesOnIn(premises.areaCode);
    if (!isWithinArea(areaCode, tx.actor.area)) assertWithinArea(tx.actor, premises.areaCode, '/premises');
    if (premises.status !== 'active') throw refuse('premises.not_active', { code, status: premises.status }, '/premises');
    return { ...premises, areaCode };
  }
}

async function checklistOf(tx: Tx, version: number | undefined): Promise<Checklist> {
  const checklist = version === undefined ? await currentChecklist(tx) : await findChecklist(tx, version);
  if (!checklist) throw refuse('checklist.unknown', { version: String(version) }, '/checklistVersion');
  return checklist;
}

function visitOf(
  { now, actor }: Tx,
  premises: Premises,
  checklist: Checklist,
  input: RecordVisitInput,
  judgement: Judgement,
  open: OpenHazards,
): Visit {
  const { results, findings } = judgement;
  return {
    id: newId(),
    version: 1,
    premisesId: premises.id,
    premisesCode: premises.code,
    areaCode: premises.areaCode,
    checklistVersion: checklist.version,
    police: input.team.police ?? null,
    gridWorker: input.team.gridWorker,
    results,
    passed: findings.length === 0,
    hazardCount: findings.filter(({ item }) => !open.has(item.code)).length,
    visitedAt: now,
    recordedBy: actor.id,
    pastReference: null,
  };
}

/** Finds a hazard for each finding, or confirms the open one of its item. Gives the hazards as they are then. */
function settle(tx: Tx, context: DecisionContext, { visit, checklist, findings, open, shown }: Found): Hazard[] {
  return findings.map((finding) => {
    const known = open.get(finding.item.code);
    const photos = shown.get(finding.item.code) as Attachment; // of every result that was reported
    if (known) return confirm(tx, visit, confirmHazard(known, finding, context), finding.note, photos);
    return insertHazard(tx, firstStep(context, visit, checklist, finding), photos);
  });
}

/** What a visit found, and what was there before it. */
interface Found {
  readonly visit: Visit;
  readonly checklist: Checklist;
  readonly findings: readonly Finding[];
  readonly open: OpenHazards;
  readonly shown: ReadonlyMap<string, Attachment>;
}

/** 整改前照片: what shows each failed item, as it was found. */
async function readShown(tx: Tx, { results }: RecordVisitInput): Promise<Map<string, Attachment>> {
  const named = results.map(({ files }, i) => ({ files, pointer: `/results/${i}/files` }));
  const shown = await FILES.readEach(tx, named, 'before');
  return new Map(results.map(({ item }, i) => [item, shown[i] as Attachment]));
}

function firstStep(context: DecisionContext, visit: Visit, { recheckWorkingDays }: Checklist, finding: Finding): HazardStep {
  const found = findHazard(newId(), visit, recheckWorkingDays, finding);
  return unwrap(transition(found, ACTION_OF[finding.settled], context));
}
