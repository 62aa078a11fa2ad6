import './finding.type.ts';
import './finding.queries.ts';
import './cross-agency-finding.ts';
import './finding-rule.queries.ts';
import './finding.acts.ts';
import './mutations/acknowledge-finding.ts';
import './mutations/resolve-finding.ts';
import './refresh.ts';
