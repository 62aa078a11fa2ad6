/** Addresses of the worker files, written in by the build because their names carry a hash. */
declare const WORKER_FILES: { readonly editor: string; readonly json: string; readonly graphql: string };

const fileOf = (label: string): string => {
  if (label === 'json') return WORKER_FILES.json;
  return label === 'graphql' ? WORKER_FILES.graphql : WORKER_FILES.editor;
};

/** Monaco looks for this global the moment its first editor opens, so the entry imports this file before anything else. */
Object.assign(globalThis, {
  MonacoEnvironment: { getWorker: (_id: string, label: string) => new Worker(fileOf(label)) },
});
