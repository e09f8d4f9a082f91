import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099', code: 'nuanfeng-01', facility: 'microwave', facilities: 'water, microwave' };

/** The refusals about facility faults. */
export const refuseFault = defineErrors('intake', EXAMPLES, {
  'facility_fault.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的设施故障，或不在您的管辖范围内。',
    en: 'There is no facility fault {id} within what you may see.',
  },
  'facility_fault.not_there': {
    status: 422,
    zh: '阵地 {code} 没有登记设施 {facility}；登记的有：{facilities}。请选择其中一项。',
    en: 'The service point {code} is not registered with {facility}, only with {facilities}: choose one of them.',
  },
  'facility_fault.being_repaired': {
    status: 409,
    zh: '阵地 {code} 的 {facility} 已在维修（故障 {id}），不必再报。',
    en: 'The {facility} of service point {code} is being repaired already (fault {id}): there is nothing to report.',
  },
  'facility_fault.finding_wanted': {
    status: 422,
    zh: '上报人写了情况说明，维修单位看不到：请在核实情况（finding）中用自己的话写明毛病，不含个人信息。',
    en: 'Whoever reported it wrote something, which those who mend it do not see: say in words of your own what you found (finding), without personal data.',
  },
  'facility_fault.nobody_runs_it': {
    status: 409,
    zh: '阵地 {code} 的运营单位尚未传到本服务，请稍后再报。',
    en: 'Who runs the service point {code} is not known here yet: report it again in a moment.',
  },
});
