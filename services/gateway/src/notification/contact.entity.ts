import type { MessageLanguage } from '@zero-distance/notification';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Choices, StaffContact } from './contact.js';

/** 通知方式 */
@Entity('staff_contact')
export class StaffContactEntity implements StaffContact {
  @PrimaryColumn('uuid') accountId: string;
  @Column('text', { nullable: true }) emailSealed: string | null;
  @Column('text', { nullable: true }) emailMasked: string | null;
  @Column('text', { nullable: true }) phoneSealed: string | null;
  @Column('text', { nullable: true }) phoneMasked: string | null;
  @Column('text') language: MessageLanguage;
  @Column('jsonb') choices: Choices;
  @Column('int') version: number;
}
