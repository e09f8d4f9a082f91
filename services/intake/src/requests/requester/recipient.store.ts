import type { Recipient } from '@zero-distance/notification';
import type { ReadTx } from '@zero-distance/persistence';
import type { KeyRing } from '@zero-distance/personal-data';
import { maskPhone, readPhone } from '@zero-distance/personal-data/phones';
import { RequesterEntity } from './requester.entity.js';
import { isWrittenTo, openRequester } from './requester.js';

type Found = RequesterEntity & { readonly number: string; readonly confidential: boolean };

/** 收件人: who is written to about a request, asked at the moment of sending. */
export async function recipientOf(tx: ReadTx, requestId: string, ring: KeyRing): Promise<Omit<Recipient, 'link'> | undefined> {
  const sql = `${tx.select(RequesterEntity, 't', 'q.number, q.confidential')} join request q on q.id = t.request_id where t.request_id = $1`;
  const [row] = await tx.query<Found & Record<string, unknown>>(sql, [requestId]);
  if (!row || row.messages === 'none' || !isWrittenTo(row, row.confidential)) return undefined;
  const phone = readPhone(openRequester(row, ring).phone as string);
  return { to: phone.dialled, phoneKind: phone.kind, masked: maskPhone(phone), language: row.messages, matterNumber: row.number };
}
