import './editions/edition.queries.ts';
import './mutations/reply-to-review-comment.ts';
import './history/status-change.type.ts';
import './history/status-changed.subscription.ts';
