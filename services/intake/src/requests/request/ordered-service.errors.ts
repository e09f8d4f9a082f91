import { defineErrors } from '@zero-distance/kernel';

/** The refusals about requests for a service. */
export const refuseService = defineErrors(
  'intake',
  { number: '230903-20261129-000001' },
  {
    'request.service_by_menu': {
      status: 422,
      zh: '点单须按服务清单办理：请在居民档案中选择事项，用 POST /service-orders 下单；不属清单事项的，请改选其他诉求类型（如求助 help）。',
      en: 'A service is ordered by the catalogue: choose the item at the file of the resident and place it with POST /service-orders; what is on no list is a request of another kind, as help.',
    },
    'request.main_is_for_other_service': {
      status: 409,
      zh: '点单只能并入同一居民同一事项、希望时段相合的点单，其他诉求也不能并入点单：主诉求 {number} 的答复不等于已为其提供服务。请单独办理。',
      en: 'A service is only merged into an order of the same item for the same resident at a time that both want, and nothing else into an order: the answer of the main request {number} serves nobody else. Handle this one by itself.',
    },
    'request.service_is_provided': {
      status: 409,
      zh: '点单由承办单位提供服务并答复，不能当场答复、不予受理、转紧急电话或分办，也不能改类别和标题：居民不再需要的，用 withdraw 撤回后重新点单；承办单位确不能提供的，请调度员终止工单（terminate）。',
      en: 'A service that was ordered is provided and answered by its provider: it is neither answered on the spot, declined, redirected or divided, nor are category and title corrected. Withdraw it (withdraw) if the resident wants it no more, and order another; where the provider cannot, ask a dispatcher to terminate the order.',
    },
    'request.service_of_one_resident': {
      status: 409,
      zh: '诉求 {number} 是某居民的点单，其答复说明为谁提供了什么服务，随手拍不能并入：请登记为诉求，或并入其他诉求。',
      en: 'The request {number} is a service ordered for one resident, and its answer says what was done for whom: no snapshot report is added to it. Register the report, or add it to another request.',
    },
  },
);
