import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { compress } from './compress.mjs';

const SHARED = /node_modules|src\/(ui|i18n|api)\//;
/** Many screens have a dialog or a list by pages, no first one has: it comes with the first that needs it. */
const LATER =
  /node_modules\/(idb|react-remove-scroll|react-style-singleton|use-callback-ref|use-sidecar|get-nonce|tslib|@floating-ui|@mantine\/core\/esm\/components\/(Checkbox|CloseButton|Combobox|FocusTrap|Modal|Overlay|Popover|Portal|ScrollArea|Textarea|Transition)|@mantine\/core\/esm\/utils\/Floating|@mantine\/hooks\/esm\/use-(click-outside|debounced|did-update|focus-|long-press|mutation-observer))|(react-query|query-core)\/build\/modern\/(infinite|useInfinite)|src\/(offline\/|(ui\/(dialog|reason-dialog|load-more|search-input|search-choice|person-choice|unit-choice|day-input|rows|filters|back-link|facts|person-name|save-file)|api\/(pages|organisation))\.)/;

const icon = (name, size, purpose) => ({
  ...{ src: `/icons/${name}.png`, sizes: `${size}x${size}`, type: 'image/png' },
  ...(purpose ? { purpose } : {}),
});

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    // A data: address would be refused by the content security policy for everything but pictures.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The first screens name all that they are made of, to have it in one go; a list for each of the others would be
    // longer than what it saves: they are fetched ahead, and need their styles alone to be named.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, needed) =>
        /\/(signed-in|my-training-page)-/.test(file) ? needed : needed.filter((path) => path.endsWith('.css')),
    },
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
            { name: 'shared', test: (id) => SHARED.test(id) && !LATER.test(id), minShareCount: 3 },
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
  plugins: [
    // Keeps the application on devices of those who keep registers (`src/offline/start.ts`), so that it opens without a
    // line. Nothing that the API answers is kept here.
    VitePWA({
      ...{ filename: 'offline.js', injectRegister: null },
      manifest: {
        ...{ id: '/', start_url: '/', scope: '/', display: 'standalone', lang: 'en', dir: 'auto' },
        ...{ name: 'JSSU Training', short_name: 'JSSU', categories: ['productivity'] },
        description: 'Training and certification of the Joint Special Security Unit',
        ...{ theme_color: '#1a5439', background_color: '#faf8f4' },
        icons: [icon('192', 192), icon('512', 512), icon('maskable', 512, 'maskable')],
      },
      workbox: {
        ...{ skipWaiting: true, clientsClaim: true, inlineWorkboxRuntime: true, cleanupOutdatedCaches: true },
        globPatterns: ['**/*.{js,css,html,svg}'],
        navigateFallback: '/index.html',
        // What the API and its public pages own, and files.
        navigateFallbackDenylist: [/^\/(api|verify|health|metrics|problems)(\/|$)/, /\.\w+$/],
        // The Urdu fonts alone: whoever reads Urdu has fetched them.
        runtimeCaching: [{ urlPattern: /\.woff2$/, handler: 'CacheFirst', options: { cacheName: 'fonts' } }],
      },
    }),
    compress(),
  ],
  server: { proxy: { '/api': 'http://localhost:3000', '/health': 'http://localhost:3000' } },
});
