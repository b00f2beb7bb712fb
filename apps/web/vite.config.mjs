import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compress } from './compress.mjs';

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
            { name: 'router', test: /node_modules\/@tanstack\/(react-router|router-core|history|store|react-store)\// },
            { name: 'shared', test: /node_modules|src\/(ui|i18n|api)\//, minShareCount: 3 },
          ],
        },
      },
      // Mantine marks its files for servers that render; there is none here. Its schedule looks for the two forms in which
      // rrule is published, and one is always missing.
      onLog: (level, log, report) => {
        const known = log.code === 'IMPORT_IS_UNDEFINED' && log.id?.includes('@mantine/schedule');
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE' && !known) report(level, log);
      },
    },
  },
  plugins: [compress()],
  server: { proxy: { '/api': 'http://localhost:3000', '/health': 'http://localhost:3000' } },
});
