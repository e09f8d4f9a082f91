import type { IntakeSchemas } from '../api/services';
import { useSay } from '../language/language';
import { TakeFile } from './take-file';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** 一次告知单, for who applied to take home. */
export function CaseNotice({ row: { id, number } }: { readonly row: IntakeSchemas['ServiceCaseDto'] }) {
  const say = useSay();
  return (
    <TakeFile address={`/api/intake/v1/service-cases/${id}/notice`} accept={WORD} name={`${number ?? id}.docx`}>
      {say('一次告知单（Word，可打印）', 'What is needed, to print (Word)')}
    </TakeFile>
  );
}
