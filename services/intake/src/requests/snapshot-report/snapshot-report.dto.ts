import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FileDto, FileIds } from '@zero-distance/files';
import {
  ChangesQuery,
  Code,
  Flag,
  HistoryOf,
  InternalText,
  IsAreaCode,
  Line,
  Nested,
  OfRegister,
  PointDto,
  SearchText,
  Words,
} from '@zero-distance/platform';
import { IsPhone } from '@zero-distance/platform/phone-input';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../../reference/reference-code.js';
import { PicturesDto } from '../order-picture/order-picture.dto.js';
import { DECLINE_REASONS, type DeclineReason } from '../request/request.js';
import { MaskedRequesterDto } from '../requester/requester.dto.js';
import { SNAPSHOT_CHANNELS, type SnapshotChannel } from './snapshot-report.js';
import { SNAPSHOT_REPORT_STATES, type SnapshotReportState } from './snapshot-report.transitions.js';

const TIME = { type: String, format: 'date-time' } as const;

/** 上报: a photo first, words if there are any, and where it is. */
export class ReportSnapshotInput {
  @FileIds()
  files?: string[];

  @ApiPropertyOptional({
    type: String,
    example: '3号楼前路灯三天不亮。',
    description: '所见的情况；有照片可不写 / what was seen; may be left out where a photo shows it',
  })
  @InternalText()
  @IsOptional()
  @Words({ max: 2000 })
  text?: string;

  @ApiPropertyOptional({ type: String, example: '学府社区3号楼前', description: '地点 / where it is' })
  @InternalText()
  @IsOptional()
  @Line({ max: 200 })
  place?: string;

  @ApiPropertyOptional({ type: PointDto, description: '坐标，WGS84 GeoJSON / point' })
  @IsOptional()
  @Nested(() => PointDto)
  point?: PointDto;

  @ApiPropertyOptional({ type: String, example: '230903011001', description: '区划代码，不填即本区 / area code; the district unless told' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** 上报人, who may stay unnamed. */
export class ReporterInput {
  @ApiProperty({ type: String, example: '张三', description: '姓名，加密存储 / name, kept encrypted' })
  @Line({ max: 50 })
  name: string;

  @ApiPropertyOptional({
    type: String,
    example: '13800001234',
    description: '电话，加密存储；有电话才能回访 / telephone, kept encrypted; needed for a callback',
  })
  @IsOptional()
  @IsPhone()
  phone?: string;

  @ApiPropertyOptional({
    type: Boolean,
    example: false,
    description: '要求保密：承办单位看不到上报人 / handlers must not know who reports',
  })
  @IsOptional()
  @IsBoolean()
  confidential?: boolean;
}

/** 居民上报. */
export class PublicSnapshotInput extends ReportSnapshotInput {
  @ApiPropertyOptional({
    type: String,
    example: 'xuefu-1',
    description:
      '由哪个微信群的链接上报，见 GET wechat-groups：渠道为微信矩阵，区划默认为该群的 / the WeChat group whose link it is reported by: the channel is WeChat, the area that of the group unless told',
  })
  @IsOptional()
  @Code(REFERENCE_CODE)
  group?: string;

  @ApiPropertyOptional({ type: ReporterInput, description: '上报人，可不填 / who reports, if they like' })
  @IsOptional()
  @Nested(() => ReporterInput)
  reporter?: ReporterInput;
}

/** 回执: what the reporter tracks it by. */
export class ReceiptDto {
  @ApiProperty({ type: String, example: '230903-261128-000417', description: '编号 / number' }) number: string;
  @ApiProperty({
    type: String,
    example: '1234',
    description:
      '查询码：留了电话的为其后四位，否则随机 / what it is tracked by: the last four digits of the telephone, or four drawn by chance',
  })
  trackingCode: string;
  @ApiProperty({ ...TIME, description: '收到时间 / when it came' }) reportedAt: string;
  @ApiProperty({ ...TIME, description: '核实期限 / when somebody will have looked at it' }) dueAt: string;
}

/** Which snapshot reports to list; what is asked for together is narrowed together. */
export class SnapshotReportQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '261127-17',
    description:
      '查找：编号的任一部分（261127-17、417），或区划的代码或名称 / any part of its number (261127-17, 417), or code or name of its area',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ enum: SNAPSHOT_REPORT_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(SNAPSHOT_REPORT_STATES)
  state?: SnapshotReportState;

  @ApiPropertyOptional({ enum: SNAPSHOT_CHANNELS, description: '渠道 / how it came in' })
  @IsOptional()
  @IsIn(SNAPSHOT_CHANNELS)
  channel?: SnapshotChannel;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列超时未核实的；false：只列待核实且未超时的 / true: only those that nobody has looked at in time; false: those that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;
}

/** 随手拍 */
export class SnapshotReportDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ type: String, example: '230903-261128-000417', description: '上报编号 / number' }) number: string;
  @ApiProperty({ enum: SNAPSHOT_REPORT_STATES, example: 'reported', description: '状态 / state' }) state: SnapshotReportState;
  @ApiProperty({ type: [String], example: ['register'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ enum: SNAPSHOT_CHANNELS, example: 'online', description: '渠道 / how it came in' }) channel: SnapshotChannel;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: '由哪个微信群的链接上报 / the WeChat group whose link it was reported by',
  })
  wechatGroup: string | null;
  @ApiProperty({ type: String, example: '230903011001', description: '所在区划 / area' }) @OfRegister('area') areaCode: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '所见的情况；登记或并入后见诉求 / what was seen; once it is a request, see that',
  })
  text: string | null;
  @ApiProperty({ type: String, nullable: true, description: '地点 / where it is' }) place: string | null;
  @ApiProperty({ type: PointDto, nullable: true, description: '坐标 / point' }) point: PointDto | null;
  @ApiProperty({
    type: MaskedRequesterDto,
    nullable: true,
    description: '上报人（脱敏），未留姓名的为空 / who reported it, masked; null for who did not say',
  })
  reporter: MaskedRequesterDto | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '登记为或并入的诉求 / the request that it became or was added to',
  })
  requestId: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: '所得积分，撤回后为 0；不计积分的为空 / points earned, 0 once taken back; null for what earns none',
  })
  points: number | null;
  @ApiProperty({ enum: DECLINE_REASONS, type: String, nullable: true, description: '不予受理原因 / why it was not taken' })
  refusalCode: DeclineReason | null;
  @ApiProperty({ type: String, nullable: true, description: '告知的正确途径 / where to go instead' }) publicAnswer: string | null;
  @ApiProperty({ ...TIME, description: '收到时间 / when it came' }) reportedAt: string;
  @ApiProperty({ ...TIME, nullable: true, description: '核实时间 / when it was verified' }) decidedAt: string | null;
  @ApiProperty({ ...TIME, description: '核实期限 / to be verified by' }) dueAt: string;
  @ApiProperty({ type: Boolean, description: '是否超时未核实 / nobody has looked at it in time' }) overdue: boolean;
}

/** 处理记录: one line of the history. */
export class SnapshotReportHistoryDto extends HistoryOf(SNAPSHOT_REPORT_STATES, { example: 'register' }) {}

/** 随手拍详情: with its photos and what was done about it. */
export class SnapshotReportDetailDto extends SnapshotReportDto {
  @ApiProperty({ type: [FileDto], description: '照片；登记或并入后见诉求 / photos; once it is a request, see that' }) files: FileDto[];
  @ApiProperty({ type: PicturesDto, description: '前后对比：任何人可见的照片 / before and after, as anybody may see it' })
  pictures: PicturesDto;
  @ApiProperty({ type: [SnapshotReportHistoryDto], description: '处理记录 / history' }) history: SnapshotReportHistoryDto[];
}
