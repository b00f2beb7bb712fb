import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { create as createQrCode } from 'qrcode';
import { templateData, type CertificateContent } from './certificate-document.js';
import { CERTIFICATE_TEMPLATE } from './certificate-template.js';
import { crestRing, pageBackground } from './guilloche.js';
import { typstThread, type TypstJob, type TypstReply, type TypstThreadSetup } from './typst-thread.js';

export type RenderFailure =
  /** A character that none of the certificate's fonts has, `character` names it. Trying again will not help. */
  | 'glyph-missing'
  /** Too much text for one page. Trying again will not help. */
  | 'more-than-one-page'
  /** The engine or its thread broke, or the renderer was closed. */
  | 'engine-failed';

export class CertificateRenderError extends Error {
  override readonly name = 'CertificateRenderError';

  constructor(
    readonly code: RenderFailure,
    message: string,
    /** With `glyph-missing`: the character, or the cluster of characters, that cannot be shown. */
    readonly character?: string,
  ) {
    super(message);
  }

  /** Whether the same content could succeed at another time. */
  get retryable(): boolean {
    return this.code === 'engine-failed';
  }
}

export interface CertificateRendererOptions {
  /** Certificates drawn at the same time, 1 to 16; each thread takes about 90 MB. */
  readonly threads?: number;
  /** After so many milliseconds a thread is given up and replaced; its certificate is refused with `engine-failed`. */
  readonly timeoutMs?: number;
}

interface Ticket {
  readonly job: TypstJob;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: CertificateRenderError) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly busy: boolean;
  begin(ticket: Ticket): void;
}

const FONTS = [
  'cormorant-garamond/600SemiBold/CormorantGaramond_600SemiBold.ttf',
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf',
  'noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf',
];

/**
 * Draws certificates as PDF/A-3a, in threads of its own: drawing takes about 15 ms without a pause, which an event loop
 * that serves requests must not wait for. Threads start with the first certificate.
 */
export class CertificateRenderer {
  private readonly size: number;
  private readonly timeoutMs: number;
  private readonly threads = new Set<Thread>();
  private readonly waiting: Ticket[] = [];
  private closed = false;

  constructor({ threads = 1, timeoutMs = 30_000 }: CertificateRendererOptions = {}) {
    if (!Number.isInteger(threads) || threads < 1 || threads > 16)
      throw new RangeError(`threads: ${threads}, expected 1 to 16`);
    this.size = threads;
    this.timeoutMs = timeoutMs;
  }

  /**
   * @param credentialJwt goes into the PDF as the attachment `credential.jwt`, byte for byte
   * @throws CertificateRenderError
   * @throws RangeError when the content has no name, or not one to three authorities
   */
  async render(content: CertificateContent, credentialJwt: string): Promise<Uint8Array> {
    const inputs = {
      data: JSON.stringify(templateData(content)),
      qr: qrCodeSvg(content.verifyUrl),
      credential: credentialJwt,
    };
    return new Promise((resolve, reject) => {
      if (this.closed) return reject(new CertificateRenderError('engine-failed', 'the renderer is closed'));
      this.waiting.push({ job: { inputs }, resolve, reject });
      this.dispatch();
    });
  }

  /** Lets the certificates in hand finish, refuses those that wait, and ends the threads. */
  async close(): Promise<void> {
    this.closed = true;
    for (const ticket of this.waiting.splice(0))
      ticket.reject(new CertificateRenderError('engine-failed', 'the renderer is closed'));
    await Promise.all(
      [...this.threads].map(async ({ worker }) => {
        const ended = new Promise((resolve) => worker.once('exit', resolve));
        worker.postMessage(null);
        await ended;
      }),
    );
  }

  private dispatch(): void {
    while (this.waiting.length > 0) {
      const thread = [...this.threads].find(({ busy }) => !busy) ?? this.startThread();
      if (!thread) return;
      const ticket = this.waiting.shift();
      if (ticket) thread.begin(ticket);
    }
  }

  private startThread(): Thread | undefined {
    if (this.threads.size >= this.size) return undefined;
    const worker = startTypstThread();
    let current: Ticket | undefined;
    let cause = 'it ended by itself';
    let watch: NodeJS.Timeout | undefined;
    const settle = (act: (ticket: Ticket) => void) => {
      clearTimeout(watch);
      // An idle renderer does not keep the process alive.
      worker.unref();
      const ticket = current;
      current = undefined;
      if (ticket) act(ticket);
    };
    const thread: Thread = {
      worker,
      get busy() {
        return current !== undefined;
      },
      begin: (ticket) => {
        current = ticket;
        worker.ref();
        worker.postMessage(ticket.job);
        watch = setTimeout(() => {
          cause = `no certificate after ${this.timeoutMs} ms`;
          void worker.terminate();
        }, this.timeoutMs);
      },
    };
    worker.on('message', (reply: TypstReply) => {
      settle(({ resolve, reject }) => (reply.kind === 'pdf' ? resolve(reply.pdf) : reject(failureOf(reply))));
      this.dispatch();
    });
    worker.on('error', (error) => (cause = error instanceof Error ? error.message : String(error)));
    // Whatever ended the thread, its job is refused (the queue tries it again) and the next job gets a new thread.
    worker.on('exit', () => {
      this.threads.delete(thread);
      settle(({ reject }) =>
        reject(new CertificateRenderError('engine-failed', `the rendering thread broke: ${cause}`)),
      );
      this.dispatch();
    });
    this.threads.add(thread);
    return thread;
  }
}

function failureOf(reply: Exclude<TypstReply, { kind: 'pdf' }>): CertificateRenderError {
  if (reply.kind === 'pages')
    return new CertificateRenderError('more-than-one-page', `the certificate would take ${reply.pages} pages`);
  // `the text `"😀"` could not be displayed with font …`: the PDF/A export refuses to draw an empty box.
  const missing = /the text `\\?"(.+?)\\?"` could not be displayed/.exec(reply.message)?.[1];
  if (missing === undefined) return new CertificateRenderError('engine-failed', reply.message);
  const character = missing.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
  return new CertificateRenderError('glyph-missing', `no font of the certificate has “${character}”`, character);
}

/** @throws RangeError when the address is too long for a QR code that can be printed small */
function qrCodeSvg(url: string): string {
  if (url.length > 300) throw new RangeError(`an address of ${url.length} characters: at most 300`);
  const { modules } = createQrCode(url, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, y) => {
    const runs: string[] = [];
    for (let x = 0; x < modules.size; x++) {
      const start = x;
      while (x < modules.size && modules.get(y, x)) x++;
      if (x > start) runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
    }
    return runs.join('');
  });
  const { size } = modules;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><path fill="#1d2b3a" d="${rows.join('')}"/></svg>`;
}

let setup: TypstThreadSetup | undefined;

function startTypstThread(): Worker {
  const { resolve } = createRequire(import.meta.url);
  setup ??= {
    requireFrom: import.meta.url,
    fontPaths: FONTS.map((font) => resolve(`@expo-google-fonts/${font}`)),
    files: {
      'main.typ': CERTIFICATE_TEMPLATE,
      'page.svg': pageBackground(),
      'crest-pk.svg': crestRing('pk'),
      'crest-cn.svg': crestRing('cn'),
    },
  };
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    (${typstThread.toString()})({
      port: parentPort,
      setup: workerData,
      require: require('node:module').createRequire(workerData.requireFrom),
    });`;
  return new Worker(source, { eval: true, workerData: setup, execArgv: [], name: 'certificate' });
}
