import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CALLBACK_OUTCOMES,
  type CallbackOutcome,
  REQUEST_KINDS,
  type RequestKind,
  SATISFACTION_LEVELS,
  type Satisfaction,
} from '@zero-distance/contracts';
import { ChangesQuery, Flag, IsAreaCode, List, OfRegister, PublicText, SearchText, Words } from '@zero-distance/platform';
import { Equals, IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { CALLBACK_WAYS, type CallbackWay } from './callback.js';
import { CALLBACK_STATES, type CallbackAction, type CallbackState } from './callback.transitions.js';

const SATISFACTION_ZH =
  'very-satisfied 非常满意，satisfied 满意，basically-satisfied 基本满意，dissatisfied 不满意，very-dissatisfied 非常不满意';

/** What a list of callbacks is cut by. */
export class CallbackQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '261127-17',
    description:
      '查找：诉求编号的任一部分（261127-17、417），或区划的代码或名称；词在诉求中查找：GET /api/intake/v1/requests?q= / any part of the number of the request (261127-17, 417), or code or name of its area; words are looked for among requests: GET /api/intake/v1/requests?q=',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ enum: CALLBACK_STATES, description: 'open 待回访，recorded 已回访 / state' })
  @IsOptional()
  @IsIn(CALLBACK_STATES)
  state?: CallbackState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / this area and those in it' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '某一诉求的各轮回访 / the rounds of one request' })
  @IsOptional()
  @IsUUID()
  requestId?: string;

  @ApiPropertyOptional({
    enum: REQUEST_KINDS,
    description:
      '诉求类型；service-order 即点单服务的好差评 / kind of request: service-order for the ratings of services that were ordered',
  })
  @IsOptional()
  @IsIn(REQUEST_KINDS)
  requestKind?: RequestKind;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列已逾期的；false：只列未办结且未逾期的 / true: only those overdue; false: those with something to be done that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;
}

/** 回访结果: what the requester said. */
export class RecordCallbackInput {
  @ApiProperty({ type: Boolean, example: true, description: '已联系到诉求人；未联系到请用 attempt / reached; when not, use attempt' })
  @Equals(true, {
    context: { zh: '必须是 true；未联系到请用 attempt 登记', en: 'must be true: when nobody was reached, record an attempt' },
  })
  contacted: true;

  @ApiProperty({ type: Boolean, example: true, description: '问题是否解决 / is it solved' })
  @IsBoolean()
  solved: boolean;

  @ApiProperty({ enum: SATISFACTION_LEVELS, example: 'satisfied', description: `满意度五级：${SATISFACTION_ZH} / five levels` })
  @IsIn(SATISFACTION_LEVELS)
  satisfaction: Satisfaction;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description:
      '分办的诉求：未解决的分项，仅这些重办；不填而不满意的，全部重办 / of a divided request: the parts that are not solved, which alone are handled again; all of them when it is unhappy and none is named',
  })
  @IsOptional()
  @List({ min: 1, max: 20, unique: true })
  @IsUUID(undefined, { each: true })
  unsolvedPartIds?: string[];

  @ApiPropertyOptional({
    type: String,
    example: '路灯已亮。',
    description: '备注，不得含个人信息 / a note without personal data',
  })
  @PublicText()
  @IsOptional()
  @Words({ max: 500 })
  note?: string;
}

/** 分项, as the requester is asked about it. */
export class CallbackPartDto {
  @ApiProperty({ format: 'uuid', description: '分项诉求 / the part, a request' }) requestId: string;
  @ApiProperty({ type: String, example: '230903011001-261123-000417-1', description: '分项编号 / its number' }) number: string;
}

/** 回访. */
export class CallbackDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ format: 'uuid', description: '诉求 / the request' }) requestId: string;
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '诉求编号 / number of the request' })
  requestNumber: string;
  @ApiProperty({
    enum: REQUEST_KINDS,
    nullable: true,
    type: String,
    description: '诉求类型；以前的回访为空 / kind of request; null of callbacks from before this was kept',
  })
  requestKind: RequestKind | null;
  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: String,
    description: '承办单位；调解和分办时为空 / who answered; null for a mediation and a divided request',
  })
  organisationId: string | null;
  @ApiProperty({
    type: [CallbackPartDto],
    nullable: true,
    description: '分办的诉求：一次问清的各分项；其他为空 / of a divided request: the parts that are asked about at once; null for others',
  })
  parts: CallbackPartDto[] | null;
  @ApiProperty({
    type: [String],
    nullable: true,
    description: '未解决的分项；没有指明的为空 / the parts that are not solved; null where nobody said which',
  })
  unsolvedPartIds: string[] | null;
  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '第几轮：首次为 1，每次重办加 1 / 1, and one more for every rework' })
  round: number;
  @ApiProperty({ enum: CALLBACK_STATES, description: 'open 待回访，recorded 已回访 / state' }) state: CallbackState;
  @ApiProperty({
    type: Boolean,
    description: '有可回访的诉求人；没有的不计入有效回访 / there is somebody to call; else it is not effective',
  })
  possible: boolean;
  @ApiProperty({ type: 'integer', description: '未接通次数 / attempts that did not reach anybody' }) attempts: number;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: '此时之后才能再登记一次未接通 / another attempt counts from then on',
  })
  attemptNotBefore: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: '是否联系到 / reached' }) contacted: boolean | null;
  @ApiProperty({ type: Boolean, nullable: true, description: '是否解决 / solved' }) solved: boolean | null;
  @ApiProperty({ enum: SATISFACTION_LEVELS, nullable: true, type: String, description: SATISFACTION_ZH }) satisfaction: Satisfaction | null;
  @ApiProperty({ enum: CALLBACK_OUTCOMES, nullable: true, type: String, description: 'closed 办结，rework 重办 / what it leads to' })
  outcome: CallbackOutcome | null;
  @ApiProperty({
    enum: CALLBACK_WAYS,
    nullable: true,
    type: String,
    description:
      'agent 回访员询问，web 诉求人网上作答；未作答为空 / asked by an agent, or answered on the web; null while there is no answer',
  })
  way: CallbackWay | null;
  @ApiProperty({ type: String, nullable: true, description: '备注 / note' }) note: string | null;
  @ApiProperty({ format: 'date-time', description: '待回访自 / open since' }) openedAt: string;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: '回访时限；已回访则为空 / to be recorded by; null once it is',
  })
  dueAt: string | null;
  @ApiProperty({ type: Boolean, description: '是否已逾期 / past that time' }) overdue: boolean;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: '回访时间 / recorded' }) recordedAt: string | null;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，同 ETag / version, as in the ETag' }) version: number;
  @ApiProperty({ type: [String], example: ['attempt', 'record'], description: '您现在可执行的操作 / what you may do now' })
  actions: CallbackAction[];
}
