import { defineCodeTable } from '@zero-distance/kernel';
import { FACILITY_FAULT_STATES } from './facility-fault.transitions.js';

/** The words of faults of facilities, with their names. */
export const FACILITY_FAULT_CODE_TABLES = [
  defineCodeTable('facility-fault-state', FACILITY_FAULT_STATES, {
    reported: '已报待核实 / reported, to be looked at',
    repairing: '维修中 / being repaired',
    repaired: '已修复 / repaired',
    dismissed: '不属实 / not so',
  }),
];
