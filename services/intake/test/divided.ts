import { type Shown } from './fixture.js';

export interface Problem {
  code: string;
  errors?: { pointer?: string }[];
}
export interface Part extends Shown {
  parentId: string | null;
  kind: string;
  areaCode: string;
  round: number;
  confidential: boolean;
  complainedAbout: string[];
  redirectedTo: { number: string } | null;
}
export interface Detail extends Part {
  partCount: number;
  workOrderId: string | null;
}
export interface Told {
  aggregateId: string;
  data: Record<string, unknown>;
}
export const LAMP = { kind: 'complaint', categoryCode: '010203', title: '路灯不亮', text: '3号楼前路灯三天不亮。' };
export const WASTE = { kind: 'complaint', categoryCode: '010204', title: '垃圾未清运', text: '西门垃圾两天未清。' };
export const LEAK = { kind: 'dispute', categoryCode: '010203', title: '漏水赔偿', text: '楼上漏水，请求调解。' };
