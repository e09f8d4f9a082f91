import { ApiProperty } from '@nestjs/swagger';
import type { Dwelling, Education, InflowReason, Kinship, MaritalStatus, Sex } from './resident-codes.js';
import type { ResidentFile } from './resident-file.js';

/** A field that may not be known. */
const Known = (description: string, type: unknown = String): PropertyDecorator =>
  ApiProperty({ type: type as never, nullable: true, description });

/** 居民档案, in plain. What is not known is null. */
export class RevealedFileDto implements Record<keyof ResidentFile, unknown> {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ type: String, example: '张秀英', description: '姓名 / name' }) name: string;
  @Known('曾用名 / former name') formerName: string | null;
  @Known('公民身份号码 / identity number') idNumber: string | null;
  @Known('电话 / telephone') phone: string | null;
  @Known('性别 (GB/T 2261.1) / sex') sex: Sex | null;
  @Known('出生日期 / birthday') bornOn: string | null;
  @Known('民族 (GB/T 3304) / ethnic group') ethnicGroup: string | null;
  @Known('籍贯 / native place') nativePlace: string | null;
  @Known('婚姻状况 (GB/T 2261.2) / marital status') maritalStatus: MaritalStatus | null;
  @Known('学历 (GB/T 4658) / education') education: Education | null;
  @Known('政治面貌 / political status') politicalStatus: string | null;
  @Known('职业 / occupation') occupation: string | null;
  @Known('工作单位 / employer') employer: string | null;
  @Known('现住址 / where they live') address: string | null;
  @Known('户籍地址 / where they are registered') registeredAddress: string | null;
  @Known('人户一致 / lives where registered', Boolean) livesWhereRegistered: boolean | null;
  @Known('户编号 / number of the household') householdNumber: string | null;
  @Known('与户主关系 (GB/T 4761) / relation to the head of the household') relationToHead: Kinship | null;
  @Known('居住方式 (GB/T 31000) / kind of dwelling') dwelling: Dwelling | null;
  @Known('流入原因 (GB/T 31000) / why they came') inflowReason: InflowReason | null;
  @Known('残疾人证号 / number of the disability card') disabilityCard: string | null;
  @Known('残疾类别 / its class') disabilityClass: string | null;
  @Known('残疾等级 / its grade') disabilityGrade: string | null;
  @Known('低保证号 / number of the minimum living allowance') allowanceNumber: string | null;
  @Known('低保月金额（元）/ allowance a month, in yuan', 'integer') allowanceYuan: number | null;
  @Known('子女去向 / where the children are') childrenWhereabouts: string | null;
  @Known('困难和诉求 / difficulties and wants') difficulties: string | null;
}
