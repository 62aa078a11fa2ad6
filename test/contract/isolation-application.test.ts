import { describeIsolation } from './isolation-probes.ts';

describeIsolation('the application alone');
