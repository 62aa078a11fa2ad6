import { describeIsolation } from './isolation-probes.ts';

describeIsolation('row-level security alone');
