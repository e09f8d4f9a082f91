import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GroupMembership, MembershipSource, ResidentGroup } from './resident-group.js';

/** 群体: columns of {@link ResidentGroup}. */
@Entity('resident_group')
export class ResidentGroupEntity implements ResidentGroup {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('date', { nullable: true }) retiredOn: string | null;
  @Column('int') version: number;
}

/** 所属群体: columns of {@link GroupMembership}. */
@Entity('group_membership')
export class GroupMembershipEntity implements GroupMembership {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') residentId: string;
  @Column('text') groupCode: string;
  @Column('date') since: string;
  @Column('date', { nullable: true }) until: string | null;
  @Column('text') source: MembershipSource;
}
