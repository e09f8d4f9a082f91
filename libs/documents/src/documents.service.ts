import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { readable } from '@zero-distance/calendar';
import type { Actor, OfficeContacts } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { Liveness, OFFICE_CONTACTS, recordAccess, Shares, takeOrRefuse } from '@zero-distance/platform';
import type { DocumentDefinition, DocumentValues, ValuesOf } from './document.js';
import type { DocumentFormat } from './document-format.js';
import { latestTemplate } from './document-template.store.js';
import { masked } from './masked.js';
import { toPage } from './page/page.js';
import { DOCUMENTS, type ServiceDocuments } from './service-documents.js';
import { Workbench } from './workbench/workbench.js';

/** Documents of one caller that are made at once: the others wait in one line with those of everybody. */
const OF_A_CALLER = 4;

/** A document that is asked for. */
interface Asked<D extends DocumentDefinition> {
  readonly document: D;
  readonly format: DocumentFormat;
  /** The id of the matter that it is of. */
  readonly subject: string;
}

/** 文书: makes documents of what the service's own use case lets a caller read, and keeps who took which. */
@Injectable()
export class Documents {
  private readonly shares = new Shares('documents', OF_A_CALLER);

  constructor(
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(Workbench) private readonly workbench: Workbench,
    @Inject(DOCUMENTS) private readonly of: ServiceDocuments,
    @Inject(OFFICE_CONTACTS) private readonly offices: OfficeContacts,
    @Inject(Liveness) liveness: Liveness,
  ) {
    liveness.watchShares(this.shares);
  }

  /**
   * The document as a file.
   * @param read loads the matter for this caller, which throws 404 where they may not see it, and says what stands in the document
   */
  async fileOf<D extends DocumentDefinition>(
    actor: Actor,
    asked: Asked<D>,
    read: (tx: ReadTx) => Promise<ValuesOf<D>>,
  ): Promise<StreamableFile> {
    takeOrRefuse(this.shares, actor.id, 1, true);
    try {
      const bytes = await this.made(actor, asked, read as (tx: ReadTx) => Promise<DocumentValues>);
      const { document, format, subject } = asked;
      const how = format.name === 'page' ? 'inline' : 'attachment';
      const disposition = `${how}; filename="${document.name}-${subject}.${format.extension}"`;
      return new StreamableFile(bytes, { type: `${format.mediaType}${format.name === 'page' ? ';charset=utf-8' : ''}`, disposition });
    } finally {
      this.shares.giveBack(actor.id, 1);
    }
  }

  /** No access record, no document: it commits before the document is made. */
  private async made(
    actor: Actor,
    { document, format, subject }: Asked<DocumentDefinition>,
    read: (tx: ReadTx) => Promise<DocumentValues>,
  ): Promise<Buffer> {
    const { values, template } = await this.transactor.transact({ ...actor, idempotency: undefined }, async (tx) => {
      const found = { ...(await read(tx)), printedAt: readable(tx.now) };
      const isDocx = format.name === 'docx';
      const template = isDocx ? await latestTemplate(tx, document.name) : undefined;
      const detail = { document: document.name, format: format.name, ...(isDocx && { templateVersion: template?.version ?? 0 }) };
      recordAccess(tx, this.of.service, { action: 'print', subject, detail });
      return { values: masked(document, found, this.offices), template };
    });
    if (format.name === 'page') return Buffer.from(toPage(document, values));
    return this.workbench.fill(document, template?.docx ?? null, values);
  }
}
