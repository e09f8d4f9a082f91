import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FACILITIES, type Facility } from '@zero-distance/contracts';
import { ChangesQuery, Code, Flag, HistoryOf, IsAreaCode, Line, OfRegister, PublicText } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../../reference/reference-code.js';
import { FACILITY_FAULT_STATES, type FacilityFaultState } from './facility-fault.transitions.js';

const TIME = { type: String, format: 'date-time' } as const;

/** 上报故障: what is broken. Who reports it is asked nothing. */
export class ReportFaultInput {
  @ApiProperty({ enum: FACILITIES, example: 'microwave', description: '哪项设施 / what is broken' })
  @IsIn(FACILITIES)
  facility: Facility;

  @ApiPropertyOptional({
    type: String,
    example: '微波炉不加热。',
    description: '什么毛病，可不写 / what is wrong with it, if there is more to say',
  })
  @PublicText()
  @IsOptional()
  @Line({ max: 200 })
  note?: string;
}

/** 核实属实: what somebody of the staff found. */
export class ConfirmFaultInput {
  @ApiPropertyOptional({
    type: String,
    example: '微波炉不加热。',
    description: '核实情况，维修单位可见，不得含个人信息 / what was found, for whoever mends it: no personal data',
  })
  @PublicText()
  @IsOptional()
  @Line({ max: 200 })
  finding?: string;
}

/** 工作人员上报: what they found broken, and at which service point. */
export class RecordFaultInput extends ConfirmFaultInput {
  @ApiProperty({ enum: FACILITIES, example: 'microwave', description: '哪项设施 / what is broken' })
  @IsIn(FACILITIES)
  facility: Facility;

  @ApiProperty({ type: String, example: 'nuanfeng-01', description: '阵地代码 / code of the service point' })
  @Code(REFERENCE_CODE)
  servicePointCode: string;
}

/** 回执: what is known of what was reported. */
export class FaultReceiptDto {
  @ApiProperty({ type: String, example: 'nuanfeng-01', description: '阵地代码 / the service point' }) servicePointCode: string;
  @ApiProperty({ enum: FACILITIES, example: 'microwave', description: '设施 / what is broken' }) facility: Facility;
  @ApiProperty({ enum: FACILITY_FAULT_STATES, example: 'reported', description: '状态 / state' }) state: FacilityFaultState;
  @ApiProperty({ type: Boolean, example: false, description: '此前已有人上报 / somebody had reported it already' }) knownAlready: boolean;
  @ApiProperty({ ...TIME, description: '首次上报时间 / when it was reported first' }) reportedAt: string;
}

/** Which facility faults to list; what is asked for together is narrowed together. */
export class FacilityFaultQuery extends ChangesQuery {
  @ApiPropertyOptional({ enum: FACILITY_FAULT_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(FACILITY_FAULT_STATES)
  state?: FacilityFaultState;

  @ApiPropertyOptional({ type: String, example: 'nuanfeng-01', description: '只列此阵地的 / of this service point' })
  @IsOptional()
  @Code(REFERENCE_CODE)
  servicePointCode?: string;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列超时未核实的；false：只列待核实且未超时的 / true: only those that nobody has looked at in time; false: those that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;
}

/** 设施故障 */
export class FacilityFaultDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: FACILITY_FAULT_STATES, example: 'reported', description: '状态 / state' }) state: FacilityFaultState;
  @ApiProperty({ type: [String], example: ['confirm'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ type: String, example: 'nuanfeng-01', description: '阵地代码 / the service point' }) servicePointCode: string;
  @ApiProperty({ type: String, example: '学府街暖蜂驿站', description: '阵地名称 / what it is called' }) name: string;
  @ApiProperty({ type: String, example: '学府街12号', description: '地址 / where it is' }) place: string;
  @ApiProperty({ enum: FACILITIES, example: 'microwave', description: '设施 / what is broken' }) facility: Facility;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '微波炉不加热。',
    description: '上报人所述，仅核实人员可见，结束后清除 / what whoever reported it says: for those who look, and gone once it is over',
  })
  note: string | null;
  @ApiProperty({ type: String, nullable: true, example: '微波炉不加热。', description: '核实情况 / what the staff found' }) finding:
    | string
    | null;
  @ApiProperty({ type: String, example: '230903011001', description: '所在区划 / area' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ type: String, example: '010203', description: '类别代码 / category' }) @OfRegister('category') categoryCode: string;
  @ApiProperty({ type: String, format: 'uuid', description: '维修单位 / who mends it' }) organisationId: string;
  @ApiProperty({ ...TIME, description: '上报时间 / reported' }) reportedAt: string;
  @ApiProperty({ ...TIME, description: '核实期限 / to be looked at by' }) dueAt: string;
  @ApiProperty({ type: Boolean, description: '是否超时未核实 / nobody has looked at it in time' }) overdue: boolean;
  @ApiProperty({ ...TIME, nullable: true, description: '修复或判定不属实的时间 / when it was repaired or found not to be so' }) endedAt:
    | string
    | null;
}

/** 处理记录: one line of the history. */
export class FacilityFaultHistoryDto extends HistoryOf(FACILITY_FAULT_STATES, { example: 'confirm' }) {}

/** 设施故障详情: with what was done about it. */
export class FacilityFaultDetailDto extends FacilityFaultDto {
  @ApiProperty({ type: [FacilityFaultHistoryDto], description: '处理记录 / history' }) history: FacilityFaultHistoryDto[];
}
