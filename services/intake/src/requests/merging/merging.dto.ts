import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { URGENCIES, type Urgency } from '@zero-distance/contracts';
import { InternalText, Words } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

/** 并单. */
export class MergeInput {
  @ApiProperty({
    format: 'uuid',
    description: '主诉求：同一事项、您可以查看的另一件诉求 / the main request: another one of the same matter that you may see',
  })
  @IsUUID()
  mainRequestId: string;

  @ApiPropertyOptional({
    enum: URGENCIES,
    description:
      '重新判断后主诉求的紧急程度；本诉求比未答复的主诉求更紧急时必填 / how urgent the main request is judged to be now; needed where this one is more urgent than a main request without an answer',
  })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @ApiPropertyOptional({ type: String, example: '同一处水管爆裂。', description: '并单原因，不含个人信息 / why, without personal data' })
  @InternalText()
  @IsOptional()
  @Words({ max: 200 })
  reason?: string;
}

/** 拆单. */
export class SplitOffInput {
  @ApiProperty({ type: String, example: '不是同一处，须单独办理。', description: '拆单原因，不含个人信息 / why, without personal data' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}
