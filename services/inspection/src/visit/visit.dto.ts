import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { HAZARD_SEVERITIES, type HazardSeverity } from '@zero-distance/contracts';
import { FileIds } from '@zero-distance/files';
import {
  ChangesQuery,
  Code,
  Instant,
  InternalText,
  IsAreaCode,
  Nested,
  NestedList,
  OfRegister,
  SearchText,
  Whole,
  Words,
} from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { ITEM_CODE } from '../checklist/checklist.js';
import { SETTLEMENTS, type Settlement } from '../hazard/finding.js';
import { HAZARD_STATES, type HazardState } from '../hazard/hazard.transitions.js';
import { PREMISES_CODE } from '../premises/premises.js';
import { ITEM_RESULTS, type ItemResult } from './visit.js';

export const STAFF_CODE = {
  pattern: /^(?!1[3-9][0-9]{9}$)[A-Z0-9][A-Z0-9-]{0,31}$/,
  letters: 'upper',
  zh: '必须是工号（字母、数字、“-”），不能填姓名或手机号',
  en: 'must be a staff code (letters, digits, -), not a name or a mobile number',
} as const;

/** 警网融合小组: who made the visit, by staff codes. */
export class TeamInput {
  @ApiPropertyOptional({
    type: String,
    example: 'FJ-0117',
    description: '辅警工号；填写即为联合排查 / auxiliary police; with one the visit is a joint one',
  })
  @IsOptional()
  @Code(STAFF_CODE)
  police?: string;

  @ApiProperty({ type: String, example: 'WG-011001-03', description: '网格员工号 / grid worker' })
  @Code(STAFF_CODE)
  gridWorker: string;
}

/** 警网融合小组: who made the visit. */
class TeamDto {
  @ApiProperty({ type: String, nullable: true, example: 'FJ-0117', description: '辅警工号 / auxiliary police' }) police: string | null;
  @ApiProperty({ type: String, example: 'WG-011001-03', description: '网格员工号 / grid worker' }) gridWorker: string;
}

/** What the team reports of one item. */
export class ItemResultInput {
  @ApiProperty({ type: String, example: 'exit-blocked', description: '检查项代码 / code of the item' })
  @Code(ITEM_CODE)
  item: string;

  @ApiProperty({ enum: ITEM_RESULTS, example: 'fail', description: '合格、不合格、不适用 / result' })
  @IsIn(ITEM_RESULTS)
  result: ItemResult;

  @ApiPropertyOptional({
    enum: HAZARD_SEVERITIES,
    example: 'serious',
    description: '严重程度，默认按检查表 / severity; the checklist’s when left out',
  })
  @IsOptional()
  @IsIn(HAZARD_SEVERITIES)
  severity?: HazardSeverity;

  @ApiPropertyOptional({
    type: String,
    example: '后门堆放货物',
    description: '说明，不公开、不进入事件 / a note: not published, in no event',
  })
  @InternalText()
  @IsOptional()
  @Words({ max: 500 })
  note?: string;

  @ApiPropertyOptional({
    enum: SETTLEMENTS,
    example: 'transfer',
    description: '不合格项的处理：当场整改、责令限期整改、移交 / how a failed item was settled',
  })
  @IsOptional()
  @IsIn(SETTLEMENTS)
  settled?: Settlement;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: '整改期限，只用于责令限期整改 / with a notice: to be rectified by',
  })
  @IsOptional()
  @Instant()
  rectifyBy?: string;

  @FileIds()
  files?: string[];
}

/** A visit to record. */
export class RecordVisitInput {
  @ApiProperty({ type: String, example: 'XF-0001', description: '场所编码 / code of the premises' })
  @Code(PREMISES_CODE)
  premises: string;

  @ApiProperty({ type: TeamInput, description: '警网融合小组 / the team' })
  @Nested(() => TeamInput)
  team: TeamInput;

  @ApiPropertyOptional({
    type: 'integer',
    example: 1,
    description: '检查表版本，默认现行版 / version of the checklist; the one in force when left out',
  })
  @IsOptional()
  @Whole({ min: 1, max: 1_000_000 })
  checklistVersion?: number;

  @ApiProperty({
    type: [ItemResultInput],
    example: [{ item: 'exit-blocked', result: 'fail', note: '后门堆放货物', settled: 'transfer' }],
    description: '各检查项结果 / the result of each item',
  })
  @NestedList(() => ItemResultInput, { max: 100 })
  results: ItemResultInput[];

  @ApiPropertyOptional({ enum: ['pass'], example: 'pass', description: '其余各项均合格 / all items not named passed' })
  @IsOptional()
  @IsIn(['pass'])
  others?: 'pass';
}

/** Which visits to list; what is asked for together is narrowed together. */
export class VisitQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: 'XF-0001',
    description: '查找：场所编号，或区划的代码或名称 / the code of its premises, or code or name of its area',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ type: String, example: 'XF-0001', description: '只列此场所 / of these premises' })
  @IsOptional()
  @Code(PREMISES_CODE)
  premises?: string;
}

/** One item of the record. */
export class RecordedResultDto {
  @ApiProperty({ type: String, example: 'exit-blocked', description: '检查项代码 / code of the item' }) item: string;
  @ApiProperty({ enum: ITEM_RESULTS, description: '合格、不合格、不适用 / result' }) result: ItemResult;
}

/** A hazard that the visit found. */
export class FoundHazardDto {
  @ApiProperty({ format: 'uuid', description: '隐患 id / its id' }) id: string;
  @ApiProperty({ type: String, example: 'exit-blocked', description: '检查项代码 / code of the item' }) item: string;
  @ApiProperty({ enum: HAZARD_SEVERITIES, description: '严重程度 / severity' }) severity: HazardSeverity;
  @ApiProperty({ enum: HAZARD_STATES, example: 'transferred', description: '现状 / its state now' }) state: HazardState;
  @ApiProperty({ type: Boolean, description: '此前已发现、本次确认仍在 / was open already, and confirmed by this visit' })
  confirmed: boolean;
}

/** 排查记录 */
export class VisitDto {
  @ApiProperty({ format: 'uuid', description: '排查 id / its id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
  @ApiProperty({ type: String, example: 'XF-0001', description: '场所编码 / code of the premises' }) premises: string;
  @ApiProperty({ type: String, example: '230903011001', description: '所在区域 / area' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: TeamDto, description: '警网融合小组 / the team' }) team: TeamDto;
  @ApiProperty({ type: Boolean, description: '是否警网联合 / police and grid worker together' }) joint: boolean;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 1,
    description: '检查表版本，历史排查为空 / version of the checklist; null of a visit of the time before',
  })
  checklistVersion: number | null;
  @ApiProperty({ type: Boolean, description: '无不合格项 / no item failed' }) passed: boolean;
  @ApiProperty({ type: [RecordedResultDto], description: '各检查项结果 / the result of each item' }) results: RecordedResultDto[];
  @ApiProperty({ type: [FoundHazardDto], description: '发现或确认的隐患及其现状 / the hazards found or confirmed, as they are now' })
  hazards: FoundHazardDto[];
  @ApiProperty({ type: String, format: 'date-time', description: '排查时间 / when' }) visitedAt: string;
}
