import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHANNELS, type Channel, REQUEST_KINDS, type RequestKind, URGENCIES, type Urgency } from '@zero-distance/contracts';
import { PageQuery } from '@zero-distance/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { REQUEST_STATES, type RequestState } from './request.transitions.js';

export class PointDto {
  @ApiProperty({ enum: ['Point'], example: 'Point' })
  @Equals('Point')
  type: 'Point';

  @ApiProperty({ type: [Number], example: [131.0159, 45.7712], description: 'WGS84 经度、纬度 / longitude, latitude' })
  @IsNumber({}, { each: true })
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  coordinates: [number, number];
}

export class RequesterInputDto {
  @ApiProperty({ type: String, example: '张三', description: '姓名，加密存储 / name, kept encrypted' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  name: string;

  @ApiPropertyOptional({
    type: String,
    example: '13800001234',
    description: '电话，加密存储；有电话才能回访 / telephone, kept encrypted; needed for a callback',
  })
  @IsOptional()
  @Matches(/^\+?[\d\s-]{5,20}$/)
  phone?: string;

  @ApiPropertyOptional({ type: String, example: '学府社区3号楼2单元501', description: '住址，加密存储 / home address, kept encrypted' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  address?: string;

  @ApiPropertyOptional({ type: Boolean, example: false, description: '要求保密：承办单位看不到诉求人 / handlers must not know who asks' })
  @IsOptional()
  @IsBoolean()
  confidential?: boolean;
}

export class RegisterRequestDto {
  @ApiProperty({ enum: REQUEST_KINDS, example: 'complaint', description: '诉求类型 / what is asked' })
  @IsIn(REQUEST_KINDS)
  kind: RequestKind;

  @ApiProperty({ enum: CHANNELS, example: 'hotline-12345', description: '受理渠道 / how it came in' })
  @IsIn(CHANNELS)
  channel: Channel;

  @ApiProperty({ type: String, example: '010203', description: '6 位类别代码 / category code, see GET /categories' })
  @Matches(/^\d{6}$/)
  categoryCode: string;

  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code, see GET /areas' })
  @Matches(/^\d{6}(\d{3}){0,3}$/)
  areaCode: string;

  @ApiProperty({ type: String, example: '路灯不亮', maxLength: 100, description: '标题 / title' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  title: string;

  @ApiProperty({ type: String, example: '3号楼前路灯三天不亮，老人出行不便。', maxLength: 5000, description: '内容 / the matter itself' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(5000)
  text: string;

  @ApiPropertyOptional({ type: String, example: '学府社区3号楼前', description: '事发地点 / where the matter is' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  place?: string;

  @ApiPropertyOptional({ type: PointDto, description: '坐标，WGS84 GeoJSON / point' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PointDto)
  point?: PointDto;

  @ApiPropertyOptional({ enum: URGENCIES, example: 'normal', default: 'normal', description: '紧急程度 / how urgent' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @ApiPropertyOptional({ type: RequesterInputDto, description: '诉求人 / who asks' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RequesterInputDto)
  requester?: RequesterInputDto;

  @ApiPropertyOptional({
    type: String,
    description: '上游平台编号，同一渠道内唯一 / the upstream platform’s number, unique within its channel',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  upstreamReference?: string;

  @ApiPropertyOptional({ type: Boolean, example: true, default: true, description: '是否可公示 / may appear in the public ledger' })
  @IsOptional()
  @IsBoolean()
  publishable?: boolean;
}

export class AnswerOnTheSpotDto {
  @ApiProperty({
    type: String,
    example: '社保缴费凭证可在手机“龙江人社”中下载，已当场指导办理。',
    description: '当场答复内容，将公开 / the answer; public',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  publicAnswer: string;
}

export const DECLINE_REASONS = [
  'court-matter',
  'petition-matter',
  'discipline-matter',
  'outside-district',
  'emergency',
  'unclear',
  'other',
] as const;

export class DeclineDto {
  @ApiProperty({ enum: DECLINE_REASONS, example: 'court-matter', description: '不予受理原因 / why it is not taken' })
  @IsIn(DECLINE_REASONS)
  reasonCode: (typeof DECLINE_REASONS)[number];

  @ApiProperty({
    type: String,
    example: '该事项已进入诉讼程序，请向桃山区人民法院立案庭咨询。',
    description: '告知的正确途径，将公开 / where to go instead; public',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  publicAnswer: string;
}

export class WithdrawDto {
  @ApiPropertyOptional({ type: String, example: '问题已自行解决', description: '撤回原因，不含个人信息 / why, without personal data' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

export class MaskedRequesterDto {
  @ApiProperty({ type: String, example: '张*' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '138****1234' }) phone: string | null;
}

export class RequestDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '诉求编号 / number to read over the telephone' })
  number: string;
  @ApiProperty({ enum: REQUEST_STATES }) state: RequestState;
  @ApiProperty({ enum: REQUEST_KINDS }) kind: RequestKind;
  @ApiProperty({ enum: CHANNELS }) channel: Channel;
  @ApiProperty({ type: String }) categoryCode: string;
  @ApiProperty({ type: String }) areaCode: string;
  @ApiProperty({ type: String, nullable: true }) place: string | null;
  @ApiProperty({ type: PointDto, nullable: true }) point: PointDto | null;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String }) text: string;
  @ApiProperty({ enum: URGENCIES }) urgency: Urgency;
  @ApiProperty({ type: String, nullable: true }) upstreamReference: string | null;
  @ApiProperty({ type: Boolean }) confidential: boolean;
  @ApiProperty({
    type: MaskedRequesterDto,
    nullable: true,
    description: '诉求人（脱敏）；保密的对承办单位不显示 / masked; absent for handlers when confidential',
  })
  requester: MaskedRequesterDto | null;
  @ApiProperty({ format: 'date-time' }) receivedAt: string;
  @ApiProperty({ type: 'integer', description: '办理轮次 / 1, one more with every rework' }) round: number;
  @ApiProperty({ format: 'uuid', nullable: true }) workOrderId: string | null;
  @ApiProperty({ format: 'uuid', nullable: true }) caseId: string | null;
  @ApiProperty({ type: String, nullable: true, description: '答复 / the answer' }) publicAnswer: string | null;
  @ApiProperty({ format: 'date-time', nullable: true }) repliedAt: string | null;
  @ApiProperty({ format: 'date-time', nullable: true }) closedAt: string | null;
  @ApiProperty({ type: [String], description: '当前可执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ type: 'integer' }) version: number;
}

export class RequestQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '区划前缀 / area code prefix' })
  @IsOptional()
  @Matches(/^\d{6}(\d{3}){0,3}$/)
  areaCode?: string;

  @ApiPropertyOptional({ enum: REQUEST_STATES })
  @IsOptional()
  @IsIn(REQUEST_STATES)
  state?: RequestState;

  @ApiPropertyOptional({ enum: REQUEST_KINDS })
  @IsOptional()
  @IsIn(REQUEST_KINDS)
  kind?: RequestKind;

  @ApiPropertyOptional({ type: String, description: '诉求编号 / number' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  number?: string;

  @ApiPropertyOptional({ type: String, description: '上游平台编号 / upstream reference' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  upstreamReference?: string;
}

export class FindByPhoneDto {
  @ApiProperty({ type: String, example: '13800001234', description: '电话；在请求体中，不进日志 / in the body, so that no log sees it' })
  @Matches(/^\+?[\d\s-]{5,20}$/)
  phone: string;
}
