import { Injectable } from '@nestjs/common';
import { type Actor, isWithinArea, newId } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { AreasInUse, assertWithinArea, mapPage, type Page, readPolicies } from '@zero-distance/platform';
import { config } from '../../config.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import type { WechatGroup } from '../../reference/wechat-group/wechat-group.js';
import { WECHAT_GROUPS } from '../../reference/wechat-group/wechat-group.store.js';
import { FILES } from '../file/file.store.js';
import { findPictures } from '../order-picture/order-picture.store.js';
import { checkPosition } from '../request/point.store.js';
import { RegistrationService } from '../request/registration.service.js';
import { requestNumber } from '../request/request-number.js';
import { sealRequester } from '../requester/requester.js';
import type {
  PublicSnapshotInput,
  ReceiptDto,
  ReporterInput,
  ReportSnapshotInput,
  SnapshotReportDetailDto,
  SnapshotReportDto,
  SnapshotReportQuery,
} from './snapshot-report.dto.js';
import { refuseSnapshot } from './snapshot-report.errors.js';
import { reporterFrom, reportSnapshot, type SnapshotChannel, type SnapshotReport, waitsOfGroup } from './snapshot-report.js';
import { SNAPSHOT_REPORT_SEARCH, SNAPSHOT_REPORTS } from './snapshot-report.store.js';
import { toReceiptDto, toSnapshotReportDetailDto, toSnapshotReportDto } from './snapshot-report.view.js';

type Said = ReportSnapshotInput & { readonly reporter?: ReporterInput; readonly group?: WechatGroup | undefined };

/** 随手拍: what people report with a photo, and where it waits until somebody has looked at it. */
@Injectable()
export class SnapshotReportService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly registrations: RegistrationService,
    private readonly areas: AreasInUse,
  ) {}

  /** A resident reports, without a log-in. The number and the tracking code are all that is answered. */
  reportPublicly(visitor: Actor, { group: code, ...said }: PublicSnapshotInput): Promise<ReceiptDto> {
    return this.registrations.numbered((sequence) =>
      this.transactor.transact(visitor, async (tx) => {
        const group = code === undefined ? undefined : await this.groupOf(tx, code, said.areaCode);
        const areaCode = said.areaCode ?? group?.areaCode;
        return toReceiptDto(await this.take(tx, { ...said, areaCode, group }, group ? 'wechat-matrix' : 'online', sequence));
      }),
    );
  }

  /** A mobile grid worker reports. */
  report(actor: Actor, input: ReportSnapshotInput): Promise<SnapshotReportDto> {
    const areaCode = input.areaCode ?? (actor.area || config.DISTRICT);
    assertWithinArea(actor, areaCode, '/areaCode');
    return this.registrations.numbered((sequence) =>
      this.transactor.transact(actor, async (tx) =>
        toSnapshotReportDto(await this.take(tx, { ...input, areaCode }, 'mobile-grid-worker', sequence), tx),
      ),
    );
  }

  list(actor: Actor, query: SnapshotReportQuery): Promise<Page<SnapshotReportDto>> {
    return this.transactor.read(actor, async (tx) =>
      mapPage(await SNAPSHOT_REPORTS.list(tx, { ...query, q: await SNAPSHOT_REPORT_SEARCH.seek(tx, query.q) }), (found) =>
        toSnapshotReportDto(found, tx),
      ),
    );
  }

  get(actor: Actor, id: string): Promise<SnapshotReportDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await SNAPSHOT_REPORTS.load(tx, id);
      const [history, files, pictures] = await Promise.all([
        SNAPSHOT_REPORTS.history(tx, found),
        FILES.of(tx, 'snapshot-report', [id]),
        findPictures(tx, found.requestId),
      ]);
      return toSnapshotReportDetailDto(found, { history, files: files.get(id) ?? [], pictures }, tx);
    });
  }

  /** Queues a new report with its photos. Who reports is sealed before it leaves this method. */
  private async take(tx: Tx, said: Said, channel: SnapshotChannel, sequence: number): Promise<SnapshotReport> {
    const { areaCode = config.DISTRICT, text = null, place = null, point = null, files = [], reporter, group } = said;
    if (text === null && files.length === 0) throw refuseSnapshot('snapshot_report.empty', {}, '/files');
    if (point) await checkPosition(tx, point.coordinates);
    this.areas.need(areaCode);
    const [shown, waits] = await Promise.all([FILES.read(tx, files, 'request'), readPolicies(tx, POLICIES)]);
    const id = newId(tx.now.getTime());
    const number = requestNumber(areaCode, tx.now, sequence);
    const wechatGroup = group?.code ?? null;
    const reported = { id, number, channel, areaCode, wechatGroup, text, place, point, confidential: reporter?.confidential ?? false };
    const sealed = reporter ? sealRequester(id, reporter, this.personalData.ring, this.personalData.index) : null;
    const by = {
      reporter: sealed && reporterFrom(sealed),
      reportedBy: channel === 'mobile-grid-worker' ? tx.actor.id : null,
      organisationId: tx.actor.organisation?.id ?? null,
    };
    const report = reportSnapshot(reported, by, tx.now, group ? waitsOfGroup(waits, group.responseMinutes) : waits);
    FILES.attach(tx, { kind: 'snapshot-report', id }, shown);
    return SNAPSHOT_REPORTS.insert(tx, group ? { ...report, keeperId: group.keeperAccountId } : report);
  }

  /**
   * The group whose link somebody reports by, as of the area that its own went into (撤并) if that is no more; also one that is used no more:
   * its links go round for long. Throws when there is none, or the place lies elsewhere.
   */
  private async groupOf(tx: Tx, code: string, said: string | undefined): Promise<WechatGroup> {
    const group = await WECHAT_GROUPS.find(tx, code);
    if (!group) throw refuseSnapshot('snapshot_report.group_unknown', { code }, '/group');
    const areaCode = this.areas.goesOnIn(group.areaCode);
    if (said !== undefined && !isWithinArea(said, areaCode)) throw refuseSnapshot('snapshot_report.not_of_group', { code }, '/areaCode');
    return { ...group, areaCode };
  }
}
