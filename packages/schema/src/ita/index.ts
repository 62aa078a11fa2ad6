import './rule-set.type.ts';
import './rule-set.queries.ts';
