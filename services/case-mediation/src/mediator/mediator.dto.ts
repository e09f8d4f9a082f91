import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CASE_TYPES, type CaseType } from '@zero-distance/contracts';
import { ChangesQuery, Code, IsAreaCode, Line, List, OfRegister, PublicText } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { MEDIATOR_CODE, QUALIFICATIONS, type Qualification } from './mediator.js';

/** The `{code}` of a mediator in an address. */
export class MediatorParams {
  @ApiProperty({ type: String, example: 'tj-011001-01', description: '调解员代码 / code of the mediator' })
  @Code(MEDIATOR_CODE)
  code: string;
}

/** 登记调解员. */
export class RegisterMediatorInput {
  @ApiProperty({ type: String, example: '王秀兰', description: '姓名（公示信息）/ name, posted in public' })
  @PublicText()
  @Line({ max: 40 })
  name: string;

  @ApiProperty({
    enum: QUALIFICATIONS,
    example: 'experienced',
    description: '类别（professional 专职，experienced 兼职：两委成员、新乡贤等） / qualification (professional or experienced)',
  })
  @IsIn(QUALIFICATIONS)
  qualification: Qualification;

  @ApiProperty({
    enum: CASE_TYPES,
    isArray: true,
    example: ['neighbours', 'marriage-family'],
    description: '擅长的纠纷类型 / types of dispute known best',
  })
  @List({ max: CASE_TYPES.length, unique: true })
  @IsIn(CASE_TYPES, { each: true })
  specialities: CaseType[];

  @ApiProperty({ type: String, example: '230903011001', description: '服务区域 / the area served' })
  @IsAreaCode({ retired: 'kept' })
  areaCode: string;

  @ApiProperty({ type: String, example: '学府社区人民调解委员会', description: '所属调解委员会 / committee' })
  @PublicText()
  @Line({ max: 100 })
  committee: string;

  @ApiPropertyOptional({
    format: 'uuid',
    example: '0190a5c0-7c1e-7000-8000-000000000012',
    description:
      '本人账号的编号（令牌的 sub），即成为调解员编号，登记后不变；不填则另编 / the account of the person (the `sub` of its tokens), which becomes the id and stays it; absent: another id',
  })
  @IsOptional()
  @IsUUID()
  accountId?: string;
}

/** 卸任. */
export class RetireMediatorInput {
  @ApiProperty({
    type: String,
    example: 'tj-011001-02',
    description: '接手人的代码，须在任 / code of who takes over, who must be in office',
  })
  @Code(MEDIATOR_CODE)
  successorMediator: string;
}

/** 人民调解员. */
export class MediatorDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: 'tj-011001-01', description: '调解员代码 / code of the mediator' }) code: string;
  @ApiProperty({ type: String, example: '王秀兰', description: '姓名 / name' }) name: string;
  @ApiProperty({
    enum: QUALIFICATIONS,
    description: '类别（professional 专职，experienced 兼职） / qualification (professional or experienced)',
  })
  qualification: Qualification;
  @ApiProperty({ enum: CASE_TYPES, isArray: true, description: '擅长的纠纷类型 / types of dispute known best' })
  specialities: readonly CaseType[];
  @ApiProperty({ type: String, example: '230903011001', description: '服务区域 / the area served' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, example: '学府社区人民调解委员会', description: '所属调解委员会 / committee' }) committee: string;
  @ApiProperty({ type: String, format: 'date-time', description: '登记时间 / registered' }) registeredAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '卸任时间，在任则为空 / since when no mediator any more' })
  retiredAt: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: '接手人 / who took over' }) successorMediator: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，同 ETag / version, as in the ETag' }) version: number;
}

/** What a list of mediators is cut by. */
export class MediatorQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '230903011001',
    description: '服务区域与此区划有交集的调解员：本级、下级，以及上级派驻 / mediators whose area lies in this one or holds it',
  })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ enum: CASE_TYPES, description: '擅长此类纠纷 / with this speciality' })
  @IsOptional()
  @IsIn(CASE_TYPES)
  caseType?: CaseType;
}
