import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CORRECTABLE, type Correctable, URGENCIES, type Urgency } from '@zero-distance/contracts';
import { InternalText, IsAreaCode, IsCategoryCode, Line, Nested, PointDto, Words } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';

/** 更正: what is to stand there from now on; what is left out stays. */
export class CorrectInput {
  @ApiPropertyOptional({ type: String, example: '230903011002', description: '正确的区划代码 / the right area, within yours' })
  @IsOptional()
  @IsAreaCode({ retired: 'kept' })
  areaCode?: string;

  @ApiPropertyOptional({ type: String, example: '010204', description: '正确的 6 位类别代码 / the right category' })
  @IsOptional()
  @IsCategoryCode()
  categoryCode?: string;

  @ApiPropertyOptional({ enum: URGENCIES, description: '正确的紧急程度 / how urgent it is' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @ApiPropertyOptional({ type: String, example: '路灯不亮', description: '标题 / title' })
  @InternalText()
  @IsOptional()
  @Line({ max: 100 })
  title?: string;

  @ApiPropertyOptional({ type: String, example: '东山社区2号楼前', description: '事发地点 / where the matter is' })
  @InternalText()
  @IsOptional()
  @Line({ max: 200 })
  place?: string;

  @ApiPropertyOptional({ type: PointDto, description: '坐标，WGS84 GeoJSON / point' })
  @IsOptional()
  @Nested(() => PointDto)
  point?: PointDto;

  @ApiProperty({ type: String, example: '来电人说的是东山社区2号楼。', description: '更正原因，不含个人信息 / why, without personal data' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** What can be corrected, as it stood or stands. What was not corrected is null: `corrected` says which were. */
export class CorrectedFactsDto {
  @ApiProperty({ type: String, nullable: true, example: '230903011001', description: '区划代码 / area code' }) areaCode: string | null;
  @ApiProperty({ type: String, nullable: true, example: '010203', description: '类别代码 / category code' }) categoryCode: string | null;
  @ApiProperty({ type: String, enum: URGENCIES, nullable: true, description: '紧急程度 / how urgent' }) urgency: Urgency | null;
  @ApiProperty({ type: String, nullable: true, description: '标题 / title' }) title: string | null;
  @ApiProperty({ type: String, nullable: true, description: '事发地点 / where the matter is' }) place: string | null;
  @ApiProperty({ type: PointDto, nullable: true, description: '坐标 / point' }) point: PointDto | null;
}

/** 更正记录. */
export class CorrectionDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ format: 'date-time', description: '更正时间 / when' }) at: string;
  @ApiProperty({ type: String, description: '更正人 / who did it' }) actorId: string;
  @ApiProperty({ type: String, description: '原因 / why' }) reason: string;
  @ApiProperty({ enum: CORRECTABLE, isArray: true, description: '更正了什么；依法删除的内容不再列出 / what was corrected' })
  corrected: Correctable[];
  @ApiProperty({ type: CorrectedFactsDto, description: '更正前 / before' }) before: CorrectedFactsDto;
  @ApiProperty({ type: CorrectedFactsDto, description: '更正后 / after' }) after: CorrectedFactsDto;
}

/** 一件诉求的更正记录. */
export class CorrectionsDto {
  @ApiProperty({ type: [CorrectionDto], description: '由先到后 / oldest first' }) items: CorrectionDto[];
}
