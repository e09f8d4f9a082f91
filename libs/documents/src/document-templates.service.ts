import { Inject, Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/persistence';
import type { DocumentDto, DocumentListDto, TemplateInput } from './document.dto.js';
import type { DocumentDefinition } from './document.js';
import { toDocumentDto } from './document.view.js';
import { DocumentTemplateEntity } from './document-template.entity.js';
import { latestTemplate, latestTemplates, templateOf } from './document-template.store.js';
import { DOCUMENTS, type ServiceDocuments } from './service-documents.js';
import { TemplateFault } from './template/template-fault.js';
import { Workbench } from './workbench/workbench.js';

/** 文书模板: the templates of a service's documents, in versions. */
@Injectable()
export class DocumentTemplates {
  constructor(
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(Workbench) private readonly workbench: Workbench,
    @Inject(DOCUMENTS) private readonly of: ServiceDocuments,
  ) {}

  /** Every document with what it can say and the version of its template. */
  async list(actor: Actor): Promise<DocumentListDto> {
    const latest = await this.transactor.read(actor, latestTemplates);
    return {
      items: this.of.documents.map((document) =>
        toDocumentDto(
          document,
          latest.find(({ name }) => name === document.name),
        ),
      ),
    };
  }

  /** A template as a file; without a version the one in force. */
  async template(actor: Actor, name: string, version?: number): Promise<Buffer> {
    const document = this.need(name);
    if (version === 0) return this.workbench.preset(document);
    const found = await this.transactor.read(actor, (tx) =>
      version === undefined ? latestTemplate(tx, name) : templateOf(tx, name, version),
    );
    if (found) return found.docx;
    if (version !== undefined) throw this.of.refuse('document.version_unknown', { name, version });
    return this.workbench.preset(document);
  }

  /** Adds a version, which counts from now on. It is checked before a transaction opens: nobody waits for that. */
  async publish(actor: Actor, name: string, { docx, reason }: TemplateInput, ifMatch?: number): Promise<DocumentDto> {
    const document = this.need(name);
    const bytes = Buffer.from(docx, 'base64');
    await this.workbench.check(document, bytes).catch((error: unknown) => {
      throw error instanceof TemplateFault ? this.of.refuse(`document.template_${error.reason}`, error.params, '/docx') : error;
    });
    return this.transactor.transact(actor, async (tx) => {
      const last = (await latestTemplates(tx)).find((one) => one.name === name)?.version ?? 0;
      expectVersion(last, ifMatch);
      const row = { id: newId(), name, version: last + 1, docx: bytes, reason: reason ?? null, setBy: actor.id, setAt: tx.now };
      tx.insert(DocumentTemplateEntity, row, { document_template_name_version_key: this.of.refuse('document.changed_meanwhile') });
      return toDocumentDto(document, row);
    });
  }

  private need(name: string): DocumentDefinition {
    const { documents, refuse } = this.of;
    const found = documents.find((one) => one.name === name);
    if (!found) throw refuse('document.unknown', { name, names: documents.map((one) => one.name).join(', ') });
    return found;
  }
}
