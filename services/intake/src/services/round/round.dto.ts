import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { addDays, dateOf } from '@zero-distance/calendar';
import {
  CalendarDate,
  ChangesQuery,
  Code,
  Flag,
  HistoryOf,
  InternalText,
  IsAreaCode,
  Line,
  NestedList,
  OfRegister,
  PublicText,
  Words,
} from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { QUESTION_KINDS, type QuestionKind } from './question.js';
import { ROUND_STATES, type RoundState } from './round.transitions.js';

const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;
/** Days that are to come yet when this service has run for months. */
const day = (ahead: number): string => addDays(dateOf(new Date()), ahead);

/** How questions and choices are called. */
export const ANSWER_CODE = {
  pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  letters: 'lower',
  zh: '须为小写字母、数字和连字符',
  en: 'must be small letters, digits and hyphens',
} as const;

/** 选项. */
export class ChoiceDto {
  @ApiProperty({ type: String, example: 'alone', description: '代码 / code' })
  @Code(ANSWER_CODE)
  code: string;

  @ApiProperty({ type: String, example: '独居', description: '中文 / in Chinese' })
  @PublicText()
  @Line({ max: 100 })
  zh: string;

  @ApiProperty({ type: String, example: 'lives alone', description: '英文 / in English' })
  @PublicText()
  @Line({ max: 100 })
  en: string;
}

/** 敲门问题. */
export class QuestionInput extends ChoiceDto {
  @ApiProperty({ enum: QUESTION_KINDS, example: 'yes-no', description: '类型 / kind of answer' })
  @IsIn(QUESTION_KINDS)
  kind: QuestionKind;

  @ApiPropertyOptional({ type: [ChoiceDto], description: '选项，仅单选（choice）填写 / what can be chosen, of kind choice alone' })
  @IsOptional()
  @NestedList(() => ChoiceDto, { max: 12 })
  choices?: ChoiceDto[];
}

const TITLE = { type: String, example: '2026年冬季敲门行动', description: '名称；请勿写个人信息 / title; nothing personal' } as const;
const QUESTIONS: ApiPropertyOptions = {
  type: [QuestionInput],
  example: [{ code: 'alone', zh: '是否独居', en: 'lives alone', kind: 'yes-no' }],
  description: '入户所问，不问银行卡等金融信息 / what is asked at each door; never bank data',
};
const REASON = { type: String, example: '连日大雪，敲门顺延。', description: '原因；请勿写个人信息 / why; nothing personal' } as const;

/** 计划. */
export class PlanRoundInput {
  @ApiProperty({ type: String, example: '230903011001', description: '社区（村） / the community' })
  @IsAreaCode()
  areaCode: string;

  @ApiProperty(TITLE)
  @PublicText()
  @Line({ max: 100 })
  title: string;

  @ApiProperty({ type: String, format: 'date', example: day(0), description: '开始日 / first day' })
  @CalendarDate()
  fromOn: string;

  @ApiProperty({ type: String, format: 'date', example: day(30), description: '截止日 / last day' })
  @CalendarDate()
  untilOn: string;

  @ApiPropertyOptional(QUESTIONS)
  @IsOptional()
  @NestedList(() => QuestionInput, { max: 20 })
  questions?: QuestionInput[];
}

/** 更正计划: what is left out stays. */
export class CorrectRoundInput {
  @ApiPropertyOptional(TITLE)
  @IsOptional()
  @PublicText()
  @Line({ max: 100 })
  title?: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: day(0), description: '开始日 / first day' })
  @IsOptional()
  @CalendarDate()
  fromOn?: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: day(40), description: '截止日 / last day' })
  @IsOptional()
  @CalendarDate()
  untilOn?: string;

  @ApiPropertyOptional(QUESTIONS)
  @IsOptional()
  @NestedList(() => QuestionInput, { max: 20 })
  questions?: QuestionInput[];

  @ApiProperty(REASON)
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 取消. */
export class CancelRoundInput {
  @ApiProperty(REASON)
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 延期. */
export class ExtendRoundInput {
  @ApiProperty({ type: String, format: 'date', example: day(60), description: '新截止日 / the new last day' })
  @CalendarDate()
  untilOn: string;

  @ApiProperty(REASON)
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 结束. */
export class CloseRoundInput {
  @ApiPropertyOptional({
    type: String,
    example: '其余为外出务工户，已约春节返乡后再敲。',
    description: '未敲开说明，有未敲开住户时必填；请勿写个人信息 / why households were not reached, where some were not; nothing personal',
  })
  @IsOptional()
  @InternalText()
  @Words({ max: 500 })
  explanation?: string;
}

/** Which rounds to list; what is asked for together is narrowed together. */
export class RoundQuery extends ChangesQuery {
  @ApiPropertyOptional({ enum: ROUND_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(ROUND_STATES)
  state?: RoundState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'true：只列到期未结束的；false：只列进行中未到期的 / overdue, or open with time yet' })
  @IsOptional()
  @Flag()
  overdue?: boolean;
}

/** 敲门问题, as it is shown. */
export class QuestionDto extends ChoiceDto {
  @ApiProperty({ enum: QUESTION_KINDS, example: 'yes-no', description: '类型 / kind of answer' }) kind: QuestionKind;
  @ApiProperty({ type: [ChoiceDto], description: '选项 / what can be chosen' }) choices: ChoiceDto[];
}

/** 敲门行动 */
export class RoundDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: ROUND_STATES, example: 'open', description: '状态 / state' }) state: RoundState;
  @ApiProperty({ type: [String], example: ['close'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ type: String, example: '230903011001', description: '社区（村） / community' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, example: '2026年冬季敲门行动', description: '名称 / title' }) title: string;
  @ApiProperty({ type: String, format: 'date', example: '2026-11-23', description: '开始日 / first day' }) fromOn: string;
  @ApiProperty({ type: String, format: 'date', example: '2026-12-20', description: '截止日 / last day' }) untilOn: string;
  @ApiProperty({ type: [QuestionDto], description: '问题 / questions' }) questions: QuestionDto[];
  @ApiProperty({ ...TIME, description: '计划时间 / planned' }) plannedAt: string;
  @ApiProperty({ ...TIME, nullable: true, description: '开始时间，名单自此冻结 / opened: the list is frozen since' }) openedAt:
    | string
    | null;
  @ApiProperty({ ...TIME, nullable: true, description: '结束时间 / closed' }) closedAt: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: '未敲开说明 / why households were not reached' })
  explanation: string | null;
  @ApiProperty({ type: Boolean, description: '到期未结束 / its last day is over' }) overdue: boolean;
}

/** 处理记录: one line of the history. */
export class RoundHistoryDto extends HistoryOf(ROUND_STATES, { example: 'open' }) {}

/** 敲门行动详情: with how far it is and what was done about it. */
export class RoundDetailDto extends RoundDto {
  @ApiProperty({ type: 'integer', example: 60, description: '住户数 / households' }) targets: number;
  @ApiProperty({ type: 'integer', example: 41, description: '见到的 / met' }) met: number;
  @ApiProperty({ type: 'integer', example: 7, description: '待敲门的 / to be called on yet' }) left: number;
  @ApiProperty({ type: [RoundHistoryDto], description: '处理记录 / history' }) history: RoundHistoryDto[];
}
