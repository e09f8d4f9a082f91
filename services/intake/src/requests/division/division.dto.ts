import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { REQUEST_KINDS, type RequestKind, URGENCIES, type Urgency } from '@zero-distance/contracts';
import { InternalText, IsAreaCode, IsCategoryCode, Line, NestedList, Words } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { MOST_PARTS } from '../../policy/policy.js';

/** 分项. */
export class PartInput {
  @ApiProperty({
    enum: REQUEST_KINDS,
    example: 'complaint',
    description: '诉求类型，可与原诉求不同 / what is asked; may differ from the whole',
  })
  @IsIn(REQUEST_KINDS)
  kind: RequestKind;

  @ApiProperty({ type: String, example: '010204', description: '6 位类别代码 / category code, see GET /categories' })
  @IsCategoryCode()
  categoryCode: string;

  @ApiPropertyOptional({ type: String, description: '区划代码；不填即原诉求的 / area code; that of the whole unless told' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiProperty({ type: String, example: '路灯不亮', description: '标题 / title' })
  @InternalText()
  @Line({ max: 100 })
  title: string;

  @ApiProperty({ type: String, example: '3号楼前路灯三天不亮。', description: '本分项的内容 / the matter of this part' })
  @InternalText()
  @Words({ max: 5000 })
  text: string;

  @ApiPropertyOptional({
    type: String,
    description: '事发地点；不填即原诉求的 / where the matter is; as in the whole unless told',
  })
  @InternalText()
  @IsOptional()
  @Line({ max: 200 })
  place?: string;

  @ApiPropertyOptional({ enum: URGENCIES, description: '紧急程度；不填即原诉求的 / how urgent; as the whole unless told' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;
}

/** 分办. */
export class DivideInput {
  @ApiProperty({
    type: [PartInput],
    description: '各分项；只有一项的，其类型须与原诉求不同 / the parts; a single one has to be of another kind than the whole',
  })
  @NestedList(() => PartInput, { min: 1, max: MOST_PARTS })
  parts: PartInput[];

  @ApiPropertyOptional({
    type: String,
    example: '来电人反映了三件事。',
    description: '分办原因，不含个人信息 / why, without personal data',
  })
  @InternalText()
  @IsOptional()
  @Words({ max: 200 })
  reason?: string;
}
