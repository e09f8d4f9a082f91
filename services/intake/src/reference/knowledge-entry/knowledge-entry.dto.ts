import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CalendarDate,
  ChangesQuery,
  Code,
  HistoryOf,
  InternalText,
  IsAreaCode,
  IsCategoryCode,
  IsOrganisationCode,
  Line,
  List,
  OfRegister,
  PublicText,
  SearchText,
  Words,
} from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { CATEGORY_PREFIX } from '../category/category.dto.js';
import { KNOWLEDGE_ENTRY_STATES, type KnowledgeEntryState } from './knowledge-entry.transitions.js';

const DAY = { type: String, format: 'date', example: '2030-12-31' } as const;
const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** 适用区划. */
export const KNOWLEDGE_AREA = { type: String, example: '230903', description: '适用区划 / where it holds' } as const;

/** 问题: what a knowledge entry is about, and until when it holds. */
export class KnowledgeQuestionInput {
  @ApiProperty({ type: String, example: '路灯不亮找谁修？', description: '问题，按居民的问法书写 / the question, as people ask it' })
  @PublicText()
  @Line({ max: 200 })
  question: string;

  @ApiPropertyOptional({ type: [String], example: ['路灯杆编号'], description: '所需材料 / what has to be brought or said' })
  @IsOptional()
  @List({ max: 30, unique: true })
  @PublicText()
  @Line({ max: 100, each: true })
  materials?: string[];

  @ApiPropertyOptional({ ...DAY, description: '有效至（含当日） / last day on which it holds' })
  @IsOptional()
  @CalendarDate()
  validUntil?: string;
}

/** 知识内容: what a knowledge entry says. */
export class KnowledgeEntryInput extends KnowledgeQuestionInput {
  @ApiProperty(KNOWLEDGE_AREA)
  @IsAreaCode({ retired: 'kept' }) // what it held for since before, it may hold for when it is edited
  areaCode: string;

  @ApiProperty({ type: String, example: '010101', description: '诉求分类 / category' })
  @IsCategoryCode()
  categoryCode: string;

  @ApiProperty({
    type: String,
    example: '区城管执法局负责主次干道和小区外路灯，接到反映后24小时内到场。',
    description: '答复，按可公开的文字书写，不得含个人信息 / the answer, worded for anybody to read: no personal data',
  })
  @PublicText()
  @Words({ max: 2000 })
  answer: string;
}

/** 起草. */
export class DraftKnowledgeEntryInput extends KnowledgeEntryInput {
  @ApiPropertyOptional({
    type: String,
    example: 'urban-management',
    description: '归属单位代码，不填为本单位 / the organisation that vouches for it, your own unless you name one',
  })
  @IsOptional()
  @IsOrganisationCode()
  organisationCode?: string;
}

/** 发布、复核. */
export class VouchInput {
  @ApiPropertyOptional({ ...DAY, description: '下次复核日，不填按策略 knowledge-review-days / when it is to be looked at again' })
  @IsOptional()
  @CalendarDate()
  reviewBy?: string;
}

/** 撤回、停用. */
export class KnowledgeReasonInput {
  @ApiProperty({ type: String, example: '办理单位已调整，须改写。', description: '理由 / why' })
  @InternalText()
  @Words({ max: 500 })
  reason: string;
}

/** What anybody looks for. */
export class KnowledgeQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '路灯', description: '关键词，须全部出现 / words, all of which it has' })
  @IsOptional()
  @SearchText({ ofRequests: false })
  q?: string;

  @ApiPropertyOptional({ type: String, example: '01', description: '分类代码或其前几位 / category, or its first digits' })
  @IsOptional()
  @Code(CATEGORY_PREFIX)
  categoryPrefix?: string;

  @ApiPropertyOptional({
    type: String,
    example: '230903011001',
    description: '适用于此区划的：其本级和上级的条目 / those that hold in this area: its own, and those of the areas around it',
  })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** Which knowledge entries to list; what is asked for together is narrowed together. */
export class KnowledgeEntryQuery extends KnowledgeQuery {
  @ApiPropertyOptional({ enum: KNOWLEDGE_ENTRY_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(KNOWLEDGE_ENTRY_STATES)
  state?: KnowledgeEntryState;

  @ApiPropertyOptional({ type: String, example: 'urban-management', description: '归属单位代码 / whose they are' })
  @IsOptional()
  @IsOrganisationCode()
  organisationCode?: string;
}

/** 知识: what anybody reads. */
export class KnowledgeAnswerDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, description: '问题 / the question' }) question: string;
  @ApiProperty({ type: String, description: '答复 / the answer' }) answer: string;
  @ApiProperty({ type: [String], description: '所需材料 / what has to be brought or said' }) materials: string[];
  @ApiProperty({ type: String, example: '010101', description: '诉求分类 / category' }) @OfRegister('category') categoryCode: string;
  @ApiProperty({ type: String, example: '230903', description: '适用区划 / where it holds' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ type: String, example: 'urban-management', description: '归属单位 / who vouches for it' })
  @OfRegister('organisation')
  organisationCode: string;
  @ApiProperty({ ...DAY, nullable: true, description: '有效至（含当日） / last day on which it holds' }) validUntil: string | null;
}

/** 知识条目. */
export class KnowledgeEntryDto extends KnowledgeAnswerDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: KNOWLEDGE_ENTRY_STATES, example: 'draft', description: '状态 / state' }) state: KnowledgeEntryState;
  @ApiProperty({ type: [String], example: ['publish'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '来源诉求 / the request whose answer it was made of' })
  requestId: string | null;
  @ApiProperty({ ...DAY, nullable: true, description: '复核期限 / last day before it has to be looked at' }) reviewBy: string | null;
  @ApiProperty({ ...TIME, description: '起草时间 / drafted' }) draftedAt: string;
  @ApiProperty({ ...TIME, nullable: true, description: '首次发布时间 / first published' }) publishedAt: string | null;
}

/** 处理记录: one line of the history. */
export class KnowledgeEntryHistoryDto extends HistoryOf(KNOWLEDGE_ENTRY_STATES, { example: 'publish' }) {}

/** 知识条目详情: with what was done about it. */
export class KnowledgeEntryDetailDto extends KnowledgeEntryDto {
  @ApiProperty({
    type: 'integer',
    description: '据此当场答复的件数，至多计到一万 / how many requests were answered by it, up to ten thousand',
  })
  used: number;
  @ApiProperty({ type: [KnowledgeEntryHistoryDto], description: '处理记录 / history' }) history: KnowledgeEntryHistoryDto[];
}
