import './activity.type.ts';
import './activity.percents.ts';
import './project.activities.ts';
import './activity.queries.ts';
import './activity.grouping.ts';
import './activity.acts.ts';
import './mutations/add-integrity-activity.ts';
import './mutations/edit-integrity-activity.ts';
