export interface Callback {
  id: string;
  state: string;
  round: number;
  attempts: number;
  outcome: string | null;
  contacted: boolean | null;
  dueAt: string | null;
  overdue: boolean;
  version: number;
  actions: string[];
}
export interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}
export interface List<T> {
  items: T[];
  next?: string;
}
export const V1 = '/api/evaluation/v1';
export const RECORD = { contacted: true, solved: true, satisfaction: 'satisfied' };
