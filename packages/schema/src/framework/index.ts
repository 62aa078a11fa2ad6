import './framework.type.ts';
import './framework.queries.ts';
