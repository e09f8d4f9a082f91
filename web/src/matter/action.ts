import type { Services } from '../api/services';
import type { Choice, Registers } from '../desk/registers';

/** One thing that is asked for in a form. Its name is its place in the body, so that what is refused is shown at it. */
export interface Field {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: 'line' | 'words' | 'choice' | 'date' | 'number' | 'photos';
  readonly required?: boolean;
  readonly max?: number;
  readonly choices?: (registers: Registers) => readonly Choice[];
  readonly initial?: string | number;
  /** Both languages: what it is for. */
  readonly hint?: readonly [zh: string, en: string];
}

/** What was filled in, without what was left empty; photos as the ids of what was sent. */
export type Values = Readonly<Record<string, unknown>>;

/** Where it goes: of which version, and under which key, so that sent twice it is done once. */
export interface Target {
  readonly services: Services;
  readonly params: {
    readonly path: { readonly id: string };
    readonly header: { readonly 'If-Match': string; readonly 'Idempotency-Key': string };
  };
}

/** 操作: one action of the list that an answer gives, with its form. */
export interface Action {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly fields: readonly Field[];
  /** To whom photos are sent. */
  readonly photosTo?: 'intake' | 'dispatch';
  readonly isGrave?: boolean;
  readonly send: (target: Target, values: Values) => Promise<{ readonly error?: unknown; readonly response: Response }>;
}

export const words = (name: string, zh: string, en: string, max: number, more: Partial<Field> = {}): Field => ({
  name,
  zh,
  en,
  kind: 'words',
  required: true,
  max,
  ...more,
});

export const choice = (name: string, zh: string, en: string, choices: Field['choices'], more: Partial<Field> = {}): Field => ({
  name,
  zh,
  en,
  kind: 'choice',
  required: true,
  choices,
  ...more,
});

export const PHOTOS: Field = { name: 'files', zh: '照片和文件', en: 'Photos and documents', kind: 'photos' };

/** Said where the text is refused when it holds personal data. */
export const FOR_THE_PUBLIC = ['按可公开的文字书写，不得含个人信息', 'Worded for anybody to read: no personal data'] as const;
