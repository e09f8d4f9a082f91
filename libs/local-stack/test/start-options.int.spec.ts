import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../src/free-port.js';
import { choosePort, readOptions } from '../src/start-options.js';

let server: Server | undefined;
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

const occupy = (port: number) =>
  new Promise<void>((resolve) => {
    server = createServer().listen(port, '127.0.0.1', resolve);
  });

describe('the options of npm start', () => {
  it.each([
    [['--port', 'http'], '--port must be a number from 1 to 65535'],
    [['--port', '70000'], '--port must be a number from 1 to 65535'],
    [['--prot', '8081'], "Unknown option '--prot'"],
    [['8081'], "Unexpected argument '8081'"],
  ])('refuse %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  it('take the port that was asked for', async () => {
    const port = await freePort();
    expect(await choosePort(port, () => undefined)).toBe(port);
  });

  it('refuse a port that was asked for and is busy', async () => {
    const port = await freePort();
    await occupy(port);
    await expect(choosePort(port, () => undefined)).rejects.toThrow(`port ${port} is in use`);
  });
});
