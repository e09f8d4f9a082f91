import { useDesk } from '../desk/desk-context';
import { TakeFile } from '../desk/take-file';
import { useSay } from '../language/language';
import type { Noun } from '../nouns/noun';

interface TakeProps {
  readonly noun: Pick<Noun, 'name' | 'path' | 'service' | 'noFile'>;
  readonly asked: string;
}

/** The whole list as a table for any spreadsheet, for who may take it away; the services keep a record of it. */
export function Take({ noun: { name, path, service, noFile }, asked }: TakeProps) {
  const say = useSay();
  const { person } = useDesk();
  if (noFile || !person.scopes.includes(`${service}:export`)) return null;
  return (
    <TakeFile address={`${path}?${asked}`} accept="text/csv" name={`${name}.csv`}>
      {say('导出 CSV', 'Export as CSV')}
    </TakeFile>
  );
}
