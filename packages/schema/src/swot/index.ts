import './swot.type.ts';
import './swot-links.type.ts';
import './swot.queries.ts';
