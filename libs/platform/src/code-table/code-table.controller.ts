import { Controller, Get, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { CodeTable } from '@zero-distance/kernel';
import { accessOf } from '../access/access.js';
import { Auth } from '../auth/auth.decorators.js';
import { Operation } from '../openapi/operation.js';
import { CodeTablesDto } from './code-table.dto.js';

/** The code tables of one service. A class for each, because the scope has the service's name. */
export function codeTableController(service: Service, tables: readonly CodeTable[]): Type {
  @ApiTags('代码表 / Code tables')
  @Controller('code-tables')
  class CodeTableController {
    @Get()
    @Auth(accessOf(service, 'codeTables.list'))
    @Operation({ zh: '代码表及其中英文名称', en: 'The words of this service and what they are called', answers: CodeTablesDto })
    list(): CodeTablesDto {
      return { items: tables };
    }
  }
  return CodeTableController;
}
