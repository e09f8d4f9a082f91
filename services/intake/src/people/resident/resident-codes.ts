import { defineCodeTable } from '@zero-distance/kernel';

// The codes of a resident's file, as registers of the state have them.

/** 性别 (GB/T 2261.1). */
export const SEXES = ['0', '1', '2', '9'] as const;
export type Sex = (typeof SEXES)[number];

/** 婚姻状况 (GB/T 2261.2). */
export const MARITAL_STATUSES = ['10', '20', '21', '22', '23', '30', '40', '90'] as const;
export type MaritalStatus = (typeof MARITAL_STATUSES)[number];

/** 与户主关系 (GB/T 4761, of one figure). */
export const KINSHIPS = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const;
export type Kinship = (typeof KINSHIPS)[number];

/** 学历 (GB/T 4658), by its levels. */
export const EDUCATIONS = ['10', '20', '30', '40', '60', '70', '80', '90'] as const;
export type Education = (typeof EDUCATIONS)[number];

/** 居住方式 (GB/T 31000). */
export const DWELLINGS = ['01', '02', '03', '04', '05', '06', '07', '99'] as const;
export type Dwelling = (typeof DWELLINGS)[number];

/** 流入原因 (GB/T 31000). */
export const INFLOW_REASONS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '99'] as const;
export type InflowReason = (typeof INFLOW_REASONS)[number];

/** 民族 (GB/T 3304), in the order of their codes, with their names. */
const NAMES =
  '汉 Han,蒙古 Mongol,回 Hui,藏 Tibetan,维吾尔 Uyghur,苗 Miao,彝 Yi,壮 Zhuang,布依 Buyi,朝鲜 Korean,满 Manchu,侗 Dong,瑶 Yao,白 Bai,土家 Tujia,哈尼 Hani,' +
  '哈萨克 Kazak,傣 Dai,黎 Li,傈僳 Lisu,佤 Wa,畲 She,高山 Gaoshan,拉祜 Lahu,水 Sui,东乡 Dongxiang,纳西 Naxi,景颇 Jingpo,柯尔克孜 Kirgiz,土 Tu,达斡尔 Daur,' +
  '仫佬 Mulao,羌 Qiang,布朗 Blang,撒拉 Salar,毛南 Maonan,仡佬 Gelao,锡伯 Xibe,阿昌 Achang,普米 Pumi,塔吉克 Tajik,怒 Nu,乌孜别克 Uzbek,俄罗斯 Russian,' +
  '鄂温克 Ewenki,德昂 Deang,保安 Bonan,裕固 Yugur,京 Gin,塔塔尔 Tatar,独龙 Derung,鄂伦春 Oroqen,赫哲 Hezhen,门巴 Monba,珞巴 Lhoba,基诺 Jino';

/** What each is called, `汉族 / Han`, by its code of two figures. */
export const ETHNIC_GROUP_LABELS: Readonly<Record<string, `${string} / ${string}`>> = Object.fromEntries(
  NAMES.split(',').map((name, place) => {
    const [zh = '', en = ''] = name.split(' ');
    return [String(place + 1).padStart(2, '0'), `${zh}族 / ${en}`];
  }),
);
export const ETHNIC_GROUPS: readonly string[] = Object.keys(ETHNIC_GROUP_LABELS).toSorted();

/** What these codes are called. */
export const RESIDENT_CODE_TABLES = [
  defineCodeTable('sex', SEXES, { 0: '未知 / unknown', 1: '男 / male', 2: '女 / female', 9: '未说明 / not stated' }),
  defineCodeTable('ethnic-group', ETHNIC_GROUPS, ETHNIC_GROUP_LABELS),
  defineCodeTable('marital-status', MARITAL_STATUSES, {
    10: '未婚 / unmarried',
    20: '已婚 / married',
    21: '初婚 / married for the first time',
    22: '再婚 / married again',
    23: '复婚 / married again to the same',
    30: '丧偶 / widowed',
    40: '离婚 / divorced',
    90: '未说明 / not stated',
  }),
  defineCodeTable('education', EDUCATIONS, {
    10: '研究生 / postgraduate',
    20: '本科 / university',
    30: '专科 / college',
    40: '中职 / vocational school',
    60: '普高 / senior secondary',
    70: '初中 / junior secondary',
    80: '小学 / primary',
    90: '其他 / other',
  }),
  defineCodeTable('kinship', KINSHIPS, {
    0: '本人或户主 / the person, or the head',
    1: '配偶 / spouse',
    2: '子 / son',
    3: '女 / daughter',
    4: '孙子女 / grandchild',
    5: '父母 / parent',
    6: '祖父母 / grandparent',
    7: '兄弟姐妹 / brother or sister',
    8: '其他 / other',
  }),
  defineCodeTable('dwelling', DWELLINGS, {
    '01': '自购 / owned',
    '02': '租赁 / rented',
    '03': '寄宿 / lodging',
    '04': '借住 / lent',
    '05': '单位宿舍 / dormitory of the employer',
    '06': '临时宿舍 / temporary dormitory',
    '07': '农民工公寓 / flats for migrant workers',
    99: '其他 / other',
  }),
  defineCodeTable('inflow-reason', INFLOW_REASONS, {
    '01': '务工 / work',
    '02': '务农 / farming',
    '03': '经商 / trade',
    '04': '学习 / study',
    '05': '婚嫁 / marriage',
    '06': '随迁 / with the family',
    '07': '治病 / treatment',
    '08': '投亲 / to relatives',
    '09': '调动 / transfer',
    99: '其他 / other',
  }),
];
