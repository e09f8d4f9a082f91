import { Body, Controller, Get, Inject, Param, Put, Query, StreamableFile, type Type } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import { Auth, accessOf, Caller, IfMatch, Operation } from '@zero-distance/platform';
import { DocumentDto, DocumentListDto, DocumentParams, TemplateInput, TemplateQuery } from './document.dto.js';
import { type DocumentRefusals, documentErrors } from './document.errors.js';
import type { DocumentDefinition } from './document.js';
import { DOCX } from './document-format.js';
import { DocumentTemplates } from './document-templates.service.js';
import { TEMPLATE_FAULTS } from './template/template-fault.js';

const LISTED = {
  zh: '查看文书、可用字段和现行模板版本',
  en: 'List the documents, their fields and the version of each template',
  answers: DocumentListDto,
};

const templateOf = (refuse: DocumentRefusals) => ({
  zh: '下载文书模板（DOCX），可在 Word 中修改后发布',
  en: 'Get the template of a document (DOCX), to be changed in Word and published',
  files: [DOCX.mediaType],
  errors: [refuse('document.unknown'), refuse('document.version_unknown')],
});

const published = (refuse: DocumentRefusals) => ({
  zh: '发布文书模板（产生新版本）',
  en: 'Publish the template of a document (makes a new version)',
  answers: DocumentDto,
  errors: [
    refuse('document.unknown'),
    refuse('document.changed_meanwhile'),
    ...TEMPLATE_FAULTS.map((reason) => refuse(`document.template_${reason}`)),
  ],
});

/** The documents of one service and their templates over REST. A class for each service, because scope and names are the service's. */
export function documentController(service: Service, documents: readonly DocumentDefinition[]): Type {
  const refuse = documentErrors(service);
  const names = documents.map(({ name }) => name);
  const NAME = { name: 'name', schema: { type: 'string', enum: names, example: names[0] } } as const;

  @ApiTags('文书 / Documents')
  @Controller('documents')
  class DocumentController {
    constructor(@Inject(DocumentTemplates) private readonly templates: DocumentTemplates) {}

    @Get()
    @Auth(accessOf(service, 'documents.list'))
    @Operation(LISTED)
    list(@Caller() actor: Actor): Promise<DocumentListDto> {
      return this.templates.list(actor);
    }

    @Get(':name/template')
    @Auth(accessOf(service, 'documents.template'))
    @ApiParam(NAME)
    @Operation(templateOf(refuse))
    async template(@Caller() by: Actor, @Param() { name }: DocumentParams, @Query() { version }: TemplateQuery): Promise<StreamableFile> {
      const docx = await this.templates.template(by, name, version);
      return new StreamableFile(docx, { type: DOCX.mediaType, disposition: `attachment; filename="${name}-template.docx"` });
    }

    @Put(':name/template')
    @Auth(accessOf(service, 'documents.publish'))
    @ApiParam(NAME)
    @Operation(published(refuse))
    publish(
      @Caller() actor: Actor,
      @Param() { name }: DocumentParams,
      @Body() input: TemplateInput,
      @IfMatch() ifMatch?: number,
    ): Promise<DocumentDto> {
      return this.templates.publish(actor, name, input, ifMatch);
    }
  }
  return DocumentController;
}
