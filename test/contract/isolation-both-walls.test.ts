import { describeIsolation } from './isolation-probes.ts';

describeIsolation('both walls');
