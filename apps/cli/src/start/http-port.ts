import { createServer } from 'node:net';
import { delay } from '@jssu/platform/embedded';

/**
 * The port to listen on. Waits a little for processes of a killed start, which are on their way out.
 *
 * @throws Error with a remedy when the port is taken or not allowed.
 */
export async function claimHttpPort(host: string, wanted: number, patienceMs: number): Promise<number> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const result = await tryPort(host, wanted);
    if (typeof result === 'number') return result;
    if (result.code === 'EADDRINUSE' && Date.now() < deadline) {
      await delay(200);
      continue;
    }
    const reason =
      result.code === 'EADDRINUSE'
        ? `Port ${wanted} is taken by another program.`
        : `Cannot listen on port ${wanted} of ${host} (${result.code ?? result.message}).`;
    throw new Error(`${reason} Choose another one, for example: PORT=${wanted < 65_535 ? wanted + 1 : 3000} npm start`);
  }
}

function tryPort(host: string, port: number): Promise<number | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
