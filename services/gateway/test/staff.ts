import { type HttpClient } from '@zero-distance/testing';

export const PATH = '/api/gateway/v1/notifications';
export const COMMUNITY = '230903011001';
export const SCOPES = ['gateway:listen', 'dispatch:read', 'intake:read'];
export interface Told {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly matterNumber: string | null;
  readonly readAt: string | null;
}
export interface Person {
  readonly id: string;
  readonly client: HttpClient;
}
