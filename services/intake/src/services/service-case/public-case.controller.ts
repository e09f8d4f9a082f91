import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Auth, Guessed, Operation } from '@zero-distance/platform';
import { PublicCaseService } from './public-case.service.js';
import { PublicServiceCaseDto, TrackServiceCaseInput } from './service-case.dto.js';
import { refuseCase } from './service-case.errors.js';

/** 办件进度, without a log-in: bounded by address and day, like all that is. */
@ApiTags('办件 / Service cases')
@Controller('public/service-cases')
export class PublicCaseController {
  constructor(private readonly cases: PublicCaseService) {}

  @Post('track')
  @Auth('intake.serviceCases.trackPublicly')
  @Guessed()
  @Operation({
    zh: '凭办件编号和申请人电话后四位查询进度，免登录',
    en: 'How a service case stands, by its number and the last four digits of the telephone of who applied; without a log-in',
    answers: PublicServiceCaseDto,
    errors: [refuseCase('service_case.not_tracked'), refuseCase('service_case.tried_too_often')],
  })
  track(@Ip() address: string, @Body() input: TrackServiceCaseInput): Promise<PublicServiceCaseDto> {
    return this.cases.track(address, input);
  }
}
