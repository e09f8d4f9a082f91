import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHANNELS, type Channel, REQUEST_KINDS, type RequestKind, URGENCIES, type Urgency } from '@zero-distance/contracts';
import { Instant, InternalText, IsAreaCode, IsCategoryCode, Line, PastReference, PublicText, Words } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';

/** The `{reference}` of a past request in an address. */
export class PastRequestParams {
  @ApiProperty({ type: String, example: 'HOTLINE-2025-000417', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** A request of the time before, and what became of it. Who asked is not brought along. */
export class PastRequestInput {
  @ApiProperty({ enum: REQUEST_KINDS, example: 'complaint', description: '诉求类型 / what was asked' })
  @IsIn(REQUEST_KINDS)
  kind: RequestKind;

  @ApiProperty({ enum: CHANNELS, example: 'hotline-12345', description: '受理渠道 / how it came in' })
  @IsIn(CHANNELS)
  channel: Channel;

  @ApiProperty({ type: String, example: '010203', description: '类别代码 / category code' })
  @IsCategoryCode()
  categoryCode: string;

  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code' })
  @IsAreaCode({ retired: 'taken' })
  areaCode: string;

  @ApiProperty({ type: String, example: '路灯不亮', description: '标题 / title' })
  @PublicText()
  @Line({ max: 100 })
  title: string;

  @ApiPropertyOptional({
    type: String,
    example: '3号楼前路灯三天不亮。',
    description: '内容，默认同标题 / the matter itself; the title when left out',
  })
  @PublicText()
  @IsOptional()
  @Words({ max: 5000 })
  text?: string;

  @ApiPropertyOptional({ type: String, example: '学府社区3号楼前', description: '事发地点 / where the matter was' })
  @InternalText()
  @IsOptional()
  @Line({ max: 200 })
  place?: string;

  @ApiPropertyOptional({ enum: URGENCIES, example: 'normal', default: 'normal', description: '紧急程度 / how urgent' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @ApiProperty({ format: 'date-time', example: '2025-03-03T10:00:00+08:00', description: '受理时间 / when it was taken in' })
  @Instant()
  receivedAt: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2025-03-10T17:00:00+08:00',
    description: '应答复时间；文件中只填日期的，至当日结束 / when an answer was due; a day alone, in a file, is its end',
  })
  @IsOptional()
  @Instant({ isLimit: true })
  dueAt?: string;

  @ApiPropertyOptional({ format: 'date-time', example: '2025-03-05T12:00:00+08:00', description: '答复时间 / when it was answered' })
  @IsOptional()
  @Instant()
  repliedAt?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2025-03-06T12:00:00+08:00',
    description: '办结时间，未办结为空 / when it was closed; none if it was not',
  })
  @IsOptional()
  @Instant()
  closedAt?: string;

  @ApiPropertyOptional({ type: String, example: '路灯已修复。', description: '答复，不得含个人信息 / the answer, without personal data' })
  @PublicText()
  @IsOptional()
  @Words({ max: 2000 })
  publicAnswer?: string;

  @ApiPropertyOptional({ type: Boolean, example: false, default: false, description: '是否可公示 / may appear in the public ledger' })
  @IsOptional()
  @IsBoolean()
  publishable?: boolean;
}

/** 历史诉求. */
export class PastRequestDto extends PastRequestInput {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: '230903011001-250303-000417', description: '诉求编号 / number of the request here' })
  number: string;
  @ApiProperty({ type: String, example: 'HOTLINE-2025-000417', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
}
