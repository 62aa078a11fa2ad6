import './calendar.type.ts';
import './calendar.queries.ts';
import './deadline.queries.ts';
import './document-rule.type.ts';
