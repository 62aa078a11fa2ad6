import './finding.type.ts';
import './finding.queries.ts';
import './finding-rule.queries.ts';
import './finding.acts.ts';
import './refresh.ts';
