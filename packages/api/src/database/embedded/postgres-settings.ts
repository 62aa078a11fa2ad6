/** Settings of the embedded server, given on its command line: they always belong to the version of this code. */
export function serverArguments(options: {
  readonly clusterDir: string;
  readonly port: number;
  readonly durable: boolean;
}): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '128MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    random_page_cost: '1.1',
    // Two cores and short statements: compiling them or spreading one over several processes costs more than it gives.
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Values in statements may be personal data; the log keeps the error and not the statement.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    // What is acknowledged survives a killed process in both cases, and a power cut when it is durable.
    synchronous_commit: 'on',
    ...(options.durable
      ? {}
      : {
          fsync: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
          io_method: 'sync',
          // Who connects anew for each test spends no time on passwords that nobody else is there to guess.
          scram_iterations: '1',
        }),
  };
  return ['-D', options.clusterDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Passwords over the loopback address, and nothing else: no trust, no other address, no replication. */
export const HOST_ACCESS = 'host all all 127.0.0.1/32 scram-sha-256\n';

/**
 * UTF-8 everywhere, with an ordering that does not depend on the machine's locales (an update of those corrupts indexes).
 * Thai order is asked for where it is needed: COLLATE "th-x-icu".
 */
export const CLUSTER_ARGUMENTS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  '--data-checksums',
  '--no-instructions',
];
