import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';

import { mount } from 'svelte';

import { useBackend } from './lib/backend/backend';
import App from './shell/App.svelte';

async function start(): Promise<void> {
  if (__RECORDED__) useBackend((await import('./lib/backend/fixture')).fixture());
  else useBackend((await import('./lib/backend/tauri')).tauri());
  mount(App, { target: document.body });
}

void start();
