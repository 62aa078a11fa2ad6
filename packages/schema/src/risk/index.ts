import './register.type.ts';
import './risk.type.ts';
import './risk-parts.type.ts';
import './mitigation.type.ts';
import './register.acts.ts';
import './risk.queries.ts';
import './mutations/assess-risk.ts';
