import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RESIDENT_LEAVINGS, type ResidentLeaving } from '@zero-distance/contracts';
import {
  CalendarDate,
  ChangesQuery,
  Code,
  HistoryOf,
  InternalText,
  IsAreaCode,
  IsIdNumber,
  OfRegister,
  Words,
} from '@zero-distance/platform';
import { IsPhone } from '@zero-distance/platform/phone-input';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { REFERENCE_CODE } from '../../reference/reference-code.js';
import { MEMBERSHIP_SOURCES, type MembershipSource } from '../resident-group/resident-group.js';
import { CONSENT_WAYS, type ConsentWay } from './resident.js';
import { RESIDENT_STATES, type ResidentState } from './resident.transitions.js';

const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;
const DAY = { type: String, format: 'date', example: '2026-11-01' } as const;

/** Whose file: in the body, so that no log sees it. */
export class FindResidentInput {
  @ApiPropertyOptional({ type: String, example: '999903195801015113', description: '公民身份号码 / identity number' })
  @IsOptional()
  @IsIdNumber()
  idNumber?: string;

  @ApiPropertyOptional({ type: String, example: '13800001234', description: '电话 / telephone' })
  @IsOptional()
  @IsPhone()
  phone?: string;
}

/** 纳入群体. */
export class JoinGroupInput {
  @ApiProperty({ type: String, example: 'elderly', description: '群体编码 / code of the group' })
  @Code(REFERENCE_CODE)
  group: string;

  @ApiPropertyOptional({ ...DAY, description: '自何日起，不填为今日 / from which day on; today, unless told' })
  @IsOptional()
  @CalendarDate()
  since?: string;

  @ApiProperty({
    enum: MEMBERSHIP_SOURCES,
    example: 'document',
    description: '依据：declared 本人申报，document 证件，visit 走访，department 部门数据 / by what it is known',
  })
  @IsIn(MEMBERSHIP_SOURCES)
  source: MembershipSource;
}

/** 退出群体. */
export class LeaveGroupInput {
  @ApiProperty({ type: String, example: 'elderly', description: '群体编码 / code of the group' })
  @Code(REFERENCE_CODE)
  group: string;

  @ApiProperty({ type: String, example: '已就业。', description: '原因 / why' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 迁出或去世. */
export class LeaveInput {
  @ApiProperty({ enum: RESIDENT_LEAVINGS, example: 'moved', description: 'moved 迁出，died 去世 / moved away, or died' })
  @IsIn(RESIDENT_LEAVINGS)
  leaving: ResidentLeaving;
}

/** 合并重复档案. */
export class MergeResidentInput {
  @ApiProperty({ type: String, format: 'uuid', description: '保留的档案 / the file that goes on' })
  @IsUUID()
  mainResidentId: string;
}

/** Which residents to list; what is asked for together is narrowed together. */
export class ResidentQuery extends ChangesQuery {
  @ApiPropertyOptional({ enum: RESIDENT_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(RESIDENT_STATES)
  state?: ResidentState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ type: String, example: 'elderly', description: '只列此群体 / of this group' })
  @IsOptional()
  @Code(REFERENCE_CODE)
  group?: string;
}

/** 村居民, masked. */
export class ResidentDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: RESIDENT_STATES, example: 'registered', description: '状态 / state' }) state: ResidentState;
  @ApiProperty({ type: [String], example: ['correct', 'join-group'], description: '您现在可以执行的操作 / what you may do now' })
  actions: string[];
  @ApiProperty({ type: String, example: '230903011001', description: '现住区划 / where they live' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ type: String, nullable: true, example: '张*', description: '姓名（脱敏） / name, masked' }) name: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '999***********5113',
    description: '公民身份号码（脱敏） / identity number, masked',
  })
  idNumber: string | null;
  @ApiProperty({ type: String, nullable: true, example: '138****1234', description: '电话（脱敏） / telephone, masked' })
  phone: string | null;
  @ApiProperty({ type: [String], example: ['elderly'], description: '所属群体 / groups' }) groups: string[];
  @ApiProperty({ ...DAY, description: '同意建档日期 / agreed to be registered on' }) consentOn: string;
  @ApiProperty({ enum: CONSENT_WAYS, description: '同意方式 / how they agreed' }) consentWay: ConsentWay;
  @ApiProperty({ ...TIME, description: '登记时间 / registered' }) registeredAt: string;
  @ApiProperty({ ...TIME, description: '最近核实时间 / when somebody made sure last' }) checkedAt: string;
  @ApiProperty({ enum: RESIDENT_LEAVINGS, nullable: true, type: String, description: '离开原因 / why they are here no more' })
  leaving: ResidentLeaving | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '并入的档案 / the file that goes on' })
  mainResidentId: string | null;
}

/** 所属群体, with its days. */
export class GroupMembershipDto {
  @ApiProperty({ type: String, example: 'elderly', description: '群体编码 / code of the group' }) group: string;
  @ApiProperty({ ...DAY, description: '自何日起 / from this day on' }) since: string;
  @ApiProperty({ ...DAY, nullable: true, description: '至何日止（不含）/ until this day, which is not in it' }) until: string | null;
  @ApiProperty({ enum: MEMBERSHIP_SOURCES, description: '依据 / by what it is known' }) source: MembershipSource;
}

/** 处理记录: one line of the history. */
export class ResidentHistoryDto extends HistoryOf(RESIDENT_STATES, { example: 'correct' }) {}

/** 居民详情: with their groups and what was done with the file. */
export class ResidentDetailDto extends ResidentDto {
  @ApiProperty({ type: [GroupMembershipDto], description: '所属群体及起止日期 / groups, with their days' })
  memberships: GroupMembershipDto[];
  @ApiProperty({ type: [ResidentHistoryDto], description: '处理记录 / history' }) history: ResidentHistoryDto[];
}
