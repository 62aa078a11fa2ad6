import './risk-links.type.ts';
import './swot-links.type.ts';
import './mutations/link-swot-item.ts';
