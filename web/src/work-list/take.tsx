import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Refused } from '../api/refused';
import { useDesk } from '../desk/desk-context';
import { useSay } from '../language/language';
import type { Noun } from '../nouns/noun';

/** The whole list as a table for any spreadsheet, for who may take it away; the services keep a record of it. */
export function Take({ noun: { name, path, service }, asked }: { readonly noun: Noun; readonly asked: string }) {
  const say = useSay();
  const { services, person } = useDesk();
  const [problem, setProblem] = useState<string>();
  if (!person.scopes.includes(`${service}:export`)) return null;
  const take = async () => {
    const answer = await services.raw(`${path}?${asked}`, { headers: { Accept: 'text/csv' } });
    if (!answer.ok) return setProblem((await Refused.from(answer)).message);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `${name}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <Button onClick={() => void take()}>{say('导出 CSV', 'Export as CSV')}</Button>
      {problem && <Alert type="error" title={problem} role="alert" />}
    </>
  );
}
