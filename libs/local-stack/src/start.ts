// What `npm start` runs once everything is built: the whole product on this machine, until Ctrl-C or SIGTERM.
import { writeFileSync } from 'node:fs';
import { demoClients, registerClients } from './demo/clients.js';
import { loadExamples } from './demo/examples.js';
import { loadDemo } from './demo/load.js';
import { demoPeople, registerPeople } from './demo/people.js';
import { demoShell } from './demo/shell.js';
import { tokenFor } from './demo/token.js';
import { DOCTOR_ENVIRONMENT, doctorEnvironment } from './doctor-environment.js';
import { startStack } from './stack.js';
import { choosePort, readOptions, USAGE } from './start-options.js';
import { welcome } from './welcome.js';

const asked = new AbortController();
const began = Date.now();

/** Once the end is asked for, nothing more is worth telling. */
const note = (line: string) => {
  if (!asked.signal.aborted) console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${line}`);
};

async function run(): Promise<void> {
  const { help, port: wanted, directory, reset, empty } = readOptions(process.argv.slice(2));
  if (help) return console.log(USAGE);
  const { DATABASE_URL: adminUrl, NATS_URL: natsUrl } = process.env;
  if (reset && (adminUrl || natsUrl)) {
    throw new Error('--reset removes only what npm start itself keeps; empty the servers of DATABASE_URL and NATS_URL yourself');
  }
  const port = await choosePort(wanted, note);
  const { signal } = asked;
  const stack = await startStack({ directory, port, reset, own: { adminUrl, natsUrl }, note, signal });
  try {
    const clients = demoClients(stack.secrets.DEMO_CLIENT_SECRET ?? '');
    const people = demoPeople(stack.secrets.DEMO_CLIENT_SECRET ?? '');
    await Promise.all([
      registerClients(stack.environment, clients, signal),
      registerPeople(stack.environment, stack.gatewayUrl, people, signal),
    ]);
    if (!empty) {
      await loadDemo(stack.gatewayUrl, await tokenFor(stack.gatewayUrl, clients[0], signal), { note, signal });
      await loadExamples(stack.gatewayUrl, clients, { note, signal });
    }
    writeFileSync(`${directory}/${DOCTOR_ENVIRONMENT}`, JSON.stringify(doctorEnvironment(stack, directory)), { mode: 0o600 });
    writeFileSync(`${directory}/demo.env`, demoShell(stack.gatewayUrl, clients, `${directory}/outbox`), { mode: 0o600 });
    console.log(welcome(stack.gatewayUrl, { clients, people }, directory));
    await untilAsked();
  } finally {
    await stack.stop();
  }
}

const untilAsked = () =>
  new Promise<void>((resolve) => {
    if (asked.signal.aborted) return resolve();
    const waiting = setInterval(() => undefined, 60_000); // the children alone do not keep us here
    asked.signal.addEventListener('abort', () => {
      clearInterval(waiting);
      resolve();
    });
  });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!asked.signal.aborted) console.log('\nstopping …');
    asked.abort();
  });
}

run().then(
  () => process.exit(0),
  (error: Error) => {
    if (asked.signal.aborted) process.exit(0);
    console.error(`\nnpm start: ${error.message}`);
    process.exit(1);
  },
);
