import { ApiProperty } from '@nestjs/swagger';
import { HAZARD_SEVERITIES, type HazardSeverity, URGENCIES, type Urgency } from '@zero-distance/contracts';
import { Code, IsCategoryCode, Line, NestedList, PublicText, Whole, WholeText } from '@zero-distance/platform';
import { IsIn } from 'class-validator';
import { ITEM_CODE } from './checklist.js';

/** The `{version}` of a checklist’s address. */
export class ChecklistParams {
  @ApiProperty({ type: 'integer', example: 2, description: '版本号 / version' })
  @WholeText({ min: 1, max: 1_000_000 })
  version: number;
}

/** 检查项 */
export class ChecklistItemDto {
  @ApiProperty({ type: String, example: 'exit-blocked', description: '代码，以隐患命名 / its code, named for the hazard' })
  @Code(ITEM_CODE)
  code: string;

  @ApiProperty({ type: String, example: '疏散通道、安全出口畅通', description: '检查内容（中文）' })
  @PublicText()
  @Line({ max: 200 })
  zh: string;

  @ApiProperty({ type: String, example: 'Escape routes and exits are clear', description: 'what to look at, in English' })
  @PublicText()
  @Line({ max: 200 })
  en: string;

  @ApiProperty({
    enum: HAZARD_SEVERITIES,
    example: 'serious',
    description: '不合格时的默认严重程度 / severity of a failure unless said otherwise',
  })
  @IsIn(HAZARD_SEVERITIES)
  severity: HazardSeverity;

  @ApiProperty({ type: String, example: '130809', description: '移交工单的类别 / category a work order is routed by' })
  @IsCategoryCode()
  categoryCode: string;

  @ApiProperty({ enum: URGENCIES, example: 'normal', description: '移交工单的紧急程度 / urgency of a work order' })
  @IsIn(URGENCIES)
  urgency: Urgency;
}

/** A version to publish. */
export class PublishChecklistInput {
  @ApiProperty({
    type: 'integer',
    example: 3,
    description: '整改后复查的工作日数 / working days to recheck within',
  })
  @Whole({ min: 1, max: 30 })
  recheckWorkingDays: number;

  @ApiProperty({ type: [ChecklistItemDto], description: '检查项 / the items' })
  @NestedList(() => ChecklistItemDto, { min: 1, max: 100 })
  items: ChecklistItemDto[];
}

/** 检查表 */
export class ChecklistDto {
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
  @ApiProperty({ type: 'integer', example: 3, description: '整改后复查的工作日数 / working days to recheck within' })
  recheckWorkingDays: number;
  @ApiProperty({ type: [ChecklistItemDto], description: '检查项 / the items' }) items: ChecklistItemDto[];
  @ApiProperty({ type: String, format: 'date-time', description: '发布时间 / published' }) publishedAt: string;
}
