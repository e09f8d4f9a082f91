import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CalendarDate, Code, InternalText, IsAreaCode, IsIdNumber, Line, List, Reference, Whole, Words } from '@zero-distance/platform';
import { IsPhone } from '@zero-distance/platform/phone-input';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../../reference/reference-code.js';
import { CONSENT_WAYS, type ConsentWay } from './resident.js';
import {
  DWELLINGS,
  type Dwelling,
  EDUCATIONS,
  type Education,
  ETHNIC_GROUPS,
  INFLOW_REASONS,
  type InflowReason,
  KINSHIPS,
  type Kinship,
  MARITAL_STATUSES,
  type MaritalStatus,
  SEXES,
  type Sex,
} from './resident-codes.js';
import { OPTIONAL_FIELDS, type OptionalField } from './resident-file.js';

const DAY = { type: String, format: 'date' } as const;

/** A line of a file, which is sealed with it. */
const FileLine =
  (max: number, example: string | undefined, description: string): PropertyDecorator =>
  (target, name) => {
    ApiPropertyOptional({ type: String, ...(example && { example }), description })(target, name as string);
    IsOptional()(target, name as string);
    Line({ max })(target, name as string);
  };

/** A code of a file. */
const FileCode =
  (codes: readonly string[], example: string, description: string): PropertyDecorator =>
  (target, name) => {
    ApiPropertyOptional({ type: String, enum: codes, example, description })(target, name as string);
    IsOptional()(target, name as string);
    IsIn(codes)(target, name as string);
  };

/** 档案内容: all of it is sealed as one, and shown to nobody who does not say what for. */
class FileInput {
  @FileLine(50, '张秀', '曾用名 / former name') formerName?: string;

  @ApiPropertyOptional({
    type: String,
    example: '999903195801015113',
    description: '公民身份号码；校验位须正确，一号一档 / identity number; one file each',
  })
  @IsOptional()
  @IsIdNumber()
  idNumber?: string;

  @ApiPropertyOptional({ type: String, example: '13800001234', description: '电话 / telephone' })
  @IsOptional()
  @IsPhone()
  phone?: string;

  @FileCode(SEXES, '1', '性别 (GB/T 2261.1)；有证件号码的可不填 / sex; as the identity number says where there is one') sex?: Sex;

  @ApiPropertyOptional({ ...DAY, example: '1958-01-01', description: '出生日期；有证件号码的可不填 / birthday; likewise' })
  @IsOptional()
  @CalendarDate()
  bornOn?: string;

  @FileCode(ETHNIC_GROUPS, '01', '民族 (GB/T 3304) / ethnic group') ethnicGroup?: string;
  @FileLine(100, '黑龙江七台河', '籍贯 / native place') nativePlace?: string;
  @FileCode(MARITAL_STATUSES, '30', '婚姻状况 (GB/T 2261.2) / marital status') maritalStatus?: MaritalStatus;
  @FileCode(EDUCATIONS, '70', '学历 (GB/T 4658) / education') education?: Education;
  @FileLine(50, '群众', '政治面貌 / political status') politicalStatus?: string;
  @FileLine(100, '退休', '职业 / occupation') occupation?: string;
  @FileLine(100, '某煤矿', '工作单位 / employer') employer?: string;
  @FileLine(200, '学府社区3号楼2单元501', '现住址 / address') address?: string;
  @FileLine(200, '桃山区学府街1号', '户籍地址 / registered address') registeredAddress?: string;

  @ApiPropertyOptional({ type: Boolean, example: true, description: '人户一致 / lives where registered' })
  @IsOptional()
  @IsBoolean()
  livesWhereRegistered?: boolean;

  @ApiPropertyOptional({ type: String, example: 'H-0301', description: '户编号 / number of the household' })
  @IsOptional()
  @Reference({ max: 50 })
  householdNumber?: string;

  @FileCode(KINSHIPS, '0', '与户主关系 (GB/T 4761) / relation to the head of the household') relationToHead?: Kinship;
  @FileCode(DWELLINGS, '01', '居住方式 (GB/T 31000) / kind of dwelling') dwelling?: Dwelling;
  @FileCode(INFLOW_REASONS, '06', '流入原因 (GB/T 31000) / why they came') inflowReason?: InflowReason;
  @FileLine(50, undefined, '残疾人证号 / number of the disability card') disabilityCard?: string;
  @FileLine(20, '肢体', '残疾类别，按证填写 / class, as on the card') disabilityClass?: string;
  @FileLine(20, '二级', '残疾等级，按证填写 / grade, as on the card') disabilityGrade?: string;
  @FileLine(50, undefined, '低保证号 / number of the minimum living allowance') allowanceNumber?: string;

  @ApiPropertyOptional({ type: 'integer', example: 620, description: '低保月金额（元） / allowance a month, in yuan' })
  @IsOptional()
  @Whole({ min: 0, max: 100_000 })
  allowanceYuan?: number;

  @FileLine(200, '一子在外地', '子女去向 / where the children are') childrenWhereabouts?: string;

  @ApiPropertyOptional({ type: String, example: '上下楼不便。', description: '困难和诉求 / difficulties and wants' })
  @IsOptional()
  @Words({ max: 1000 })
  difficulties?: string;
}

const NAME = { type: String, example: '张秀英', description: '姓名 / name' } as const;
const AREA = { type: String, example: '230903011001', description: '现住区划，可到网格 / where they live, down to the grid' } as const;

/** 登记居民. */
export class RegisterResidentInput extends FileInput {
  @ApiProperty(NAME)
  @Line({ max: 50 })
  name: string;

  @ApiProperty(AREA)
  @IsAreaCode()
  areaCode: string;

  @ApiPropertyOptional({ type: [String], example: ['elderly'], description: '所属群体，自今日起 / groups, from today on' })
  @IsOptional()
  @List({ max: 20 })
  @Code(REFERENCE_CODE, { each: true })
  groups?: string[];

  @ApiProperty({ ...DAY, example: '2026-11-01', description: '同意建档日期 / when they agreed to be registered' })
  @CalendarDate()
  consentOn: string;

  @ApiProperty({ enum: CONSENT_WAYS, example: 'written', description: '同意方式（书面、口头、网上） / how they agreed' })
  @IsIn(CONSENT_WAYS)
  consentWay: ConsentWay;
}

/** 更正居民档案: what is not named stays. */
export class CorrectResidentInput extends FileInput {
  @ApiPropertyOptional(NAME)
  @IsOptional()
  @Line({ max: 50 })
  name?: string;

  @ApiPropertyOptional(AREA)
  @IsOptional()
  @IsAreaCode({ retired: 'kept' })
  areaCode?: string;

  @ApiPropertyOptional({
    enum: OPTIONAL_FIELDS,
    isArray: true,
    example: ['employer'],
    description: '要删除的项目 / what is to be taken out',
  })
  @IsOptional()
  @List({ max: OPTIONAL_FIELDS.length })
  @IsIn(OPTIONAL_FIELDS, { each: true })
  leaveOut?: OptionalField[];

  @ApiProperty({ type: String, example: '本人告知已搬迁。', description: '更正依据 / why' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}
