import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FileIds } from '@zero-distance/files';
import { Instant, Line, PublicText, Words } from '@zero-distance/platform';
import { IsBoolean, IsOptional } from 'class-validator';

/** A session that was held. */
export class HoldSessionInput {
  @ApiProperty({ type: String, format: 'date-time', example: '2026-01-15T09:30:00+08:00', description: '调解会时间 / when it was held' })
  @Instant()
  heldAt: string;

  @ApiProperty({ type: String, example: '学府社区调解室', description: '地点 / where' })
  @PublicText()
  @Line({ max: 200 })
  place: string;

  @ApiPropertyOptional({
    type: String,
    example: '双方就噪声时段各自陈述，约定再次协商。',
    description: '调解笔录，保密；不得含个人信息 / minutes, confidential, without personal data',
  })
  @PublicText()
  @IsOptional()
  @Words({ max: 20_000 })
  minutes?: string;

  /** 调解笔录的签字件 */
  @FileIds()
  files?: string[];

  @ApiPropertyOptional({ type: Boolean, description: '期限届满后各方当事人共同要求延期 / all parties asked to go on past the limit' })
  @IsOptional()
  @IsBoolean()
  extensionAskedByAll?: boolean;
}

/** 调解会. */
export class SessionDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ format: 'date-time', description: '调解会时间 / when it was held' }) heldAt: string;
  @ApiProperty({ type: String, description: '地点 / where' }) place: string;
  @ApiProperty({ type: String, nullable: true, description: '调解笔录，保密 / minutes, confidential' }) minutes: string | null;
  @ApiProperty({ type: Boolean, description: '各方共同要求延期 / all parties asked to go on' }) extensionAskedByAll: boolean;
  @ApiProperty({ format: 'date-time', description: '登记时间 / recorded' }) recordedAt: string;
}
