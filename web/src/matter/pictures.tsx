import { useEffect, useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { useSay } from '../language/language';
import type { Noun } from '../nouns/noun';

interface Shown {
  readonly id: string;
  readonly mediaType: string;
  readonly purpose: string | null;
}

interface PicturesProps {
  readonly service: Noun['service'];
  readonly files: readonly Shown[];
}

/** What was sent along: pictures small, documents by name. */
export function Pictures({ service, files }: PicturesProps) {
  const say = useSay();
  if (files.length === 0) return null;
  return (
    <ul className="pictures" aria-label={say('照片和文件', 'Photos and documents')}>
      {files.map((file) => (
        <li key={file.id}>
          <Picture service={service} file={file} />
        </li>
      ))}
    </ul>
  );
}

/** A picture needs the token, so it is fetched and not named by its address. */
function Picture({ service, file }: { readonly service: PicturesProps['service']; readonly file: Shown }) {
  const say = useSay();
  const { services, registers } = useDesk();
  const [address, setAddress] = useState<string>();
  const { id, mediaType, purpose } = file;
  const isPicture = mediaType.startsWith('image/');
  useEffect(() => {
    if (!isPicture) return;
    const ended = new AbortController();
    let made: string | undefined;
    const load = async () => {
      const answer = await services.raw(`/api/${service}/v1/files/${id}/thumbnail`, { signal: ended.signal });
      if (!answer.ok) return;
      made = URL.createObjectURL(await answer.blob());
      setAddress(made);
    };
    load().catch(() => undefined); // the page was left, or it is not there: its name stands
    return () => {
      ended.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [services, service, id, isPicture]);
  const name = purpose ? registers.word('file-purpose', purpose) : say('照片', 'photo');
  return address ? <img src={address} alt={name} /> : <span>{isPicture ? name : registers.word('media-type', mediaType)}</span>;
}
