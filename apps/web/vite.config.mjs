import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compress } from './compress.mjs';

const SHARED = /node_modules|src\/(ui|i18n|api)\//;
/** Many screens have a dialog or a list by pages, no first one has: it comes with the first that needs it. */
const LATER =
  /node_modules\/(react-remove-scroll|react-style-singleton|use-callback-ref|use-sidecar|get-nonce|tslib|@mantine\/core\/esm\/components\/(Modal|Overlay|FocusTrap|Portal|ScrollArea|CloseButton|Textarea))|(react-query|query-core)\/build\/modern\/(infinite|useInfinite)|src\/(ui\/(dialog|load-more|search-input|unit-choice|day-input|rows|filters|back-link|facts|person-name)|api\/(pages|organisation))\./;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    // A data: address would be refused by the content security policy for everything but pictures.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Few files: on a thin line each one costs a round trip, and small ones pack badly.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|use-sync-external-store|clsx)\//,
            },
            {
              name: 'router',
              // With the few words that it knows of addresses.
              test: /node_modules\/@tanstack\/(react-router|router-core|history|store|react-store)\/|features\/\w+\/(groups|steps|states|lapses)\.ts|i18n\/civil-days/,
            },
            { name: 'shared', test: (id) => SHARED.test(id) && !LATER.test(id), minShareCount: 3 },
          ],
        },
      },
      // Mantine marks its files for servers that render; there is none here.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  plugins: [compress()],
  server: { proxy: { '/api': 'http://localhost:3000', '/health': 'http://localhost:3000' } },
});
