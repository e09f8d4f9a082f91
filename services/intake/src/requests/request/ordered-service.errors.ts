import { defineErrors } from '@zero-distance/kernel';

/** The refusal of a service order that names no item. */
export const refuseService = defineErrors(
  'intake',
  {},
  {
    'request.service_by_menu': {
      status: 422,
      zh: '点单须按服务清单办理：请在居民档案中选择事项，用 POST /service-orders 下单；不属清单事项的，请改选其他诉求类型（如求助 help）。',
      en: 'A service is ordered by the catalogue: choose the item at the file of the resident and place it with POST /service-orders; what is on no list is a request of another kind, as help.',
    },
  },
);
