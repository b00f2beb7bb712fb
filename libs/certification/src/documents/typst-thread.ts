import type { MessagePort } from 'node:worker_threads';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** What a thread is started with; all of it can be cloned between threads. */
export interface TypstThreadSetup {
  /** Where packages are looked for from. */
  readonly requireFrom: string;
  readonly fontPaths: readonly string[];
  /** The main file is `main.typ`. */
  readonly files: Readonly<Record<string, string>>;
}

export interface TypstJob {
  /** Read by the template as `sys.inputs`. */
  readonly inputs: Record<string, string>;
}

export type TypstReply =
  | { readonly kind: 'pdf'; readonly pdf: Uint8Array }
  | { readonly kind: 'pages'; readonly pages: number }
  | { readonly kind: 'error'; readonly message: string };

/** What the thread's body needs; handed in, because it can see nothing of this module. */
export interface TypstThreadTools {
  readonly port: MessagePort;
  readonly setup: TypstThreadSetup;
  readonly require: NodeJS.Require;
}

/**
 * The body of a rendering thread. It is started from its own source text (see `startTypstThread`), so that it runs the
 * same from the compiled product and from TypeScript under the test runner. It must therefore use nothing from outside
 * itself but its argument and Node's globals.
 *
 * One job at a time, and each from an event-loop turn of its own: the engine's native objects are freed only between
 * turns, and its cache grows by 1 MB a certificate unless old entries are dropped after each job, failed ones too.
 */
export function typstThread({ port, setup, require }: TypstThreadTools): void {
  const engine = require('@myriaddreamin/typst-ts-node-compiler') as { NodeCompiler: typeof NodeCompiler };
  const root = '/certificate';
  const compiler = engine.NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: [...setup.fontPaths] }] });
  for (const [name, text] of Object.entries(setup.files)) {
    if (name.endsWith('.typ')) compiler.addSource(`${root}/${name}`, text);
    else compiler.mapShadow(`${root}/${name}`, Buffer.from(text));
  }
  const render = (job: TypstJob): TypstReply => {
    try {
      const compiled = compiler.compile({ mainFilePath: `${root}/main.typ`, inputs: job.inputs });
      const document = compiled.result;
      if (!document)
        return { kind: 'error', message: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'no reason') };
      if (document.numOfPages !== 1) return { kind: 'pages', pages: document.numOfPages };
      return { kind: 'pdf', pdf: new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-3a', pdfTags: true })) };
    } catch (error) {
      return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
    } finally {
      compiler.evictCache(10);
    }
  };
  port.on('message', (job: TypstJob | null) => {
    if (job === null) return port.close();
    const reply = render(job);
    port.postMessage(reply, reply.kind === 'pdf' ? [reply.pdf.buffer as ArrayBuffer] : []);
  });
}
