import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Refused } from '../api/refused';
import { useDesk } from './desk-context';

interface TakeFileProps {
  readonly address: string;
  /** The kind of file that is asked for. */
  readonly accept: string;
  readonly name: string;
  readonly children: string;
}

/** Something that needs the token, saved as a file. */
export function TakeFile({ address, accept, name, children }: TakeFileProps) {
  const { services } = useDesk();
  const [problem, setProblem] = useState<string>();
  const take = async () => {
    const answer = await services.raw(address, { headers: { Accept: accept } });
    if (!answer.ok) return setProblem((await Refused.from(answer)).message);
    setProblem(undefined);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <Button onClick={() => void take().catch((error: Error) => setProblem(error.message))}>{children}</Button>
      {problem && <Alert type="error" title={problem} role="alert" />}
    </>
  );
}
