// Side by side or not at all: whatever is compared runs in turns, and the middle of the rounds counts.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import autocannon from 'autocannon';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const round = (value, digits = 3) => Number(value.toFixed(digits));

/** Runs the sides in turns, A B B A …, so that neither always comes first. @returns for each side what its rounds answered */
export async function inTurns(rounds, sides) {
  const names = Object.keys(sides);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let i = 0; i < rounds; i++)
    for (const name of i % 2 ? [...names].reverse() : names) results[name].push(await sides[name](i));
  return results;
}

/** Seconds of CPU, user and system, that a process has used. */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** As many requests as the server answers. @returns answers a second, and the server's CPU for each in microseconds */
export async function throughput({ url, pid }, requests, { connections = 16, seconds = 3 } = {}) {
  const before = cpuSeconds(pid);
  const result = await autocannon({ url, connections, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors, of ${result.requests.total}`);
  return {
    perSecond: result.requests.total / result.duration,
    cpuMicroseconds: ((cpuSeconds(pid) - before) * 1e6) / result.requests.total,
  };
}

/** One request after the other on one connection. @returns the middle of their times in milliseconds */
export async function latency(url, requests, count) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = [];
  try {
    for (let i = 0; i < count; i++) {
      const started = performance.now();
      const { status, body } = await get(url, requests[i % requests.length], agent);
      times.push(performance.now() - started);
      if (status !== 200) throw new Error(`${requests[i % requests.length].path}: ${status} ${body.slice(0, 300)}`);
    }
  } finally {
    agent.destroy();
  }
  return median(times);
}

export function get(url, { path, headers }, agent) {
  return new Promise((resolve, reject) => {
    request(url + path, { headers, agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece) => (body += piece));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });
}
