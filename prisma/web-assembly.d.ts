/** Node has it; the types of Node 20 know it only together with those of a browser, which the server has nothing to do with. */
declare namespace WebAssembly {
  type Exports = Readonly<Record<string, unknown>>;
  type Module = Readonly<Record<never, never>>;
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: object): Promise<{ readonly exports: Exports }>;
}
