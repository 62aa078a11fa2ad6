await import('./build-server.mjs');
await import('./build-ide.mjs');
