import { choice, choices, date, line, number, putting, several, yesNo } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { choicesOf } from '../desk/registers';
import { AREA } from '../matter/request-actions';
import { POINT_USE, RECORD_USE } from '../nouns/point-use';
import { register, typed } from './register';

const PUT = putting('/api/intake/v1/service-points/{code}', '登记阵地', 'Register a service point', [
  choice('kind', '类别', 'Kind', (registers) => registers.words('service-point-kind'), { initial: 'warm-bee-station' }),
  line('name', '名称', 'Name', { required: true }),
  { ...AREA, zh: '所在区划', en: 'Area' },
  line('address', '地址', 'Address', { required: true, max: 200 }),
  number('longitude', '经度（WGS84）', 'Longitude (WGS84)', { min: -180, max: 180 }),
  number('latitude', '纬度（WGS84）', 'Latitude (WGS84)', { min: -90, max: 90 }),
  choices('facilities', '设施', 'Facilities', (registers) => registers.words('facility')),
  choices('standards', '“六有”', 'Standards it meets', (registers) => registers.words('station-standard')),
  several('hours', '开放时间', 'Opening hours', {
    required: true,
    max: 14,
    hint: ['如 1-5 08:30-11:30 13:30-17:00，1 为星期一', 'As in 1-5 08:30-11:30 13:30-17:00; 1 is Monday'],
  }),
  yesNo('closedOnHolidays', '法定节假日休息', 'Closed on public holidays'),
  number('bays', '车位', 'Parking bays', { min: 0, max: 1000 }),
  yesNo('ofUnion', '工会驿站', 'A station of the union'),
  choice('operatorOrganisation', '运营单位', 'Who runs it', ({ organisations }) => choicesOf(organisations)),
  choice('faultCategoryCode', '故障归入的类别', 'Category of its faults', ({ categories }) => choicesOf(categories)),
  line('phone', '公示的电话', 'The line that is posted', { max: 20 }),
  date('retiredOn', '停用日期', 'There no more from', { required: false }),
  line('successorCode', '接替的阵地代码', 'Code of the one that replaces it', { max: 64 }),
]);

/** 阵地: where people are served or may rest, and how often they do. */
export const SERVICE_POINTS = register<IntakeSchemas['ServicePointDto']>({
  name: 'service-points',
  zh: '阵地',
  en: 'Service points',
  service: 'intake',
  path: '/api/intake/v1/service-points',
  readers: ['window-clerk', 'grid-worker', 'intake-clerk', 'leader', 'administrator'],
  codes: 'point',
  put: PUT,
  beside: { noun: POINT_USE, by: 'servicePointCode', action: RECORD_USE },
  show: (row, registers) => ({
    code: row.code,
    version: row.version,
    title: row.name,
    facts: [
      ['代码', 'Code', row.code],
      ['类别', 'Kind', registers.word('service-point-kind', row.kind)],
      ['区划', 'Area', registers.area(row.areaCode)],
      ['地址', 'Address', row.address],
      ['开放时间', 'Open', row.hours.join('; ')],
      ['设施', 'Facilities', row.facilities.map((one) => registers.word('facility', one)).join('、')],
      ['电话', 'Telephone', row.phone],
      ['车位（空余/全部）', 'Bays (free/all)', `${row.freeBays ?? '–'}/${row.bays}`],
      ['运营单位', 'Who runs it', registers.organisationOf(row.operatorOrganisation)],
      ['停用日期', 'There no more from', row.retiredOn && { at: row.retiredOn }],
      ['接替的阵地', 'Replaced by', row.successorCode],
    ],
    known: { ...row },
    isMasked: false,
    isOver: row.retiredOn !== null && row.retiredOn <= typed(new Date().toISOString()).slice(0, 10),
  }),
});
