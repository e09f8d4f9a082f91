import { type DynamicModule, Module } from '@nestjs/common';
import type { Service } from '@zero-distance/contracts';
import { documentController } from './document.controller.js';
import { documentErrors } from './document.errors.js';
import type { DocumentDefinition } from './document.js';
import { DocumentTemplates } from './document-templates.service.js';
import { Documents } from './documents.service.js';
import { DOCUMENTS, type ServiceDocuments } from './service-documents.js';
import { Workbench } from './workbench/workbench.js';

/**
 * The documents of a service: `GET /documents`, `GET|PUT /documents/{name}/template`, and `Documents` for its use cases. The service has the table
 * (`@zero-distance/documents/migrations`), `DocumentTemplateEntity` among its entities and `OF_DOCUMENTS` in its access table.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class DocumentsModule {
  static forService(service: Service, documents: readonly DocumentDefinition[]): DynamicModule {
    const of: ServiceDocuments = { service, documents, refuse: documentErrors(service) };
    return {
      module: DocumentsModule,
      controllers: [documentController(service, documents)],
      providers: [
        { provide: DOCUMENTS, useValue: of },
        { provide: Workbench, useFactory: () => new Workbench() },
        DocumentTemplates,
        Documents,
      ],
      exports: [Documents],
    };
  }
}
