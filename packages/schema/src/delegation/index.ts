import './delegation.type.ts';
import './power.type.ts';
import './measure.type.ts';
import './delegation.queries.ts';
