import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClerkQualification } from './clerk-qualification.js';

/** 一人通办资格 */
@Entity('clerk_qualification')
export class ClerkQualificationEntity implements ClerkQualification {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') key: string;
  @Column('text') clerkId: string;
  @Column('text') itemCode: string;
  @Column('text') organisation: string;
  @Column('text') areaCode: string;
  @Column('date') since: string;
  @Column('date', { nullable: true }) retiredOn: string | null;
}
