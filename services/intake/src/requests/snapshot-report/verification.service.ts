import { Injectable } from '@nestjs/common';
import { type Actor, withChanges } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { assertWithinArea, readPolicies } from '@zero-distance/platform';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { WECHAT_GROUPS } from '../../reference/wechat-group/wechat-group.store.js';
import { FILES } from '../file/file.store.js';
import { FollowUpService } from '../follow-up/follow-up.service.js';
import { takeBackFollowUps } from '../follow-up/follow-up.store.js';
import { grantPoints, reversePoints } from '../mobile-grid-worker/snapshot-point.store.js';
import { assertNotRecused } from '../recusal/recusal.store.js';
import { refuseService } from '../request/ordered-service.errors.js';
import { type Drawn, RegistrationService } from '../request/registration.service.js';
import { REQUESTS } from '../request/request.store.js';
import { openRequester } from '../requester/requester.js';
import type { SnapshotReportDto } from './snapshot-report.dto.js';
import type { SnapshotReportEntity } from './snapshot-report.entity.js';
import { comesBack, handedOver, joinedTo, refused, type Waits, waitsOfGroup } from './snapshot-report.js';
import { SNAPSHOT_REPORTS } from './snapshot-report.store.js';
import { toSnapshotReportDto } from './snapshot-report.view.js';
import type {
  JoinSnapshotInput,
  RefuseSnapshotInput,
  RegisterSnapshotInput,
  ReversePointsInput,
  UnjoinSnapshotInput,
} from './verification.dto.js';

/** What a report becomes a request of, and with. */
interface Registering {
  readonly id: string;
  readonly input: RegisterSnapshotInput;
  readonly ifMatch: number | undefined;
  readonly drawn: Drawn;
}

/** 核实: whether a report is valid, a repeat or neither. Until then it is work for nobody. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly registrations: RegistrationService,
    private readonly followUps: FollowUpService,
  ) {}

  /** 属实: it becomes a request, in the same way as what a clerk takes in. Its words, photos and reporter go over to that. */
  async register(actor: Actor, id: string, input: RegisterSnapshotInput, ifMatch?: number): Promise<SnapshotReportDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    const registered = await this.registrations.with(input, (drawn) => this.becomesRequest(actor, { id, input, ifMatch, drawn }));
    this.registrations.count(registered.channel);
    return registered;
  }

  private becomesRequest(actor: Actor, { id, input, ifMatch, drawn }: Registering): Promise<SnapshotReportDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [report, policies] = await Promise.all([SNAPSHOT_REPORTS.load(tx, id, ifMatch), readPolicies(tx, POLICIES)]);
      SNAPSHOT_REPORTS.step(tx, report, 'register'); // refused before anything is read for it
      const said = { ...asReported(input, report), requester: this.reporterOf(report), reportedBy: report.reportedBy };
      const files = await FILES.of(tx, 'snapshot-report', [id]);
      const request = await this.registrations.begin(
        tx,
        said,
        drawn,
        (files.get(id) ?? []).map((file) => file.id),
      );
      FILES.move(tx, { kind: 'snapshot-report', id }, { kind: 'request', id: request.id });
      const points = await grantPoints(tx, id, report.reportedBy, policies);
      const saved = SNAPSHOT_REPORTS.take(tx, report, 'register', { ...handedOver(request.id, tx.now), points });
      return toSnapshotReportDto(saved, tx);
    });
  }

  /** 重复: what it says and shows, and where, is a supplement of a request that is open already; who has that sees it at once. */
  join(actor: Actor, id: string, { requestId }: JoinSnapshotInput, ifMatch?: number): Promise<SnapshotReportDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [report, request] = await Promise.all([SNAPSHOT_REPORTS.load(tx, id, ifMatch), REQUESTS.load(tx, requestId)]);
      SNAPSHOT_REPORTS.step(tx, report, 'join');
      if (request.service !== null) throw refuseService('request.service_of_one_resident', { number: request.number }, '/requestId'); // the reporter reads its answer from then on
      const files = await FILES.of(tx, 'snapshot-report', [id]);
      const { channel, text, place } = report;
      const said = { kind: 'supplement', channel, text, place, point: report.point } as const;
      const fileIds = (files.get(id) ?? []).map((file) => file.id);
      const { followUpIds } = await this.followUps.addTo(tx, request, said, fileIds);
      FILES.move(tx, { kind: 'snapshot-report', id }, { kind: 'request', id: requestId });
      return toSnapshotReportDto(SNAPSHOT_REPORTS.take(tx, report, 'join', joinedTo(requestId, { followUpIds, fileIds }, tx.now)), tx);
    });
  }

  /** 撤出: it was added to the wrong request. What it said and showed goes from there, whoever keeps a copy hears of it, and it is verified again. */
  unjoin(actor: Actor, id: string, { reason }: UnjoinSnapshotInput, ifMatch?: number): Promise<SnapshotReportDto> {
    return this.transactor.transact(actor, async (tx) => {
      const report = await SNAPSHOT_REPORTS.load(tx, id, ifMatch);
      const step = SNAPSHOT_REPORTS.step(tx, report, 'unjoin');
      const { requestId, fileIds, followUpIds } = report;
      // The request may lie in another area by now, where who sees the report sees nothing: but it is hidden from nobody else who takes part.
      if (requestId !== null) await assertNotRecused(tx, requestId);
      const [said, waits] = await Promise.all([takeBackFollowUps(tx, followUpIds ?? []), this.waitsFor(tx, report)]);
      const words = said.find((one) => one.requestId === requestId) ?? { text: null, place: null, point: null };
      await FILES.moveSome(tx, fileIds ?? [], { kind: 'request', id: requestId as string }, { kind: 'snapshot-report', id });
      return toSnapshotReportDto(SNAPSHOT_REPORTS.save(tx, { ...withChanges(step, comesBack(report, words, tx.now, waits)), reason }), tx);
    });
  }

  private async waitsFor(tx: ReadTx, { wechatGroup }: SnapshotReportEntity): Promise<Waits> {
    const [policies, group] = await Promise.all([
      readPolicies(tx, POLICIES),
      wechatGroup === null ? undefined : WECHAT_GROUPS.find(tx, wechatGroup),
    ]);
    return group ? waitsOfGroup(policies, group.responseMinutes) : policies;
  }

  /** 不予受理: with where to go instead, which the reporter reads. */
  refuse(actor: Actor, id: string, { reasonCode, publicAnswer }: RefuseSnapshotInput, ifMatch?: number): Promise<SnapshotReportDto> {
    return this.transactor.transact(actor, async (tx) => {
      const [report, waits] = await Promise.all([SNAPSHOT_REPORTS.load(tx, id, ifMatch), readPolicies(tx, POLICIES)]);
      const changes = refused(reasonCode, publicAnswer, tx.now, waits);
      return toSnapshotReportDto(SNAPSHOT_REPORTS.take(tx, report, 'refuse', changes, { reasonCode, reason: reasonCode }), tx);
    });
  }

  /** 撤回积分: a row of the ledger takes back what another gave. */
  reversePoints(actor: Actor, id: string, { reason }: ReversePointsInput, ifMatch?: number): Promise<SnapshotReportDto> {
    return this.transactor.transact(actor, async (tx) => {
      const report = await SNAPSHOT_REPORTS.load(tx, id, ifMatch);
      const step = SNAPSHOT_REPORTS.step(tx, report, 'reverse-points');
      await reversePoints(tx, id, reason);
      return toSnapshotReportDto(SNAPSHOT_REPORTS.save(tx, { ...withChanges(step, { points: 0 }), reason }), tx);
    });
  }

  /** Who reported it, in plain for as long as it takes to seal them as the requester. */
  private reporterOf({ id, name, nameMasked, phone, phoneMasked, confidential }: SnapshotReportEntity) {
    if (name === null || nameMasked === null) return undefined;
    const sealed = { requestId: id, name, nameMasked, phone, phoneMasked, phoneIndex: null, address: null, messages: 'zh' as const };
    return { ...openRequester(sealed, this.personalData.ring), confidential };
  }
}

/** What the request says: what whoever verified it wrote, and besides what was reported. */
const asReported = (input: RegisterSnapshotInput, { channel, text, place, point }: SnapshotReportEntity) => ({
  ...input,
  channel,
  kind: input.kind ?? ('snapshot' as const),
  text: input.text ?? text ?? input.title,
  place: input.place ?? place ?? undefined,
  point: input.point ?? (point as RegisterSnapshotInput['point'] | null) ?? undefined,
});
