import './viewer.type.ts';
import './tasks/task.type.ts';
