// Serves the built pages as the program does: from one origin, under the program's own content security policy.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const UI = join(import.meta.dirname, '../..');
const PAGES = join(UI, 'dist-browser');
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

function policy(): string {
  const config: { app: { security: { csp: Record<string, string> } } } = JSON.parse(readFileSync(join(UI, '../src-tauri/tauri.conf.json'), 'utf8'));
  return Object.entries(config.app.security.csp).map(([directive, sources]) => `${directive} ${sources}`).join('; ');
}

export async function serve(): Promise<{ address: string; close: () => void }> {
  if (!existsSync(join(PAGES, 'index.html'))) throw new Error('no pages: run npm run build:browser first');
  const headers = { 'content-security-policy': policy(), 'x-content-type-options': 'nosniff' };
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const file = join(PAGES, path === '/' ? 'index.html' : path);
    if (!file.startsWith(PAGES) || !existsSync(file)) return void response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
