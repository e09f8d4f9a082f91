import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageChoice, SealedRequester } from './requester.js';

/** 诉求人, in a table of its own: it can be guarded and erased by itself. */
@Entity('requester')
export class RequesterEntity implements SealedRequester {
  @PrimaryColumn('uuid') requestId: string;
  @Column('text') name: string;
  @Column('text') nameMasked: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) phoneMasked: string | null;
  @Column('text', { nullable: true }) phoneIndex: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text') messages: MessageChoice;
}
