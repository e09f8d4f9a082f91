import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHANNELS, type Channel, REQUEST_KINDS, type RequestKind, URGENCIES, type Urgency } from '@zero-distance/contracts';
import { FileDto, FileIds } from '@zero-distance/files';
import {
  Code,
  InternalText,
  IsAreaCode,
  IsCategoryCode,
  Line,
  Nested,
  OfRegister,
  PointDto,
  PublicText,
  Reference,
  Words,
} from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { CallDto, ChannelInput } from '../call/call.dto.js';
import { RedirectionDto } from '../redirection/redirection.dto.js';
import { MaskedRequesterDto, RequesterInput } from '../requester/requester.dto.js';
import { OrderedServiceDto } from './ordered-service.dto.js';
import { DECLINE_REASONS, type DeclineReason } from './request.js';
import { REQUEST_STATES, type RequestState } from './request.transitions.js';

const PETITION_REFERENCE = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9-]{2,63}$/,
  zh: '须为 3 至 64 位字母、数字或连字符',
  en: 'must be 3 to 64 letters, digits or hyphens',
};

/** What a clerk or a department system takes in. */
export class RegisterRequestInput extends ChannelInput {
  @ApiProperty({ enum: REQUEST_KINDS, example: 'complaint', description: '诉求类型 / what is asked' })
  @IsIn(REQUEST_KINDS)
  kind: RequestKind;

  @ApiProperty({ enum: CHANNELS, example: 'hotline-12345', description: '受理渠道 / how it came in' })
  @IsIn(CHANNELS)
  channel: Channel;

  @ApiProperty({ type: String, example: '010203', description: '6 位类别代码 / category code, see GET /categories' })
  @IsCategoryCode()
  categoryCode: string;

  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code, see GET /areas' })
  @IsAreaCode()
  areaCode: string;

  @ApiProperty({ type: String, example: '路灯不亮', description: '标题 / title' })
  @InternalText()
  @Line({ max: 100 })
  title: string;

  @ApiProperty({ type: String, example: '3号楼前路灯三天不亮，老人出行不便。', description: '内容 / the matter itself' })
  @InternalText()
  @Words({ max: 5000 })
  text: string;

  @ApiPropertyOptional({ type: String, example: '学府社区3号楼前', description: '事发地点 / where the matter is' })
  @InternalText()
  @IsOptional()
  @Line({ max: 200 })
  place?: string;

  @ApiPropertyOptional({ type: PointDto, description: '坐标，WGS84 GeoJSON / point' })
  @IsOptional()
  @Nested(() => PointDto)
  point?: PointDto;

  @ApiPropertyOptional({ enum: URGENCIES, example: 'normal', default: 'normal', description: '紧急程度 / how urgent' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @FileIds()
  files?: string[];

  @ApiPropertyOptional({ type: RequesterInput, description: '诉求人 / who asks' })
  @IsOptional()
  @Nested(() => RequesterInput)
  requester?: RequesterInput;

  @ApiPropertyOptional({
    type: String,
    description: '上游平台编号，同一渠道、同一平台内唯一 / the upstream platform’s number, unique within its channel and platform',
  })
  @InternalText()
  @IsOptional()
  @Reference({ max: 64 })
  upstreamReference?: string;

  @ApiPropertyOptional({ type: Boolean, example: true, default: true, description: '是否可公示 / may appear in the public ledger' })
  @IsOptional()
  @IsBoolean()
  publishable?: boolean;
}

/** 当场答复. */
export class AnswerOnTheSpotInput {
  @ApiPropertyOptional({
    type: String,
    example: '社保缴费凭证可在手机“龙江人社”中下载，已当场指导办理。',
    description:
      '当场答复内容，按可公开的文字书写，不得含个人信息；不填则用所引知识条目的答复 / the answer, worded for anybody to read: no personal data; that of the knowledge entry unless it is given',
  })
  @IsOptional()
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: '据以答复的知识条目 / the knowledge entry that it is answered by' })
  @IsOptional()
  @IsUUID()
  knowledgeEntryId?: string;

  @FileIds()
  files?: string[];
}

/** 不予受理. */
export class DeclineInput {
  @ApiProperty({ enum: DECLINE_REASONS, example: 'court-matter', description: '不予受理原因 / why it is not taken' })
  @IsIn(DECLINE_REASONS)
  reasonCode: DeclineReason;

  @ApiProperty({
    type: String,
    example: '该事项已进入诉讼程序，请向桃山区人民法院立案庭咨询。',
    description: '告知的正确途径，按可公开的文字书写，不得含个人信息 / where to go instead, worded for anybody to read: no personal data',
  })
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer: string;

  @ApiPropertyOptional({
    type: String,
    example: 'XF-2026-001234',
    description:
      '信访事项编号，原因为 petition-matter 时必填：先核实确有该信访事项 / number of the petition: with petition-matter, which is looked up first',
  })
  @IsOptional()
  @Code(PETITION_REFERENCE)
  petitionReference?: string;
}

/** 撤回. */
export class WithdrawInput {
  @ApiProperty({ enum: CHANNELS, example: 'hotline-12345', description: '诉求人以何渠道表示撤回 / how the requester said so' })
  @IsIn(CHANNELS)
  channel: Channel;

  @ApiProperty({
    type: String,
    example: '问题已自行解决',
    description: '撤回原因，列入全程时间线，不含个人信息 / why, without personal data: the timeline shows it',
  })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 诉求. */
export class RequestDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '诉求编号 / number to read over the telephone' })
  number: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '分办：所属的诉求 / of a part: the divided request it belongs to',
  })
  parentId: string | null;
  @ApiProperty({ enum: REQUEST_STATES, description: '状态 / state' }) state: RequestState;
  @ApiProperty({ enum: REQUEST_KINDS, description: '诉求类型 / what is asked' }) kind: RequestKind;
  @ApiProperty({ enum: CHANNELS, description: '受理渠道 / how it came in' }) channel: Channel;
  @ApiProperty({ type: String, example: '010203', description: '类别代码 / category code' })
  @OfRegister('category')
  categoryCode: string;
  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, nullable: true, description: '事发地点 / where the matter is' }) place: string | null;
  @ApiProperty({ type: PointDto, nullable: true, description: '坐标 / point' }) point: PointDto | null;
  @ApiProperty({ type: String, description: '标题 / title' }) title: string;
  @ApiProperty({ type: String, description: '内容 / the matter itself' }) text: string;
  @ApiProperty({ enum: URGENCIES, description: '紧急程度 / how urgent' }) urgency: Urgency;
  @ApiProperty({ type: String, nullable: true, description: '上游平台编号 / the upstream platform’s number' }) upstreamReference:
    | string
    | null;
  @ApiProperty({ type: Boolean, description: '诉求人要求保密 / handlers must not know who asks' }) confidential: boolean;
  @ApiProperty({
    type: MaskedRequesterDto,
    nullable: true,
    description: '诉求人（脱敏）；保密的对承办单位不显示 / masked; absent for handlers when confidential',
  })
  requester: MaskedRequesterDto | null;
  @ApiProperty({
    type: OrderedServiceDto,
    nullable: true,
    description: '点单的服务事项；其他诉求为空 / the service that was ordered; null for other requests',
  })
  service: OrderedServiceDto | null;
  @ApiProperty({ type: [String], description: '被投诉单位代码 / codes of the organisations complained about' }) complainedAbout: string[];
  @ApiProperty({ type: [String], description: '须回避的单位代码 / codes of other organisations that must not see it' })
  recusedOrganisations: string[];
  @ApiProperty({ type: [String], description: '须回避的账号 / accounts that must not see it' }) recusedAccounts: string[];
  @ApiProperty({ format: 'date-time', description: '受理时间 / when it was taken in' }) receivedAt: string;
  @ApiProperty({ type: 'integer', description: '办理轮次 / 1, one more with every rework' }) round: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '工单 / its work order' }) workOrderId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '调解案件 / its mediation case' }) caseId: string | null;
  @ApiProperty({ type: String, nullable: true, description: '答复 / the answer' }) publicAnswer: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'solved',
    description:
      '承办单位反馈的结果，见 dispatch 代码表 reply-result / what the reply of its order came to, of the code table reply-result of dispatch',
  })
  answerResult: string | null;
  @ApiProperty({
    type: RedirectionDto,
    nullable: true,
    description: '紧急转接：应拨打的电话和对来电人说的话 / of an emergency: the number, and what to say',
  })
  redirectedTo: RedirectionDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '答复时间 / when it was answered' }) repliedAt:
    | string
    | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '办结时间 / when it was closed' }) closedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '依法删除时间 / when its words were erased by law' })
  erasedAt: string | null;
  @ApiProperty({ type: [String], description: '当前可执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ type: 'integer', description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** 诉求详情: with what came with it. */
export class RequestDetailDto extends RequestDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '并单：并入的主诉求 / the main request that it was merged into',
  })
  mainRequestId: string | null;
  @ApiProperty({ type: 'integer', description: '并单：并入本诉求的件数 / how many requests were merged into this one' })
  mergedCount: number;
  @ApiProperty({ type: 'integer', description: '分办：本诉求的分项数 / how many parts it was divided into' })
  partCount: number;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '据以当场答复的知识条目 / the knowledge entry that it was answered by',
  })
  knowledgeEntryId: string | null;
  @ApiProperty({
    type: CallDto,
    nullable: true,
    description: '来电信息；要求保密的对承办单位不显示 / the call it came in by; of a confidential request handlers are not shown it',
  })
  call: CallDto | null;
  @ApiProperty({ type: [FileDto], description: '随诉求提交的照片和文件 / photos and documents that came with it' }) files: FileDto[];
}
