import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KNOCK_OUTCOMES, type KnockOutcome } from '@zero-distance/contracts';
import { ChangesQuery, Flag, IsAreaCode, Line, List, NestedList, OfRegister, Reference } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

/** 住户: one door. */
export class HouseholdInput {
  @ApiProperty({
    type: String,
    example: '230903011001',
    description: '所在网格；不知网格的填社区 / its grid, or the community where that is not known',
  })
  @IsAreaCode()
  areaCode: string;

  @ApiProperty({ type: String, example: '学府社区3号楼2单元501', description: '地址，加密保存 / address, kept sealed' })
  @Line({ max: 200 })
  address: string;

  @ApiPropertyOptional({ type: String, example: '3-2-501', description: '户编号，加密保存 / number of the household, kept sealed' })
  @IsOptional()
  @Reference({ max: 32 })
  householdNumber?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', example: [], description: '已登记居民的档案 / files of residents who live there' })
  @IsOptional()
  @List({ max: 12, unique: true })
  @IsUUID(undefined, { each: true })
  residentIds?: string[];
}

/** 加入名单. */
export class AddTargetsInput {
  @ApiProperty({ type: [HouseholdInput], description: '住户，一次最多五十户 / households, fifty at once' })
  @NestedList(() => HouseholdInput, { min: 1, max: 50 })
  households: HouseholdInput[];
}

/** 从居民档案加入. */
export class AddOfRegisterInput {
  @ApiPropertyOptional({
    type: String,
    example: '230903011001',
    description: '只加此网格的居民，不填为全社区 / residents of this grid alone; else of the community',
  })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** 名单户数. */
export class ListSizeDto {
  @ApiProperty({ type: 'integer', example: 60, description: '名单上的户数 / households on the list now' }) targets: number;
}

/** 已加入. */
export class AddedTargetsDto extends ListSizeDto {
  @ApiProperty({ type: 'integer', example: 50, description: '加入的户数 / households put on the list' }) added: number;
}

/** 已从居民档案加入. */
export class AddedOfRegisterDto extends AddedTargetsDto {
  @ApiProperty({ type: 'integer', example: 3, description: '没有住址、未加入的居民 / residents whose file says no address' })
  withoutAddress: number;
  @ApiProperty({ type: Boolean, example: false, description: '还有，请再次提交 / there are more: ask once more' }) more: boolean;
}

/** Which households of a round to list. */
export class RoundTargetQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '230903011001', description: '只列此网格 / in this grid' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ enum: KNOCK_OUTCOMES, description: '结果 / outcome' })
  @IsOptional()
  @IsIn(KNOCK_OUTCOMES)
  outcome?: KnockOutcome;

  @ApiPropertyOptional({ type: Boolean, description: 'true：待敲门的；false：已有结果的 / to be called on yet, or not any more' })
  @IsOptional()
  @Flag()
  toKnock?: boolean;
}

/** 敲门住户, without where it is and who lives there. */
export class RoundTargetDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ format: 'uuid', description: '敲门行动 / the round' }) roundId: string;
  @ApiProperty({ type: 'integer', example: 17, description: '户序号 / place on the list' }) number: number;
  @ApiProperty({ type: String, example: '230903011001', description: '网格或社区 / grid or community' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: [String], example: ['knock', 'reveal'], description: '您现在可以执行的操作 / what you may do now' })
  actions: string[];
  @ApiProperty({ type: 'integer', example: 2, description: '已登记居民数 / residents known to live there' }) residents: number;
  @ApiProperty({
    enum: KNOCK_OUTCOMES,
    nullable: true,
    type: String,
    example: 'not-home',
    description: '结果，以最后一次为准，见到一次即为见到 / outcome: of the last knock; met once is met',
  })
  outcome: KnockOutcome | null;
  @ApiProperty({ type: Boolean, example: true, description: '待敲门 / to be called on yet' }) toKnock: boolean;
  @ApiProperty({ type: 'integer', example: 1, description: '敲门次数 / knocks' }) knocks: number;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-11-23T04:00:00.000Z',
    description: '最后一次敲门 / last knock',
  })
  lastKnockAt: string | null;
}

/** 敲门住户, in plain. */
export class RevealedTargetDto {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ type: String, example: '学府社区3号楼2单元501', description: '地址 / address' }) address: string;
  @ApiProperty({ type: String, nullable: true, example: '3-2-501', description: '户编号 / number of the household' }) householdNumber:
    | string
    | null;
  @ApiProperty({ type: [String], format: 'uuid', description: '已登记居民的档案 / files of residents who live there' })
  residentIds: string[];
}
