import './finding.type.ts';
import './finding.queries.ts';
