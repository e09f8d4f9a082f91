import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import {
  ClerkQualificationDto,
  ClerkQualificationParams,
  ClerkQualificationQuery,
  RegisterClerkQualificationInput,
} from './clerk-qualification.dto.js';
import { refuseQualification } from './clerk-qualification.errors.js';
import { ClerkQualificationService } from './clerk-qualification.service.js';

@ApiTags('一人通办资格 / Clerk qualifications')
@Controller('clerk-qualifications')
export class ClerkQualificationController {
  constructor(private readonly qualifications: ClerkQualificationService) {}

  @Put(':clerkId/:itemCode')
  @Auth('intake.clerkQualifications.register')
  @Operation({
    zh: '登记、修改或停用一人通办资格',
    en: 'Register, change or retire that a clerk completes an item alone',
    answers: ClerkQualificationDto,
    errors: [
      refuse('register.changed_meanwhile'),
      refuseQualification('clerk_qualification.no_item'),
      refuseQualification('clerk_qualification.not_one_stop'),
      refuseQualification('clerk_qualification.days_turned'),
    ],
  })
  register(
    @Caller() actor: Actor,
    @Param() params: ClerkQualificationParams,
    @Body() input: RegisterClerkQualificationInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ClerkQualificationDto> {
    return this.qualifications.register(actor, params, input, ifMatch);
  }

  @Get()
  @Auth('intake.clerkQualifications.list')
  @Operation({ zh: '一人通办资格名册', en: 'List which items clerks complete alone', answers: ChangesPageOf(ClerkQualificationDto) })
  list(@Caller() actor: Actor, @Query() query: ClerkQualificationQuery): Promise<Page<ClerkQualificationDto>> {
    return this.qualifications.list(actor, query);
  }
}
