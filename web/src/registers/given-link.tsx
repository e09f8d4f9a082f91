import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useSay } from '../language/language';
import { Code } from '../visitor/code';

/** An address that is given to others: copied into a chat, or printed as a code. */
export function GivenLink({ url }: { readonly url: string }) {
  const say = useSay();
  const [isCopied, setCopied] = useState(false);
  const [isShown, setShown] = useState(false);
  // Where the browser does not let a page copy, the link is there to be marked.
  const copy = () =>
    navigator.clipboard?.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div>
      <p>
        {say('上报链接：', 'Link to post in it: ')}
        <a href={url} className="words">
          {url}
        </a>
      </p>
      <Flex gap="small" wrap align="center">
        <Button onClick={() => void copy()}>{say('复制链接', 'Copy the link')}</Button>
        <Button onClick={() => setShown(!isShown)} aria-expanded={isShown}>
          {say('二维码', 'QR code')}
        </Button>
        <span role="status">{isCopied && say('已复制', 'Copied')}</span>
      </Flex>
      {isShown && (
        <div className="given-code">
          <Code of={url} label={say('上报链接的二维码', 'QR code of the link')} />
        </div>
      )}
    </div>
  );
}
