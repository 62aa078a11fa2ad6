import './swot.type.ts';
import './swot.queries.ts';
import './swot.acts.ts';
import './mutations/draft-swot-analysis.ts';
import './mutations/discard-swot-analysis.ts';
import './mutations/keep-swot-items.ts';
import './mutations/reorder-swot-items.ts';
