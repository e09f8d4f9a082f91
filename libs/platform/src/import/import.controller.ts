import { Controller, Get, Inject, Post, Query, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import { accessOf } from '../access/access.js';
import { Auth, Caller } from '../auth/auth.decorators.js';
import { REGISTER_FILE_TYPES } from '../columns/table-type.js';
import { IdParam } from '../http/id-param.js';
import { TABLE_ROUTE, Table, type TableFile } from '../http/table-body.js';
import { Operation } from '../openapi/operation.js';
import type { Page } from '../paging/page.js';
import { PageOf } from '../paging/page-of.js';
import { ImportDto, ImportQuery, ImportRowDto, ImportRowQuery, StartImportQuery } from './import.dto.js';
import { refuseImport } from './import.errors.js';
import { type ImportExample, registerNamed, UNKNOWN_REGISTER } from './import-template.controller.js';
import { Imports } from './imports.service.js';

const NOT_FOUND = refuseImport('import_not_found');
const OF_FILES = [
  'import_unreadable',
  'import_form_differs',
  'import_header_unknown',
  'import_header_missing',
  'import_too_many_rows',
  'import_too_many_under_way',
] as const;

const START = {
  zh: '导入文件（CSV、Excel 或 GeoJSON，最多 16 MiB、10 万行）；dryRun=true 只检查',
  en: 'Import a file (CSV, a workbook or GeoJSON, at most 16 MiB and 100,000 rows); dryRun=true only checks it',
  answers: ImportDto,
  status: 202,
  errors: [UNKNOWN_REGISTER, ...OF_FILES.map((reason) => refuseImport(reason))],
} as const;

/** The imports of one service over REST. A class for each service, because scope and examples are the service's. */
export function importController(service: Service, example: ImportExample): Type {
  @ApiTags('导入 / Imports')
  @Controller('imports')
  class ImportController {
    constructor(@Inject(Imports) private readonly imports: Imports) {}

    @Post()
    @RouteConfig(TABLE_ROUTE)
    @Auth(accessOf(service, 'imports.start'))
    @ApiQuery({ name: 'register', schema: registerNamed(example) })
    @ApiConsumes(...REGISTER_FILE_TYPES)
    @ApiBody({ schema: { type: 'string', example: example.csv } })
    @Operation(START)
    start(@Caller() actor: Actor, @Query() query: StartImportQuery, @Table() file: TableFile): Promise<ImportDto> {
      return this.imports.start(actor, query, file);
    }

    @Get()
    @Auth(accessOf(service, 'imports.list'))
    @Operation({ zh: '列出导入', en: 'List imports', answers: PageOf(ImportDto) })
    list(@Caller() actor: Actor, @Query() query: ImportQuery): Promise<Page<ImportDto>> {
      return this.imports.list(actor, query);
    }

    @Get(':id')
    @Auth(accessOf(service, 'imports.get'))
    @Operation({ zh: '查看导入进度和结果', en: 'Get the progress and the counts of an import', answers: ImportDto, errors: [NOT_FOUND] })
    get(@Caller() actor: Actor, @IdParam() id: string): Promise<ImportDto> {
      return this.imports.get(actor, id);
    }

    @Get(':id/rows')
    @Auth(accessOf(service, 'imports.rows'))
    @Operation({ zh: '逐行查看导入结果', en: 'List what became of each row', answers: PageOf(ImportRowDto), errors: [NOT_FOUND] })
    rows(@Caller() actor: Actor, @IdParam() id: string, @Query() query: ImportRowQuery): Promise<Page<ImportRowDto>> {
      return this.imports.rows(actor, id, query);
    }
  }
  return ImportController;
}
