import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Auth, Operation, type Page, PageOf } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { LedgerItemDto, LedgerParams, LedgerQuery } from './ledger.dto.js';
import { LedgerService } from './ledger.service.js';

@ApiTags('公示台账 / Public ledger')
@Controller('public/ledger')
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @Get()
  @Auth('evaluation.ledger.list')
  @Operation({ zh: '公示台账', en: 'The public ledger', answers: PageOf(LedgerItemDto) })
  list(@Query() query: LedgerQuery): Promise<Page<LedgerItemDto>> {
    return this.ledger.list(query);
  }

  @Get(':requestNumber')
  @Auth('evaluation.ledger.get')
  @Operation({ zh: '按诉求编号查公示', en: 'An entry by its request number', answers: LedgerItemDto, errors: [refuse('ledger.not_found')] })
  find(@Param() { requestNumber }: LedgerParams): Promise<LedgerItemDto> {
    return this.ledger.find(requestNumber);
  }
}
