import { createRoot } from 'react-dom/client';
import './styles';
import { App } from './app/app';
import { startTexts } from './i18n/i18n';

// The first request of a session goes out while the texts are fetched: see `App`.
await startTexts();
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
