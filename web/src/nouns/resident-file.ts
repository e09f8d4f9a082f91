import { choice, date, line, number, words, yesNo } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import type { Fact, Registers } from '../desk/registers';

const ofTable = (table: string) => (registers: Registers) => registers.words(table);
const OPTIONAL = { required: false } as const;

/** 档案内容 besides the name: what a form asks for, and what is shown of it for a purpose. */
export const FILE_FIELDS = [
  line('idNumber', '公民身份号码', 'Identity number', { max: 18 }),
  line('phone', '电话', 'Telephone', { max: 20 }),
  line('address', '现住址', 'Address', { max: 200 }),
  choice('sex', '性别', 'Sex', ofTable('sex'), {
    ...OPTIONAL,
    hint: ['有证件号码的可不填', 'As the identity number says, where there is one'],
  }),
  date('bornOn', '出生日期', 'Birthday', OPTIONAL),
  line('formerName', '曾用名', 'Former name', { max: 50 }),
  choice('ethnicGroup', '民族', 'Ethnic group', ofTable('ethnic-group'), OPTIONAL),
  line('nativePlace', '籍贯', 'Native place'),
  choice('maritalStatus', '婚姻状况', 'Marital status', ofTable('marital-status'), OPTIONAL),
  choice('education', '学历', 'Education', ofTable('education'), OPTIONAL),
  line('politicalStatus', '政治面貌', 'Political status', { max: 50 }),
  line('occupation', '职业', 'Occupation'),
  line('employer', '工作单位', 'Employer'),
  line('registeredAddress', '户籍地址', 'Where they are registered', { max: 200 }),
  yesNo('livesWhereRegistered', '人户一致', 'Lives where registered', OPTIONAL),
  line('householdNumber', '户编号', 'Number of the household', { max: 50 }),
  choice('relationToHead', '与户主关系', 'Relation to the head', ofTable('kinship'), OPTIONAL),
  choice('dwelling', '居住方式', 'Dwelling', ofTable('dwelling'), OPTIONAL),
  choice('inflowReason', '流入原因', 'Why they came', ofTable('inflow-reason'), OPTIONAL),
  line('disabilityCard', '残疾人证号', 'Disability card', { max: 50 }),
  line('disabilityClass', '残疾类别', 'Class of disability', { max: 20 }),
  line('disabilityGrade', '残疾等级', 'Grade of disability', { max: 20 }),
  line('allowanceNumber', '低保证号', 'Number of the allowance', { max: 50 }),
  number('allowanceYuan', '低保月金额（元）', 'Allowance a month, in yuan', { ...OPTIONAL, min: 0, max: 100_000 }),
  line('childrenWhereabouts', '子女去向', 'Where the children are', { max: 200 }),
  words('difficulties', '困难和诉求', 'Difficulties and wants', 1000, OPTIONAL),
] as const;

/** 居民档案, in plain. */
export const factsOfFile = (file: IntakeSchemas['RevealedFileDto'], registers: Registers): readonly Fact[] => [
  ['姓名', 'Name', file.name],
  ...FILE_FIELDS.map((field): Fact => [field.zh, field.en, wordOf(file[field.name], field, registers)]),
];

function wordOf(
  value: string | number | boolean | null,
  field: (typeof FILE_FIELDS)[number],
  registers: Registers,
): string | number | null {
  if (typeof value === 'boolean') return value ? registers.both('是', 'yes') : registers.both('否', 'no');
  return field.choices?.(registers).find((one) => one.value === value)?.label ?? value;
}
