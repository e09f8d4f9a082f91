import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation } from '@zero-distance/platform';
import { GroupCoverageDto, GroupCoverageQuery } from './group-coverage.dto.js';
import { refuseCoverage } from './group-coverage.errors.js';
import { GroupCoverageService } from './group-coverage.service.js';

@ApiTags('居民 / Residents')
@Controller('group-coverage')
export class GroupCoverageController {
  constructor(private readonly coverage: GroupCoverageService) {}

  @Get()
  @Auth('intake.groupCoverage.get')
  @Operation({
    zh: '群体服务覆盖率：期内属于群体的居民中得到服务的；每人只计一次',
    en: 'Of the residents who belonged to a group in a period, how many were served; each person counts once',
    answers: GroupCoverageDto,
    errors: [refuseCoverage('group_coverage.period_invalid')],
  })
  get(@Caller() actor: Actor, @Query() query: GroupCoverageQuery): Promise<GroupCoverageDto> {
    return this.coverage.of(actor, query);
  }
}
