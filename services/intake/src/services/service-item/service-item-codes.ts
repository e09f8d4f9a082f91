import { defineCodeTable } from '@zero-distance/kernel';
import { SERVICE_GROUPS } from './service-item.js';

/** The words of the catalogue, with their names. */
export const SERVICE_ITEM_CODE_TABLES = [
  defineCodeTable('service-group', SERVICE_GROUPS, {
    'high-frequency': '高频事项 / frequent matters',
    elderly: '老年服务 / for the elderly',
    disabled: '残障服务 / for the disabled',
    'five-deliveries': '五送 / five deliveries',
  }),
];
