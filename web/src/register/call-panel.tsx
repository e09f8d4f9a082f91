import { useDesk } from '../desk/desk-context';
import { Facts } from '../desk/words';
import { useSay } from '../language/language';
import type { Call } from './coming-in';

/** 来电, as the telephone system says it: it goes with the request, and nobody types it. */
export function CallPanel({ call: { callId, line, areaCode, queueSeconds, recordingReference } }: { readonly call: Call }) {
  const say = useSay();
  const { registers } = useDesk();
  return (
    <section className="card broad" aria-label={say('来电', 'Call')}>
      <Facts
        facts={[
          ['通话编号', 'Call', callId],
          ['被叫热线', 'Line', line],
          ['热线服务的区划', 'Area of the line', registers.area(areaCode)],
          ['排队秒数', 'Seconds in the queue', queueSeconds],
          ['录音编号', 'Recording', recordingReference ?? null],
        ]}
      />
    </section>
  );
}
