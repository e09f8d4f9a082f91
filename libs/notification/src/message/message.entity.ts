import type { LinkPurpose } from '@zero-distance/personal-data';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Message, MessageChannel, MessagePurpose, MessageState } from './message.js';

/** 待发与已发短信: columns of {@link Message}. */
@Entity('message')
export class MessageEntity implements Message {
  @PrimaryColumn('uuid') id: string;
  @Column('text') key: string;
  @Column('text') purpose: MessagePurpose;
  @Column('text') channel: MessageChannel;
  @Column('uuid') subjectId: string;
  @Column('text', { nullable: true }) linkPurpose: LinkPurpose | null;
  @Column('uuid', { nullable: true }) linkId: string | null;
  @Column('text') state: MessageState;
  @Column('int') attempts: number;
  @Column('timestamptz') notBefore: Date;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  @Column('text', { nullable: true }) recipientMasked: string | null;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('int') version: number;
}
