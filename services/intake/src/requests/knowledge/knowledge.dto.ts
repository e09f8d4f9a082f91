import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsAreaCode, IsOrganisationCode, PublicText, Words } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { KNOWLEDGE_AREA, KnowledgeQuestionInput } from '../../reference/knowledge-entry/knowledge-entry.dto.js';

/** 以答复起草: the question has to be put as anybody may ask it; category and answer are those of the request. */
export class MakeKnowledgeInput extends KnowledgeQuestionInput {
  @ApiProperty(KNOWLEDGE_AREA)
  @IsAreaCode()
  areaCode: string;

  @ApiPropertyOptional({
    type: String,
    example: '路灯由区城管执法局负责，接到反映后24小时内到场。',
    description: '另写的答复，不填则用公开答复 / another answer than the public one',
  })
  @IsOptional()
  @PublicText()
  @Words({ max: 2000 })
  answer?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'urban-management',
    description: '归属单位代码，不填为本单位 / the organisation that vouches for it, your own unless you name one',
  })
  @IsOptional()
  @IsOrganisationCode()
  organisationCode?: string;
}
