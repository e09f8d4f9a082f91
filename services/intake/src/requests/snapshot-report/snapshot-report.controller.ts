import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import { type Actor, type DomainError, SEPARATE_DUTIES_ERRORS } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseFollowUp } from '../follow-up/follow-up.errors.js';
import { refuseService } from '../request/ordered-service.errors.js';
import { REQUEST_TRANSITIONS } from '../request/request.transitions.js';
import { ReportSnapshotInput, SnapshotReportDetailDto, SnapshotReportDto, SnapshotReportQuery } from './snapshot-report.dto.js';
import { refuseSnapshot } from './snapshot-report.errors.js';
import { SnapshotReportService } from './snapshot-report.service.js';
import { SNAPSHOT_REPORT_TRANSITIONS } from './snapshot-report.transitions.js';
import {
  JoinSnapshotInput,
  RefuseSnapshotInput,
  RegisterSnapshotInput,
  ReversePointsInput,
  UnjoinSnapshotInput,
} from './verification.dto.js';
import { VerificationService } from './verification.service.js';

const NOT_FOUND = refuseSnapshot('snapshot_report.not_found');
const POINT = [refuse('request.point_swapped'), refuse('request.point_not_on_earth'), refuse('request.point_far_away')];

/** Without a photo, since none can be named before it is sent. */
const REPORT_EXAMPLES = {
  seen: { summary: '井盖缺失 a manhole cover is gone', value: { text: '井盖缺失。', place: '学府街口', areaCode: '230903011001' } },
};
const REGISTER_EXAMPLES = {
  valid: { summary: '属实 valid', value: { categoryCode: '010203', areaCode: '230903011001', title: '井盖缺失', urgency: 'normal' } },
};

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({
    zh,
    en,
    answers: SnapshotReportDto,
    errors: [NOT_FOUND, ...SNAPSHOT_REPORT_TRANSITIONS.errors, ...SEPARATE_DUTIES_ERRORS, ...errors],
  });

@ApiTags('随手拍 / Snapshot reports')
@Controller('snapshot-reports')
export class SnapshotReportController {
  constructor(
    private readonly snapshotReports: SnapshotReportService,
    private readonly verifications: VerificationService,
  ) {}

  @Post()
  @Auth('intake.snapshotReports.report')
  @ApiBody({ type: ReportSnapshotInput, examples: REPORT_EXAMPLES })
  @Operation({
    zh: '移动网格员上报随手拍：先拍照，核实属实后登记为诉求',
    en: 'A mobile grid worker reports what they see: a photo first; found valid it becomes a request',
    answers: SnapshotReportDto,
    status: 201,
    errors: [refuseSnapshot('snapshot_report.empty'), attachError('intake'), ...POINT],
  })
  report(@Caller() actor: Actor, @Body() input: ReportSnapshotInput): Promise<SnapshotReportDto> {
    return this.snapshotReports.report(actor, input);
  }

  @Get()
  @Auth('intake.snapshotReports.list')
  @Operation({ zh: '随手拍列表', en: 'List snapshot reports', answers: ChangesPageOf(SnapshotReportDto) })
  list(@Caller() actor: Actor, @Query() query: SnapshotReportQuery): Promise<Page<SnapshotReportDto>> {
    return this.snapshotReports.list(actor, query);
  }

  @Get(':id')
  @Auth('intake.snapshotReports.get')
  @Operation({
    zh: '查看随手拍、照片及其处理记录',
    en: 'Get a snapshot report, its photos and its history',
    answers: SnapshotReportDetailDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<SnapshotReportDetailDto> {
    return this.snapshotReports.get(actor, id);
  }

  @Post(':id/register')
  @Auth('intake.snapshotReports.register')
  @ApiBody({ type: RegisterSnapshotInput, examples: REGISTER_EXAMPLES })
  @Action(
    '属实，登记为诉求：文字、照片、上报人随之转入',
    'Valid: it becomes a request, with its words, photos and reporter',
    ...POINT,
    refuseService('request.service_by_menu'),
  )
  register(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: RegisterSnapshotInput,
    @IfMatch() ifMatch?: number,
  ): Promise<SnapshotReportDto> {
    return this.verifications.register(actor, id, input, ifMatch);
  }

  @Post(':id/join')
  @Auth('intake.snapshotReports.join')
  @Action(
    '重复，并入已有的诉求作为补充',
    'A repeat: it is added to a request that is open already, as a supplement',
    refuse('request.not_found'),
    ...REQUEST_TRANSITIONS.errors,
    refuseService('request.service_of_one_resident'),
    refuseFollowUp('request.finished_ask_again'),
    refuseFollowUp('request.followed_up_too_often'),
    refuseFollowUp('request.merged_ask_main'),
  )
  join(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: JoinSnapshotInput,
    @IfMatch() ifMatch?: number,
  ): Promise<SnapshotReportDto> {
    return this.verifications.join(actor, id, input, ifMatch);
  }

  @Post(':id/unjoin')
  @Auth('intake.snapshotReports.unjoin')
  @Action(
    '撤出：误并入的，随手拍带着文字、照片、上报人回到待核实，补充从该诉求和工单中收回',
    'It was added to the wrong request: the report waits to be verified again, with its words, photos and reporter, and what it added is taken back',
    refuse('request.not_found'),
    refuseSnapshot('snapshot_report.erased_already'),
    refuseSnapshot('snapshot_report.nothing_to_come_back'),
  )
  unjoin(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: UnjoinSnapshotInput,
    @IfMatch() ifMatch?: number,
  ): Promise<SnapshotReportDto> {
    return this.verifications.unjoin(actor, id, input, ifMatch);
  }

  @Post(':id/refuse')
  @Auth('intake.snapshotReports.refuse')
  @Action('不予受理，告知正确途径', 'Not taken, with the proper way told')
  refuse(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: RefuseSnapshotInput,
    @IfMatch() ifMatch?: number,
  ): Promise<SnapshotReportDto> {
    return this.verifications.refuse(actor, id, input, ifMatch);
  }

  @Post(':id/reverse-points')
  @Auth('intake.snapshotReports.reversePoints')
  @Action(
    '撤回积分：明细中另记一行',
    'Take its points back, by a row of the ledger of its own',
    refuseSnapshot('snapshot_report.no_points'),
  )
  reversePoints(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: ReversePointsInput,
    @IfMatch() ifMatch?: number,
  ): Promise<SnapshotReportDto> {
    return this.verifications.reversePoints(actor, id, input, ifMatch);
  }
}
