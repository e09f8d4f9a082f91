import { Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page, readPolicies } from '@zero-distance/platform';
import { config } from '../../config.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
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
import { reporterFrom, reportSnapshot, type SnapshotChannel, type SnapshotReport } from './snapshot-report.js';
import { SNAPSHOT_REPORTS } from './snapshot-report.store.js';
import { toReceiptDto, toSnapshotReportDetailDto, toSnapshotReportDto } from './snapshot-report.view.js';

type Said = ReportSnapshotInput & { readonly reporter?: ReporterInput };

/** 随手拍: what people report with a photo, and where it waits until somebody has looked at it. */
@Injectable()
export class SnapshotReportService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly registrations: RegistrationService,
  ) {}

  /** A resident reports, without a log-in. The number and the tracking code are all that is answered. */
  async reportPublicly(visitor: Actor, input: PublicSnapshotInput): Promise<ReceiptDto> {
    const sequence = await this.registrations.number();
    return this.transactor.transact(visitor, async (tx) => toReceiptDto(await this.take(tx, input, 'online', sequence)));
  }

  /** A mobile grid worker reports. */
  async report(actor: Actor, input: ReportSnapshotInput): Promise<SnapshotReportDto> {
    const areaCode = input.areaCode ?? (actor.area || config.DISTRICT);
    assertWithinArea(actor, areaCode, '/areaCode');
    const sequence = await this.registrations.number();
    return this.transactor.transact(actor, async (tx) =>
      toSnapshotReportDto(await this.take(tx, { ...input, areaCode }, 'mobile-grid-worker', sequence), tx),
    );
  }

  list(actor: Actor, query: SnapshotReportQuery): Promise<Page<SnapshotReportDto>> {
    return this.transactor.read(actor, async (tx) =>
      mapPage(await SNAPSHOT_REPORTS.list(tx, query), (found) => toSnapshotReportDto(found, tx)),
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
    const { areaCode = config.DISTRICT, text = null, place = null, point = null, files = [], reporter } = said;
    if (text === null && files.length === 0) throw refuseSnapshot('snapshot_report.empty', {}, '/files');
    if (point) await checkPosition(tx, point.coordinates);
    const [shown, waits] = await Promise.all([FILES.read(tx, files, 'request'), readPolicies(tx, POLICIES)]);
    const id = newId(tx.now.getTime());
    const number = requestNumber(areaCode, tx.now, sequence);
    const reported = { id, number, channel, areaCode, text, place, point, confidential: reporter?.confidential ?? false };
    const sealed = reporter ? sealRequester(id, reporter, this.personalData.ring, this.personalData.index) : null;
    const by = {
      reporter: sealed && reporterFrom(sealed),
      reportedBy: channel === 'online' ? null : tx.actor.id,
      organisationId: tx.actor.organisation?.id ?? null,
    };
    const report = reportSnapshot(reported, by, tx.now, waits);
    FILES.attach(tx, { kind: 'snapshot-report', id }, shown);
    return SNAPSHOT_REPORTS.insert(tx, report);
  }
}
