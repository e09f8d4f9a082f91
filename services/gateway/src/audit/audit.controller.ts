import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation, type Page, PageOf } from '@zero-distance/platform';
import { AuditDto, AuditHeadDto, AuditQuery } from './audit.dto.js';
import { AuditService } from './audit.service.js';

@ApiTags('审计 / Audit trail')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Auth('gateway.audit.list')
  @Operation({ zh: '审计记录：谁在何时做了什么', en: 'List the audit trail: who did what and when', answers: PageOf(AuditDto) })
  list(@Caller() actor: Actor, @Query() query: AuditQuery): Promise<Page<AuditDto>> {
    return this.audit.list(actor, query);
  }

  @Get('head')
  @Auth('gateway.audit.head')
  @Operation({ zh: '审计链末端，供留存比对', en: 'Get the head of the chain, to be kept elsewhere', answers: AuditHeadDto })
  head(@Caller() actor: Actor): Promise<AuditHeadDto> {
    return this.audit.head(actor);
  }
}
