import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Agreement, AgreementForm } from './agreement.js';

@Entity('agreement')
export class AgreementEntity implements Agreement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('text') form: AgreementForm;
  @Column('text') terms: string;
  @Column('boolean') immediate: boolean;
  @Column('timestamptz') performBy: Date;
  @Column('timestamptz') agreedAt: Date;
}
