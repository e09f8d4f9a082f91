import { Controller, createParamDecorator, type ExecutionContext, Get, Inject, Param, StreamableFile, type Type } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../access/access.js';
import { Auth } from '../auth/auth.decorators.js';
import { type ExportFormat, exportFormat, WORKBOOK } from '../columns/export-format.js';
import { REGISTER_FILE_TYPES } from '../columns/table-type.js';
import { Operation } from '../openapi/operation.js';
import { REGISTER, TemplateParams } from './import.dto.js';
import { refuseImport } from './import.errors.js';
import { Imports } from './imports.service.js';

/** What the console shows of one service: a register of it, and a file of two rows. */
export interface ImportExample {
  readonly register: string;
  readonly csv: string;
}

/** The name of a register as the documents say it. */
export const registerNamed = ({ register }: ImportExample) => ({
  type: 'string' as const,
  maxLength: 64,
  pattern: REGISTER.pattern.source,
  example: register,
});

export const UNKNOWN_REGISTER = refuseImport('import_register_unknown');

/** The form of a file that `Accept` asks for; a workbook where it asks for none. */
const AskedFormat = createParamDecorator(
  (_data: unknown, context: ExecutionContext): ExportFormat =>
    exportFormat(context.switchToHttp().getRequest<FastifyRequest>().headers.accept) ?? WORKBOOK,
);

/** The templates of one service's registers over REST. A class for each service, because scope and examples are the service's. */
export function importTemplateController(service: Service, example: ImportExample): Type {
  @ApiTags('导入 / Imports')
  @Controller('import-templates')
  class ImportTemplateController {
    constructor(@Inject(Imports) private readonly imports: Imports) {}

    @Get(':register')
    @Auth(accessOf(service, 'imports.template'))
    @ApiParam({ name: 'register', schema: registerNamed(example) })
    @Operation({
      zh: '下载导入模板（Excel；Accept: text/csv 为 CSV；地图上的登记簿为 GeoJSON）',
      en: 'Get the template of a register (a workbook, or CSV with Accept: text/csv; GeoJSON for what stands on a map)',
      files: REGISTER_FILE_TYPES,
      errors: [UNKNOWN_REGISTER],
    })
    template(@Param() { register }: TemplateParams, @AskedFormat() asked: ExportFormat): StreamableFile {
      const { content, format } = this.imports.template(register, asked);
      return new StreamableFile(content, {
        type: format.mediaType,
        disposition: `attachment; filename="${register}.${format.extension}"`,
      });
    }
  }
  return ImportTemplateController;
}
