import './calendar.type.ts';
import './calendar.queries.ts';
